// SPDX-License-Identifier: MIT
// One unit out of a larger one: the first Monday of May, the third quarter of 2016, week 31.
#include "recognise/time/readers.h"

static time_value fixed(time_unit unit, xc_date from, xc_date to) {
    return (time_value){.form = FORM_FIXED, .unit = unit, .from = from, .to = to};
}

// A month, quarter, year ... in which something is looked for.
static size_t read_whole(time_reader *reader, size_t at, xc_date *first, xc_date *last) {
    time_value whole;
    xc_date from;
    xc_date to;
    int unit = 0;
    size_t start = time_has(reader, at, TIME_FILLER) ? at + 1 : at;
    size_t next = time_read_relative(reader, start, &whole);
    if (!next) {
        next = time_read_date(reader, start, &whole);
    }
    if (!next && start > at && time_kind_value(reader, start, TIME_UNIT, &unit)) {
        whole = fixed((time_unit)unit, (xc_date){0}, (xc_date){0}); // "of the month"
        time_period(reader->reference, (time_unit)unit, 0, &whole.from, &whole.to);
        next = start + 1;
    }
    if (!next || whole.unit < UNIT_WEEK) {
        return 0;
    }
    time_settle(reader, &whole, &from, &to);
    *first = time_first_day(from);
    *last = time_last_day(time_known(to) ? to : from);
    return next;
}

// Weeks belong to the period that their Thursday lies in (ISO 8601); `weekday` from 0.
static void nth_weekday(int nth, int weekday, xc_date first, xc_date last, xc_date *out) {
    int32_t ahead = (weekday - xc_date_weekday(first) + 7) % 7;
    int32_t behind = (xc_date_weekday(last) - weekday + 7) % 7;
    xc_date found = nth > 0 ? xc_date_add_days(first, ahead + 7 * (nth - 1))
                            : xc_date_add_days(last, -behind);
    bool inside =
        xc_date_days(found) >= xc_date_days(first) && xc_date_days(found) <= xc_date_days(last);
    *out = inside ? found : (xc_date){0};
}

static void nth_of(int nth, time_unit unit, xc_date first, xc_date last, time_value *out) {
    xc_date day = {0};
    *out = fixed(unit, day, day);
    if (!time_known(first) || !time_known(last)) {
        return;
    }
    switch (unit) {
    case UNIT_DAY:
        out->from = nth > 0 ? xc_date_add_days(first, nth - 1) : last;
        if (xc_date_days(out->from) > xc_date_days(last)) {
            out->from = (xc_date){0};
        }
        break;
    case UNIT_WEEK:
        nth_weekday(nth, 3, first, last, &day);
        time_period(day, UNIT_WEEK, 0, &out->from, &out->to);
        break;
    case UNIT_WEEKEND:
        nth_weekday(nth, 5, first, last, &day);
        time_period(day, UNIT_WEEKEND, 0, &out->from, &out->to);
        break;
    default:
        time_period(nth > 0 ? first : last, unit, nth > 0 ? nth - 1 : 0, &out->from, &out->to);
        if (xc_date_days(out->from) > xc_date_days(last)) {
            out->from = out->to = (xc_date){0};
        }
        break;
    }
}

// "the first six months of 2023", "the last four weeks of May".
static size_t several_of(time_reader *reader, size_t at, int nth, time_value *out) {
    int count = 0;
    int unit = 0;
    xc_date first;
    xc_date last;
    size_t next = time_read_number(reader, at, &count);
    if (!next || (nth != 1 && nth != -1) || count < 1 ||
        !time_kind_value(reader, next, TIME_UNIT, &unit) || unit < UNIT_DAY ||
        !time_has(reader, next + 1, TIME_OF)) {
        return 0;
    }
    next = read_whole(reader, next + 2, &first, &last);
    if (!next) {
        return 0;
    }
    *out = fixed((time_unit)unit, (xc_date){0}, (xc_date){0});
    if (time_known(first) && nth > 0) {
        out->from = first;
        out->to = xc_date_add_days(time_shift_day(first, (time_unit)unit, count), -1);
    } else if (time_known(first)) {
        xc_date behind = xc_date_add_days(last, 1);
        out->from = time_shift_day(behind, (time_unit)unit, -count);
        out->to = last;
    }
    return next;
}

static size_t century(int nth, size_t next, time_value *out) {
    *out = fixed(UNIT_CENTURY, (xc_date){0}, (xc_date){0});
    if (nth > 1 && nth < 99) {
        xc_date year = {.year = (int16_t)((nth - 1) * 100), .precision = XC_YEAR};
        time_period(year, UNIT_CENTURY, 0, &out->from, &out->to);
    }
    return next;
}

static size_t ordinal_of(time_reader *reader, size_t at, time_value *out) {
    int nth = 0;
    int unit = 0;
    int weekday = 0;
    xc_date first = {0};
    xc_date last = {0};
    size_t next = time_read_ordinal(reader, at, &nth);
    if (!next) {
        return 0;
    }
    size_t end = several_of(reader, next, nth, out);
    if (end) {
        return end;
    }
    next = time_mark(reader, next, '-') ? next + 1 : next;
    if (!time_kind_value(reader, next, TIME_WEEKDAY, &weekday) &&
        !time_kind_value(reader, next, TIME_UNIT, &unit)) {
        return 0;
    }
    if (unit == UNIT_CENTURY) {
        return century(nth, next + 1, out);
    }
    bool of = time_has(reader, next + 1, TIME_OF);
    bool block = unit == UNIT_QUARTER || unit == UNIT_HALF;
    end = of || time_has(reader, next + 1, TIME_WHICH) || block
              ? read_whole(reader, of ? next + 2 : next + 1, &first, &last)
              : 0;
    if (!end && weekday && nth > 0) { // "the second Sunday in a row"
        *out = fixed(UNIT_DAY, (xc_date){0}, (xc_date){0});
        return next + 1;
    }
    if (!end && (unit != UNIT_QUARTER || nth < 1)) { // "the second half" is of a match too
        return 0;
    }
    if (!end) { // "the third quarter": of this year
        xc_date year = xc_date_cut(reader->reference, XC_YEAR);
        first = time_first_day(year);
        last = time_last_day(year);
        end = next + 1;
    }
    if (weekday) {
        *out = fixed(UNIT_DAY, (xc_date){0}, (xc_date){0});
        if (time_known(first)) {
            nth_weekday(nth, weekday - 1, first, last, &out->from);
        }
        return end;
    }
    if (unit < UNIT_DAY) {
        return 0;
    }
    nth_of(nth, (time_unit)unit, first, last, out);
    return end;
}

// "1988", "next year's", "the year-ago": the year before "second quarter".
static size_t leading_year(time_reader *reader, size_t at, xc_date *year) {
    int number = 0;
    int unit = 0;
    int way = 0;
    time_value whole;
    size_t next = time_read_year(reader, at, &number);
    if (next) {
        *year = (xc_date){.year = (int16_t)number, .precision = XC_YEAR};
        return next;
    }
    next = time_read_relative(reader, at, &whole);
    if (next && whole.unit == UNIT_YEAR && time_has(reader, next, TIME_POSSESSIVE)) {
        *year = xc_date_cut(whole.from, XC_YEAR);
        return next + 1;
    }
    bool ago = time_kind_value(reader, at, TIME_UNIT, &unit) && unit == UNIT_YEAR &&
               time_mark(reader, at + 1, '-') &&
               time_kind_value(reader, at + 2, TIME_SHIFT, &way) && way < 0;
    *year =
        ago ? time_shift(xc_date_cut(reader->reference, XC_YEAR), UNIT_YEAR, -1) : (xc_date){0};
    return ago ? at + 3 : 0;
}

// "the 1988 second quarter", "next year's first half".
static size_t ordinal_in_year(time_reader *reader, size_t at, time_value *out) {
    int nth = 0;
    int unit = 0;
    xc_date year;
    size_t start = leading_year(reader, at, &year);
    size_t next = start ? time_read_ordinal(reader, start, &nth) : 0;
    next = next && time_mark(reader, next, '-') ? next + 1 : next;
    if (!next || !time_kind_value(reader, next, TIME_UNIT, &unit) ||
        (unit != UNIT_QUARTER && unit != UNIT_HALF)) {
        return 0;
    }
    nth_of(nth, (time_unit)unit, time_first_day(year), time_last_day(year), out);
    return next + 1;
}

// "Q3", "H1", "week 31": the number of a unit within its year.
static size_t numbered_unit(time_reader *reader, size_t at, int *unit, int *number) {
    const time_item *item = time_at(reader, at + 1);
    bool close = time_kind_value(reader, at, TIME_NUMBERED, unit);
    if (!close && (!time_kind_value(reader, at, TIME_UNIT, unit) || *unit != UNIT_WEEK)) {
        return 0;
    }
    if (item->token_kind != XC_TOKEN_NUMBER || item->parts != 1 || item->digits[0] > 2 ||
        time_is_close(item) != close) {
        return 0;
    }
    *number = item->part[0];
    int most = *unit == UNIT_QUARTER ? 4 : *unit == UNIT_HALF ? 2 : 53;
    return *number >= 1 && *number <= most ? at + 2 : 0;
}

static size_t numbered(time_reader *reader, size_t at, time_value *out) {
    int unit = 0;
    int number = 0;
    int year = 0;
    xc_date first = {0};
    xc_date last = {0};
    size_t next = time_read_year(reader, at, &year);
    size_t start = next && time_mark(reader, next, '-') ? next + 1 : next;
    size_t end = numbered_unit(reader, start, &unit, &number);
    if (!end) {
        return 0;
    }
    if (next) {
        first = (xc_date){.year = (int16_t)year, .precision = XC_YEAR};
    } else {
        bool of = time_has(reader, end, TIME_OF);
        size_t whole = time_read_year(reader, of ? end + 1 : end, &year);
        if (whole) {
            first = (xc_date){.year = (int16_t)year, .precision = XC_YEAR};
            end = whole;
        } else {
            whole = read_whole(reader, of ? end + 1 : end, &first, &last);
            end = whole ? whole : end;
            first = xc_date_cut(time_known(first) ? first : reader->reference, XC_YEAR);
        }
    }
    const time_item *behind = time_at(reader, end);
    if (unit == UNIT_WEEK && !year && behind->token_kind == XC_TOKEN_WORD &&
        behind->kinds == 0) {
        return 0; // "the Week 13 game"
    }
    nth_of(number, (time_unit)unit, time_first_day(first), time_last_day(first), out);
    return end;
}

// "the week of 10 April", "the month of May", "the week beginning on Monday".
static size_t unit_of(time_reader *reader, size_t at, time_value *out) {
    int unit = 0;
    int bound = 0;
    time_value day;
    xc_date from;
    xc_date to;
    if (!time_kind_value(reader, at, TIME_UNIT, &unit) || unit < UNIT_WEEKEND) {
        return 0;
    }
    size_t start = at + 1;
    bool starting = unit == UNIT_WEEK && time_kind_value(reader, start, TIME_BOUND, &bound) &&
                    bound == BOUND_SINCE;
    if (time_has(reader, start, TIME_OF) || starting) {
        start++;
    } else {
        return 0;
    }
    if (time_has(reader, start, TIME_ON)) {
        start++;
    }
    if (time_has(reader, start, TIME_FILLER)) {
        start++;
    }
    size_t next = time_read_date(reader, start, &day);
    if (!next) {
        int number = 0;
        next = time_read_ordinal(reader, start, &number);
        day = (time_value){.form = FORM_CALENDAR, .day = (int8_t)number, .unit = UNIT_DAY};
        if (!next || number < 1 || number > 31) {
            return 0;
        }
    }
    bool within =
        (day.unit == UNIT_YEAR) != (unit == UNIT_YEAR); // "a calendar year in December"
    if (within) {
        return 0;
    }
    time_settle(reader, &day, &from, &to);
    *out = fixed((time_unit)unit, (xc_date){0}, (xc_date){0});
    time_period(from, (time_unit)unit, 0, &out->from, &out->to);
    return next;
}

// "Tuesday next week", "the 20th of next month".
static size_t day_of_which(time_reader *reader, size_t at, time_value *out) {
    int weekday = 0;
    int day = 0;
    bool ordinal = false;
    time_value whole;
    size_t next = time_kind_value(reader, at, TIME_WEEKDAY, &weekday)
                      ? at + 1
                      : time_read_day(reader, at, &day, &ordinal);
    if (!next) {
        return 0;
    }
    int unit = 0;
    if (ordinal && time_kind_value(reader, next, TIME_UNIT, &unit) && unit == UNIT_DAY) {
        next++;
    }
    bool of = time_has(reader, next, TIME_OF) || (weekday && time_has(reader, next, TIME_ON));
    next = of ? next + 1 : next;
    if (!time_has(reader, next, TIME_WHICH)) {
        return 0;
    }
    next = time_read_relative(reader, next, &whole);
    if (!next || whole.unit != (weekday ? UNIT_WEEK : UNIT_MONTH) ||
        (!of && !weekday && !ordinal)) {
        return 0;
    }
    *out = fixed(UNIT_DAY, (xc_date){0}, (xc_date){0});
    if (time_known(whole.from) && weekday) {
        out->from = xc_date_add_days(whole.from, weekday - 1);
    } else if (time_known(whole.from) &&
               day <= xc_month_length(whole.from.year, whole.from.month)) {
        out->from = xc_date_add_days(time_first_day(whole.from), day - 1);
    }
    return next;
}

size_t time_read_within(time_reader *reader, size_t at, time_value *out) {
    static size_t (*const readers[])(time_reader *, size_t, time_value *) = {
        ordinal_of, ordinal_in_year, numbered, unit_of, day_of_which};
    for (size_t i = 0; i < sizeof readers / sizeof *readers; i++) {
        size_t next = readers[i](reader, at, out);
        if (next) {
            return next;
        }
    }
    return 0;
}
