// SPDX-License-Identifier: MIT
/// Running totals: two counts of one thing that goes on.
#ifndef CROSSCLAIM_COMPARE_PAIR_SERIES_H
#define CROSSCLAIM_COMPARE_PAIR_SERIES_H

#include "compare/profile.h"

/// The later figure is what the earlier one may have become: of all people, of one place, told as a
/// running total by one of them at least (the displaced of a place always are, where thousands are
/// told), within weeks, and no more than a few times as many.
bool counts_on(const claim_profile *a, const claim_profile *b);
/// The same, of one place that both sentences name: such counts make a chain over weeks, of which
/// the first and the last have little in common.
bool counts_on_surely(const claim_profile *a, const claim_profile *b);

#endif
