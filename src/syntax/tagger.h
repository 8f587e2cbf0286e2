// SPDX-License-Identifier: MIT
// Two passes over the words of a part. The first gives each word a class, from left to right.
// The second sees the classes on both sides: it settles the class, and foretells which relation
// the word will have and on which side its head stands (a supertag: Ouchi et al. 2014), which
// is what a parser that never turns back wants to know beforehand.
#ifndef CROSSCLAIM_SYNTAX_TAGGER_H
#define CROSSCLAIM_SYNTAX_TAGGER_H

#include "crossclaim/syntax.h"
#include "syntax/form.h"
#include "syntax/net.h"

enum {
    PART_MARGIN = 4, // empty places on both sides of a part
    PART_PLACES = XC_LONGEST_PART + 2 * PART_MARGIN,
};

// The words of a part, from [PART_MARGIN] on.
typedef struct part_words {
    word_form forms[PART_PLACES];
    uint8_t tags[PART_PLACES]; // 0 of an empty place; a tag's number in the model, from 1
    uint8_t supertags[PART_PLACES];
    uint32_t count;
} part_words;

// The features of the word in place `at`; tags[] is known up to at-1 in the first pass, and on
// both sides in the second. They give how many.
uint32_t tag_features(const part_words *part, uint32_t at, uint64_t keys[NET_KEYS]);
uint32_t supertag_features(const part_words *part, uint32_t at, uint64_t keys[NET_KEYS]);

// Fills tags.
void tag_words(const net *tagger, part_words *part);
// Fills supertags, and tags anew. The outputs of the net are `tags` tags, then supertags.
void supertag_words(const net *supertagger, uint32_t tags, part_words *part);

#endif
