// SPDX-License-Identifier: MIT
/// Dates no more precise than the words they come from (ISO 8601: 2023, 2023-09, 2023-09-24,
/// 2023-09-24T17:35), in the proleptic Gregorian calendar, and the arithmetic on them.
/// Parts that are not known are 0; `precision` says how far the date goes.
#ifndef CROSSCLAIM_BASE_DATE_H
#define CROSSCLAIM_BASE_DATE_H

#include "crossclaim/base/slice.h"

/// How far a date goes: each is finer than the one before.
typedef enum xc_precision {
    XC_NO_DATE = 0,
    XC_YEAR,
    XC_MONTH,
    XC_DAY,
    XC_HOUR, ///< printed as hh:00, so that it is ISO 8601 in every reader
    XC_MINUTE,
    XC_SECOND,
} xc_precision;

/// A date, without a zone.
typedef struct xc_date {
    int16_t year;
    int8_t month; ///< 1 to 12
    int8_t day;   ///< 1 to 31
    int8_t hour, minute, second;
    int8_t precision; ///< an xc_precision
} xc_date;

/// Bytes that any date needs when printed, its NUL included.
enum { XC_DATE_PRINTED = 32 };

/// Reads the forms above and what follows a full time (zone) is left unread; false if it is
/// none.
XC_MUST_CHECK bool xc_date_parse(xc_slice text, xc_date *out);
/// Reads the zone behind a full time ("Z", "+02:00", "-0530"): how many seconds its clocks are
/// ahead of UTC. False where the text tells no zone.
XC_MUST_CHECK bool xc_date_zone(xc_slice text, int32_t *ahead);
/// Prints as far as the precision goes ("" for none); gives the length.
size_t xc_date_print(xc_date date, char out[XC_DATE_PRINTED]);
/// Days since 1970-01-01 of the date's first day; may be negative.
int32_t xc_date_days(xc_date date);
/// The day that is `days` after 1970-01-01.
xc_date xc_date_of_days(int32_t days);
/// 0 Monday to 6 Sunday.
int xc_date_weekday(xc_date date);
/// Days of a month (1 to 12) of the Gregorian calendar.
int xc_month_length(int year, int month);
/// The same precision, `count` days, months or years on (a day past the month's end is its last
/// day).
xc_date xc_date_add_days(xc_date date, int32_t count);
/// `count` may be negative; 12 are a year.
xc_date xc_date_add_months(xc_date date, int32_t count);
/// Cut to a precision that is no finer than its own.
xc_date xc_date_cut(xc_date date, xc_precision precision);
/// First and last second that the date may mean, as seconds since 1970-01-01T00:00:00.
int64_t xc_date_first_second(xc_date date);
/// The last one of the same.
int64_t xc_date_last_second(xc_date date);

#endif
