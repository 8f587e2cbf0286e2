// SPDX-License-Identifier: MIT
/// What sums of money in two currencies are to each other, by claims/world/exchange_rates.csv.
#ifndef CROSSCLAIM_COMPARE_EXCHANGE_H
#define CROSSCLAIM_COMPARE_EXCHANGE_H

#include "crossclaim/base.h"

/// Whether a unit is a currency that the table has ("EUR"; "USD" always is).
bool currency_known(xc_slice unit);
/// What one unit was worth in US dollars, by the mean of a month.
/// @param month ISO 8601, of which year and month are read; empty, or outside of the table: the
///              table's nearest month, for an empty one its last
/// @return 0 for a unit that the table does not have
double currency_in_dollars(xc_slice unit, xc_slice month);

#endif
