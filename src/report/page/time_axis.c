// SPDX-License-Identifier: MIT
// The axis of time below a plot.
#include "report/page/time_axis.h"

#include "crossclaim/base/date_words.h"

static const int64_t day_seconds = 86400;

static xc_date day_of(int64_t second) {
    int64_t day = second >= 0 ? second / day_seconds : (second - day_seconds + 1) / day_seconds;
    return xc_date_of_days((int32_t)day);
}

// The first start of a step that is not before the moment.
static xc_date first_start(int64_t second, xc_precision step) {
    xc_date start = xc_date_cut(day_of(second), step);
    if (xc_date_first_second(start) >= second) {
        return start;
    }
    return step == XC_DAY ? xc_date_add_days(start, 1)
                          : xc_date_add_months(start, step == XC_YEAR ? 12 : 1);
}

static void add_ticks(time_axis *axis, int32_t stride) {
    xc_date at = first_start(axis->first, axis->step);
    axis->tick_count = 0;
    while (xc_date_first_second(at) <= axis->last && axis->tick_count < MOST_TIME_TICKS) {
        axis->ticks[axis->tick_count++] = xc_date_first_second(at);
        at = axis->step == XC_DAY
                 ? xc_date_add_days(at, stride)
                 : xc_date_add_months(at, axis->step == XC_YEAR ? 12 * stride : stride);
    }
}

time_axis time_axis_make(int64_t first, int64_t last) {
    enum { MOST_DAYS = 62, MOST_MONTHS = 48, DAYS_OF_MONTH = 30, DAYS_OF_YEAR = 365 };
    time_axis axis = {.first = first, .last = last};
    int64_t days = (last - first) / day_seconds;
    axis.step = days <= MOST_DAYS                              ? XC_DAY
                : days <= (int64_t)MOST_MONTHS * DAYS_OF_MONTH ? XC_MONTH
                                                               : XC_YEAR;
    int64_t step = axis.step == XC_DAY     ? 1
                   : axis.step == XC_MONTH ? DAYS_OF_MONTH
                                           : DAYS_OF_YEAR;
    int64_t steps = days / step > 0 ? days / step : 1;
    add_ticks(&axis, (int32_t)((steps + MOST_TIME_TICKS - 2) / (MOST_TIME_TICKS - 1)));
    if (axis.tick_count == 0) { // hours of one day
        axis.ticks[axis.tick_count++] = first;
    }
    return axis;
}

double time_axis_at(const time_axis *axis, int64_t second) {
    const double left = 16; // beside the axis of figures
    const double width = 76;
    return left + (double)(second - axis->first) / (double)(axis->last - axis->first) * width;
}

void time_axis_label(const time_axis *axis, size_t tick, xc_buffer *out) {
    char printed[XC_DATE_PRINTED];
    xc_date start = xc_date_cut(day_of(axis->ticks[tick]), axis->step);
    size_t length = xc_date_print(start, printed);
    xc_buffer words = {0};
    xc_date_words((xc_slice){printed, length}, &words);
    bool told = tick && axis->step == XC_DAY &&
                day_of(axis->ticks[tick - 1]).year == day_of(axis->ticks[tick]).year;
    size_t year = sizeof " 2023" - 1;
    xc_buffer_append(out,
                     xc_slice_sub(xc_buffer_slice(&words), 0,
                                  told && words.len > year ? words.len - year : words.len));
    xc_buffer_release(&words);
}

bool time_axis_moment(xc_slice text, int64_t *second) {
    xc_date date;
    int32_t ahead = 0;
    if (!text.len || !xc_date_parse(text, &date) || date.precision < XC_DAY) {
        return false;
    }
    bool zone = xc_date_zone(text, &ahead);
    *second = xc_date_first_second(date) - (zone ? ahead : 0);
    return true;
}
