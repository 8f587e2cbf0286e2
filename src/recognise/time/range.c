// SPDX-License-Identifier: MIT
// Ranges: from one time to another, with what the ends borrow from each other.
#include "recognise/time/readers.h"

static bool has_calendar(const time_value *value) {
    return value->form == FORM_FIXED || value->year || value->month || value->day ||
           value->weekday;
}

bool time_is_joiner(time_reader *reader, size_t at, bool between) {
    int kind = 0;
    if (time_mark(reader, at, '-')) {
        return true;
    }
    return time_kind_value(reader, at, TIME_JOINER, &kind) && (kind == 0 || between);
}

// "17 to 19 September", "4 till 23 of this month": the first day borrows the month.
static size_t day_to_date(time_reader *reader, size_t at, time_reading *out) {
    int day = 0;
    bool ordinal = false;
    size_t next = time_read_day(reader, time_skip_the(reader, at), &day, &ordinal);
    int between = day;
    while (next && time_mark(reader, next, ',')) { // "3, 5 and 9 April"
        int before = between;
        next = time_read_day(reader, time_skip_the(reader, next + 1), &between, &ordinal);
        next = between > before ? next : 0;
    }
    if (!next || !time_is_joiner(reader, next, true)) {
        return 0;
    }
    size_t start = time_skip_the(reader, next + 1);
    size_t end = time_read_within(reader, start, &out->last);
    if (!end) {
        end = time_read_date(reader, start, &out->last);
    }
    if (!end || out->last.weak || out->last.unit != UNIT_DAY) {
        return 0;
    }
    out->first = out->last;
    if (out->last.form == FORM_FIXED) {
        if (time_known(out->last.from)) {
            out->first.from.day = (int8_t)day;
        }
        return end;
    }
    if (!out->last.month) {
        return 0;
    }
    out->first.day = (int8_t)day;
    out->first.weekday = 0;
    return end;
}

// "19-20 September", "September 19 to 20, 2023": the last day borrows the month.
static size_t date_to_day(time_reader *reader, size_t at, time_reading *out) {
    int day = 0;
    int year = 0;
    bool ordinal = false;
    if (out->first.form != FORM_CALENDAR || !out->first.month || !out->first.day ||
        out->first.year) {
        return 0;
    }
    size_t next = time_read_day(reader, time_skip_the(reader, at), &day, &ordinal);
    if (!next || day <= out->first.day || time_mark(reader, next, ':') ||
        time_mark(reader, next, '/') || time_has(reader, next, TIME_HALF_DAY) ||
        time_has(reader, next, TIME_COUNTED) || time_has(reader, next, TIME_MONTH) ||
        (time_has(reader, next, TIME_OF) && time_has(reader, next + 1, TIME_MONTH))) {
        return 0;
    }
    out->last = out->first;
    out->last.day = (int8_t)day;
    out->last.weekday = 0;
    size_t start = time_mark(reader, next, ',') ? next + 1 : next;
    size_t end = time_read_year(reader, start, &year);
    if (end && !time_has(reader, end, TIME_COUNTED)) {
        out->first.year = out->last.year = (int16_t)year;
        return end;
    }
    return next;
}

// "2020-2022", "2011-12".
static size_t year_to_year(time_reader *reader, size_t at, time_reading *out) {
    const time_item *item = time_at(reader, at);
    int year = 0;
    if (out->first.form != FORM_CALENDAR || out->first.unit != UNIT_YEAR ||
        item->token_kind != XC_TOKEN_NUMBER || item->parts != 1) {
        return 0;
    }
    bool is_short = item->digits[0] == 2 && time_is_close(item);
    year = is_short ? out->first.year / 100 * 100 + item->part[0] : item->part[0];
    if ((!is_short && item->digits[0] != 4) || year <= out->first.year ||
        year > out->first.year + 300 || time_has(reader, at + 1, TIME_COUNTED) ||
        time_has(reader, at + 1, TIME_MONTH) || time_mark(reader, at + 1, '/') ||
        (time_mark(reader, at + 1, '-') && time_is_close(time_at(reader, at + 1)))) {
        return 0;
    }
    out->last = out->first;
    out->last.year = (int16_t)year;
    out->first.weak = false;
    return at + 1;
}

// "2023/24", "2023/2024": two years that meet.
static size_t season_of_years(time_reader *reader, size_t at, time_reading *out) {
    if (!time_mark(reader, at, '/') || !time_is_close(time_at(reader, at)) ||
        !time_is_close(time_at(reader, at + 1))) {
        return 0;
    }
    size_t end = year_to_year(reader, at + 1, out);
    return end && out->last.year == out->first.year + 1 ? end : 0;
}

// "3-8pm", "from 9:30 to 11:00": the first hour borrows the half of the day.
static void share_half(time_value *first, time_value *last) {
    if (!first->half_day && last->half_day && last->hour >= 12 && first->hour < 12 &&
        first->hour + 12 <= last->hour) {
        first->hour = (int8_t)(first->hour + 12);
    } else if (first->half_day && !last->half_day && last->hour < 12 &&
               last->hour < first->hour) {
        last->hour = (int8_t)(last->hour + 12);
    }
}

static size_t clock_to_clock(time_reader *reader, size_t at, bool between, time_reading *out) {
    size_t next = time_read_clock(reader, at, &out->first);
    if (!next || !time_is_joiner(reader, next, between)) {
        return 0;
    }
    size_t end = time_read_clock(reader, time_skip_the(reader, next + 1), &out->last);
    if (!end || (out->first.clock == XC_NO_DATE)) {
        return 0;
    }
    share_half(&out->first, &out->last);
    return end;
}

// "3 to 5" are hours only where a day stands beside them; "9:30 to 11:00" are by themselves.
static bool are_unsure(const time_reading *reading) {
    return reading->first.weak && reading->last.weak &&
           (reading->first.clock == XC_HOUR || reading->last.clock == XC_HOUR);
}

static void take_day(time_value *clock, const time_value *day) {
    time_value copy = *day;
    copy.clock = clock->clock;
    copy.hour = clock->hour;
    copy.minute = clock->minute;
    copy.second = clock->second;
    copy.zoned = clock->zoned;
    copy.zone = clock->zone;
    bool later = copy.part && copy.part_hour > 0 && !clock->half_day && copy.hour < 12;
    copy.hour = (int8_t)(later ? copy.hour + 12 : copy.hour);
    *clock = copy;
}

// A range of clock times with the day that stands before or behind it.
static size_t clocks_and_day(time_reader *reader, size_t at, bool between, time_reading *out) {
    time_value day;
    size_t end = clock_to_clock(reader, at, between, out);
    if (!end || (at == 0 && are_unsure(out))) { // "3-2 on Sunday" is a score
        return 0;
    }
    size_t start =
        time_has(reader, end, TIME_ON) || time_mark(reader, end, ',') ? end + 1 : end;
    size_t next = time_read_point(reader, start, &day);
    if (next && day.unit == UNIT_DAY && !time_known(day.to) && has_calendar(&day) &&
        !day.weak && day.clock == XC_NO_DATE) {
        take_day(&out->first, &day);
        take_day(&out->last, &day);
        return next;
    }
    bool unsure = are_unsure(out);
    out->first.weak = out->last.weak = false;
    return unsure ? 0 : end;
}

static size_t day_and_clocks(time_reader *reader, size_t at, time_reading *out) {
    const time_value day = out->first;
    if (day.unit != UNIT_DAY || time_known(day.to) || !has_calendar(&day) ||
        day.clock != XC_NO_DATE) {
        return 0;
    }
    time_reading clocks;
    size_t start = time_mark(reader, at, ',') || time_has(reader, at, TIME_ON) ? at + 1 : at;
    bool opener = time_has(reader, start, TIME_OPENER);
    int between = 0;
    (void)time_kind_value(reader, start, TIME_OPENER, &between);
    size_t end = clock_to_clock(reader, opener ? start + 1 : start, between != 0, &clocks);
    if (!end ||
        (!opener && start == at && clocks.first.clock == XC_HOUR && !clocks.last.half_day)) {
        return 0;
    }
    take_day(&clocks.first, &day);
    take_day(&clocks.last, &day);
    out->first = clocks.first;
    out->last = clocks.last;
    return end;
}

// The last end of a range, behind the joiner.
static size_t last_point(time_reader *reader, size_t at, bool dash, time_reading *out) {
    size_t end = time_read_point(reader, at, &out->last);
    if (!end || (out->last.weak && out->last.unit != out->first.unit)) {
        return 0;
    }
    if (out->first.unit != out->last.unit &&
        ((dash && out->first.weak) || out->first.unit == UNIT_HOUR)) {
        return 0;
    }
    if (out->first.clock != XC_NO_DATE && out->last.clock != XC_NO_DATE) {
        share_half(&out->first, &out->last);
    }
    if (!out->last.weak || out->last.unit == UNIT_MONTH) {
        out->first.weak = out->first.weak && out->first.unit != out->last.unit;
    }
    if (!has_calendar(&out->last)) { // "Monday, 5pm to 7pm"
        if (out->first.clock == XC_NO_DATE) {
            return 0;
        }
        time_value day = out->first;
        take_day(&out->last, &day);
    }
    out->last.weak = false;
    return end;
}

static size_t weekday_of(time_reader *reader, size_t at, xc_date monday, time_value *out) {
    int weekday = 0;
    if (!time_kind_value(reader, at, TIME_WEEKDAY, &weekday)) {
        return 0;
    }
    *out = (time_value){.form = FORM_FIXED, .unit = UNIT_DAY};
    if (time_known(monday)) {
        out->from = xc_date_add_days(monday, weekday - 1);
    }
    return at + 1;
}

// "next week Tuesday", "this week from Monday to Friday".
static size_t week_and_days(time_reader *reader, size_t at, time_reading *out) {
    xc_date monday = out->first.from;
    int between = 0;
    if (out->first.unit != UNIT_WEEK || out->first.form != FORM_FIXED) {
        return 0;
    }
    bool opened = time_kind_value(reader, at, TIME_OPENER, &between);
    size_t start = opened || time_has(reader, at, TIME_ON) ? at + 1 : at;
    time_value first;
    size_t end = weekday_of(reader, start, monday, &first);
    if (!end) {
        return 0;
    }
    size_t last = time_is_joiner(reader, end, between != 0)
                      ? weekday_of(reader, end + 1, monday, &out->last)
                      : 0;
    if (opened && !last) {
        return 0;
    }
    out->first = first;
    out->range = last != 0;
    return last ? last : time_add_clock(reader, end, &out->first);
}

size_t time_read_range(time_reader *reader, size_t at, bool between, time_reading *out) {
    size_t end = day_to_date(reader, at, out);
    out->range = end != 0;
    if (!end) {
        end = clocks_and_day(reader, at, between, out);
        out->range = end != 0;
    }
    if (end) {
        return end;
    }
    size_t next = time_read_point(reader, at, &out->first);
    if (!next) {
        return 0;
    }
    end = week_and_days(reader, next, out);
    if (end) {
        return end;
    }
    end = season_of_years(reader, next, out);
    if (end) {
        out->range = true;
        return end;
    }
    end = day_and_clocks(reader, next, out);
    if (!end && time_is_joiner(reader, next, between)) {
        bool dash = time_mark(reader, next, '-');
        size_t start = time_skip_the(reader, next + 1);
        end = date_to_day(reader, start, out);
        end = end ? end : year_to_year(reader, start, out);
        end = end ? end : last_point(reader, start, dash, out);
    }
    out->range = end != 0;
    return end ? end : next;
}
