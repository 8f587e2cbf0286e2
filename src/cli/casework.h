// SPDX-License-Identifier: MIT
/// What the commands that work with a case have in common: inputs put into one, and one loaded.
#ifndef CROSSCLAIM_CLI_CASEWORK_H
#define CROSSCLAIM_CLI_CASEWORK_H

#include "cli/gather.h"
#include "crossclaim/store.h"

typedef struct casework {
    cli_gathering gathering;
    const workplace *place;
    const char *path;   ///< of the case file
    const char *folder; ///< made together with the case, NULL where it has to be there
    xc_case *case_file; ///< NULL until the first document came: nothing read, nothing made
    bool case_was_there;
    bool folder_was_there;  ///< else it is taken away where nothing came of it
    bool kept;              ///< the documents are in the case for good
    xc_case_content before; ///< what the case held, nothing for a new one
    bool resumes;      ///< what was read is kept now and then: the next run goes on from it
    size_t batched;    ///< documents kept so far
    size_t waiting;    ///< and those that are not yet
    size_t skips_kept; ///< of the skipped inputs, those that are in the case
    xc_slice *settled; ///< keys of documents that need no claims again, in order
    size_t settled_count;
    size_t added; ///< documents that are new to the case
    size_t known; ///< documents that the case had
} casework;

/// Reads the inputs into the case, compares, and makes the groups, all in one transaction that
/// casework_keep ends; waits for another program that does the same. Where nothing was read, there
/// is no case_file. Where a
/// failure ends it, the case is as it was; one made by this call is removed. With `resumes` the
/// documents are kept in batches, their groups at the end: an ended run leaves documents in no
/// group, which the next one does not extract from again.
/// @param work place, path, folder and resumes are given; release it also after a failure
XC_MUST_CHECK xc_status casework_run(const cli_arguments *arguments, casework *work,
                                     xc_error *error);
/// Opens and loads a case that nothing is added to. Claims that an earlier run left in no group are
/// grouped where the case may be written; what was found is told on standard error.
/// @param work place and path are given; release it also after a failure
/// @param content owned by the place's arena
XC_MUST_CHECK xc_status casework_open(casework *work, xc_case_content *content,
                                      xc_error *error);
/// What casework_run made is in the case for good.
XC_MUST_CHECK xc_status casework_keep(casework *work, xc_error *error);
/// After a failure: what of the documents is in the case all the same.
void casework_tell_batches(const casework *work);
void casework_release(casework *work);

/// Loads all of a case, which is only read.
/// @param arena owns *content
XC_MUST_CHECK xc_status casework_load(const char *path, xc_arena *arena,
                                      xc_case_content *content, xc_error *error);

/// The same as a reviewer sees it who decides blind; NULL: as everybody does.
XC_MUST_CHECK xc_status casework_load_for(const char *path, const xc_slice *blind,
                                          xc_arena *arena, xc_case_content *content,
                                          xc_error *error);

/// Says on standard error that there is nothing to compare, and so no report.
/// @return the exit status
int casework_nothing_read(const casework *work);

/// One line on standard error: what was read, added, known, ignored, skipped.
void casework_tell(const casework *work);

#endif
