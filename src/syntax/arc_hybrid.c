// SPDX-License-Identifier: MIT
// The transitions.
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

static void hang(arc_state *s, uint8_t head, uint8_t dependent) {
    bool before = dependent < head;
    uint8_t *first = before ? s->left[0] : s->right[0];
    uint8_t *second = before ? s->left[1] : s->right[1];
    second[head] = first[head];
    first[head] = dependent;
    if (before) {
        s->lefts[head]++;
    } else {
        s->rights[head]++;
    }
    s->head[dependent] = head;
    s->last = dependent;
}

void arc_move(arc_state *state, arc_action action) {
    if (action == ARC_SHIFT) {
        state->stack[3 + state->stack_size++] = (uint8_t)state->next++;
        return;
    }
    uint8_t dependent = state->stack[3 + --state->stack_size];
    uint8_t head =
        action == ARC_LEFT ? (uint8_t)state->next : state->stack[2 + state->stack_size];
    hang(state, head, dependent);
}

void arc_name(arc_state *s, uint8_t relation) {
    uint8_t head = s->head[s->last];
    uint64_t *relations = s->last < head ? s->left_relations : s->right_relations;
    s->relation[s->last] = relation;
    relations[head] |= UINT64_C(1) << relation;
}

void arc_take(arc_state *state, arc_action action, uint8_t relation) {
    arc_move(state, action);
    if (action != ARC_SHIFT) {
        arc_name(state, relation);
    }
}
