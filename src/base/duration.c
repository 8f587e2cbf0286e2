// SPDX-License-Identifier: MIT
// Units of time.
#include "crossclaim/base/duration.h"

enum { MINUTE = 60, HOUR = 60 * MINUTE, DAY = 24 * HOUR, WEEK = 7 * DAY, YEAR_MONTHS = 12 };

const xc_time_unit *xc_time_unit_of(xc_slice name) {
    static const xc_time_unit units[] = {
        {.name = "second", .plural = "seconds", .seconds = 1},
        {.name = "minute", .plural = "minutes", .seconds = MINUTE},
        {.name = "hour", .plural = "hours", .seconds = HOUR},
        {.name = "day", .plural = "days", .seconds = DAY},
        {.name = "week", .plural = "weeks", .seconds = WEEK},
        {.name = "month", .plural = "months", .months = 1},
        {.name = "quarter", .plural = "quarters", .months = 3},
        {.name = "year", .plural = "years", .months = YEAR_MONTHS},
        {.name = "decade", .plural = "decades", .months = 10 * YEAR_MONTHS},
        {.name = "century", .plural = "centuries", .months = 100 * YEAR_MONTHS},
    };
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        if (xc_slice_is(name, units[i].name)) {
            return &units[i];
        }
    }
    return NULL;
}

double xc_time_unit_days(const xc_time_unit *unit) {
    static const double year_days = 365.25;
    return unit->seconds ? (double)unit->seconds / DAY : unit->months * year_days / YEAR_MONTHS;
}
