// SPDX-License-Identifier: MIT
// Dates told by numbers alone: "2023-09-24", "24/09/2023", "24.09.2023", "4/22".
#include "recognise/time/named_date.h"

static bool set_day(time_value *out, int year, int month, int day) {
    if (month < 1 || month > 12 || day < 1 || day > 31) {
        return false;
    }
    *out = (time_value){.form = FORM_CALENDAR,
                        .year = (int16_t)year,
                        .month = (int8_t)month,
                        .day = (int8_t)day,
                        .unit = UNIT_DAY};
    return true;
}

// Two numbers that are day and month, in the order that the mark between them is used for
// unless only the other one makes a date.
static bool set_ordered(const time_words *words, time_value *out, int a, int b, int year,
                        char mark) {
    bool day_first_order = words->day_first[(unsigned char)mark % 128];
    if (day_first_order ? b > 12 : a <= 12) {
        return set_day(out, year, a, b) || set_day(out, year, b, a);
    }
    return set_day(out, year, b, a);
}

static int whole_year(time_reader *reader, const time_item *item) {
    if (time_is_number(item, 4, 4)) {
        return item->part[0];
    }
    return time_is_number(item, 2, 2) ? time_full_year(item->part[0], reader->reference) : 0;
}

static bool is_joined(time_reader *reader, size_t at, char mark) {
    return time_mark(reader, at, mark) && time_is_close(time_at(reader, at)) &&
           time_at(reader, at + 1)->token_kind == XC_TOKEN_NUMBER &&
           time_at(reader, at + 1)->parts == 1 && time_is_close(time_at(reader, at + 1));
}

// Neither a fraction nor a score: the day is past 12, the other has the form of a month.
static bool is_month_and_day(const time_item *first, const time_item *second) {
    int a = first->part[0];
    int b = second->part[0];
    return second->digits[0] == 2 && ((a <= 12 && b > 12) || (a > 12 && b <= 12));
}

static size_t two_numbers(time_reader *reader, size_t at, char mark, time_value *out) {
    const time_item *first = time_at(reader, at);
    const time_item *second = time_at(reader, at + 2);
    int a = first->part[0];
    int b = second->part[0];
    if (first->digits[0] == 4 && second->digits[0] <= 2 && b >= 1 && b <= 12 && a >= 1000 &&
        b != (a + 1) % 100) {
        *out = (time_value){
            .form = FORM_CALENDAR, .year = (int16_t)a, .month = (int8_t)b, .unit = UNIT_MONTH};
        return at + 3;
    }
    if (second->digits[0] == 4 && first->digits[0] <= 2 && a >= 1 && a <= 12 && b >= 1000 &&
        b < 2200) {
        *out = (time_value){
            .form = FORM_CALENDAR, .year = (int16_t)b, .month = (int8_t)a, .unit = UNIT_MONTH};
        return at + 3;
    }
    bool sure = is_month_and_day(first, second);
    if (first->digits[0] <= 2 && second->digits[0] <= 2 && (sure || mark == '/') &&
        set_ordered(reader->window.words, out, a, b, 0, mark)) {
        out->weak = mark != '/' || !sure;
        return time_is_counted(reader, at + 3) ? 0 : at + 3;
    }
    return 0;
}

size_t time_read_numeric(time_reader *reader, size_t at, time_value *out) {
    const time_item *first = time_at(reader, at);
    if (first->token_kind != XC_TOKEN_NUMBER) {
        return 0;
    }
    if (first->parts == 3 && first->separator == '.' && first->digits[0] <= 2 &&
        first->digits[1] <= 2 && first->digits[2] == 4) {
        return set_ordered(reader->window.words, out, first->part[0], first->part[1],
                           first->part[2], '.')
                   ? at + 1
                   : 0;
    }
    char mark = time_at(reader, at + 1)->mark;
    if (first->parts != 1 || (mark != '/' && mark != '-') || !is_joined(reader, at + 1, mark)) {
        return 0;
    }
    const time_item *second = time_at(reader, at + 2);
    const time_item *third = time_at(reader, at + 4);
    size_t end = 0;
    if (is_joined(reader, at + 3, mark) && second->digits[0] <= 2) {
        bool iso = first->digits[0] == 4 && third->digits[0] <= 2;
        int year = whole_year(reader, third);
        if (iso ? set_day(out, first->part[0], second->part[0], third->part[0])
                : first->digits[0] <= 2 && year &&
                      set_ordered(reader->window.words, out, first->part[0], second->part[0],
                                  year, mark)) {
            end = at + 5;
        }
    } else {
        end = two_numbers(reader, at, mark, out);
    }
    return end && !time_hangs_on(reader, at) && !time_goes_on(reader, end, mark) ? end : 0;
}
