// SPDX-License-Identifier: MIT
/// The axis of time below a plot: days, months or years, whichever the span asks for.
#ifndef CROSSCLAIM_REPORT_PAGE_TIME_AXIS_H
#define CROSSCLAIM_REPORT_PAGE_TIME_AXIS_H

#include "crossclaim/base.h"

enum { MOST_TIME_TICKS = 4 };

typedef struct time_axis {
    int64_t first, last; ///< seconds since 1970
    xc_precision step;   ///< XC_DAY, XC_MONTH or XC_YEAR: what a tick is the start of
    int64_t ticks[MOST_TIME_TICKS]; ///< seconds, within the axis
    size_t tick_count;
} time_axis;

/// @param first, last the least and the greatest moment shown; last is later
time_axis time_axis_make(int64_t first, int64_t last);
/// Where a moment stands, in percent of the plot's width.
double time_axis_at(const time_axis *axis, int64_t second);
/// "14 Sept 2023", "Sept 2023", "2023"; a day of the year of the tick before is "20 Sept".
void time_axis_label(const time_axis *axis, size_t tick, xc_buffer *out);

/// The first second of a day or a clock time, by its zone where it tells one.
/// @return false where the text is no date of a day at least
bool time_axis_moment(xc_slice text, int64_t *second);

#endif
