// SPDX-License-Identifier: MIT
/// How many say what a group says, by the rules of "Who counts as independent" in
/// docs/verdicts.md.
#ifndef CROSSCLAIM_COMPARE_VOICES_H
#define CROSSCLAIM_COMPARE_VOICES_H

#include "compare/cluster.h"

/// Sets `documents`, `sources` and `independent` of the group; never more origins than
/// documents.
/// @param arena is as it was when this returns
XC_MUST_CHECK xc_status voices_count(const cluster *members, xc_arena *arena, xc_group *group,
                                     xc_error *error);

#endif
