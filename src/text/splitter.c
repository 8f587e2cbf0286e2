// SPDX-License-Identifier: MIT
// What a language tells about the ends of sentences.
#include "text/text_parts.h"

struct xc_splitter {
    xc_arena *arena;
    uint8_t *stops; // an stop_kind by word
    size_t count;
};

static bool read_kind(xc_slice kind, stop_kind *out) {
    static const char *const names[] = {[STOP_PLAIN] = "",
                                        [STOP_TITLE] = "title",
                                        [STOP_NUMBER] = "number",
                                        [STOP_MAYBE] = "maybe",
                                        [STOP_STARTER] = "starter"};
    for (size_t i = 1; i < sizeof names / sizeof *names; i++) {
        if (xc_slice_is(kind, names[i])) {
            *out = (stop_kind)i;
            return true;
        }
    }
    return false;
}

static xc_status add_words(xc_splitter *splitter, const xc_csv *table, xc_lexicon *lexicon,
                           xc_error *error) {
    for (size_t row = 0; row < table->rows; row++) {
        if (!xc_lexicon_add(lexicon, xc_csv_cell(table, row, "word"))) {
            return xc_fail_at(error, XC_BAD_RULE, table->path, table->lines[row],
                              "this row has no word");
        }
    }
    splitter->count = (size_t)xc_lexicon_count(lexicon) + 1;
    splitter->stops = xc_arena_alloc(splitter->arena, splitter->count);
    if (!splitter->stops) {
        return xc_fail_memory(error);
    }
    for (size_t row = 0; row < table->rows; row++) {
        stop_kind stop = STOP_PLAIN;
        if (!read_kind(xc_csv_cell(table, row, "kind"), &stop)) {
            return xc_fail_at(error, XC_BAD_RULE, table->path, table->lines[row],
                              "kind is title, number, maybe or starter");
        }
        xc_word word = xc_lexicon_find(lexicon, xc_csv_cell(table, row, "word"));
        splitter->stops[word] = (uint8_t)stop;
    }
    return XC_OK;
}

xc_status xc_splitter_load(const char *language_directory, xc_lexicon *lexicon,
                           xc_splitter **out, xc_error *error) {
    *out = NULL;
    xc_arena *arena = xc_arena_new();
    xc_splitter *splitter = arena ? xc_arena_alloc(arena, sizeof *splitter) : NULL;
    if (!splitter) {
        xc_arena_free(arena);
        return xc_fail_memory(error);
    }
    splitter->arena = arena;
    xc_csv table;
    xc_status status =
        xc_csv_load(language_directory, "abbreviations.csv", NULL, arena, &table, error);
    if (status == XC_OK) {
        status = add_words(splitter, &table, lexicon, error);
    }
    if (status != XC_OK && status != XC_END) {
        xc_splitter_free(splitter);
        return status;
    }
    *out = splitter;
    return XC_OK;
}

void xc_splitter_free(xc_splitter *splitter) {
    if (splitter) {
        xc_arena_free(splitter->arena);
    }
}

stop_kind splitter_stop(const xc_splitter *splitter, xc_word word) {
    return splitter && word < splitter->count ? (stop_kind)splitter->stops[word] : STOP_PLAIN;
}
