// SPDX-License-Identifier: MIT
/// What a share or a sum is of: "unemployment fell to 18 percent", "$2 million on roads".
#ifndef CROSSCLAIM_COMPARE_MEASURED_H
#define CROSSCLAIM_COMPARE_MEASURED_H

#include "compare/profile.h"

/// The words of the claim's document that tell it: of a share what rose, fell or stood at it, else
/// what stands behind "of"; of a sum what stands behind it, else what rose or fell. Empty where
/// none do.
xc_slice measured_phrase(const claim_profile *p);
/// Both sentences tell what their share or sum is of, and it is two things.
bool measured_apart(const claim_profile *a, const claim_profile *b);

#endif
