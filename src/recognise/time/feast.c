// SPDX-License-Identifier: MIT
// Feasts whose date changes with the year: those that hang on Easter, and "the fourth Thursday
// of November".
#include "recognise/time/named_date.h"

// Easter Sunday: the anonymous Gregorian computus (Meeus, Astronomical Algorithms, chapter 8).
static xc_date easter(int year) {
    int golden = year % 19;
    int century = year / 100;
    int rest = year % 100;
    int correction = (century - (century + 8) / 25 + 1) / 3;
    int epact = (19 * golden + century - century / 4 - correction + 15) % 30;
    int weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
    int shift = (golden + 11 * epact + 22 * weekday) / 451;
    int day = epact + weekday - 7 * shift + 114;
    return (xc_date){.year = (int16_t)year,
                     .month = (int8_t)(day / 31),
                     .day = (int8_t)(day % 31 + 1),
                     .precision = XC_DAY};
}

// `rule` is the month, which one (5: the last) and the weekday: 1144 is Thanksgiving.
static xc_date nth_weekday(int year, int rule) {
    xc_date first = {
        .year = (int16_t)year, .month = (int8_t)(rule / 100), .day = 1, .precision = XC_DAY};
    int ahead = (rule % 10 - 1 - xc_date_weekday(first) + 7) % 7;
    int day = 1 + ahead + 7 * (rule / 10 % 10 - 1);
    first.day = (int8_t)(day > xc_month_length(year, first.month) ? day - 7 : day);
    return first;
}

typedef struct feast {
    bool hangs_on_easter;
    int rule;
} feast;

static xc_date date_of(const feast *f, int year) {
    if (year < 2 || year > 9998) {
        return (xc_date){0};
    }
    return f->hangs_on_easter ? xc_date_add_days(easter(year), f->rule)
                              : nth_weekday(year, f->rule);
}

// The latest one up to today, or the earliest from today.
static xc_date near(const feast *f, xc_date today, bool ahead) {
    if (today.precision < XC_DAY) {
        return (xc_date){0};
    }
    xc_date date = date_of(f, today.year);
    int32_t apart = time_known(date) ? xc_date_days(date) - xc_date_days(today) : 0;
    if (ahead ? apart < 0 : apart > 0) {
        return date_of(f, today.year + (ahead ? 1 : -1));
    }
    return date;
}

size_t time_read_feast(time_reader *reader, size_t at, time_value *out) {
    int which = 0;
    int year = 0;
    feast f = {.hangs_on_easter = time_has(reader, at, TIME_EASTER)};
    size_t name = at;
    if (time_kind_value(reader, at, TIME_WHICH, &which)) {
        name = at + 1;
        f.hangs_on_easter = time_has(reader, name, TIME_EASTER);
    }
    if (!time_kind_value(reader, name, f.hangs_on_easter ? TIME_EASTER : TIME_NTH_HOLIDAY,
                         &f.rule)) {
        return 0;
    }
    size_t next = time_read_year(reader, name + 1, &year);
    bool ahead = which > 0 || (which == 0 && time_direction(reader) > 0);
    *out = (time_value){.form = FORM_FIXED, .unit = UNIT_DAY};
    out->from = next ? date_of(&f, year) : near(&f, reader->reference, ahead);
    return next ? next : name + 1;
}
