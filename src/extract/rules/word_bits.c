// SPDX-License-Identifier: MIT
// Notes bits of words.
#include "extract/rules/word_bits.h"

static bool note(word_notes *notes, xc_word word, uint32_t bits) {
    word_note *place = xc_arena_grow(notes->arena, &notes->items, notes->count,
                                     &notes->capacity, sizeof *place);
    if (!place || !word) {
        return false;
    }
    *place = (word_note){word, bits};
    notes->count++;
    return true;
}

bool word_notes_add(word_notes *notes, xc_slice words, uint32_t bits) {
    while (words.len) {
        xc_slice word;
        (void)xc_slice_cut(words, ' ', &word, &words);
        if (word.len && !note(notes, xc_lexicon_add(notes->lexicon, word), bits)) {
            return false;
        }
    }
    return true;
}

bool word_notes_finish(const word_notes *notes, word_bits *out) {
    out->count = xc_lexicon_count(notes->lexicon) + 1;
    out->of = xc_arena_array(notes->arena, out->count, sizeof *out->of);
    for (size_t i = 0; out->of && i < notes->count; i++) {
        out->of[notes->items[i].word] |= notes->items[i].bits;
    }
    return out->of != NULL;
}

int word_bit_named(const char *const *names, xc_slice name) {
    for (int i = 0; names[i]; i++) {
        if (xc_slice_is(name, names[i])) {
            return i;
        }
    }
    return -1;
}

xc_status word_bits_load(const char *language_directory, const char *file,
                         const char *const *names, xc_lexicon *lexicon, xc_arena *arena,
                         word_bits *out, xc_error *error) {
    *out = (word_bits){0};
    xc_csv table;
    xc_status status = xc_csv_load(language_directory, file, NULL, arena, &table, error);
    if (status != XC_OK) {
        return status == XC_END ? XC_OK : status;
    }
    word_notes notes = {.lexicon = lexicon, .arena = arena};
    for (size_t row = 0; row < table.rows; row++) {
        xc_slice role = xc_csv_cell(&table, row, "role");
        int position = word_bit_named(names, role);
        if (position < 0) {
            return xc_fail_at(error, XC_BAD_RULE, table.path, table.lines[row],
                              "role '%.*s' is unknown; use one that claims/README.md "
                              "names",
                              XC_PRINT(role));
        }
        if (!word_notes_add(&notes, xc_csv_cell(&table, row, "words"), 1u << position)) {
            return xc_fail_memory(error);
        }
    }
    return word_notes_finish(&notes, out) ? XC_OK : xc_fail_memory(error);
}
