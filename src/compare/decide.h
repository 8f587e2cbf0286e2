// SPDX-License-Identifier: MIT
/// A reviewer's decisions, found again among the claims that are there now.
#ifndef XC_COMPARE_DECIDE_H
#define XC_COMPARE_DECIDE_H

#include "cluster.h"

typedef struct decided_pair {
    uint32_t one, other; ///< indexes of claims
} decided_pair;

typedef struct decisions {
    decided_pair *always, *never;
    size_t always_count, never_count;
} decisions;

/// A claim that is gone is found again by its sentence (a line of the decision's evidence);
/// decisions about claims that are not found again are left out.
XC_MUST_CHECK xc_status decisions_find(const profiles *all, const xc_decision *items,
                                       size_t count, xc_arena *arena, decisions *out,
                                       xc_error *error);
/// The reviewer's verdict for exactly these members; the latest where there are several.
const xc_decision *decision_for(const cluster *group, const xc_decision *items, size_t count);

#endif
