// SPDX-License-Identifier: MIT
// Partial dates and calendar arithmetic.
#include "crossclaim/base/date.h"

#include <stdio.h>

// Reads exactly `width` digits at *at.
static bool read_digits(xc_slice text, size_t *at, size_t width, int *out) {
    if (*at + width > text.len) {
        return false;
    }
    int value = 0;
    for (size_t i = 0; i < width; i++) {
        char c = text.ptr[*at + i];
        if (c < '0' || c > '9') {
            return false;
        }
        value = value * 10 + (c - '0');
    }
    *at += width;
    *out = value;
    return true;
}

static bool read_part(xc_slice text, size_t *at, char separator, int *out) {
    size_t next = *at + 1;
    if (*at >= text.len || text.ptr[*at] != separator || !read_digits(text, &next, 2, out)) {
        return false;
    }
    *at = next;
    return true;
}

int xc_month_length(int year, int month) {
    static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month < 1 || month > 12 ? 0 : lengths[month - 1] + (month == 2 && leap);
}

static void read_time(xc_slice text, size_t *at, xc_date *date) {
    int value = 0;
    if (*at >= text.len || (text.ptr[*at] != 'T' && text.ptr[*at] != ' ')) {
        return;
    }
    if (!read_part(text, at, text.ptr[*at], &value) || value > 24) {
        return;
    }
    date->hour = (int8_t)value;
    date->precision = XC_HOUR;
    if (read_part(text, at, ':', &value) && value < 60) {
        date->minute = (int8_t)value;
        date->precision = XC_MINUTE;
        if (read_part(text, at, ':', &value) && value < 61) {
            date->second = (int8_t)value;
            date->precision = XC_SECOND;
        }
    }
}

bool xc_date_parse(xc_slice text, xc_date *out) {
    xc_date date = {0};
    size_t at = 0;
    int value = 0;
    if (!read_digits(text, &at, 4, &value)) {
        return false;
    }
    date.year = (int16_t)value;
    date.precision = XC_YEAR;
    if (read_part(text, &at, '-', &value)) {
        if (value < 1 || value > 12) {
            return false;
        }
        date.month = (int8_t)value;
        date.precision = XC_MONTH;
        if (read_part(text, &at, '-', &value)) {
            if (value < 1 || value > xc_month_length(date.year, date.month)) {
                return false;
            }
            date.day = (int8_t)value;
            date.precision = XC_DAY;
            read_time(text, &at, &date);
        }
    }
    if (at < text.len && date.precision < XC_DAY) {
        return false;
    }
    *out = date;
    return true;
}

bool xc_date_zone(xc_slice text, int32_t *ahead) {
    enum { DATE_AND_TIME = 16 }; // 2023-09-24T17:35
    size_t at = DATE_AND_TIME;
    while (at < text.len && (text.ptr[at] == ':' || text.ptr[at] == '.' ||
                             (text.ptr[at] >= '0' && text.ptr[at] <= '9'))) {
        at++;
    }
    if (at >= text.len || text.ptr[DATE_AND_TIME - 3] != ':') {
        return false;
    }
    char sign = text.ptr[at++];
    *ahead = 0;
    if (sign == 'Z') {
        return at == text.len;
    }
    int hours = 0;
    int minutes = 0;
    if ((sign != '+' && sign != '-') || !read_digits(text, &at, 2, &hours)) {
        return false;
    }
    at += at < text.len && text.ptr[at] == ':';
    if (at < text.len && !read_digits(text, &at, 2, &minutes)) {
        return false;
    }
    *ahead = (sign == '-' ? -1 : 1) * (hours * 3600 + minutes * 60);
    return at == text.len && hours < 24 && minutes < 60;
}

size_t xc_date_print(xc_date date, char out[XC_DATE_PRINTED]) {
    int length = 0;
    out[0] = '\0';
    switch ((xc_precision)date.precision) {
    case XC_NO_DATE:
        break;
    case XC_YEAR:
        length = snprintf(out, XC_DATE_PRINTED, "%04d", date.year);
        break;
    case XC_MONTH:
        length = snprintf(out, XC_DATE_PRINTED, "%04d-%02d", date.year, date.month);
        break;
    case XC_DAY:
        length =
            snprintf(out, XC_DATE_PRINTED, "%04d-%02d-%02d", date.year, date.month, date.day);
        break;
    case XC_HOUR:
    case XC_MINUTE:
        length = snprintf(out, XC_DATE_PRINTED, "%04d-%02d-%02dT%02d:%02d", date.year,
                          date.month, date.day, date.hour, date.minute);
        break;
    case XC_SECOND:
        length = snprintf(out, XC_DATE_PRINTED, "%04d-%02d-%02dT%02d:%02d:%02d", date.year,
                          date.month, date.day, date.hour, date.minute, date.second);
        break;
    }
    return length > 0 ? (size_t)length : 0;
}

// Days from civil and back: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2013).
int32_t xc_date_days(xc_date date) {
    int month = date.month ? date.month : 1;
    int day = date.day ? date.day : 1;
    int year = date.year - (month <= 2);
    int era = (year >= 0 ? year : year - 399) / 400;
    int year_of_era = year - era * 400;
    int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146097 + day_of_era - 719468;
}

xc_date xc_date_of_days(int32_t days) {
    int shifted = days + 719468;
    int era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
    int day_of_era = shifted - era * 146097;
    int year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int month_index = (5 * day_of_year + 2) / 153;
    int month = month_index < 10 ? month_index + 3 : month_index - 9;
    return (xc_date){.year = (int16_t)(year_of_era + era * 400 + (month <= 2)),
                     .month = (int8_t)month,
                     .day = (int8_t)(day_of_year - (153 * month_index + 2) / 5 + 1),
                     .precision = XC_DAY};
}

int xc_date_weekday(xc_date date) {
    int days = (xc_date_days(date) + 3) % 7; // 1970-01-01 was a Thursday
    return days < 0 ? days + 7 : days;
}

xc_date xc_date_add_days(xc_date date, int32_t count) {
    xc_date day = xc_date_of_days(xc_date_days(date) + count);
    date.year = day.year;
    date.month = day.month;
    date.day = day.day;
    return date;
}

xc_date xc_date_add_months(xc_date date, int32_t count) {
    int months = date.year * 12 + (date.month ? date.month - 1 : 0) + count;
    int year = (months >= 0 ? months : months - 11) / 12;
    date.year = (int16_t)year;
    if (date.month) {
        date.month = (int8_t)(months - year * 12 + 1);
    }
    int length = xc_month_length(date.year, date.month ? date.month : 1);
    if (date.day > length) {
        date.day = (int8_t)length;
    }
    return date;
}

xc_date xc_date_cut(xc_date date, xc_precision precision) {
    if ((int)precision >= date.precision) {
        return date;
    }
    xc_date cut = {.precision = (int8_t)precision};
    cut.year = precision >= XC_YEAR ? date.year : 0;
    cut.month = precision >= XC_MONTH ? date.month : 0;
    cut.day = precision >= XC_DAY ? date.day : 0;
    cut.hour = precision >= XC_HOUR ? date.hour : 0;
    cut.minute = precision >= XC_MINUTE ? date.minute : 0;
    return cut;
}

static int64_t second_of(xc_date date, int64_t end_of_day) {
    return (int64_t)xc_date_days(date) * 86400 + end_of_day;
}

int64_t xc_date_first_second(xc_date date) {
    return second_of(date, date.hour * 3600 + date.minute * 60 + date.second);
}

int64_t xc_date_last_second(xc_date date) {
    switch ((xc_precision)date.precision) {
    case XC_NO_DATE:
    case XC_YEAR:
        date.month = 12;
        date.day = 31;
        return second_of(date, 86399);
    case XC_MONTH:
        date.day = (int8_t)xc_month_length(date.year, date.month);
        return second_of(date, 86399);
    case XC_DAY:
        return second_of(date, 86399);
    case XC_HOUR:
        return second_of(date, date.hour * 3600 + 3599);
    case XC_MINUTE:
        return second_of(date, date.hour * 3600 + date.minute * 60 + 59);
    case XC_SECOND:
        break;
    }
    return xc_date_first_second(date);
}
