// SPDX-License-Identifier: MIT
// Quantities are not recognised yet.
#include "recognise_internal.h"

struct xc_quantity_words {
    xc_arena *arena;
};

xc_status xc_quantity_words_load(const char *language_directory, xc_lexicon *lexicon,
                                 xc_quantity_words **out, xc_error *error) {
    (void)language_directory;
    (void)lexicon;
    (void)error;
    *out = NULL;
    return XC_OK;
}

void xc_quantity_words_free(xc_quantity_words *words) {
    if (words) {
        xc_arena_free(words->arena);
    }
}

xc_status xc_find_quantities(const xc_quantity_words *words, const xc_text *text,
                             xc_arena *arena, xc_mentions *out, xc_error *error) {
    (void)words;
    (void)text;
    (void)arena;
    (void)error;
    out->quantity_count = 0;
    return XC_OK;
}
