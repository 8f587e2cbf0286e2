// SPDX-License-Identifier: MIT
/// What the figures of a group say of each other. docs/verdicts.md has the rules for people.
#ifndef CROSSCLAIM_COMPARE_VERDICT_H
#define CROSSCLAIM_COMPARE_VERDICT_H

#include "compare/cause.h"
#include "compare/cluster.h"

/// Why two figures that are not the same may stand beside each other.
typedef enum pair_verdict {
    PAIR_SAME,         ///< equal, or equal after rounding
    PAIR_ALLOWED,      ///< the bounds overlap
    PAIR_EXPLAINED,    ///< they do not, and a stated cause says why
    PAIR_LATER,        ///< the second is a later count
    PAIR_UNORDERED,    ///< no dates put them in order
    PAIR_CONTRADICTED, ///< dates are there and do not explain it
} pair_verdict;

typedef struct judgement {
    xc_verdict verdict;
    pair_verdict why;
    cause cause;                      ///< of PAIR_EXPLAINED and of a revision
    const claim_profile *one, *other; ///< the pair that shows it best; NULL where all agree
    bool vague;                       ///< vague words stand beside the numbers
    bool rounded;                     ///< numbers differ, and are the same after rounding
    bool denied;                      ///< statements of contrary polarity
    bool alone;                       ///< one source only
    bool voices;                      ///< ... in which two people contradict each other
} judgement;

/// @param scratch may be rewound when this returns
XC_MUST_CHECK xc_status judge(const cluster *group, xc_arena *scratch, judgement *out,
                              xc_error *error);
/// How the second figure stands to the first, whichever way round they came.
/// @param why set where a stated cause explains it
pair_verdict pair_judge(const claim_profile **first, const claim_profile **second, cause *why);
/// Whether the two would be a conflict or a later count: what a reader sees first.
bool figures_oppose(const claim_profile *a, const claim_profile *b);

#endif
