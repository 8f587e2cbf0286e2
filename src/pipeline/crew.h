// SPDX-License-Identifier: MIT
/// The threads of a run, and whose turn it is to hand results on.
///
/// A file is the unit of work. Each worker takes the next file, reads its documents one by one
/// and extracts their claims into an arena of the file; the results wait in a ring of slots
/// until all earlier files have been handed on. A file that is the next in line hands its
/// documents on as they come, so that a stream (standard input) is answered line by line and a
/// large file needs no room for all its documents at once.
#ifndef CROSSCLAIM_PIPELINE_CREW_H
#define CROSSCLAIM_PIPELINE_CREW_H

#include "pipeline/job.h"

#include <pthread.h>

typedef struct worker_crew {
    const xc_pipeline *pipeline;
    const xc_inputs *inputs;
    pthread_mutex_t lock;
    pthread_cond_t turn; ///< a file was handed on, or the run ended
    size_t next;         ///< file to take
    size_t handed;       ///< files handed on so far: the number of the one whose turn it is
    file_job *jobs;      ///< one a file
    size_t window;       ///< files that may be in work at once
    size_t kept;         ///< bytes of results that wait
    xc_read_counts counts;
    xc_status status;
    xc_error error;
} worker_crew;

/// Ends the run for all threads; the first one's reason stays.
void crew_end(worker_crew *c, xc_status status, const xc_error *error);
/// Takes the next file that lies in the window; false when there is none or the run has ended.
bool crew_take_file(worker_crew *c, size_t *file);
/// Whether all earlier files have been handed on.
bool crew_has_turn(worker_crew *c, size_t file);
/// Counts what a job keeps; where too much waits, this one waits for its turn. The one whose
/// turn it is never gets here, so there is always one that goes on.
void crew_count_kept(worker_crew *c, size_t file);

/// These hand on; the caller holds the turn.
XC_MUST_CHECK xc_status crew_hand_document(worker_crew *c, const xc_document *document,
                                           const xc_claims *claims, xc_error *error);
void crew_hand_skip(worker_crew *c, xc_slice path, const char *reason);
/// What waits in a job.
XC_MUST_CHECK xc_status crew_hand_waiting(worker_crew *c, file_job *j, xc_error *error);

/// A file is finished: passes the turn on over all that are, and hands their results on.
void crew_pass_turn(worker_crew *c, size_t file);

#endif
