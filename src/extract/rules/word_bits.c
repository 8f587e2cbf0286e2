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
