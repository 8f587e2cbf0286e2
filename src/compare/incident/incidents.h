// SPDX-License-Identifier: MIT
/// Incidents: happenings that documents tell of, and the groups that lie in each.
#ifndef CROSSCLAIM_COMPARE_INCIDENT_INCIDENTS_H
#define CROSSCLAIM_COMPARE_INCIDENT_INCIDENTS_H

#include "crossclaim/compare.h"

#include "compare/cluster.h"

/// Sets `incident` of each group to the one that most of its members are told of, and makes the
/// incidents. A group of none (a population, a price, a war of long ago) keeps it empty.
/// @param groups one a cluster, in the clusters' order
/// @param arena  owns out->incidents, whose groups are not named yet
XC_MUST_CHECK xc_status incidents_make(const profiles *all, const clusters *found,
                                       xc_group *groups, xc_arena *arena, xc_groups *out,
                                       xc_error *error);
/// Names each incident's groups and puts the incidents in the order of their first groups.
/// @param groups by rank
XC_MUST_CHECK xc_status incidents_order(xc_groups *groups, xc_arena *arena, xc_error *error);

#endif
