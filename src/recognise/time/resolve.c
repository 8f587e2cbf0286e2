// SPDX-License-Identifier: MIT
// From what the words tell to dates: which year a month belongs to, which Monday is meant.
#include "recognise/time/value.h"

static xc_date date_of(int year, int month, int day) {
    xc_precision precision = day ? XC_DAY : month ? XC_MONTH : XC_YEAR;
    if (year < 1 || year > 9999 || (day && day > xc_month_length(year, month))) {
        return (xc_date){0};
    }
    return (xc_date){.year = (int16_t)year,
                     .month = (int8_t)month,
                     .day = (int8_t)day,
                     .precision = (int8_t)precision};
}

bool time_is_complete(const time_value *value) {
    return value->form == FORM_FIXED || value->year != 0;
}

// Whether a weekday that stands beside a date is that date's.
static bool fits_weekday(const time_value *value, xc_date date) {
    return !value->weekday || date.precision < XC_DAY ||
           xc_date_weekday(date) == value->weekday - 1;
}

// Steps of a year for a month, of a month for a day alone.
static xc_date candidate(const time_value *value, xc_date limit, int step) {
    if (value->month) {
        return date_of(limit.year + step, value->month, value->day);
    }
    xc_date month = xc_date_add_months(xc_date_cut(limit, XC_MONTH), step);
    return date_of(month.year, month.month, value->day);
}

enum { STEPS = 14 }; // from one 29 February, or Sunday the 31st, to the next

static xc_date seek(const time_value *value, xc_date limit, int way) {
    int32_t first = xc_date_days(time_first_day(limit));
    int32_t last = xc_date_days(time_last_day(limit));
    for (int step = 0; step <= STEPS; step++) {
        xc_date date = candidate(value, limit, way * step);
        if (!time_known(date)) {
            continue;
        }
        bool fits = way < 0 ? xc_date_days(time_first_day(date)) <= last
                            : xc_date_days(time_last_day(date)) >= first;
        if (!fits) {
            continue;
        }
        if (value->month || fits_weekday(value, date)) {
            return date; // a weekday that fits no year is a slip
        }
    }
    return (xc_date){0};
}

// The weekday beside a month and day tells the year, if it is one of those around.
static xc_date year_of_weekday(const time_value *value, xc_date limit) {
    static const int steps[] = {0, -1, 1};
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        xc_date date = candidate(value, limit, steps[i]);
        int32_t apart = time_known(date) ? xc_date_days(date) - xc_date_days(limit) : 0;
        if (time_known(date) && fits_weekday(value, date) && apart < 200) {
            return date;
        }
    }
    return (xc_date){0};
}

static xc_date seek_value(const time_value *value, xc_date limit, int way) {
    if (value->year) {
        return date_of(value->year, value->month, value->day);
    }
    if (value->month || value->day) {
        if (value->month && value->day && value->weekday && time_known(limit)) {
            xc_date date = year_of_weekday(value, limit);
            if (time_known(date)) {
                return date;
            }
        }
        bool enough = limit.precision >= (value->month ? XC_YEAR : XC_MONTH);
        return enough ? seek(value, limit, way) : (xc_date){0};
    }
    if (!value->weekday || limit.precision < XC_DAY) {
        return (xc_date){0};
    }
    xc_date day = xc_date_cut(limit, XC_DAY);
    int ahead = (value->weekday - 1 - xc_date_weekday(day) + 7) % 7;
    return xc_date_add_days(day, way < 0 && ahead ? ahead - 7 : ahead);
}

xc_date time_latest(const time_value *value, xc_date limit) {
    return seek_value(value, limit, -1);
}

xc_date time_earliest(const time_value *value, xc_date limit) {
    return seek_value(value, limit, 1);
}

// "Friday the 26th" is of this month if this month has one.
static xc_date of_this_month(const time_value *value, xc_date reference) {
    if (value->year || value->month || !value->day || !value->weekday ||
        reference.precision < XC_DAY) {
        return (xc_date){0};
    }
    xc_date date = date_of(reference.year, reference.month, value->day);
    return time_known(date) && fits_weekday(value, date) ? date : (xc_date){0};
}

enum { FAR_AHEAD = 330, SOON = 75, LONG_AGO = 285 }; // days

// Nobody announces next year's September in November without its year; and where no verb
// tells, "early January" is the one at hand in December.
static xc_date seek_near(const time_value *value, xc_date reference, int direction) {
    xc_date past = seek_value(value, reference, -1);
    if (value->year || !value->month || !time_known(past)) {
        return direction == 1 ? seek_value(value, reference, 1) : past;
    }
    xc_date ahead = seek_value(value, reference, 1);
    if (direction < 0 || !time_known(ahead)) {
        return past;
    }
    int32_t today = xc_date_days(reference);
    int32_t until = xc_date_days(time_first_day(ahead)) - today;
    int32_t since = today - xc_date_days(time_last_day(past));
    bool is_ahead = direction == TIME_MEANT ? until < since
                    : direction > 0         ? until <= FAR_AHEAD
                                            : until <= SOON && since >= LONG_AGO;
    return is_ahead ? ahead : past;
}

static void set_clock(const time_value *value, xc_date *date) {
    if (value->clock != XC_NO_DATE && date->precision == XC_DAY) {
        date->hour = value->hour;
        date->minute = value->minute;
        date->second = value->second;
        date->precision = (int8_t)value->clock;
    }
}

void time_resolve(const time_value *value, xc_date reference, int direction, xc_date *from,
                  xc_date *to) {
    *from = *to = (xc_date){0};
    if (value->form == FORM_FIXED) {
        *from = value->from;
        *to = value->to;
        if (value->direction && direction < 0 && time_known(*from) &&
            xc_date_days(*from) > xc_date_days(reference)) {
            *from = xc_date_add_days(*from, -7);
            *to = xc_date_add_days(*to, -7);
        }
    } else if (value->form == FORM_CALENDAR) {
        *from = of_this_month(value, reference);
        if (!time_known(*from)) {
            *from = seek_near(value, reference, direction);
        }
    }
    if (!time_known(*to)) {
        set_clock(value, from);
    }
}

static xc_date end_of(xc_date from, xc_date to) {
    return time_known(to) ? to : from;
}

// The first end of a range, once the last one is known; or the other way round.
static xc_date other_end(const time_value *value, xc_date known, int way) {
    xc_date limit = way < 0 ? time_last_day(known) : time_first_day(known);
    xc_date date = seek_value(value, limit, way);
    set_clock(value, &date);
    return date;
}

void time_resolve_range(const time_value *first, const time_value *last, xc_date reference,
                        int direction, xc_date *from, xc_date *to) {
    xc_date begin = {0};
    xc_date end = {0};
    if (time_is_complete(last) || !time_is_complete(first)) {
        time_resolve(last, reference, direction, &begin, &end);
        *to = end_of(begin, end);
        if (time_is_complete(first) || !time_known(*to)) {
            time_resolve(first, reference, direction, from, &end);
        } else {
            *from = other_end(first, *to, -1);
        }
    } else {
        time_resolve(first, reference, direction, from, &end);
        *to = time_known(*from) ? other_end(last, *from, 1) : (xc_date){0};
    }
    if (time_known(*from) && time_known(*to) &&
        xc_date_first_second(*from) > xc_date_last_second(*to)) {
        *from = *to = (xc_date){0};
    }
}
