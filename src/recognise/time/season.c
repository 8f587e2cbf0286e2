// SPDX-License-Identifier: MIT
// Seasons, as three months of the northern year.
#include "recognise/time/readers.h"

static void set_season(time_value *value, int year) {
    if (year < 2 || year > 9998) {
        return;
    }
    xc_date first = {.year = (int16_t)year, .month = value->month, .precision = XC_MONTH};
    value->from = time_first_day(first);
    value->to = time_last_day(xc_date_add_months(first, 2));
}

void time_pick_season(const time_reader *reader, time_value *value, int which) {
    xc_date now = reader->reference;
    value->weak = false;
    if (time_known(value->from) && value->year) {
        return;
    }
    value->from = value->to = (xc_date){0};
    if (now.precision < XC_MONTH) {
        return;
    }
    int32_t today = xc_date_days(now);
    for (int step = which > 0 ? -1 : 1; step >= -2 && step <= 2; step += which > 0 ? 1 : -1) {
        set_season(value, now.year + step);
        int32_t first = xc_date_days(value->from);
        int32_t last = xc_date_days(value->to);
        if (which > 0 ? first > today : which < 0 ? last < today : first <= today + 183) {
            return;
        }
    }
}

size_t time_read_season(time_reader *reader, size_t at, time_value *out) {
    int month = 0;
    int year = 0;
    if (!time_kind_value(reader, at, TIME_SEASON, &month)) {
        return 0;
    }
    *out = (time_value){.form = FORM_FIXED, .month = (int8_t)month, .unit = UNIT_QUARTER};
    const time_item *between = time_at(reader, at + 1);
    size_t start = time_is(between, TIME_OF) || between->mark == ',' ? at + 2 : at + 1;
    size_t next = time_read_year(reader, start, &year);
    if (next) {
        out->year = (int16_t)year;
        set_season(out, year);
        return next;
    }
    time_pick_season(reader, out, time_direction(reader) > 0 ? 1 : 0);
    out->weak = true;
    return at + 1;
}
