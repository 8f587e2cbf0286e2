// SPDX-License-Identifier: MIT
// Level 3: one person, told by a noun ("a local police officer") or by a name ("Dr Ivan Petrov,
// 34").
#ifndef CROSSCLAIM_EXTRACT_COUNT_PERSON_H
#define CROSSCLAIM_EXTRACT_COUNT_PERSON_H

#include "extract/tokens.h"

typedef struct person_told {
    uint32_t first, last; // tokens [first,last): with age and apposition
    xc_span head;         // the noun, or the name
    uint16_t class_index; // 0 where only a name tells
    bool one;             // "a", "an" stands before
    bool introduced;      // a name behind a noun: "serviceman Ivan Petrov"
    bool ordinal;         // one more of those before: "a third man"
    bool led;             // a plural noun stands before: "reporters Ivan Petrov and"
} person_told;

// Reads the person that starts at the token. @return whether there is one
bool person_at(const sentence_scan *scan, uint32_t token, person_told *out);

// Whether a person may be told from the token on: most words tell none at one look.
bool person_may_begin(const sentence_scan *scan, uint32_t token);

// "both", "both men", "the pair": so many that were told before, with a verb beside them.
// @return how many, 0 where none stand at the token; fills tokens and class of *out
uint32_t known_few_at(const sentence_scan *scan, uint32_t token, person_told *out);

#endif
