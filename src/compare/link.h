// SPDX-License-Identifier: MIT
/// Whether two claims are about the same thing. Looks at the two and their documents only.
#ifndef CROSSCLAIM_COMPARE_LINK_H
#define CROSSCLAIM_COMPARE_LINK_H

#include "compare/profile.h"

enum { LINK_THRESHOLD = 39 };

/// Points for being about the same thing; linked from LINK_THRESHOLD on, INT_MIN where
/// something rules it out.
int link_score(const claim_profile *a, const claim_profile *b);
/// Whether one document gives the two figures for different things.
bool must_stay_apart(const claim_profile *a, const claim_profile *b);

#endif
