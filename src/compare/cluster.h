// SPDX-License-Identifier: MIT
/// From links to groups.
#ifndef CROSSCLAIM_COMPARE_CLUSTER_H
#define CROSSCLAIM_COMPARE_CLUSTER_H

#include "compare/profile.h"

struct decisions;

typedef struct cluster {
    const claim_profile **members; ///< in the order of the profiles
    size_t count;
} cluster;

typedef struct clusters {
    cluster *items;
    size_t count;
} clusters;

/// Every claim is in one cluster. Links are taken strongest first, so that neither the order of
/// claims nor that of documents matters; a link that would put two figures of one document for
/// different things together is not taken. A reviewer's decisions come first.
XC_MUST_CHECK xc_status clusters_make(const profiles *all, const struct decisions *decided,
                                      xc_arena *arena, clusters *out, xc_error *error);

#endif
