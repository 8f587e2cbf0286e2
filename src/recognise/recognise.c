// SPDX-License-Identifier: MIT
// The public face: a language and its two passes over a text.
#include "recognise/language_parts.h"

xc_status xc_language_load(const char *language_directory, xc_lexicon *lexicon,
                           xc_language **out, xc_error *error) {
    *out = NULL;
    xc_arena *arena = xc_arena_new();
    xc_language *language = arena ? xc_arena_alloc(arena, sizeof *language) : NULL;
    if (!language) {
        xc_arena_free(arena);
        return xc_fail_memory(error);
    }
    language->arena = arena;
    xc_status status =
        quantity_words_load(language_directory, lexicon, &language->quantities, error);
    if (status == XC_OK) {
        status = time_words_load(language_directory, lexicon, &language->times, error);
    }
    if (status != XC_OK) {
        xc_language_free(language);
        return status;
    }
    *out = language;
    return XC_OK;
}

void xc_language_free(xc_language *language) {
    if (language) {
        quantity_words_free(language->quantities);
        time_words_free(language->times);
        xc_arena_free(language->arena);
    }
}

xc_status xc_recognise(const xc_language *language, const xc_text *text, xc_date reference,
                       xc_arena *arena, xc_mentions *out, xc_error *error) {
    *out = (xc_mentions){0};
    xc_status status = find_times(language->times, text, reference, arena, out, error);
    if (status != XC_OK) {
        return status;
    }
    size_t steps = 0;
    return find_quantities(language->quantities, text, arena, out, &steps, error);
}

xc_date xc_latest_date(const xc_language *language, const xc_text *text) {
    return find_latest_date(language->times, text);
}
