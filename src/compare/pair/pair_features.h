// SPDX-License-Identifier: MIT
/// What is looked at in two claims to tell whether they are of one thing: each feature has one
/// of a few bins, and claims/world/link_weights.csv gives points for each bin. Learning
/// (tools/link_learn.py) and running share this definition. Depends on the two claims and their
/// documents only.
#ifndef CROSSCLAIM_COMPARE_PAIR_PAIR_FEATURES_H
#define CROSSCLAIM_COMPARE_PAIR_PAIR_FEATURES_H

#include "compare/profile.h"

typedef enum pair_feature {
    FEATURE_PRIOR,   ///< one bin: how likely a pair of candidates is at all
    FEATURE_NUMBER,  ///< how the two figures stand to each other
    FEATURE_PRECISE, ///< of two figures that contradict: whether they are rounded
    FEATURE_KIND,    ///< what is counted, and whether the numbers are equal
    FEATURE_WORDS,   ///< the sentences' words, by rarity
    FEATURE_NAMES,   ///< the sentences' names
    FEATURE_PLACE,
    FEATURE_TIME,      ///< of what happened
    FEATURE_PUBLISHED, ///< days between the pages
    FEATURE_STORY,     ///< how much the two documents tell one story
    FEATURE_PART,      ///< a part of a greater figure, or a whole
    FEATURE_CLASS,     ///< classes of what is counted
    FEATURE_SUBJECT,   ///< the words for what is counted
    FEATURE_EVENT,
    FEATURE_SPEAKER,
    FEATURE_AGGREGATION,
    FEATURE_POSITION,  ///< headline, opening, later
    FEATURE_RECALLED,  ///< told of an earlier time
    FEATURE_DISTANCE,  ///< within one document
    FEATURE_ELSEWHERE, ///< the other document tells this figure in another claim
    FEATURE_GROWTH,    ///< how a count went on, by what it counts and the days between
    FEATURE_SCOPE,     ///< of two figures that differ: how much of what they count is the same
    FEATURE_RIVAL,     ///< the other document has a claim that fits better
    PAIR_FEATURES
} pair_feature;

enum { MOST_BINS = 32 };

typedef struct pair_features {
    uint8_t bins[PAIR_FEATURES];
} pair_features;

/// All but FEATURE_RIVAL, which rests on the points of the others.
/// @param story bin of FEATURE_STORY; 0 within one document
void pair_features_find(const claim_profile *a, const claim_profile *b, uint8_t story,
                        pair_features *out);
/// Words for the table and for people; NULL past the last one.
const char *pair_feature_name(pair_feature feature);
const char *pair_bin_name(pair_feature feature, unsigned bin);

/// Whether all words of the claim's place stand among the words.
bool words_hold_place(const word_set *words, const claim_profile *p);
/// All words of the one's place stand in the other's: "Lorvik", "Lorvik Province".
bool place_within(const claim_profile *a, const claim_profile *b);
/// How much of the two sentences' weight is words of both, by their geometric mean, 0 to 1; -1
/// where one of them has too few words to tell.
double words_in_common(const claim_profile *a, const claim_profile *b);
/// Neither place is within the other's name, beside it in a sentence, or on the other's page.
bool places_apart(const claim_profile *a, const claim_profile *b);
/// The one name holds the other, or each stands on the other claim's page.
bool place_names_meet(const claim_profile *a, const claim_profile *b);
/// Both name their event, and the one is of another kind and does not come of the other.
bool events_exclude(const claim_profile *a, const claim_profile *b);
/// Both sentences name months, and no common one.
bool months_exclude(const claim_profile *a, const claim_profile *b);

/// Each part of the above in a file of its own.
uint8_t number_bin(const claim_profile *a, const claim_profile *b);
uint8_t precise_bin(const claim_profile *a, const claim_profile *b);
uint8_t kind_bin(const claim_profile *a, const claim_profile *b);
/// The bin that place_bin gives two different places, each said in its own sentence.
enum { PLACES_BOTH_SAID = 9 };
uint8_t place_bin(const claim_profile *a, const claim_profile *b);
uint8_t time_bin(const claim_profile *a, const claim_profile *b);
uint8_t published_bin(const claim_profile *a, const claim_profile *b);
uint8_t event_bin(const claim_profile *a, const claim_profile *b);
uint8_t elsewhere_bin(const claim_profile *a, const claim_profile *b);
uint8_t growth_bin(const claim_profile *a, const claim_profile *b);
extern const char *const number_bins[],
    *const precise_bins[], *const kind_bins[], *const place_bins[],
                                                   *const time_bins[],
                                                       *const published_bins[],
                                                           *const event_bins[],
                                                               *const elsewhere_bins[],
                                                                   *const growth_bins[];

#endif
