// SPDX-License-Identifier: MIT
/// What a case's new documents changed, in words for people.
#ifndef CROSSCLAIM_CLI_CHANGES_H
#define CROSSCLAIM_CLI_CHANGES_H

#include "crossclaim/store.h"

/// @param arena owns *lines
/// @param lines empty where nothing changed
XC_MUST_CHECK xc_status changes_tell(const xc_case_content *before,
                                     const xc_case_content *after, size_t documents_added,
                                     xc_arena *arena, xc_slice **lines, size_t *count,
                                     xc_error *error);

#endif
