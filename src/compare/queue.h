// SPDX-License-Identifier: MIT
/// Pairs of clusters by their points, the greatest first; of equal ones by their claims, so that
/// the order in which they came does not matter.
#ifndef CROSSCLAIM_COMPARE_QUEUE_H
#define CROSSCLAIM_COMPARE_QUEUE_H

#include "crossclaim/base.h"

typedef struct queued_pair {
    int32_t score;
    uint32_t one, other; ///< a claim of each, one < other
    uint32_t stamp;      ///< of the two clusters when the score was taken
    uint32_t turns;
} queued_pair;

typedef struct claim_queue {
    queued_pair *items; ///< a binary heap
    size_t count, capacity;
    xc_arena *arena;
} claim_queue;

/// @return false where memory ran out, as queue_put does
XC_MUST_CHECK bool queue_make(claim_queue *queue, size_t expected, xc_arena *arena);
XC_MUST_CHECK bool queue_put(claim_queue *queue, queued_pair pair);
/// False where it is empty.
bool queue_take(claim_queue *queue, queued_pair *out);

#endif
