// SPDX-License-Identifier: MIT
// The places that a claim may be about, and what speaks for each.
#ifndef CROSSCLAIM_EXTRACT_PLACE_PLACE_OPTIONS_H
#define CROSSCLAIM_EXTRACT_PLACE_PLACE_OPTIONS_H

#include "extract/place/place_clause.h"
#include "extract/rules/place_points.h"

enum {
    MOST_OPTIONS = 48,
    NO_BIN = 255, // a feature that says nothing of the option
};

// What is asked: where a draft is.
typedef struct place_question {
    const sentence_scan *scan;
    const text_places *places;
    const claim_draft *draft;
    xc_place_wish wish;
    const place_mention *closest; // in the claim's sentence; NULL for none
    const place_mention *latest;  // the last before it that something is in; NULL for none
    const place_mention *twin;  // where another sentence says the same figure is; NULL for none
    const place_mention *whole; // where what it is a part of is said to be; NULL for none
    bool said_here;             // its own sentence has such a one
} place_question;

typedef struct place_option {
    const place_mention *mention;
    place_standing standing;
    uint8_t bins[PLACE_FEATURE_COUNT];
} place_option;

// The options of a question: the mentions of its sentence and of those around, the first
// mention of every other place that the text says often, and none at all where the measure
// allows that.
// @return how many, at most MOST_OPTIONS
size_t place_options(place_question *question, place_option *out);
// closest.c: the place that stands closest to the claim's words in its sentence; NULL for none.
const place_mention *place_closest(const place_question *question);
bool place_is_said(const place_mention *mention, xc_place_wish wish);
// Whether something is said to be in it.
bool place_is_in(const place_mention *mention);
// unfit.c: drops options that the sentence says are something else.
// @return how many are left
size_t place_drop_unfit(const place_question *question, place_option *options, size_t count);
// spoken.c: none where the place stands in what a statement says that somebody said.
claim_place place_unless_spoken(const place_question *question, claim_place found);
// features.c: fills the bins of one.
void place_features(const place_question *question, place_option *option);
int place_option_points(const place_points *points, const place_option *option);

// Sees every question with its options, for the learning of points.
typedef struct place_watch {
    void (*see)(void *context, const place_question *question, const place_option *options,
                size_t count);
    void *context;
} place_watch;

// extractor.c: @param watch NULL ends the watching
void extractor_watch_places(xc_extractor *extractor, const place_watch *watch);

#endif
