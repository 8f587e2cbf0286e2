// SPDX-License-Identifier: MIT
/// Groups of one event that count another class, area, time window or near measure.
#ifndef CROSSCLAIM_COMPARE_RELATE_H
#define CROSSCLAIM_COMPARE_RELATE_H

#include "crossclaim/compare.h"

#include "compare/cluster.h"

/// Sets `related` of every group, and adds to its reason where a part does not fit into its
/// whole.
/// @param discrepant set for the groups that it was added to
/// @param members of each group, in the same order
XC_MUST_CHECK xc_status groups_relate(xc_group *groups, const cluster *members, size_t count,
                                      const xc_measure *measures, size_t measure_count,
                                      bool *discrepant, xc_arena *arena, xc_error *error);

#endif
