// SPDX-License-Identifier: MIT
/// A case in memory: as it is stored, and as people are shown it.
#ifndef CROSSCLAIM_SERVE_LOADED_CASE_H
#define CROSSCLAIM_SERVE_LOADED_CASE_H

#include "crossclaim/compare.h"

typedef struct loaded_case {
    xc_arena *arena;        ///< owns all of it; NULL: nothing is loaded
    xc_case_content stored; ///< what was read, which decisions are made on
    xc_case_content shown;  ///< copies of claims, documents and groups, corrected and named
    size_t decision_capacity;
    bool behind; ///< `shown` lacks decisions that `stored` has
} loaded_case;

/// @param blind who sees what xc_decisions_blind leaves; NULL: all is seen
/// @param out   owned by the caller: loaded_free
XC_MUST_CHECK xc_status loaded_read(xc_case *case_file, const xc_slice *blind, loaded_case *out,
                                    xc_error *error);
/// Makes room for `shown` beside `stored`, which has to stand.
XC_MUST_CHECK xc_status loaded_prepare(loaded_case *loaded, xc_error *error);
void loaded_free(loaded_case *loaded);
/// Adds a decision that was made since, copied.
XC_MUST_CHECK xc_status loaded_add(loaded_case *loaded, const xc_decision *decision,
                                   xc_error *error);
/// Brings `shown` up to the decisions.
XC_MUST_CHECK xc_status loaded_show(loaded_case *loaded, xc_error *error);

#endif
