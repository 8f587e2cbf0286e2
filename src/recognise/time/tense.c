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

// The nearest word before decides; a sentence that opens with its time is told by what follows.
static int look_around(const time_window *window) {
    size_t start = window->items[0].first_token;
    if (time_is(&window->items[0], TIME_FUTURE)) {
        return 1; // "effective Feb. 1"
    }
    for (size_t i = 0; i < REACH && start - i > window->sentence_start; i++) {
        int direction = direction_of(window, start - i - 1);
        if (direction) {
            return direction < 0 && is_still_future(window, start - i - 1) ? 1 : direction;
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
