// SPDX-License-Identifier: MIT
/// What one file gave, kept until all earlier files are handed on. A job belongs to the worker
/// that reads its file, and then to the one whose turn it is.
#ifndef CROSSCLAIM_PIPELINE_JOB_H
#define CROSSCLAIM_PIPELINE_JOB_H

#include "crossclaim/pipeline.h"

typedef struct file_result {
    xc_document document;
    xc_claims claims;
    xc_slice path, reason; ///< of a skip
    bool skipped;
} file_result;

typedef struct file_job {
    xc_arena *arena; ///< owns all of it
    file_result *results;
    size_t count, capacity;
    size_t kept; ///< bytes of the arena that are in the run's sum
    xc_ignored *ignored;
    size_t ignored_count;
    bool finished;
} file_job;

/// Copies what must outlive the worker's next document.
/// @return XC_OK or XC_NO_MEMORY
XC_MUST_CHECK xc_status job_keep(file_job *j, const xc_document *document,
                                 const xc_claims *claims);
XC_MUST_CHECK xc_status job_keep_skip(file_job *j, xc_slice path, const char *reason);

#endif
