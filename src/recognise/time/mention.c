// SPDX-License-Identifier: MIT
// Whole mentions: ranges and points with their bounds; and whether the neighbours of a word
// that is mostly none make it a time.
#include "recognise/time/readers.h"

static bool is_capital(const time_item *item) {
    return (item->flags & XC_TOKEN_CAPITAL) != 0;
}

enum { LEADS_LIST = 1, LEADS_CAREFULLY = 2 };

static bool is_list_lead(time_reader *reader, const time_item *before) {
    const time_row *row = time_row_of(reader->window.words, before, TIME_LEADS);
    return row && row->value == LEADS_LIST;
}

// "2015 and 2016" but not "1 and 2016"; "of 1994 was" but not "of 1994 tents".
static bool is_careless_lead(time_reader *reader, const time_item *before, size_t end) {
    const time_row *row = time_row_of(reader->window.words, before, TIME_LEADS);
    if (!row || row->value == 0) {
        return false;
    }
    if (row->value == LEADS_LIST) {
        return before->first_token != reader->last_end;
    }
    const time_item *behind = time_at(reader, end);
    return behind->token_kind == XC_TOKEN_WORD && behind->kinds == 0 &&
           !(behind->flags & XC_TOKEN_CAPITAL);
}

// Whether the word before, or behind, makes a time of a value that is mostly none.
static bool is_supported(time_reader *reader, const time_value *value, size_t begin, size_t end,
                         const time_item *before) {
    if (!value->weak) {
        return true;
    }
    const time_item *item = time_at(reader, begin);
    const time_item *behind = time_at(reader, end);
    uint64_t leads = TIME_BIT(TIME_LEADS) | TIME_BIT(TIME_BOUND) | TIME_BIT(TIME_OPENER);
    bool led = (before->kinds & leads) != 0 && !is_careless_lead(reader, before, end);
    bool on = time_is(before, TIME_ON);
    if (value->form == FORM_FIXED && value->unit == UNIT_SECOND) {
        return false; // "now"
    }
    if (value->clock != XC_NO_DATE) {
        return on || time_is(before, TIME_BOUND);
    }
    switch (value->unit) {
    case UNIT_YEAR:
        if (time_is_joiner(reader, end, false) &&
            time_at(reader, end + 1)->token_kind == XC_TOKEN_NUMBER) {
            return false; // "from 1500 to 2000 rebels"
        }
        return led || before->mark == '(' ||
               (time_is(before, TIME_DETERMINER) && behind->token_kind == XC_TOKEN_WORD &&
                !time_is(behind, TIME_COUNTED));
    case UNIT_MONTH:
        return led && (is_capital(item) || time_is(before, TIME_IN));
    case UNIT_QUARTER: // seasons: "the fall of the city" is none
        return (before->kinds & (TIME_BIT(TIME_IN) | TIME_BIT(TIME_AT) | TIME_BIT(TIME_FILLER) |
                                 TIME_BIT(TIME_BOUND))) != 0 &&
               !time_is(behind, TIME_OF) &&
               !(behind->token_kind == XC_TOKEN_WORD && is_capital(behind));
    case UNIT_WEEKEND:
    case UNIT_DECADE:
        return led || time_is(before, TIME_FILLER);
    default:
        if (item->token_kind == XC_TOKEN_NUMBER) { // "on 4/6", not "about 1/4 cup"
            const time_row *row = time_row_of(reader->window.words, before, TIME_ON);
            return row && row->value == 1;
        }
        return (on || (led && is_list_lead(reader, before))) && is_capital(item);
    }
}

// Whether the value says when a thing was that stands behind it ("Tuesday's assault", "the 2020
// war"): then "after" is after the thing.
static bool is_attribute(time_reader *reader, const time_value *value, size_t begin,
                         size_t end) {
    if (time_has(reader, end, TIME_POSSESSIVE)) {
        return true;
    }
    return value->unit == UNIT_YEAR && begin > 0 &&
           time_has(reader, begin - 1, TIME_DETERMINER) &&
           time_at(reader, end)->token_kind == XC_TOKEN_WORD;
}

static bool read_bound(time_reader *reader, time_reading *out) {
    int bound = 0;
    if (!time_kind_value(reader, 0, TIME_BOUND, &bound)) {
        return false;
    }
    size_t start = time_has(reader, 1, TIME_ON) ? 2 : 1;
    while (time_has(reader, start, TIME_FILLER) && start < 4) {
        start++;
    }
    size_t end = time_read_point(reader, start, &out->first);
    if (!end) {
        return false;
    }
    bool weak_bound = time_kind_note(reader, 0, TIME_BOUND) == NOTE_WEAK;
    if (!is_supported(reader, &out->first, start, end, time_at(reader, start - 1)) ||
        (weak_bound && out->first.weak)) {
        return false;
    }
    out->range = false;
    out->bound = (time_bound)bound;
    out->begin = 0;
    out->end = end;
    time_item before = time_item_before(&reader->window);
    bool near = time_is(&before, TIME_NEAR) && (bound == BOUND_BEFORE || bound == BOUND_AFTER);
    if (near || is_attribute(reader, &out->first, start, end)) { // "shortly after 6am"
        out->bound = BOUND_NONE;
        out->begin = start;
    }
    return true;
}

// "from Monday on", but not "from a year ago on a rise in sales".
static bool runs_on(time_reader *reader, size_t at) {
    bool unsure = time_kind_note(reader, at, TIME_ONWARDS) == NOTE_WEAK;
    return time_has(reader, at, TIME_ONWARDS) &&
           !(unsure && time_has(reader, at + 1, TIME_DETERMINER));
}

static bool read_opened(time_reader *reader, time_reading *out) {
    int between = 0;
    if (!time_kind_value(reader, 0, TIME_OPENER, &between)) {
        return false;
    }
    size_t end = time_read_range(reader, 1, between != 0, out);
    if (!end || !is_supported(reader, &out->first, 1, end, time_at(reader, 0))) {
        return false;
    }
    out->bound = BOUND_NONE;
    out->begin = out->range ? 0 : time_skip_the(reader, 1);
    out->end = end;
    if (!out->range && runs_on(reader, end)) {
        out->bound = BOUND_SINCE;
        out->begin = 0;
        out->end = end + 1;
    }
    return true;
}

// "on the 27th": a day alone, where nothing is counted by it.
static bool read_day_alone(time_reader *reader, const time_item *before, time_reading *out) {
    int day = 0;
    if (!time_is(before, TIME_FILLER) || before->first_token <= reader->window.sentence_start) {
        return false;
    }
    if (time_is(before, TIME_ON) && !time_is(before, TIME_FILLER)) {
        return false;
    }
    size_t next = time_read_ordinal(reader, 0, &day);
    size_t token = before->first_token - 1;
    time_item lead =
        time_item_at(reader->window.words, reader->window.text, token, before->first_token);
    if (!next || day < 1 || day > 31 || !time_is(&lead, TIME_ON) ||
        time_at(reader, next)->token_kind == XC_TOKEN_WORD ||
        time_at(reader, next)->mark == '-') {
        return false;
    }
    *out = (time_reading){
        .first = {.form = FORM_CALENDAR, .day = (int8_t)day, .unit = UNIT_DAY}, .end = next};
    return true;
}

// "in June and July 2020": the year is told once for both.
static void borrow_year(time_reader *reader, time_reading *reading) {
    time_value *value = &reading->first;
    time_value other;
    if (reading->range || value->form != FORM_CALENDAR || value->year || !value->month ||
        !time_has(reader, reading->end, TIME_JOINER)) {
        return;
    }
    if (time_read_date(reader, reading->end + 1, &other) && other.form == FORM_CALENDAR &&
        other.year && other.month && !other.day == !value->day) {
        value->year = (int16_t)(other.year - (value->month > other.month));
    }
}

static bool read_mention(time_reader *reader, time_reading *out) {
    *out = (time_reading){0};
    (void)time_at(reader, 0);
    if (read_bound(reader, out) || read_opened(reader, out)) {
        return true;
    }
    time_item before = time_item_before(&reader->window);
    if (time_is(&before, TIME_CITED) && time_at(reader, 0)->token_kind == XC_TOKEN_NUMBER) {
        return false; // "case 12/2020", "page 1984"
    }
    size_t end = time_read_range(reader, 0, false, out);
    if (!end || !is_supported(reader, &out->first, 0, end, &before)) {
        return read_day_alone(reader, &before, out);
    }
    out->begin = 0;
    out->end = end;
    out->bound = BOUND_NONE;
    if (!out->range && time_kind_note(reader, end, TIME_ONWARDS) == NOTE_NONE &&
        time_has(reader, end, TIME_ONWARDS)) {
        out->bound = BOUND_SINCE;
        out->end = end + 1;
    }
    return true;
}

bool time_read_mention(time_reader *reader, time_reading *out) {
    if (!read_mention(reader, out)) {
        return false;
    }
    borrow_year(reader, out);
    return true;
}
