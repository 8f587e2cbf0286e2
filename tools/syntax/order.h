// SPDX-License-Identifier: MIT
// A new order of the sentences for every round.
#ifndef CROSSCLAIM_TOOLS_SYNTAX_ORDER_H
#define CROSSCLAIM_TOOLS_SYNTAX_ORDER_H

#include "learner.h"

static inline uint32_t *order_new(size_t count, xc_arena *arena) {
    uint32_t *order = xc_arena_array(arena, count + 1, sizeof *order);
    for (size_t i = 0; order && i < count; i++) {
        order[i] = (uint32_t)i;
    }
    return order;
}

static inline void order_shuffle(uint32_t *order, size_t count, learner *l) {
    for (size_t i = count; i > 1; i--) {
        size_t other = learner_random(l) % i;
        uint32_t kept = order[i - 1];
        order[i - 1] = order[other];
        order[other] = kept;
    }
}

#endif
