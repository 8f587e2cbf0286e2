// SPDX-License-Identifier: MIT
// Units of the calendar: the week, quarter, decade ... that a day lies in, and steps of them.
#include "recognise/time/value.h"

xc_date time_first_day(xc_date date) {
    if (date.precision == XC_YEAR) {
        date.month = 1;
    }
    if (date.precision == XC_YEAR || date.precision == XC_MONTH) {
        date.day = 1;
        date.precision = XC_DAY;
    }
    return xc_date_cut(date, XC_DAY);
}

xc_date time_last_day(xc_date date) {
    if (date.precision == XC_YEAR) {
        date.month = 12;
    }
    if (date.precision == XC_YEAR || date.precision == XC_MONTH) {
        date.day = (int8_t)xc_month_length(date.year, date.month);
        date.precision = XC_DAY;
    }
    return xc_date_cut(date, XC_DAY);
}

static xc_date month_of(int32_t year, int32_t month) {
    return (xc_date){.year = (int16_t)year, .month = (int8_t)month, .precision = XC_MONTH};
}

// `count` months from the first of a month that begins a block of them.
static void block_of_months(xc_date reference, int32_t months, int32_t offset, xc_date *from,
                            xc_date *to) {
    int32_t index = (reference.month - 1) / months;
    xc_date first = month_of(reference.year, index * months + 1);
    first = xc_date_add_months(first, offset * months);
    *from = time_first_day(first);
    *to = time_last_day(xc_date_add_months(first, months - 1));
}

static void block_of_years(xc_date reference, int32_t years, int32_t offset, xc_date *from,
                           xc_date *to) {
    int32_t first = (reference.year / years + offset) * years;
    if (first < 1 || first + years > 9999) {
        return;
    }
    *from = time_first_day(month_of(first, 1));
    *to = time_last_day(month_of(first + years - 1, 12));
}

static xc_precision needed(time_unit unit) {
    switch (unit) {
    case UNIT_YEAR:
    case UNIT_DECADE:
    case UNIT_CENTURY:
        return XC_YEAR;
    case UNIT_MONTH:
    case UNIT_QUARTER:
    case UNIT_HALF:
        return XC_MONTH;
    default:
        return XC_DAY;
    }
}

void time_period(xc_date reference, time_unit unit, int32_t offset, xc_date *from,
                 xc_date *to) {
    *from = *to = (xc_date){0};
    if (reference.precision < (int8_t)needed(unit) || offset < -4000 || offset > 4000) {
        return;
    }
    xc_date day = xc_date_cut(reference, XC_DAY);
    xc_date monday = xc_date_add_days(day, -xc_date_weekday(day));
    switch (unit) {
    case UNIT_DAY:
        *from = xc_date_add_days(day, offset);
        break;
    case UNIT_WEEK:
        *from = xc_date_add_days(monday, offset * 7);
        *to = xc_date_add_days(*from, 6);
        break;
    case UNIT_WEEKEND:
        *from = xc_date_add_days(monday, offset * 7 + 5);
        *to = xc_date_add_days(*from, 1);
        break;
    case UNIT_FORTNIGHT:
        *from = xc_date_add_days(day, offset < 0 ? offset * 14 : offset * 14 - 13);
        *to = xc_date_add_days(*from, 13);
        break;
    case UNIT_MONTH:
        *from = xc_date_add_months(xc_date_cut(reference, XC_MONTH), offset);
        break;
    case UNIT_QUARTER:
        block_of_months(reference, 3, offset, from, to);
        break;
    case UNIT_HALF:
        block_of_months(reference, 6, offset, from, to);
        break;
    case UNIT_YEAR:
        *from = xc_date_add_months(xc_date_cut(reference, XC_YEAR), offset * 12);
        break;
    case UNIT_DECADE:
        block_of_years(reference, 10, offset, from, to);
        break;
    case UNIT_CENTURY:
        block_of_years(reference, 100, offset, from, to);
        break;
    default:
        break;
    }
}

// Seconds on, as precise as the reference's clock, or its day where it has none.
static xc_date shift_clock(xc_date reference, int64_t seconds) {
    int64_t at = xc_date_first_second(reference) + seconds;
    int64_t days = (at >= 0 ? at : at - 86399) / 86400;
    int64_t rest = at - days * 86400;
    xc_date date = xc_date_of_days((int32_t)days);
    if (reference.precision > XC_DAY) {
        date.hour = (int8_t)(rest / 3600);
        date.minute = (int8_t)(rest / 60 % 60);
        date.second = (int8_t)(rest % 60);
        date.precision = reference.precision;
        if (seconds % 60 && date.precision < XC_SECOND) {
            date.precision = XC_SECOND;
        } else if (seconds % 3600 && date.precision < XC_MINUTE) {
            date.precision = XC_MINUTE;
        }
    }
    return date;
}

static xc_date shift_months(xc_date date, int64_t months) {
    int64_t year = date.year + months / 12;
    return year < 2 || year > 9998 ? (xc_date){0} : xc_date_add_months(date, (int32_t)months);
}

xc_date time_shift_day(xc_date day, time_unit unit, int32_t count) {
    static const int32_t months[] = {
        [UNIT_MONTH] = 1, [UNIT_QUARTER] = 3,  [UNIT_HALF] = 6,
        [UNIT_YEAR] = 12, [UNIT_DECADE] = 120, [UNIT_CENTURY] = 1200};
    if (unit >= UNIT_MONTH) {
        return shift_months(day, (int64_t)count * months[unit]);
    }
    int32_t days = unit == UNIT_FORTNIGHT ? 14 : unit >= UNIT_WEEKEND ? 7 : 1;
    return xc_date_add_days(day, count * days);
}

xc_date time_shift(xc_date reference, time_unit unit, int32_t count) {
    if (reference.precision < (int8_t)needed(unit) || count < -9999 || count > 9999 ||
        unit == UNIT_NONE) {
        return (xc_date){0};
    }
    switch (unit) {
    case UNIT_SECOND:
        return shift_clock(reference, count);
    case UNIT_MINUTE:
        return shift_clock(reference, (int64_t)count * 60);
    case UNIT_HOUR:
        return shift_clock(reference, (int64_t)count * 3600);
    default:
        break;
    }
    xc_date shifted = time_shift_day(xc_date_cut(reference, XC_DAY), unit, count);
    return xc_date_cut(shifted, needed(unit));
}
