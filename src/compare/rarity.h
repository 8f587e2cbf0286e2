// SPDX-License-Identifier: MIT
/// How rare a word is in news (claims/world/word_rarity.csv): what two texts share by chance
/// says little of whether they tell of one thing.
#ifndef CROSSCLAIM_COMPARE_RARITY_H
#define CROSSCLAIM_COMPARE_RARITY_H

#include "crossclaim/base.h"

/// Twice the binary logarithm of one over the share of texts that have the word.
enum { RAREST = 20 };

/// @param stem the first letters of a word, as the table has them, in lower case
/// @return 0 for a word of every text, RAREST for one that the table does not have
uint8_t word_rarity(xc_slice stem);

#endif
