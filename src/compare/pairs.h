// SPDX-License-Identifier: MIT
/// Pairs of claims that are about one thing: looked for where two share a key, never all with
/// all.
#ifndef CROSSCLAIM_COMPARE_PAIRS_H
#define CROSSCLAIM_COMPARE_PAIRS_H

#include "compare/profile.h"

typedef struct claim_link {
    uint32_t one, other; ///< indexes of claims, one < other
    int32_t score;
} claim_link;

typedef struct claim_links {
    claim_link *items; ///< the strongest first; of equal ones by `one`, then `other`
    size_t count;
} claim_links;

/// A claim and those behind it in the order of the profiles that share a key with it.
typedef void (*pair_visitor)(void *context, uint32_t claim, const uint32_t *others,
                             size_t count);
/// Visits every pair that is looked at, each once.
XC_MUST_CHECK xc_status pairs_visit(const profiles *all, xc_arena *scratch, pair_visitor visit,
                                    void *context, xc_error *error);

XC_MUST_CHECK xc_status links_find(const profiles *all, xc_arena *arena, claim_links *out,
                                   xc_error *error);

#endif
