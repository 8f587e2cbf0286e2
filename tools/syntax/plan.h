// SPDX-License-Identifier: MIT
// How long and how hard each stage is trained, and how much room it has.
#ifndef CROSSCLAIM_TOOLS_SYNTAX_PLAN_H
#define CROSSCLAIM_TOOLS_SYNTAX_PLAN_H

#include <stdbool.h>
#include <stdint.h>

enum { FOLDS = 2 };

typedef struct stage_plan {
    int rounds;
    float rate, drop;    // of learning; share of the features left out at a step
    uint32_t rows;       // most features, the commonest
    uint32_t least_seen; // times
    uint32_t buckets;    // of the packed net
} stage_plan;

typedef struct stages_plan {
    stage_plan tag, supertag, parse;
} stages_plan;

typedef struct plan {
    stages_plan last;  // of the nets that are kept
    stages_plan trial; // of those that only say what the last are trained on
    float teacher;     // weight of what a machine said
    float doubted;     // weight of what it alone said
    float explore;     // share of steps that follow the parser's own choice
    uint64_t seed;
    bool doubt;     // whether to ask for a second opinion on what a machine said
    uint32_t vary;  // one of so many sentences is trained on again as headlines have it
    uint32_t every; // take one of so many sentences: for trials
} plan;

// What the shipped model was made with.
plan plan_default(void);
// Changes one figure: "parse.rounds=6", "trial.tag.rate=0.1"; false where there is none of that name.
bool plan_set(plan *p, const char *setting);

#endif
