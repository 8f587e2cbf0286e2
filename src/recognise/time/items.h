// SPDX-License-Identifier: MIT
/// The words, numbers and marks of a sentence as the readers of times see them: a phrase is one
/// item, a number has its parts. Made as they are asked for and no more than a time can hold.
#ifndef CROSSCLAIM_RECOGNISE_TIME_ITEMS_H
#define CROSSCLAIM_RECOGNISE_TIME_ITEMS_H

#include "recognise/time/time_words.h"

enum { TIME_PARTS = 3, TIME_WINDOW = 40 };

typedef struct time_item {
    uint32_t first_token, last_token; ///< [first,last)
    uint64_t kinds;                   ///< TIME_BIT of each kind
    const uint32_t *rows;             ///< of a word or phrase
    uint32_t row_count;
    uint8_t token_kind; ///< an xc_token_kind; 0 past the sentence's end
    uint8_t flags;      ///< of its first token
    char mark;
    uint8_t parts;              ///< of a number: 1 for "24", 3 for "24.09.2023", 0 for others
    char separator;             ///< between the parts
    uint8_t digits[TIME_PARTS]; ///< how many digits a part has
    int32_t part[TIME_PARTS];
} time_item;

typedef struct time_window {
    const time_words *words;
    const xc_text *text;
    size_t sentence_start; ///< tokens
    size_t next, limit;    ///< tokens: next one to look at, end of the sentence
    size_t count;
    time_item items[TIME_WINDOW];
} time_window;

/// Makes the item that begins at a token.
time_item time_item_at(const time_words *words, const xc_text *text, size_t token,
                       size_t limit);
/// Begins a window at a token.
void time_window_open(time_window *window, const time_words *words, const xc_text *text,
                      const xc_sentence *sentence, size_t token);
/// The item at an index; an empty one past the end of the sentence or of the window.
const time_item *time_item_in(time_window *window, size_t at);
/// The item that ends where the window begins; an empty one at the sentence's start.
time_item time_item_before(const time_window *window);

static inline bool time_is(const time_item *item, time_kind kind) {
    return (item->kinds & TIME_BIT(kind)) != 0;
}
/// The row that makes the item of a kind, NULL if there is none.
const time_row *time_row_of(const time_words *words, const time_item *item, time_kind kind);
/// Whether no white space stands before it.
static inline bool time_is_close(const time_item *item) {
    return item->token_kind != 0 && !(item->flags & XC_TOKEN_SPACE_BEFORE);
}

#endif
