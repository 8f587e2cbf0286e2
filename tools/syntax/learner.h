// SPDX-License-Identifier: MIT
// Learns a net (src/syntax/net.h) with real numbers, and packs it into small integers.
// Cross entropy, rows moved by AdaGrad (Duchi et al. 2011) with one rate a row, the rate falling
// to nothing by the end; a part of the features is left out at random at each step.
#ifndef CROSSCLAIM_TOOLS_SYNTAX_LEARNER_H
#define CROSSCLAIM_TOOLS_SYNTAX_LEARNER_H

#include "crossclaim/base/arena.h"
#include "crossclaim/base/status.h"
#include "syntax/net.h"

typedef struct learner learner;

// First features are counted, then those seen often enough get a row each.
learner *learner_new(uint32_t outputs, uint64_t seed); // NULL when memory is out
void learner_free(learner *l);
XC_MUST_CHECK bool learner_count(learner *l, const uint64_t *keys, uint32_t count);
// Keeps the `most` commonest features, but none that was seen less than `least` times.
XC_MUST_CHECK bool learner_begin(learner *l, uint32_t most, uint32_t least);
uint32_t learner_rows(const learner *l);

// One step: feed, look at scores, say what was wanted, learn.
// @param drop share of the features to leave out
void learner_feed(learner *l, const uint64_t *keys, uint32_t count, float drop);
float learner_score(const learner *l, uint32_t output);
// Adds the gradient of a choice between outputs [first,last), of which `wanted` (a bit each,
// from `first`) are right.
void learner_want(learner *l, uint32_t first, uint32_t last, const bool *wanted, float weight);
void learner_learn(learner *l, float rate);
double learner_loss(learner *l); // mean since it was last asked
uint64_t learner_random(learner *l);

// The net in integers, with at most `buckets` buckets. @param arena owns its arrays
XC_MUST_CHECK bool learner_pack(const learner *l, uint32_t buckets, xc_arena *arena, net *out);

#endif
