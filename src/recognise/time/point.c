// SPDX-License-Identifier: MIT
// One point or unit of time with what belongs to it: its edge, part of the day, clock time.
#include "recognise/time/named_date.h"

static size_t read_base(time_reader *reader, size_t at, time_value *out) {
    static size_t (*const readers[])(time_reader *, size_t, time_value *) = {
        time_read_feast, time_read_within, time_read_relative, time_read_season,
        time_read_date};
    for (size_t i = 0; i < sizeof readers / sizeof *readers; i++) {
        size_t next = readers[i](reader, at, out);
        if (next) {
            return next;
        }
    }
    return 0;
}

static void cut_days(xc_date first, xc_date last, int32_t from, int32_t to, time_value *out) {
    int32_t length = xc_date_days(last) - xc_date_days(first) + 1;
    out->from = xc_date_add_days(first, length * from / 12);
    out->to = to == 12 ? last : xc_date_add_days(first, length * to / 12 - 1);
}

static void cut_months(xc_date first, xc_date last, int from, int to, time_value *out) {
    int months = (last.year - first.year) * 12 + last.month - first.month + 1;
    xc_date month = xc_date_cut(first, XC_MONTH);
    out->from = time_first_day(xc_date_add_months(month, months * from / 12));
    out->to = time_last_day(xc_date_add_months(month, months * to / 12 - 1));
}

// Early and late are halves; beginning, middle and end of longer units are thirds.
static void cut_edge(time_edge edge, time_value *value, xc_date from, xc_date to) {
    bool third = (edge == EDGE_BEGIN || edge == EDGE_END) && value->unit >= UNIT_MONTH;
    bool week = value->unit == UNIT_WEEK && edge == EDGE_END; // Friday to Sunday
    int twelfths[][2] = {[EDGE_NONE] = {0, 12},
                         [EDGE_EARLY] = {0, 6},
                         [EDGE_BEGIN] = {0, third ? 4 : 6},
                         [EDGE_MIDDLE] = {4, 8},
                         [EDGE_LATE] = {6, 12},
                         [EDGE_END] = {third ? 8 : week ? 7 : 6, 12}};
    xc_date first = time_first_day(from);
    xc_date last = time_last_day(time_known(to) ? to : from);
    value->form = FORM_FIXED;
    value->weak = value->direction = false;
    value->from = value->to = (xc_date){0};
    if (!time_known(first)) {
        return;
    }
    if (value->unit >= UNIT_QUARTER) {
        cut_months(first, last, twelfths[edge][0], twelfths[edge][1], value);
    } else {
        cut_days(first, last, twelfths[edge][0], twelfths[edge][1], value);
    }
}

static void set_part(time_value *value, int half) {
    value->part = true;
    value->part_hour = (int8_t)half;
    value->weak = false;
    bool small = half == TIME_NIGHT && value->hour < 5;
    if (value->clock != XC_NO_DATE && !value->half_day && half > 0 && value->hour < 12 &&
        !small) {
        value->hour = (int8_t)(value->hour + 12);
        value->half_day = true;
    }
}

// "Monday morning", "24 September in the evening".
static size_t part_behind(time_reader *reader, size_t at, time_value *value) {
    int half = 0;
    size_t next = time_has(reader, at, TIME_AT) || time_mark(reader, at, ',') ? at + 1 : at;
    next = time_has(reader, next, TIME_FILLER) ? next + 1 : next;
    if (!time_kind_value(reader, next, TIME_PART, &half)) {
        return at;
    }
    set_part(value, half);
    return next + 1;
}

// "early 2020", "the end of last week", "mid-March"; of a day it says no more than the day.
static size_t read_edge(time_reader *reader, size_t at, time_value *out) {
    int edge = 0;
    int unit = 0;
    if (!time_kind_value(reader, at, TIME_EDGE, &edge)) {
        return 0;
    }
    size_t next = at + 1;
    bool joined = time_has(reader, next, TIME_OF) || time_has(reader, next, TIME_ON) ||
                  time_mark(reader, next, '-');
    bool outer = edge == EDGE_BEGIN || edge == EDGE_END;
    if (outer && (!time_has(reader, next, TIME_OF) || time_has(reader, next, TIME_IN))) {
        return 0; // "to end last week's strike", "to start in May"
    }
    next = joined ? next + 1 : next;
    bool told = time_has(reader, next, TIME_FILLER);
    next = told ? next + 1 : next;
    size_t end = read_base(reader, next, out);
    if (!end && (told || joined) && time_kind_value(reader, next, TIME_UNIT, &unit) &&
        unit >= UNIT_DAY) {
        *out = (time_value){.form = FORM_FIXED, .unit = (time_unit)unit};
        time_period(reader->reference, (time_unit)unit, 0, &out->from, &out->to);
        end = next + 1;
    }
    if (!end || out->unit < UNIT_DAY) {
        return 0;
    }
    if (out->unit == UNIT_DAY && !time_known(out->to)) {
        end = part_behind(reader, end, out);
    }
    if (out->unit > UNIT_DAY) {
        xc_date from;
        xc_date to;
        time_settle(reader, out, &from, &to);
        bool weak = out->weak && out->unit == UNIT_DECADE; // "in his mid-50s"
        cut_edge((time_edge)edge, out, from, to);
        out->weak = weak;
        out->ends = edge == EDGE_END;
        return end;
    }
    out->weak = false;
    return end;
}

static size_t skip_fillers(time_reader *reader, size_t at) {
    for (int i = 0; i < 2 && time_has(reader, at, TIME_FILLER); i++) {
        at++;
    }
    return at;
}

static void take_clock(time_value *value, const time_value *clock) {
    value->clock = clock->clock;
    value->hour = clock->hour;
    value->minute = clock->minute;
    value->second = clock->second;
    value->zoned = clock->zoned;
    value->zone = clock->zone;
    value->half_day = clock->half_day;
    value->weak = false;
    if (value->part) {
        set_part(value, value->part_hour);
    }
}

// "Monday at 5pm", "24 September, 17:35", "2023-09-24T17:35".
size_t time_add_clock(time_reader *reader, size_t at, time_value *value) {
    time_value clock;
    bool told = time_has(reader, at, TIME_CLOCK_MARK) && time_is_close(time_at(reader, at));
    bool bracket = time_mark(reader, at, '(');
    size_t start = told || bracket || time_mark(reader, at, ',') ? at + 1 : at;
    if (time_has(reader, start, TIME_ON)) {
        told = true;
        start++;
    }
    start = skip_fillers(reader, start);
    size_t next = time_read_clock(reader, start, &clock);
    if (!next || (clock.weak && clock.clock == XC_HOUR && !(value->part && told))) {
        return at;
    }
    if (clock.weak && !told && start > at) {
        return at;
    }
    if (bracket && (clock.weak || !time_mark(reader, next++, ')'))) {
        return at;
    }
    const time_item *item = time_at(reader, start);
    if (clock.weak && !told && item->parts == 1 && item->digits[0] == 4 && next == start + 1) {
        return at; // "May 24 1945" is a year
    }
    take_clock(value, &clock);
    return next;
}

static size_t with_clock(time_reader *reader, size_t at, time_value *out) {
    size_t next = read_base(reader, at, out);
    if (!next || out->unit != UNIT_DAY || time_known(out->to)) {
        return next;
    }
    if (out->part) {
        return time_add_clock(reader, next, out);
    }
    size_t end = part_behind(reader, next, out);
    size_t behind = time_add_clock(reader, end, out);
    return behind > end ? part_behind(reader, behind, out) : behind;
}

// "5pm on Monday", "17:35 local time, 24 September", "the morning of 15 February".
static size_t clock_before(time_reader *reader, size_t at, time_value *out) {
    time_value clock = {0};
    int half = 0;
    bool part = time_kind_value(reader, at, TIME_PART, &half);
    size_t next = part ? at + 1 : time_read_clock(reader, at, &clock);
    if (!next) {
        return 0;
    }
    size_t start = next;
    if (time_has(reader, start, TIME_ON) || time_mark(reader, start, ',') ||
        time_has(reader, start, TIME_OF)) {
        start++;
    }
    start = skip_fillers(reader, start);
    size_t end = part && start == next ? 0 : read_base(reader, start, out);
    bool day = end && out->unit == UNIT_DAY && !time_known(out->to) &&
               (!out->weak || time_has(reader, start - 1, TIME_ON));
    if (!day || (clock.weak && clock.clock == XC_HOUR && !out->part)) {
        if (part || clock.weak) {
            return 0;
        }
        *out = clock;
        return next;
    }
    if (part) {
        set_part(out, half);
        return end;
    }
    take_clock(out, &clock);
    return part_behind(reader, end, out);
}

size_t time_read_point(time_reader *reader, size_t at, time_value *out) {
    size_t start = skip_fillers(reader, at);
    size_t next = read_edge(reader, start, out);
    if (next) {
        return next;
    }
    next = with_clock(reader, start, out);
    if (next && !(out->weak && out->unit == UNIT_YEAR)) {
        return next;
    }
    time_value clock;
    size_t end = clock_before(reader, start, &clock);
    if (end > next) {
        *out = clock;
        return end;
    }
    return next;
}
