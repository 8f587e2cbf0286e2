// SPDX-License-Identifier: MIT
// Dates told by names: "24 September 2023", "Tuesday", "May", "Christmas".
#include "recognise/time/named_date.h"

static bool is_year_separator(const time_item *item) {
    return item->mark == ',' || item->mark == '-' || item->mark == '/' ||
           time_is(item, TIME_OF);
}

// The year behind a month or day, with what stands between.
static size_t year_behind(time_reader *reader, size_t at, bool short_month, int16_t *year) {
    int value = 0;
    size_t start = is_year_separator(time_at(reader, at)) ? at + 1 : at;
    size_t next = time_read_year(reader, start, &value);
    if (next && !time_is_counted(reader, next)) {
        *year = (int16_t)value;
        return next;
    }
    const time_item *item = time_at(reader, start);
    bool joined = start == at || time_mark(reader, at, '-') || time_mark(reader, at, '/');
    if (joined && time_is_number(item, 2, 2) && !time_mark(reader, start + 1, ':') &&
        (short_month ||
         (item->part[0] > 31 && time_at(reader, start + 1)->token_kind != XC_TOKEN_WORD)) &&
        !time_is_counted(reader, start + 1)) {
        *year = (int16_t)time_full_year(item->part[0], reader->reference);
        return start + 1;
    }
    return at;
}

// A month's name, with the full stop of an abbreviation where more of the date follows.
static size_t read_month(time_reader *reader, size_t at, int *month, bool *is_short) {
    if (!time_kind_value(reader, at, TIME_MONTH, month)) {
        return 0;
    }
    const xc_token *name = &reader->window.text->tokens[time_at(reader, at)->first_token];
    *is_short = time_kind_note(reader, at, TIME_MONTH) == NOTE_SHORT ||
                ((name->flags & XC_TOKEN_CAPITALS) && name->end - name->start <= 3);
    at++;
    if (time_mark(reader, at, '.')) {
        const time_item *next = time_at(reader, at + 1);
        if (next->token_kind == XC_TOKEN_NUMBER || time_is(next, TIME_ORDINAL)) {
            at++;
        }
    }
    return at;
}

// "may" and "march" are mostly no months: behind a number they need a capital, and in a text
// of capitals no word may follow that a verb could go on with.
static bool is_weak_month(time_reader *reader, size_t at, size_t behind) {
    const time_item *item = time_at(reader, at);
    if (time_kind_note(reader, at, TIME_MONTH) != NOTE_WEAK) {
        return false;
    }
    if (!(item->flags & XC_TOKEN_CAPITAL)) {
        return true;
    }
    const time_item *next = time_at(reader, behind);
    return (item->flags & XC_TOKEN_CAPITALS) && next->token_kind == XC_TOKEN_WORD &&
           next->kinds == 0;
}

static size_t day_first(time_reader *reader, size_t at, time_value *out) {
    int day = 0;
    int month = 0;
    bool ordinal = false;
    bool is_short = false;
    size_t next = time_read_day(reader, at, &day, &ordinal);
    if (!next || time_hangs_on(reader, at)) {
        return 0;
    }
    int unit = 0;
    if (ordinal && time_kind_value(reader, next, TIME_UNIT, &unit) && unit == UNIT_DAY) {
        next++;
    }
    const time_item *between = time_at(reader, next);
    if (time_is(between, TIME_OF) || between->mark == '-' || between->mark == '/' ||
        (ordinal && between->mark == ',')) {
        next++;
    }
    size_t name = next;
    next = read_month(reader, name, &month, &is_short);
    if (!next) {
        return 0;
    }
    int16_t year = 0;
    size_t end = year_behind(reader, next, is_short, &year);
    if (end == next && is_weak_month(reader, name, next)) {
        bool numeral = time_at(reader, at)->token_kind == XC_TOKEN_NUMBER;
        const time_item *before = time_at(reader, name - 1);
        if (!(numeral && ordinal) && !time_is(before, TIME_OF) && before->mark != '-') {
            return 0;
        }
    }
    *out = (time_value){.form = FORM_CALENDAR,
                        .year = year,
                        .month = (int8_t)month,
                        .day = (int8_t)day,
                        .unit = UNIT_DAY};
    return end;
}

// "24" "the 24th" "twenty-four" behind a month's name.
static size_t day_behind(time_reader *reader, size_t at, int *day, int16_t *year) {
    const time_item *item = time_at(reader, at);
    if (item->token_kind == XC_TOKEN_NUMBER && item->parts == 2 && item->separator == ',' &&
        item->digits[0] <= 2 && item->digits[1] == 4 && item->part[0] >= 1 &&
        item->part[0] <= 31) {
        *day = item->part[0];
        *year = (int16_t)item->part[1];
        return at + 1;
    }
    size_t start = at;
    if (item->mark == '-' || item->mark == '/' || item->mark == ',') {
        start++;
    }
    if (time_has(reader, start, TIME_FILLER)) {
        start++;
    }
    bool ordinal = false;
    size_t next = time_read_day(reader, start, day, &ordinal);
    if (!next || (start > at && item->mark == ',' && !ordinal) ||
        time_mark(reader, next, ':') ||
        (!ordinal &&
         (time_is_counted(reader, next) || time_has(reader, next, TIME_HALF_DAY)))) {
        return 0;
    }
    if (!ordinal && start > at && time_is(item, TIME_FILLER)) {
        return 0;
    }
    return next;
}

static size_t month_first(time_reader *reader, size_t at, time_value *out) {
    int month = 0;
    int day = 0;
    int16_t year = 0;
    bool is_short = false;
    size_t next = read_month(reader, at, &month, &is_short);
    if (!next) {
        return 0;
    }
    *out = (time_value){.form = FORM_CALENDAR, .month = (int8_t)month, .unit = UNIT_MONTH};
    int words = 0;
    size_t end = time_has(reader, next, TIME_NUMBER) ? time_read_year(reader, next, &words) : 0;
    if (end) { // "May nineteen eighty-six"
        out->year = (int16_t)words;
        return end;
    }
    end = day_behind(reader, next, &day, &year);
    if (end) {
        const time_item *number = time_at(reader, end - 1);
        if (is_weak_month(reader, at, end) && number->token_kind != XC_TOKEN_NUMBER &&
            !time_is(number, TIME_ORDINAL_ENDING) &&
            time_at(reader, end)->token_kind == XC_TOKEN_WORD) {
            return 0; // "he may second the motion"
        }
        out->day = (int8_t)day;
        out->unit = UNIT_DAY;
        out->year = year;
        return year ? end : year_behind(reader, end, false, &out->year);
    }
    end = year_behind(reader, next, false, &out->year);
    if (end == next) {
        out->weak = time_kind_note(reader, at, TIME_MONTH) == NOTE_WEAK;
        return at + 1;
    }
    return end;
}

// "2016, Nov" "2019-Aug-01".
static size_t year_first(time_reader *reader, size_t at, time_value *out) {
    int year = 0;
    int month = 0;
    int day = 0;
    bool is_short = false;
    bool ordinal = false;
    size_t next = time_read_year(reader, at, &year);
    if (!next) {
        return 0;
    }
    const time_item *between = time_at(reader, next);
    size_t name = is_year_separator(between) ? next + 1 : next;
    next = read_month(reader, name, &month, &is_short);
    bool weak = time_kind_note(reader, name, TIME_MONTH) == NOTE_WEAK;
    if (!next || (weak && (between->mark == ',' ||
                           !(time_at(reader, name)->flags & XC_TOKEN_CAPITAL)))) {
        return 0;
    }
    *out = (time_value){.form = FORM_CALENDAR,
                        .year = (int16_t)year,
                        .month = (int8_t)month,
                        .unit = UNIT_MONTH};
    const time_item *mark = time_at(reader, next);
    size_t end = mark->mark == '-' || mark->mark == '/'
                     ? time_read_day(reader, next + 1, &day, &ordinal)
                     : 0;
    if (end) {
        out->day = (int8_t)day;
        out->unit = UNIT_DAY;
        return end;
    }
    return next;
}

static size_t holiday(time_reader *reader, size_t at, time_value *out) {
    int date = 0;
    if (!time_kind_value(reader, at, TIME_HOLIDAY, &date)) {
        return 0;
    }
    *out = (time_value){.form = FORM_CALENDAR,
                        .month = (int8_t)(date / 100),
                        .day = (int8_t)(date % 100),
                        .unit = UNIT_DAY};
    const time_item *behind = time_at(reader, at + 1);
    if (behind->token_kind == XC_TOKEN_WORD && behind->kinds == 0 &&
        !(behind->flags & XC_TOKEN_CAPITAL)) {
        return 0; // "Christmas cards"
    }
    return year_behind(reader, at + 1, false, &out->year);
}

static size_t without_weekday(time_reader *reader, size_t at, time_value *out) {
    static size_t (*const readers[])(time_reader *, size_t, time_value *) = {
        time_read_decade, time_read_feast,   day_first, month_first,
        year_first,       time_read_numeric, holiday,   time_read_bare_year};
    for (size_t i = 0; i < sizeof readers / sizeof *readers; i++) {
        size_t next = readers[i](reader, at, out);
        if (next) {
            return next;
        }
    }
    return 0;
}

// The day alone behind a weekday: "Friday the 22nd", "Sunday 31".
static size_t day_of_weekday(time_reader *reader, size_t at, time_value *out) {
    int day = 0;
    bool ordinal = false;
    size_t start = time_has(reader, at, TIME_FILLER) ? at + 1 : at;
    size_t next = time_read_day(reader, start, &day, &ordinal);
    const time_item *behind = time_at(reader, next);
    bool stands_alone = behind->token_kind != XC_TOKEN_WORD && behind->mark != ':' &&
                        behind->mark != '-' && behind->token_kind != XC_TOKEN_SYMBOL;
    if (!next || !(ordinal || start > at || stands_alone) || time_is_counted(reader, next)) {
        return 0;
    }
    *out = (time_value){.form = FORM_CALENDAR, .day = (int8_t)day, .unit = UNIT_DAY};
    return next;
}

static size_t with_weekday(time_reader *reader, size_t at, time_value *out) {
    int weekday = 0;
    if (!time_kind_value(reader, at, TIME_WEEKDAY, &weekday)) {
        return 0;
    }
    time_note note = time_kind_note(reader, at, TIME_WEEKDAY);
    *out = (time_value){.form = FORM_CALENDAR,
                        .weekday = (int8_t)weekday,
                        .unit = UNIT_DAY,
                        .weak = note == NOTE_WEAK};
    size_t next = at + 1;
    if (note != NOTE_NONE && time_mark(reader, next, '.')) {
        next++;
    }
    bool bracket = time_mark(reader, next, '(');
    size_t start = bracket || time_mark(reader, next, ',') || time_mark(reader, next, '-')
                       ? next + 1
                       : next;
    if (time_has(reader, start, TIME_FILLER)) {
        start++;
    }
    time_value date;
    size_t end = without_weekday(reader, start, &date);
    if (end && date.form == FORM_CALENDAR && date.day && date.month &&
        !(date.weak && time_mark(reader, end - 2, '-'))) {
        date.weekday = (int8_t)weekday;
        date.weak = false;
        *out = date;
        return bracket && time_mark(reader, end, ')') ? end + 1 : end;
    }
    end = start <= next + 1 && !time_mark(reader, next, ',')
              ? day_of_weekday(reader, next, &date)
              : 0;
    if (end) {
        date.weekday = (int8_t)weekday;
        *out = date;
        return end;
    }
    return at + 1;
}

size_t time_read_date(time_reader *reader, size_t at, time_value *out) {
    size_t next = with_weekday(reader, at, out);
    return next ? next : without_weekday(reader, at, out);
}
