// SPDX-License-Identifier: MIT
/// Whether two statements, or two tellings of a happening, say the same thing.
#ifndef CROSSCLAIM_COMPARE_STATEMENT_MATCH_H
#define CROSSCLAIM_COMPARE_STATEMENT_MATCH_H

#include "compare/profile.h"

/// What is told around two statements.
typedef struct circumstances {
    bool one_time;  ///< both tell their time, and it is the same
    bool one_place; ///< both sentences name one place
    bool one_story; ///< the two documents are about the same thing
} circumstances;

/// Points for what the two say; INT_MIN where they do not say the same: another kind, other
/// participants, another time, or nothing in common but the story.
int statement_points(const claim_profile *a, const claim_profile *b, circumstances told);

#endif
