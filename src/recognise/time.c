// SPDX-License-Identifier: MIT
// Times are not recognised yet.
#include "recognise_internal.h"

struct xc_time_words {
    xc_arena *arena;
};

xc_status xc_time_words_load(const char *language_directory, xc_lexicon *lexicon,
                             xc_time_words **out, xc_error *error) {
    (void)language_directory;
    (void)lexicon;
    (void)error;
    *out = NULL;
    return XC_OK;
}

void xc_time_words_free(xc_time_words *words) {
    if (words) {
        xc_arena_free(words->arena);
    }
}

xc_status xc_find_times(const xc_time_words *words, const xc_text *text, xc_date reference,
                        xc_arena *arena, xc_mentions *out, xc_error *error) {
    (void)words;
    (void)text;
    (void)reference;
    (void)arena;
    (void)error;
    out->time_count = 0;
    return XC_OK;
}

xc_date xc_find_latest_date(const xc_time_words *words, const xc_text *text) {
    (void)words;
    (void)text;
    return (xc_date){0};
}
