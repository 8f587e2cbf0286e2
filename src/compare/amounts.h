// SPDX-License-Identifier: MIT
/// Figures of one unit, or sums of money of two currencies, side by side. Two currencies are
/// compared at the mean rate of the claim's month (claims/world/exchange_rates.csv), which is
/// never the one that a source reckoned with: what lies within a tenth is the same sum, and what
/// lies within a third may be.
#ifndef CROSSCLAIM_COMPARE_AMOUNTS_H
#define CROSSCLAIM_COMPARE_AMOUNTS_H

#include "compare/profile.h"

/// Both in one unit, or in currencies that are known.
bool amounts_comparable(const claim_profile *a, const claim_profile *b);
/// Two currencies, both known.
bool amounts_exchanged(const claim_profile *a, const claim_profile *b);
/// Of comparable ones.
figure_relation amounts_compare(const claim_profile *a, const claim_profile *b);
/// How often the lesser goes into the greater; 1 where one of them has no number.
double amounts_ratio(const claim_profile *a, const claim_profile *b);

#endif
