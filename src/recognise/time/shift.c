// SPDX-License-Identifier: MIT
// "Two days ago", "a week earlier", "three days after 12 January", "in two weeks".
#include "recognise/time/readers.h"

enum { STEPS = 4 };

// "1 month and 21 days": steps from the largest unit to the smallest.
typedef struct steps {
    time_unit unit[STEPS];
    int count[STEPS];
    int used;
    bool vague; // "a few" has a count, "recent" none
} steps;

// "half an hour": so many of the next smaller unit.
static size_t read_half(time_reader *reader, size_t at, time_unit *unit, int *count) {
    static const struct {
        time_unit whole, part;
        int count;
    } halves[] = {{UNIT_MINUTE, UNIT_SECOND, 30}, {UNIT_HOUR, UNIT_MINUTE, 30},
                  {UNIT_DAY, UNIT_HOUR, 12},      {UNIT_YEAR, UNIT_MONTH, 6},
                  {UNIT_DECADE, UNIT_YEAR, 5},    {UNIT_CENTURY, UNIT_YEAR, 50}};
    int half = 0;
    int one = 0;
    int whole = 0;
    if (!time_kind_value(reader, at, TIME_UNIT, &half) || half != UNIT_HALF ||
        !time_kind_value(reader, at + 1, TIME_AMOUNT, &one) || one != 1 ||
        !time_kind_value(reader, at + 2, TIME_UNIT, &whole)) {
        return 0;
    }
    for (size_t i = 0; i < sizeof halves / sizeof *halves; i++) {
        if (halves[i].whole == (time_unit)whole) {
            *unit = halves[i].part;
            *count = halves[i].count;
            return at + 3;
        }
    }
    return 0;
}

static size_t read_steps(time_reader *reader, size_t at, steps *out) {
    *out = (steps){0};
    size_t end = 0;
    while (out->used < STEPS) {
        int count = 0;
        int unit = 0;
        size_t half = read_half(reader, at, &out->unit[out->used], &out->count[out->used]);
        if (half) {
            out->used++;
            return half;
        }
        size_t next = time_read_amount(reader, at, &count);
        if (next && time_mark(reader, next, '-')) {
            next++;
        }
        if (!next || !time_kind_value(reader, next, TIME_UNIT, &unit)) {
            break;
        }
        out->unit[out->used] = (time_unit)unit;
        out->count[out->used++] = count;
        out->vague |= count == 0;
        end = next + 1;
        bool joined = time_mark(reader, end, ',') || time_has(reader, end, TIME_JOINER);
        at = joined ? end + 1 : end;
    }
    return end;
}

// As precise as the smallest unit.
static xc_date apply(const steps *s, xc_date date, int way) {
    if (!time_known(date) || s->vague) {
        return (xc_date){0};
    }
    for (int i = 0; i < s->used; i++) {
        bool last = i + 1 == s->used;
        date = last || s->unit[i] <= UNIT_HOUR
                   ? time_shift(date, s->unit[i], way * s->count[i])
                   : time_shift_day(date, s->unit[i], way * s->count[i]);
    }
    return date;
}

static void set(time_value *out, const steps *s, xc_date from) {
    *out = (time_value){.form = FORM_FIXED, .unit = s->unit[s->used - 1], .from = from};
    if (from.precision == XC_DAY) {
        out->unit = UNIT_DAY;
    }
}

// What is counted from; nothing that is counted itself from something that is counted.
static size_t read_base(time_reader *reader, size_t at, time_value *out) {
    size_t next = time_read_date(reader, at, out);
    if ((!next || out->weak) && reader->depth < 2) {
        reader->depth++;
        next = reader->read_base(reader, at, out);
        reader->depth--;
    }
    return next;
}

// "After Tuesday" counts from that day. "After the blast" names no day; but where a day stands
// before it ("on Sunday, two days after he called"), it tells when the thing behind it was.
static size_t shift_of(time_reader *reader, size_t at, const steps *s, int way,
                       time_value *out) {
    bool weak = time_kind_note(reader, at - 1, TIME_SHIFT_OF) == NOTE_WEAK; // "from"
    xc_date from;
    xc_date to;
    time_value base;
    size_t start = time_has(reader, at, TIME_FILLER) ? at + 1 : at;
    int now = 0;
    if (time_kind_value(reader, start, TIME_NOW, &now)) {
        set(out, s, apply(s, reader->reference, way));
        return start + 1;
    }
    size_t next = read_base(reader, start, &base);
    if (next && !base.weak && base.unit >= UNIT_DAY) {
        time_settle(reader, &base, &from, &to);
        set(out, s, apply(s, way > 0 && time_known(to) ? to : from, way));
        return next;
    }
    if (weak) {
        return 0;
    }
    if (time_at(reader, at)->token_kind == XC_TOKEN_WORD) {
        set(out, s, reader->anchor_near ? apply(s, reader->anchor, -way) : (xc_date){0});
        return at;
    }
    xc_date anchor = time_known(reader->anchor) ? reader->anchor : reader->reference;
    set(out, s, apply(s, anchor, way));
    return at;
}

enum { RECORD_REACH = 8 };

// "the worst storm in 25 years": how long it was not so.
static bool tells_a_record(const time_window *window) {
    size_t start = window->items[0].first_token;
    for (size_t i = 1; i <= RECORD_REACH && start >= window->sentence_start + i; i++) {
        time_item item = time_item_at(window->words, window->text, start - i, window->limit);
        if (time_is(&item, TIME_RECORD)) {
            return true;
        }
    }
    return false;
}

// "in two weeks": a time in announcements, how long it took in reports.
static size_t in_units(time_reader *reader, size_t at, time_value *out) {
    int within = 0;
    steps s;
    if (!time_kind_value(reader, at, TIME_IN, &within)) {
        return 0;
    }
    size_t start = time_has(reader, at + 1, TIME_FILLER) ? at + 2 : at + 1;
    size_t next = read_steps(reader, start, &s);
    if (!next) {
        return 0;
    }
    int way = 0;
    if (time_kind_value(reader, next, TIME_SHIFT_OF, &way)) {
        return 0;
    }
    if (tells_a_record(&reader->window)) {
        return 0;
    }
    bool alone =
        at == 0 &&
        reader->window.items[0].first_token == (uint32_t)reader->window.sentence_start &&
        (time_at(reader, next)->token_kind != XC_TOKEN_WORD ||
         time_has(reader, next, TIME_POSSESSIVE));
    if (time_direction(reader) <= 0 && !alone) {
        return 0;
    }
    set(out, &s, apply(&s, reader->reference, 1));
    if (within && time_known(out->from)) {
        out->to = out->from;
        out->from = xc_date_cut(reader->reference, (xc_precision)out->to.precision);
    }
    return next;
}

size_t time_read_shift(time_reader *reader, size_t at, time_value *out) {
    int way = 0;
    int unit = 0;
    steps s;
    size_t next = in_units(reader, at, out);
    if (next) {
        return next;
    }
    next = read_steps(reader, at, &s);
    if (!next && time_kind_value(reader, at, TIME_UNIT, &unit) && unit >= UNIT_DAY) {
        s = (steps){.unit = {(time_unit)unit}, .count = {1}, .used = 1};
        return time_kind_value(reader, at + 1, TIME_SHIFT_OF, &way) && unit == UNIT_DAY
                   ? shift_of(reader, at + 2, &s, way, out)
                   : 0;
    }
    if (!next) {
        return 0;
    }
    if (time_kind_value(reader, next, TIME_SHIFT, &way)) {
        bool anchored = time_kind_note(reader, next, TIME_SHIFT) == NOTE_ANCHOR;
        xc_date base =
            anchored && time_known(reader->anchor) ? reader->anchor : reader->reference;
        set(out, &s, apply(&s, base, way));
        return next + 1;
    }
    if (time_kind_value(reader, next, TIME_SHIFT_OF, &way)) {
        return shift_of(reader, next + 1, &s, way, out);
    }
    return 0;
}
