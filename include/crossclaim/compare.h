// SPDX-License-Identifier: MIT
/// Comparison: which claims are about the same thing, and whether they agree.
#ifndef CROSSCLAIM_COMPARE_H
#define CROSSCLAIM_COMPARE_H

#include "crossclaim/store.h"

typedef struct xc_groups {
    xc_group *items; ///< by rank
    size_t count;
} xc_groups;

/// Groups the claims of a case's content and gives each group its verdict and reason. Depends
/// on nothing but the content: not on its order, not on earlier runs.
/// @param content its groups are not looked at
/// @param arena   owns *out
XC_MUST_CHECK xc_status xc_compare(const xc_case_content *content, xc_arena *arena,
                                   xc_groups *out, xc_error *error);
/// Loads a case, compares, and keeps the groups in it, in one transaction.
XC_MUST_CHECK xc_status xc_compare_case(xc_case *case_file, xc_error *error);

#endif
