// SPDX-License-Identifier: MIT
/// What a figure's own sentence states of the figure: that it was corrected, that it counts the
/// attacker or some of those told of before. The words stand in claims/<language>/comparison.csv.
#ifndef CROSSCLAIM_COMPARE_FIGURE_WORDS_H
#define CROSSCLAIM_COMPARE_FIGURE_WORDS_H

#include "compare/profile.h"

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
