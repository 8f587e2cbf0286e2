// SPDX-License-Identifier: MIT
// Whether a sentence tells of what was or of what will be, at a place in it.
#include "recognise/time/readers.h"

enum {
    REACH = 32
}; // tokens looked at on each side: a bound, so that long sentences stay linear

static bool ends_with(xc_slice word, xc_slice ending) {
    return word.len > ending.len + 1 &&
           xc_slice_equal_fold(xc_slice_sub(word, word.len - ending.len, word.len), ending);
}

static int direction_of(const time_window *window, size_t token) {
    const time_words *words = window->words;
    time_item item = time_item_at(words, window->text, token, window->limit);
    if (time_is(&item, TIME_FUTURE)) {
        return 1;
    }
    if (time_is(&item, TIME_PAST)) {
        return -1;
    }
    if (item.token_kind == XC_TOKEN_WORD) {
        xc_slice word = xc_token_slice(window->text, token);
        for (size_t i = 0; i < words->past_ending_count; i++) {
            if (ends_with(word, words->past_endings[i])) {
                return -1;
            }
        }
    }
    return 0;
}

static time_note note_of(const time_window *window, size_t token, time_kind kind) {
    time_item item = time_item_at(window->words, window->text, token, window->limit);
    const time_row *row = time_row_of(window->words, &item, kind);
    return row ? (time_note)row->note : NOTE_NONE;
}

static bool stands(const time_window *window, size_t token, time_kind kind) {
    time_item item = time_item_at(window->words, window->text, token, window->limit);
    return time_is(&item, kind);
}

bool time_follows_past(const time_reader *reader, size_t token) {
    const time_window *window = &reader->window;
    size_t before = token;
    if (before > window->sentence_start && stands(window, before - 1, TIME_ON)) {
        before--;
    }
    if (before > window->sentence_start && stands(window, before - 1, TIME_AT)) {
        before--;
    }
    return before > window->sentence_start && direction_of(window, before - 1) < 0 &&
           note_of(window, before - 1, TIME_PAST) != NOTE_WEAK;
}

// "will be held": a word of the past that belongs to one of the future.
static bool is_still_future(const time_window *window, size_t token) {
    for (size_t i = 1; i <= 3 && token >= window->sentence_start + i; i++) {
        if (window->text->tokens[token - i].kind != XC_TOKEN_WORD) {
            return false;
        }
        int direction = direction_of(window, token - i);
        if (direction) {
            return direction > 0;
        }
    }
    return false;
}

// "had been due to expire": what was ahead then.
static bool was_future(const time_window *window, size_t token) {
    enum { PERFECT_REACH = 4 };
    for (size_t i = 1; i <= PERFECT_REACH && token >= window->sentence_start + i; i++) {
        if (note_of(window, token - i, TIME_PAST) == NOTE_ANCHOR) {
            return true;
        }
    }
    return false;
}

// "will redeem the preferred shares on": no verb, but part of the name of what follows it.
static bool is_attribute(const time_window *window, size_t token) {
    if (token + 1 >= window->items[0].first_token || stands(window, token, TIME_PAST)) {
        return false;
    }
    const xc_token *behind = &window->text->tokens[token + 1];
    time_item item = time_item_at(window->words, window->text, token + 1, window->limit);
    return behind->kind == XC_TOKEN_WORD && !item.kinds;
}

// Whether the clause of a participle that is part of a name tells of what will be.
static bool is_within_future(const time_window *window, size_t token) {
    for (size_t i = 1; i <= REACH && token >= window->sentence_start + i; i++) {
        size_t before = token - i;
        if (window->text->tokens[before].kind == XC_TOKEN_PUNCTUATION &&
            window->text->tokens[before].mark == ',') {
            return false;
        }
        int direction = direction_of(window, before);
        if (direction) {
            return direction > 0;
        }
    }
    return false;
}

// "agreed to buy the mine in February", "a plan to close it in March": what was meant to come,
// with "to" and what should be done between.
static bool is_meant(const time_window *window, size_t token) {
    if (!stands(window, token, TIME_INTENT)) {
        return false;
    }
    for (size_t i = token + 1; i + 1 < window->items[0].first_token; i++) {
        if (stands(window, i, TIME_JOINER) &&
            window->text->tokens[i + 1].kind == XC_TOKEN_WORD &&
            !(window->text->tokens[i + 1].flags & XC_TOKEN_CAPITAL)) {
            return true;
        }
    }
    return false;
}

static int direction_before(const time_window *window, size_t token) {
    if (is_meant(window, token)) {
        return TIME_MEANT;
    }
    int direction = direction_of(window, token);
    if (direction < 0) {
        bool ahead = is_still_future(window, token) ||
                     (is_attribute(window, token) && is_within_future(window, token));
        return ahead ? 1 : -1;
    }
    return direction > 0 && was_future(window, token) ? -1 : direction;
}

// "set 3 May as the deadline": words of what will be that stand right behind the day.
static bool is_named_ahead(const time_window *window) {
    size_t behind = window->items[0].last_token;
    for (size_t i = 0; i < 2 && behind < window->limit; i++, behind++) {
        if (note_of(window, behind, TIME_FUTURE) == NOTE_ANCHOR) {
            return true;
        }
    }
    return false;
}

// The nearest word before decides; a sentence that opens with its time is told by what follows.
static int look_around(const time_window *window) {
    size_t start = window->items[0].first_token;
    if (time_is(&window->items[0], TIME_FUTURE) || is_named_ahead(window)) {
        return 1; // "effective Feb. 1"
    }
    for (size_t i = 0; i < REACH && start - i > window->sentence_start; i++) {
        int direction = direction_before(window, start - i - 1);
        if (direction) {
            return direction;
        }
    }
    for (size_t i = start; i < window->limit && i - start < REACH; i++) {
        int direction = direction_of(window, i);
        if (direction) {
            return direction;
        }
    }
    return 0;
}

int time_direction(time_reader *reader) {
    if (!reader->direction_known) {
        reader->direction = reader->window.count ? look_around(&reader->window) : 0;
        reader->direction_known = true;
    }
    return reader->direction;
}

// "On 10 May 2015 he left, on 3 June he came back": the year told in the sentence goes on.
static bool borrow_year(const time_reader *reader, const time_value *value, time_value *out) {
    if (!reader->anchor_near || !reader->anchor_year || value->form != FORM_CALENDAR ||
        value->year || !value->month || !value->day || value->weekday) {
        return false;
    }
    xc_date before = time_latest(value, reader->anchor);
    xc_date behind = time_earliest(value, reader->anchor);
    if (!time_known(before) || !time_known(behind)) {
        return false;
    }
    int32_t anchor = xc_date_days(reader->anchor);
    bool nearer = xc_date_days(behind) - anchor <= anchor - xc_date_days(before);
    *out = *value;
    out->year = nearer ? behind.year : before.year;
    return true;
}

void time_settle(time_reader *reader, const time_value *value, xc_date *from, xc_date *to) {
    time_value told;
    if (borrow_year(reader, value, &told)) {
        value = &told;
    }
    bool open = value->form == FORM_FIXED ? value->direction : !value->year;
    time_resolve(value, reader->reference, open ? time_direction(reader) : 0, from, to);
}
