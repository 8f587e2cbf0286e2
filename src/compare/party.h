// SPDX-License-Identifier: MIT
/// Who or what a statement is about: a noun phrase by its head word and its names.
#ifndef CROSSCLAIM_COMPARE_PARTY_H
#define CROSSCLAIM_COMPARE_PARTY_H

#include "compare/vocabulary.h"

typedef struct party_word {
    uint32_t stem;
    bool name;  ///< written with a capital letter
    bool aside; ///< "the guard in the school" is no school; "one of the schools" is one
} party_word;

typedef struct party {
    party_word *words; ///< in the order of the phrase
    size_t count;      ///< 0 where nobody is told
    size_t head;       ///< index: "a convoy of lorries" has "convoy"
} party;

typedef enum party_fit { PARTIES_UNTOLD, PARTIES_CLASH, PARTIES_MEET, PARTIES_NAMED } party_fit;

/// The phrase without a word that is the predicate itself ("agreement" of "agreement"); a
/// pronoun tells nobody.
XC_MUST_CHECK xc_status party_of(xc_slice phrase, xc_slice predicate, const vocabulary *v,
                                 xc_arena *arena, party *out, xc_error *error);
/// Whether the head of one is a word of the other and no name of the one rules the other out;
/// PARTIES_NAMED where the shared head is a name.
party_fit parties_compare(const party *a, const party *b);

#endif
