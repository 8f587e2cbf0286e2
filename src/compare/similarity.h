// SPDX-License-Identifier: MIT
/// The words of a text as a small weighted set: a word weighs what it is rare in news, and its
/// first six letters stand for its forms; a number is a word, too.
#ifndef CROSSCLAIM_COMPARE_SIMILARITY_H
#define CROSSCLAIM_COMPARE_SIMILARITY_H

#include "crossclaim/base.h"

typedef struct weighed_word {
    uint32_t hash;
    uint8_t weight;
    bool number;
    bool name; ///< written with a capital letter that no sentence start explains
} weighed_word;

typedef struct word_set {
    weighed_word *items; ///< by hash, each once
    size_t count;
    unsigned weight;  ///< of all
    unsigned names;   ///< of the names
    unsigned numbers; ///< of numbers of two digits and more
} word_set;

/// @return XC_OK or XC_NO_MEMORY
XC_MUST_CHECK xc_status words_of(const xc_slice *texts, size_t count, xc_arena *arena,
                                 word_set *out, xc_error *error);
/// The weight of the words that both have.
unsigned words_shared(const word_set *a, const word_set *b);
/// What two sets have in common, by weight: all words, and those that are names in both.
typedef struct word_share {
    unsigned weight, names, numbers;
} word_share;
word_share words_common(const word_set *a, const word_set *b);
/// The next run of letters and digits at or after *at; false at the end.
bool words_next(xc_slice text, size_t *at, xc_slice *out);
/// Hash of what stands for all forms of a word.
uint32_t word_stem(xc_slice word);
/// Hash of the whole word, whatever its case.
uint32_t word_whole(xc_slice word);
bool word_set_has(const word_set *set, uint32_t stem);
/// Shared weight by the lesser set's weight (containment) or by both (Dice); 0 to 1.
double words_contained(const word_set *a, const word_set *b);
double words_alike(const word_set *a, const word_set *b);
/// What two statements share apart from what both their documents are about anyway: a word that
/// stands in both leads counts a quarter.
typedef struct word_overlap {
    double alike, contained; ///< 0 to 1
} word_overlap;
word_overlap words_apart_from(const word_set *a, const word_set *b, const word_set *lead,
                              const word_set *other_lead);

/// Words for months or weekdays, by hash; a weak one ("may", "sun") counts only where it is a
/// name.
typedef struct calendar_word {
    uint64_t hash;
    uint8_t number;
    bool weak;
} calendar_word;
typedef struct calendar_words {
    calendar_word *items;
    size_t count;
} calendar_words;
/// The months or weekdays that a text names: bit 1 for January or Monday.
unsigned words_calendar(xc_slice text, const calendar_words *names);

/// Hash of a name without case, punctuation and double spaces.
uint64_t name_hash(xc_slice name);
/// Whether all words of one name stand in the other ("Gaza", "Gaza City").
bool name_within(xc_slice name, xc_slice other);
/// Whether the text holds the phrase as whole words, whatever their case.
bool text_says(xc_slice text, xc_slice phrase);
/// Whether the text holds the name as whole words, as it is written.
bool text_names(xc_slice text, xc_slice name);

#endif
