// SPDX-License-Identifier: MIT
// Times told by their distance: from today, or from the time told last.
#include "recognise/time/readers.h"

static time_value fixed(time_unit unit) {
    return (time_value){.form = FORM_FIXED, .unit = unit};
}

// What "the next day" and "two days later" count from.
static xc_date anchor_of(const time_reader *reader) {
    return time_known(reader->anchor) ? reader->anchor : reader->reference;
}

// "yesterday week", "tomorrow week": seven days beyond; not "yesterday week on week".
static bool is_week_beyond(time_reader *reader, size_t at) {
    int unit = 0;
    return time_kind_value(reader, at, TIME_UNIT, &unit) && unit == UNIT_WEEK &&
           !time_mark(reader, at + 1, '-') && !time_has(reader, at + 1, TIME_ON);
}

static size_t day_word(time_reader *reader, size_t at, time_value *out) {
    int value = 0;
    xc_date today = xc_date_cut(reader->reference, XC_DAY);
    if (time_kind_value(reader, at, TIME_DAY, &value)) {
        *out = fixed(UNIT_DAY);
        if (value && is_week_beyond(reader, at + 1)) {
            time_period(reader->reference, UNIT_DAY, value < 0 ? value - 7 : value + 7,
                        &out->from, &out->to);
            return at + 2;
        }
        time_period(reader->reference, UNIT_DAY, value, &out->from, &out->to);
        out->part = time_kind_value(reader, at, TIME_PART, &value);
        out->part_hour = (int8_t)(out->part ? value : 0);
        return at + 1;
    }
    if (time_has(reader, at, TIME_OVERNIGHT)) {
        *out = fixed(UNIT_DAY);
        time_period(reader->reference, UNIT_DAY, -1, &out->from, &out->to);
        out->to = time_known(out->from) ? today : out->to;
        return at + 1;
    }
    if (time_kind_value(reader, at, TIME_NOW, &value)) {
        *out = fixed(UNIT_SECOND);
        out->from = reader->reference;
        out->weak = time_kind_note(reader, at, TIME_NOW) == NOTE_WEAK;
        return at + 1;
    }
    if (time_kind_value(reader, at, TIME_UNTIL_NOW, &value)) {
        *out = fixed(UNIT_DAY);
        out->to = today;
        if (value) {
            out->from = time_first_day(xc_date_cut(today, XC_YEAR));
        }
        return at + 1;
    }
    return 0;
}

// `count` units up to now or from now on: "the past 24 hours", "the next three years".
static void stretch(time_reader *reader, time_unit unit, int count, time_value *out) {
    xc_date now = reader->reference;
    *out = fixed(unit);
    if (!time_known(now) || count == 0) {
        return;
    }
    int step = count < 0 ? -1 : 1;
    if (unit == UNIT_QUARTER || unit == UNIT_HALF || unit == UNIT_DECADE ||
        unit == UNIT_CENTURY || unit == UNIT_WEEKEND) {
        xc_date unused;
        xc_date last;
        time_period(now, unit, count < 0 ? count : 1, &out->from, &unused);
        time_period(now, unit, count < 0 ? -1 : count, &unused, &last);
        out->to = last;
        return;
    }
    if (unit <= UNIT_HOUR) {
        xc_date other = time_shift(now, unit, count);
        out->from = step < 0 ? other : now;
        out->to = step < 0 ? now : other;
        return;
    }
    xc_date today = xc_date_cut(now, XC_DAY);
    xc_date other = time_shift_day(today, unit, count);
    if (!time_known(other)) {
        return;
    }
    out->from = step < 0 ? other : xc_date_add_days(today, 1);
    out->to = step < 0 ? today : other;
}

// "The next year he left", "they spent the next two hours": of what was told before.
static bool is_told(time_reader *reader, size_t at, int which) {
    time_item first = time_item_before(&reader->window);
    const time_item *before = at > 0 ? time_at(reader, at - 1) : &first;
    return which > 0 && time_is(before, TIME_FILLER) && time_direction(reader) < 0 &&
           (time_known(reader->anchor) || time_follows_past(reader, before->first_token));
}

// "last 24 hours" "5 upcoming years" "past week".
static size_t stretch_of_units(time_reader *reader, size_t at, time_value *out) {
    int which = 0;
    int count = 0;
    int unit = 0;
    size_t next = 0;
    if (time_kind_value(reader, at, TIME_WHICH, &which)) {
        next = time_read_amount(reader, at + 1, &count);
        if (!next && time_kind_note(reader, at, TIME_WHICH) == NOTE_ROLLING) {
            next = at + 1;
            count = 1;
        }
    } else {
        next = time_read_amount(reader, at, &count);
        next = next && time_kind_value(reader, next, TIME_WHICH, &which) ? next + 1 : 0;
        if (next && time_kind_note(reader, next, TIME_UNIT) != NOTE_PLURAL) {
            return 0; // "killed 27 last week"
        }
    }
    if (!next || which == 0 || !time_kind_value(reader, next, TIME_UNIT, &unit)) {
        return 0;
    }
    bool told = is_told(reader, at, which);
    stretch(reader, (time_unit)unit, told ? 0 : which < 0 ? -count : count, out);
    return next + 1;
}

// The weekday, month or season that "this", "last" or "next" picks.
static void pick(time_reader *reader, time_value *value, int which, bool rolling) {
    xc_date now = reader->reference;
    time_value out = fixed(value->unit);
    xc_date unused;
    if (value->weekday && !value->month && !value->day && now.precision >= XC_DAY) {
        if (rolling) {
            out.from = time_latest(value, xc_date_add_days(xc_date_cut(now, XC_DAY), -1));
        } else {
            time_period(now, UNIT_WEEK, which, &out.from, &unused);
            out.from = xc_date_add_days(out.from, value->weekday - 1);
        }
    } else if (value->month && !value->day && now.precision >= XC_MONTH) {
        xc_date month = xc_date_cut(now, XC_MONTH);
        if (which < 0) {
            out.from = time_latest(value, xc_date_add_months(month, -1));
        } else if (which > 0) {
            out.from = time_earliest(value, xc_date_add_months(month, 1));
        } else {
            value->year = now.year;
            out.from = time_latest(value, now);
        }
    } else if (value->day && which > 0 && now.precision >= XC_DAY) {
        out.from = time_earliest(value, xc_date_add_days(xc_date_cut(now, XC_DAY), 1));
    } else if (value->day) {
        return; // "this Friday, June 15": the date says all
    }
    *value = out;
}

// "last week", "this month", "the same day"; "next week" may be followed by "from Tuesday".
static size_t which_unit(time_reader *reader, size_t at, int which, time_value *out) {
    int unit = 0;
    time_note note = time_kind_note(reader, at, TIME_WHICH);
    if (!time_kind_value(reader, at + 1, TIME_UNIT, &unit) || unit < UNIT_DAY) {
        if (unit != UNIT_MINUTE || which >= 0) {
            return 0;
        }
        stretch(reader, UNIT_MINUTE, -1, out);
        return at + 2;
    }
    *out = fixed((time_unit)unit);
    if (unit == UNIT_HALF) {
        return 0;
    }
    if (time_kind_note(reader, at + 1, TIME_UNIT) == NOTE_PLURAL) {
        return at + 2; // "in the coming weeks"
    }
    bool that = note == NOTE_WEAK;
    if (that && !time_known(reader->anchor)) {
        return at + 2; // "that day": nobody told which
    }
    bool told = that || note == NOTE_ANCHOR || (which > 0 && unit == UNIT_DAY) ||
                is_told(reader, at, which);
    time_period(told ? anchor_of(reader) : reader->reference, (time_unit)unit, which,
                &out->from, &out->to);
    out->direction = unit == UNIT_WEEKEND && which == 0;
    return at + 2;
}

// "That night": of the day told last in the sentence or before.
static size_t that_part(time_reader *reader, size_t at, time_value *out) {
    int part = 0;
    if (!time_kind_value(reader, at + 1, TIME_PART, &part) ||
        reader->anchor.precision < XC_DAY) {
        return 0;
    }
    *out = fixed(UNIT_DAY);
    out->from = xc_date_cut(reader->anchor, XC_DAY);
    out->part = true;
    out->part_hour = (int8_t)part;
    return at + 2;
}

static size_t which_one(time_reader *reader, size_t at, time_value *out) {
    int which = 0;
    int part = 0;
    if (!time_kind_value(reader, at, TIME_WHICH, &which)) {
        return 0;
    }
    size_t next = which_unit(reader, at, which, out);
    if (next || time_kind_note(reader, at, TIME_WHICH) == NOTE_WEAK) {
        return next ? next : that_part(reader, at, out); // not "said that Tuesday was quiet"
    }
    if (time_kind_value(reader, at + 1, TIME_PART, &part) && which <= 0) {
        *out = fixed(UNIT_DAY);
        time_period(reader->reference, UNIT_DAY, which, &out->from, &out->to);
        out->part = true;
        out->part_hour = (int8_t)part;
        return at + 2;
    }
    next = time_read_season(reader, at + 1, out);
    if (next) {
        time_pick_season(reader, out, which);
        return next;
    }
    next = time_read_date(reader, at + 1, out);
    const time_item *name = time_at(reader, at + 1);
    bool number = name->token_kind == XC_TOKEN_NUMBER && !time_mark(reader, at + 2, '/');
    bool lower = name->token_kind == XC_TOKEN_WORD &&
                 !(name->flags & XC_TOKEN_CAPITAL); // "this may take time"
    if (!next || out->form != FORM_CALENDAR || (out->year && !out->day && !out->month) ||
        ((number || lower) && out->weak)) {
        return 0;
    }
    if (!out->year) {
        pick(reader, out, which, time_kind_note(reader, at, TIME_WHICH) == NOTE_ROLLING);
    }
    out->weak = false;
    return next;
}

// "over the weekend": this one or the last.
static size_t weekend(time_reader *reader, size_t at, time_value *out) {
    int unit = 0;
    if (!time_kind_value(reader, at, TIME_UNIT, &unit) || unit != UNIT_WEEKEND ||
        time_kind_note(reader, at, TIME_UNIT) == NOTE_PLURAL) {
        return 0;
    }
    *out = fixed(UNIT_WEEKEND);
    time_period(reader->reference, UNIT_WEEKEND, 0, &out->from, &out->to);
    if (time_known(out->from) && time_direction(reader) <= 0 &&
        xc_date_days(out->from) > xc_date_days(reader->reference)) {
        time_period(reader->reference, UNIT_WEEKEND, -1, &out->from, &out->to);
    }
    out->weak = true;
    return at + 1;
}

// "the week after next", "the week before last".
static size_t unit_after_next(time_reader *reader, size_t at, time_value *out) {
    int unit = 0;
    int step = 0;
    int which = 0;
    if (!time_kind_value(reader, at, TIME_UNIT, &unit) ||
        !time_kind_value(reader, at + 1, TIME_SHIFT_OF, &step) ||
        !time_kind_value(reader, at + 2, TIME_WHICH, &which) || which == 0 || which != step) {
        return 0;
    }
    *out = fixed((time_unit)unit);
    time_period(reader->reference, (time_unit)unit, 2 * which, &out->from, &out->to);
    return at + 3;
}

// "earlier this month", "later in the week".
static size_t within_unit(time_reader *reader, size_t at, time_value *out) {
    int side = 0;
    int which = 0;
    int unit = 0;
    if (!time_kind_value(reader, at, TIME_WITHIN, &side)) {
        return 0;
    }
    size_t next = time_has(reader, at + 1, TIME_IN) || time_has(reader, at + 1, TIME_ON)
                      ? at + 2
                      : at + 1;
    if (day_word(reader, next, out)) {
        return out->weak ? 0 : next + 1;
    }
    bool told = time_kind_value(reader, next, TIME_WHICH, &which);
    if ((!told || which != 0) && !(next > at + 1 && time_has(reader, next, TIME_FILLER))) {
        return told ? which_one(reader, next, out) : 0;
    }
    if (!time_kind_value(reader, next + 1, TIME_UNIT, &unit)) {
        return told ? which_one(reader, next, out) : 0;
    }
    if (unit < UNIT_DAY) {
        return 0;
    }
    *out = fixed((time_unit)unit);
    time_period(reader->reference, (time_unit)unit, 0, &out->from, &out->to);
    if (time_known(out->to)) { // told by its days: cut at today
        xc_date today = xc_date_cut(reader->reference, XC_DAY);
        *(side < 0 ? &out->to : &out->from) = today;
    }
    return next + 2;
}

// "rest of the week".
static size_t rest_of_unit(time_reader *reader, size_t at, time_value *out) {
    int which = 0;
    int unit = 0;
    if (!time_has(reader, at, TIME_REST)) {
        return 0;
    }
    size_t next = at + 1;
    if (time_kind_value(reader, next, TIME_WHICH, &which) ||
        time_has(reader, next, TIME_FILLER)) {
        next++;
    }
    if (which != 0 || !time_kind_value(reader, next, TIME_UNIT, &unit) || unit < UNIT_WEEK) {
        return 0;
    }
    *out = fixed((time_unit)unit);
    time_period(reader->reference, (time_unit)unit, 0, &out->from, &out->to);
    xc_date last = time_known(out->to) ? out->to : time_last_day(out->from);
    out->from = xc_date_cut(reader->reference, XC_DAY);
    out->to = last;
    return next + 1;
}

static size_t shifted(time_reader *reader, size_t at, time_value *out) {
    reader->read_base = time_read_relative;
    return time_read_shift(reader, at, out);
}

size_t time_read_relative(time_reader *reader, size_t at, time_value *out) {
    static size_t (*const readers[])(time_reader *, size_t, time_value *) = {
        day_word,        shifted,     stretch_of_units, which_one,
        unit_after_next, within_unit, rest_of_unit,     weekend};
    for (size_t i = 0; i < sizeof readers / sizeof *readers; i++) {
        size_t next = readers[i](reader, at, out);
        if (next) {
            return next;
        }
    }
    return 0;
}
