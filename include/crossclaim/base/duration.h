// SPDX-License-Identifier: MIT
/// The units that durations are told in: one table for all who count, convert or print them.
#ifndef CROSSCLAIM_BASE_DURATION_H
#define CROSSCLAIM_BASE_DURATION_H

#include "crossclaim/base/slice.h"

/// A unit of time. Units of the clock convert exactly into each other, and so do units of the
/// calendar; between the two stands a mean.
typedef struct xc_time_unit {
    const char *name;   ///< as the `unit` of a claim has it: "hour"
    const char *plural; ///< "hours"
    int64_t seconds;    ///< of the clock, exact; 0 of a unit of the calendar
    int32_t months;     ///< of the calendar, exact; 0 of a unit of the clock
} xc_time_unit;

/// The unit of that name (second to century); NULL for what is no unit of time. Constant.
const xc_time_unit *xc_time_unit_of(xc_slice name);
/// Days in it, of a unit of the calendar the mean of the Julian year (365.25 days, as astronomers
/// and SI's tables count): for axes and orders, never for what is stated.
double xc_time_unit_days(const xc_time_unit *unit);

#endif
