// SPDX-License-Identifier: MIT
/// From links to groups.
#ifndef CROSSCLAIM_COMPARE_CLUSTER_H
#define CROSSCLAIM_COMPARE_CLUSTER_H

#include "compare/profile.h"

struct decisions;

typedef struct cluster {
    const claim_profile **members; ///< in the order of the profiles
    size_t count;
    /// Likely of the same thing, and not sure enough to be judged: members of other clusters, in
    /// the order of the profiles.
    const claim_profile **doubtful;
    size_t doubtful_count;
    bool by_reviewer; ///< a decision put claims together, and what they say is judged as it is
} cluster;

typedef struct clusters {
    cluster *items;
    size_t count;
} clusters;

/// Every claim is in one cluster: average-link clustering, the likeliest two first, so that
/// neither the order of claims nor that of documents matters. Two clusters of which one document
/// gives figures for different things are never joined. A reviewer's decisions come first.
XC_MUST_CHECK xc_status clusters_make(const profiles *all, const struct decisions *decided,
                                      xc_arena *arena, clusters *out, xc_error *error);

#endif
