// SPDX-License-Identifier: MIT
// Clock times.
#include "recognise/time/readers.h"

typedef struct clock_time {
    int hour, minute, second;
    xc_precision precision;
    bool sure; // can be nothing but a clock time
    bool half_day;
    bool zoned;
    int zone; // minutes ahead of UTC
} clock_time;

static bool two_digits(const time_item *item, int limit, int *out) {
    if (item->token_kind != XC_TOKEN_NUMBER || item->parts != 1 || item->digits[0] != 2 ||
        item->part[0] >= limit) {
        return false;
    }
    *out = item->part[0];
    return true;
}

// ":35" or ":35:10" behind the hour.
static size_t minutes(time_reader *reader, size_t at, clock_time *clock) {
    if (!time_mark(reader, at, ':') || !time_is_close(time_at(reader, at)) ||
        !two_digits(time_at(reader, at + 1), 60, &clock->minute) ||
        !time_is_close(time_at(reader, at + 1))) {
        return at;
    }
    clock->precision = XC_MINUTE;
    at += 2;
    if (time_mark(reader, at, ':') && two_digits(time_at(reader, at + 1), 60, &clock->second) &&
        time_is_close(time_at(reader, at + 1))) {
        clock->precision = XC_SECOND;
        at += 2;
    }
    return at;
}

// "0900 GMT", "1730 hours", "at 2200 on Monday"; "at 2010 prices" is none.
static bool is_four_digit_clock(time_reader *reader, size_t at) {
    static const uint64_t endings =
        TIME_BIT(TIME_ZONE) | TIME_BIT(TIME_CLOCK_HOURS) | TIME_BIT(TIME_HALF_DAY);
    static const uint64_t days = TIME_BIT(TIME_DAY) | TIME_BIT(TIME_WHICH) |
                                 TIME_BIT(TIME_WEEKDAY) | TIME_BIT(TIME_ON) |
                                 TIME_BIT(TIME_PART) | TIME_BIT(TIME_OVERNIGHT);
    const time_item *behind = time_at(reader, at + 1);
    if (behind->kinds & endings) {
        return true;
    }
    time_item first = time_item_before(&reader->window);
    const time_item *before = at > 0 ? time_at(reader, at - 1) : &first;
    return time_is(before, TIME_CLOCK_LEAD) &&
           (behind->token_kind != XC_TOKEN_WORD || (behind->kinds & days)) &&
           behind->token_kind != XC_TOKEN_SYMBOL && behind->mark != '-' && behind->mark != '/';
}

// The numbers of a clock time: "5", "17:35", "8.30", "0900", "19h00".
static size_t numbers(time_reader *reader, size_t at, clock_time *clock) {
    const time_item *item = time_at(reader, at);
    *clock = (clock_time){.precision = XC_HOUR};
    if (item->token_kind != XC_TOKEN_NUMBER) {
        size_t next = time_read_number(reader, at, &clock->hour);
        return next && clock->hour <= 24 ? next : 0;
    }
    if (item->parts == 2 && item->separator == '.' && item->digits[1] == 2 &&
        item->part[0] < 24 && item->part[1] < 60) {
        clock->hour = item->part[0];
        clock->minute = item->part[1];
        clock->precision = XC_MINUTE;
        return at + 1;
    }
    if (item->parts != 1) {
        return 0;
    }
    if (item->digits[0] == 4) {
        if (item->part[0] % 100 >= 60 || item->part[0] >= 2400 ||
            !is_four_digit_clock(reader, at)) {
            return 0;
        }
        clock->hour = item->part[0] / 100;
        clock->minute = item->part[0] % 100;
        clock->precision = XC_MINUTE;
        clock->sure = true;
        return at + 1;
    }
    if (item->digits[0] > 2 || item->part[0] > 24) {
        return 0;
    }
    clock->hour = item->part[0];
    if (time_has(reader, at + 1, TIME_CLOCK_HOURS) && time_is_close(time_at(reader, at + 1)) &&
        two_digits(time_at(reader, at + 2), 60, &clock->minute) &&
        time_is_close(time_at(reader, at + 2))) {
        clock->precision = XC_MINUTE;
        clock->sure = true;
        return at + 3;
    }
    size_t next = minutes(reader, at + 1, clock);
    clock->sure = next > at + 1 && (item->digits[0] == 2 || clock->precision == XC_SECOND);
    return next;
}

static void to_half(clock_time *clock, int half) {
    if (clock->hour == 12) {
        clock->hour = half;
    } else if (half == 12 && clock->hour < 12) {
        clock->hour += 12;
    }
    clock->half_day = true;
    clock->sure = true;
}

// "in the morning", "at night" behind a clock time.
static size_t part_behind(time_reader *reader, size_t at, clock_time *clock) {
    int half = 0;
    size_t next = time_has(reader, at, TIME_AT) || time_has(reader, at, TIME_IN) ? at + 1 : at;
    if (next > at && time_has(reader, next, TIME_DETERMINER)) {
        next++;
    }
    bool part = time_kind_value(reader, next, TIME_PART, &half) ||
                (next > at && time_kind_value(reader, next, TIME_HALF_DAY, &half));
    if (!part || clock->hour > 12) {
        return at;
    }
    bool small = half == TIME_NIGHT && clock->hour < 5;
    to_half(clock, half > 0 && !small ? 12 : 0);
    return next + 1;
}

// "GMT"; a zone of many places or of summer and winter ("local time", "Eastern time") tells none.
static void read_zone(time_reader *reader, size_t at, clock_time *clock) {
    int told = 0; // hours and minutes: 530
    clock->zoned = time_kind_value(reader, at, TIME_ZONE, &told) &&
                   time_kind_note(reader, at, TIME_ZONE) != NOTE_WEAK;
    clock->zone = told / 100 * 60 + told % 100;
}

// "17:06 (1336 GMT)": what the clocks of the place are ahead.
static void take_difference(clock_time *clock, const clock_time *other) {
    enum { DAY = 24 * 60, FARTHEST_EAST = 14 * 60, QUARTER = 15 };
    if (!other->zoned || clock->zoned || clock->precision < XC_HOUR) {
        return;
    }
    int here = clock->hour * 60 + clock->minute;
    int there = other->hour * 60 + other->minute - other->zone;
    int ahead = ((here - there) % DAY + DAY) % DAY;
    clock->zone = ahead > FARTHEST_EAST ? ahead - DAY : ahead;
    clock->zoned = ahead % QUARTER == 0;
}

// What tells that a number is a clock time: am, o'clock, hours, a zone.
static size_t endings(time_reader *reader, size_t at, clock_time *clock) {
    int half = 0;
    if (time_has(reader, at, TIME_OCLOCK)) {
        clock->sure = true;
        at++;
    }
    if (clock->hour <= 12 && time_kind_value(reader, at, TIME_HALF_DAY, &half)) {
        to_half(clock, half);
        at++;
    } else if (clock->hour > 12 && time_kind_value(reader, at, TIME_HALF_DAY, &half)) {
        at++; // "17:06 pm"
    } else if (clock->sure || clock->precision == XC_MINUTE) {
        at = part_behind(reader, at, clock);
    }
    if (clock->precision == XC_MINUTE && time_has(reader, at, TIME_CLOCK_HOURS)) {
        clock->sure = true;
        at++;
    }
    size_t zone = time_mark(reader, at, '(') ? at + 1 : at;
    if (time_has(reader, zone, TIME_ZONE) && (clock->precision > XC_HOUR || clock->sure)) {
        clock->sure = true;
        read_zone(reader, zone, clock);
        at = zone + 1;
    }
    return at;
}

static size_t named(time_reader *reader, size_t at, clock_time *clock) {
    int hour = 0;
    const time_item *item = time_at(reader, at);
    size_t next = item->token_kind == XC_TOKEN_NUMBER && item->part[0] == 12 ? at + 1 : at;
    if (!time_kind_value(reader, next, TIME_CLOCK, &hour)) {
        return 0;
    }
    *clock = (clock_time){.hour = hour, .precision = XC_HOUR, .sure = true, .half_day = true};
    return next + 1;
}

static size_t read_one(time_reader *reader, size_t at, clock_time *clock) {
    size_t next = named(reader, at, clock);
    if (!next) {
        next = numbers(reader, at, clock);
    }
    return next ? endings(reader, next, clock) : 0;
}

size_t time_read_clock(time_reader *reader, size_t at, time_value *out) {
    clock_time clock;
    clock_time other;
    size_t next = read_one(reader, at, &clock);
    if (!next) {
        return 0;
    }
    size_t bracket = time_mark(reader, next, '(') ? read_one(reader, next + 1, &other) : 0;
    if (bracket && time_mark(reader, bracket, ')') && other.sure &&
        (clock.sure || clock.precision > XC_HOUR)) {
        next = bracket + 1; // "17:06 (1336 GMT)": the local time counts
        take_difference(&clock, &other);
        clock.sure = true;
    }
    if (clock.hour == 24) {
        clock.hour = 0;
    }
    *out = (time_value){.form = FORM_CALENDAR,
                        .clock = clock.precision,
                        .hour = (int8_t)clock.hour,
                        .minute = (int8_t)clock.minute,
                        .second = (int8_t)clock.second,
                        .half_day = clock.half_day || clock.hour > 12,
                        .zoned = clock.zoned,
                        .zone = (int16_t)clock.zone,
                        .unit = UNIT_HOUR,
                        .weak = !clock.sure};
    return next;
}
