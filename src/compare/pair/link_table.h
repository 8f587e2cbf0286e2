// SPDX-License-Identifier: MIT
/// Points for what two claims, or two documents, have in common: log-odds that they are of one
/// thing, times ten, learnt by logistic regression (tools/link_learn.py) and read out of
/// claims/world/link_weights.csv when the program is built.
#ifndef CROSSCLAIM_COMPARE_PAIR_LINK_TABLE_H
#define CROSSCLAIM_COMPARE_PAIR_LINK_TABLE_H

#include "compare/pair/pair_features.h"
#include "compare/pair/story.h"

typedef enum link_model {
    MODEL_FIRST,  ///< figures of two documents, before their rivals are looked at
    MODEL_APART,  ///< figures of two documents
    MODEL_WITHIN, ///< figures of one document
    MODEL_STORY,  ///< two documents
    LINK_MODELS
} link_model;

typedef enum link_bar {
    BAR_STRICT, ///< points of the best pair across from which two clusters are one group ...
    BAR_MEAN,   ///< ... where the mean of the pairs across reaches this
    BAR_LOOSE,  ///< ... from which a claim is shown beside a group that does not count it
    BAR_NEVER,  ///< points of two figures of one document under which they never meet
    BAR_NEVER_TOLD, ///< the same where the text tells why they differ: two times, two speakers
    BAR_OPPOSED, ///< mean points of the pairs across that differ, from which two clusters meet ...
    BAR_STORY, ///< ... where their documents tell one story by this mean
    LINK_BARS
} link_bar;

typedef struct link_row {
    const char *model, *feature, *bin;
    int points;
} link_row;

typedef struct link_table {
    int16_t points[LINK_MODELS][PAIR_FEATURES][MOST_BINS];
    int bars[LINK_BARS];
} link_table;

/// The shipped table.
void link_table_shipped(link_table *out);
/// Rows of no known model, feature or bin are left out; how many those are.
size_t link_table_fill(const link_row *rows, size_t count, link_table *out);
int link_table_sum(const link_table *table, link_model model, const pair_features *of);
int link_table_story(const link_table *table, const story_features *of);
const char *link_model_name(link_model model);
const char *link_bar_name(link_bar bar);

#endif
