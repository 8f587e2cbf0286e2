// SPDX-License-Identifier: MIT
// Tokens into the items that the readers of times look at.
#include "recognise/time/items.h"

// Cuts "24.09.2023" or "12,2016" into its parts; leaves them out if there are more, or if a
// separator is not ASCII.
static void read_parts(xc_slice bytes, time_item *item) {
    uint8_t parts = 0;
    for (size_t i = 0; i < bytes.len; parts++) {
        int32_t value = 0;
        uint8_t digits = 0;
        for (; i < bytes.len && bytes.ptr[i] >= '0' && bytes.ptr[i] <= '9' && digits < 9; i++) {
            value = value * 10 + (bytes.ptr[i] - '0');
            digits++;
        }
        bool more = i < bytes.len;
        char separator = more ? bytes.ptr[i] : '\0';
        bool known = !more || separator == '.' || separator == ',';
        bool same = parts == 0 || !more || separator == item->separator;
        if (digits == 0 || parts == TIME_PARTS || !known || !same) {
            item->parts = 0;
            return;
        }
        item->part[parts] = value;
        item->digits[parts] = digits;
        if (more) {
            item->separator = separator;
        }
        i++;
    }
    item->parts = parts;
}

static void read_clitic(const time_words *words, const xc_token *token, time_item *item) {
    for (size_t i = 0; i < words->clitic_count; i++) {
        if (words->clitics[i].word == token->word) {
            item->kinds |= TIME_BIT(words->rows[words->clitics[i].row].kind);
        }
    }
}

time_item time_item_at(const time_words *words, const xc_text *text, size_t token,
                       size_t limit) {
    time_item item = {.first_token = (uint32_t)token, .last_token = (uint32_t)token};
    if (token >= limit) {
        return item;
    }
    const xc_token *at = &text->tokens[token];
    item.last_token = (uint32_t)token + 1;
    item.token_kind = at->kind;
    item.flags = at->flags;
    item.mark = at->mark;
    if (at->kind == XC_TOKEN_NUMBER) {
        read_parts(xc_token_slice(text, token), &item);
    }
    if (at->word == 0) {
        return item;
    }
    if (at->flags & XC_TOKEN_CLITIC) {
        read_clitic(words, at, &item);
        return item;
    }
    if (!time_may_be(words, at)) {
        return item;
    }
    xc_phrase_match match = xc_phrases_match(words->phrases, text, token, limit);
    if (match.tokens) {
        item.last_token = (uint32_t)(token + match.tokens);
        item.rows = match.payloads;
        item.row_count = match.payload_count;
        for (uint32_t i = 0; i < item.row_count; i++) {
            item.kinds |= TIME_BIT(words->rows[item.rows[i]].kind);
        }
        if (item.token_kind == XC_TOKEN_NUMBER) { // "9/11" is a name
            item.token_kind = XC_TOKEN_WORD;
            item.parts = 0;
        }
    }
    return item;
}

void time_window_open(time_window *window, const time_words *words, const xc_text *text,
                      const xc_sentence *sentence, size_t token) {
    window->words = words;
    window->text = text;
    window->sentence_start = sentence->first_token;
    window->next = token;
    window->limit = sentence->last_token;
    window->count = 0;
}

const time_item *time_item_in(time_window *window, size_t at) {
    static const time_item nothing;
    while (window->count <= at && window->count < TIME_WINDOW && window->next < window->limit) {
        time_item *item = &window->items[window->count++];
        *item = time_item_at(window->words, window->text, window->next, window->limit);
        window->next = item->last_token;
    }
    return at < window->count ? &window->items[at] : &nothing;
}

time_item time_item_before(const time_window *window) {
    size_t token = window->count ? window->items[0].first_token : window->next;
    if (token <= window->sentence_start) {
        return (time_item){0};
    }
    return time_item_at(window->words, window->text, token - 1, token);
}

const time_row *time_row_of(const time_words *words, const time_item *item, time_kind kind) {
    if (time_is(item, kind)) {
        for (uint32_t i = 0; i < item->row_count; i++) {
            const time_row *row = &words->rows[item->rows[i]];
            if (row->kind == kind) {
                return row;
            }
        }
    }
    return NULL;
}
