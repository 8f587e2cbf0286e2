// SPDX-License-Identifier: MIT
/// How much two documents tell one story: decisive where many alike happenings stand in one
/// folder, and never a gate, for a short entry tells little of its story.
#ifndef CROSSCLAIM_COMPARE_PAIR_STORY_H
#define CROSSCLAIM_COMPARE_PAIR_STORY_H

#include "compare/profile.h"

enum {
    STORY_PRIOR,
    STORY_WORDS, ///< of title and opening, by rarity
    STORY_NAMES, ///< of title and opening
    STORY_TITLES,
    STORY_PUBLISHED,
    STORY_PLACES,  ///< that their claims are told of
    STORY_NUMBERS, ///< figures that both tell
    STORY_DIGITS,  ///< numbers of all kinds in title and opening: years, hours, magnitudes
    STORY_LENGTH,
    STORY_FEATURES
};

typedef struct story_features {
    uint8_t bins[STORY_FEATURES];
} story_features;

void story_features_find(const document_profile *a, const document_profile *b,
                         story_features *out);
/// The bin of a sum of points in FEATURE_STORY: 1 for the least.
uint8_t story_bin(int points);
const char *story_feature_name(int feature);
const char *story_bin_name(int feature, unsigned bin);

#endif
