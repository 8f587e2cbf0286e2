// SPDX-License-Identifier: MIT
// Base forms by rules on a word's end, learnt from the lemmas of treebanks: the rule of the
// longest end that has one wins, a whole word being the longest.
#ifndef CROSSCLAIM_SYNTAX_LEMMA_H
#define CROSSCLAIM_SYNTAX_LEMMA_H

#include "syntax/form.h"

enum { LEMMA_ADDED = 6, LEMMA_END = 5, LEMMA_WHOLE = 0x80 };

// Of a tag's words that end so: drop `strip` bytes, put `add` behind.
typedef struct lemma_rule {
    uint32_t key; // 0 of an empty place
    uint8_t strip;
    char add[LEMMA_ADDED + 1]; // ended by NUL
} lemma_rule;

// Open addressing; a place is free in any file, so that every search ends.
typedef struct lemma_rules {
    const lemma_rule *places;
    uint32_t count; // a power of two
} lemma_rules;

// Whether the bytes are a table.
bool lemma_take(const void *bytes, size_t size, lemma_rules *out);
// Key of a rule for the last `length` letters of a word (LEMMA_WHOLE added: the word is that).
uint32_t lemma_key(uint8_t tag, xc_slice end, uint32_t length);
const lemma_rule *lemma_find(const lemma_rules *rules, uint8_t tag, xc_slice folded);
// Writes the base form of a folded word and gives its length.
size_t lemma_write(const lemma_rule *rule, xc_slice folded,
                   char out[FORM_LONGEST + LEMMA_ADDED]);

#endif
