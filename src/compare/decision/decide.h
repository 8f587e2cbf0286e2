// SPDX-License-Identifier: MIT
/// A reviewer's decisions, found again among the claims that are there now.
#ifndef CROSSCLAIM_COMPARE_DECISION_DECIDE_H
#define CROSSCLAIM_COMPARE_DECISION_DECIDE_H

#include "compare/cluster.h"

typedef struct decided_pair {
    uint32_t one, other; ///< indexes of claims
} decided_pair;

/// A verdict and the claims that it was set for.
typedef struct decided_verdict {
    const xc_decision *decision;
    const uint32_t *claims; ///< indexes, rising
    size_t count;
} decided_verdict;

typedef struct decisions {
    const profiles *all;
    decided_pair *always, *never;
    decided_verdict *verdicts; ///< by first claim
    size_t always_count, never_count, verdict_count;
} decisions;

/// Decisions about claims that are not found again are left out.
XC_MUST_CHECK xc_status decisions_find(const profiles *all, const xc_case_content *content,
                                       xc_arena *arena, decisions *out, xc_error *error);
/// The reviewer's verdict for exactly these members; the latest where there are several.
/// @param outgrown the latest verdict that was set for a part of them, where none is for all:
///                 further claims came in since
const xc_decision *decision_for(const cluster *group, const decisions *decided,
                                const xc_decision **outgrown);

#endif
