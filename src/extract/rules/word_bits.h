// SPDX-License-Identifier: MIT
// Bits of single words: what a language's word lists say of them. They are noted while the
// lexicon still grows, and then looked up by word number.
#ifndef CROSSCLAIM_EXTRACT_RULES_WORD_BITS_H
#define CROSSCLAIM_EXTRACT_RULES_WORD_BITS_H

#include "crossclaim/extract.h"

// By word number; words past `count` have none.
typedef struct word_bits {
    uint32_t *of;
    uint32_t count;
} word_bits;

typedef struct word_note {
    xc_word word;
    uint32_t bits;
} word_note;

// Starts with a lexicon and an arena, all else zero.
typedef struct word_notes {
    xc_lexicon *lexicon;
    xc_arena *arena;
    word_note *items;
    size_t count, capacity;
} word_notes;

// Notes bits of words that spaces part, and adds these to the lexicon; false: no memory.
XC_MUST_CHECK bool word_notes_add(word_notes *notes, xc_slice words, uint32_t bits);
// All that was noted, from the notes' arena; false: no memory.
XC_MUST_CHECK bool word_notes_finish(const word_notes *notes, word_bits *out);

// Loads a list of words by role (columns role,words) of a language's folder: bit N for the Nth
// of the names. A missing file leaves *out empty.
// @param arena owns *out
XC_MUST_CHECK xc_status word_bits_load(const char *language_directory, const char *file,
                                       const char *const *names, xc_lexicon *lexicon,
                                       xc_arena *arena, word_bits *out, xc_error *error);

// Where a name stands in a list that NULL ends, or -1.
int word_bit_named(const char *const *names, xc_slice name);

static inline uint32_t word_bits_of(const word_bits *bits, xc_word word) {
    return word < bits->count ? bits->of[word] : 0;
}

#endif
