// SPDX-License-Identifier: MIT
/// What a figure's own sentence states of the figure: that it was corrected, that it counts the
/// attacker or some of those told of before. The words stand in claims/<language>/comparison.csv.
#ifndef CROSSCLAIM_COMPARE_FIGURE_WORDS_H
#define CROSSCLAIM_COMPARE_FIGURE_WORDS_H

#include "compare/profile.h"

/// The phrases of comparison.csv that are looked for in the sentences of figures, by the hash of
/// their first word: a sentence is gone over once, not once a phrase and pair.
typedef struct phrase_entry {
    uint64_t word;
    uint32_t term; ///< in the vocabulary
    uint32_t kind; ///< a bit of its own
} phrase_entry;
typedef struct phrase_index {
    phrase_entry *items; ///< by word
    size_t count;
} phrase_index;

XC_MUST_CHECK xc_status phrases_index(const vocabulary *v, xc_arena *arena, phrase_index *out,
                                      xc_error *error);
/// Sets what the other functions here ask of a claim.
void phrases_note(const phrase_index *index, claim_profile *p);

/// Where the claim's sentence says a word of the kind; empty where it says none.
/// @param value of the term; NULL for any
xc_slice words_of_kind(const claim_profile *p, const char *kind, const char *value);

/// Whether a count of the dead or hurt holds who did it, as its sentence says.
typedef enum attacker_count {
    ATTACKER_UNTOLD,
    ATTACKER_IN,  ///< "59, including the gunman"
    ATTACKER_OUT, ///< "58, not counting the gunman", "58 before he shot himself"
} attacker_count;

/// @param many set where the sentence tells of several attackers
attacker_count attacker_counted(const claim_profile *p, bool *many);
/// "Two of the victims", "three of them", "the other two".
bool counts_some(const claim_profile *p);
/// Whether the sentence names the claim's place as a region ("the Lorvik region").
bool names_region(const claim_profile *p);

#endif
