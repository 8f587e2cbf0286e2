// SPDX-License-Identifier: MIT
/// What the words of a time tell, and its place on the calendar.
#ifndef CROSSCLAIM_RECOGNISE_TIME_VALUE_H
#define CROSSCLAIM_RECOGNISE_TIME_VALUE_H

#include "recognise/time/time_words.h"

typedef enum time_form {
    FORM_NONE,
    FORM_CALENDAR, ///< some of year, month, day, weekday; or a clock time alone
    FORM_FIXED,    ///< from and to, which are unknown where the reference is
} time_form;

typedef struct time_value {
    time_form form;
    int16_t year; ///< 0: not told, as in the next three
    int8_t month, day, weekday;
    xc_date from, to;   ///< of FORM_FIXED
    xc_precision clock; ///< XC_NO_DATE: no clock time
    int8_t hour, minute, second;
    bool zoned;       ///< the clock time has a zone
    int16_t zone;     ///< in minutes ahead of UTC
    bool half_day;    ///< told whether before or after noon
    bool part;        ///< a part of the day is told, "morning"
    int8_t part_hour; ///< 0 or 12: which half of the day it is in
    time_unit unit;   ///< what it is one of
    bool weak;        ///< only a time where its neighbours say so
    bool ends;        ///< "the end of": "before" it lasts to the last day
    bool direction;   ///< FORM_FIXED: the other way lies one unit on: "the weekend"
} time_value;

static inline bool time_known(xc_date date) {
    return date.precision != XC_NO_DATE;
}
xc_date time_first_day(xc_date date);
xc_date time_last_day(xc_date date);
/// The unit that is `offset` after the one that the reference lies in. A day, month or year
/// gives `from` alone. Both are unknown where the reference is not precise enough.
void time_period(xc_date reference, time_unit unit, int32_t offset, xc_date *from, xc_date *to);
/// `count` units on; as precise as the unit is. Unknown where the reference is not precise
/// enough.
xc_date time_shift(xc_date reference, time_unit unit, int32_t count);
/// The same to the day, whatever the unit is.
xc_date time_shift_day(xc_date day, time_unit unit, int32_t count);
/// The month and day, weekday ... that the value tells, latest up to the limit or earliest from
/// it; unknown if there is none (30 February).
xc_date time_latest(const time_value *value, xc_date limit);
xc_date time_earliest(const time_value *value, xc_date limit);
/// A direction: of what was meant to come ("agreed to sell it in May"), the nearer month.
enum { TIME_MEANT = 2 };
/// The dates of a value. `direction`: of two that the words allow, the later one (1), the earlier
/// one (-1, and 0 but for weekends), or TIME_MEANT.
void time_resolve(const time_value *value, xc_date reference, int direction, xc_date *from,
                  xc_date *to);
/// The same for "from first to last".
void time_resolve_range(const time_value *first, const time_value *last, xc_date reference,
                        int direction, xc_date *from, xc_date *to);
/// Whether it is told to the year.
bool time_is_complete(const time_value *value);

#endif
