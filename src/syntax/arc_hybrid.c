// SPDX-License-Identifier: MIT
// The transitions, and the greedy walk.
#include "syntax/arc_hybrid.h"

#include <string.h>

void arc_begin(arc_state *state, const part_words *part) {
    memset(state, 0, sizeof *state);
    state->part = part;
    state->count = part->count;
    state->next = 1;
}

bool arc_may(const arc_state *state, arc_action action) {
    bool at_root = state->next > state->count;
    switch (action) {
    case ARC_SHIFT:
        return !at_root;
    case ARC_LEFT:
        return state->stack_size > 0 && (!at_root || state->stack_size == 1);
    case ARC_RIGHT:
        return state->stack_size > 1;
    case ARC_ACTIONS:
    default:
        return false;
    }
}

static void hang(arc_state *s, uint8_t head, uint8_t dependent, uint8_t relation) {
    s->head[dependent] = head;
    s->relation[dependent] = relation;
    bool before = dependent < head;
    uint8_t *first = before ? s->left[0] : s->right[0];
    uint8_t *second = before ? s->left[1] : s->right[1];
    second[head] = first[head];
    first[head] = dependent;
    if (before) {
        s->lefts[head]++;
        s->left_relations[head] |= UINT64_C(1) << relation;
    } else {
        s->rights[head]++;
        s->right_relations[head] |= UINT64_C(1) << relation;
    }
}

void arc_take(arc_state *state, arc_action action, uint8_t relation) {
    if (action == ARC_SHIFT) {
        state->stack[3 + state->stack_size++] = (uint8_t)state->next++;
        return;
    }
    uint8_t dependent = state->stack[3 + --state->stack_size];
    uint8_t head =
        action == ARC_LEFT ? (uint8_t)state->next : state->stack[2 + state->stack_size];
    hang(state, head, dependent, relation);
}

void arc_parse(const net *parser, const uint8_t *relations, uint32_t relation_count,
               arc_state *state) {
    uint64_t keys[NET_FEATURES];
    net_hidden hidden;
    while (!arc_done(state)) {
        net_feed(parser, keys, arc_features(state, keys), &hidden);
        arc_action best = ARC_ACTIONS;
        int32_t scores[ARC_ACTIONS];
        net_scores(parser, &hidden, 0, ARC_ACTIONS, scores);
        for (int a = ARC_SHIFT; a < ARC_ACTIONS; a++) {
            if (arc_may(state, (arc_action)a) &&
                (best == ARC_ACTIONS || scores[a] > scores[best])) {
                best = (arc_action)a;
            }
        }
        uint8_t relation = 0;
        if (best != ARC_SHIFT) {
            bool root = best == ARC_LEFT && state->next > state->count;
            uint32_t first = ARC_ACTIONS + (best == ARC_RIGHT ? relation_count : 0);
            relation =
                root ? XC_REL_ROOT
                     : relations[net_best(parser, &hidden, first, first + relation_count) -
                                 first];
        }
        arc_take(state, best, relation);
    }
}
