// SPDX-License-Identifier: MIT
/// Which happenings of two documents are one.
#ifndef CROSSCLAIM_COMPARE_INCIDENT_SAME_INCIDENT_H
#define CROSSCLAIM_COMPARE_INCIDENT_SAME_INCIDENT_H

#include "compare/cluster.h"
#include "compare/incident/told_happening.h"

static const uint32_t NO_INCIDENT = UINT32_MAX;

/// Happenings of one incident have one number; numbers rise with the first of their happenings.
typedef struct incident_numbers {
    uint32_t *of_happening; ///< NO_INCIDENT for one that no document is about
    size_t count;
} incident_numbers;

/// Looked for among the happenings of a group and among documents that share rare words of their
/// openings, never all with all; the likeliest two are joined first, and two happenings of one
/// document never.
/// @param groups those of the claims: one group is one witness for one happening
XC_MUST_CHECK xc_status incidents_number(const profiles *all, const clusters *groups,
                                         const happenings *told, xc_arena *arena,
                                         incident_numbers *out, xc_error *error);

/// happening_pairs.c: two happenings of two documents.
typedef struct happening_pair {
    uint32_t one, other; ///< one < other
    uint32_t groups;     ///< that both have claims in
} happening_pair;
typedef struct happening_pairs {
    happening_pair *items; ///< by `one`, then `other`
    size_t count, capacity;
} happening_pairs;
XC_MUST_CHECK xc_status happening_pairs_find(const clusters *groups, const profiles *all,
                                             const happenings *told, xc_arena *arena,
                                             happening_pairs *out, xc_error *error);

#endif
