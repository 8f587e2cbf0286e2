// SPDX-License-Identifier: MIT
/// Two figures that differ because one counts more places, other people or another event than
/// the other, as their own sentences tell.
#ifndef CROSSCLAIM_COMPARE_PAIR_OTHER_SCOPE_H
#define CROSSCLAIM_COMPARE_PAIR_OTHER_SCOPE_H

#include "compare/profile.h"

/// What sets the two apart, in words; NULL where nothing does. Two claims of two documents.
const char *other_scope(const claim_profile *a, const claim_profile *b);

#endif
