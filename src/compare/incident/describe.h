// SPDX-License-Identifier: MIT
/// What an incident is, out of its groups.
#ifndef CROSSCLAIM_COMPARE_INCIDENT_DESCRIBE_H
#define CROSSCLAIM_COMPARE_INCIDENT_DESCRIBE_H

#include "compare/cluster.h"

typedef struct incident_groups {
    const clusters *clusters;
    const xc_group *groups;  ///< one a cluster
    const uint32_t *numbers; ///< of the incident's
    size_t count;
} incident_groups;

/// Fills all of an incident but its list of groups.
/// @param arena owns its texts
XC_MUST_CHECK xc_status incident_describe(const incident_groups *of, xc_arena *scratch,
                                          xc_arena *arena, xc_incident *out, xc_error *error);

#endif
