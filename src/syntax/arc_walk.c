// SPDX-License-Identifier: MIT
// The greedy walk. Of a state's features only those of groups that the last action changed are
// looked up; the sums of the others are kept.
#include "syntax/arc_hybrid.h"

#include <string.h>

enum { DEEPEST = XC_LONGEST_PART + 1 };

typedef struct walk {
    const net *parser;
    arc_state *state;
    // By place in the stack, from 1; 0 is the nothing below. What is known is a bit a group.
    net_sum below[DEEPEST], pushed[DEEPEST], rights[DEEPEST];
    uint8_t known[DEEPEST];
    // Of the buffer.
    net_sum front, lefts;
    uint8_t buffer_known;
    net_sum meeting, named; // of top and buffer: never kept
    arc_keys ahead;         // ARC_MEETING's, asked for as soon as the last action is known
} walk;

enum { // a bit each
    OF_TOP = 1 << ARC_PUSHED | 1 << ARC_RIGHTS,
    OF_NEXT = 1 << ARC_BELOW, // of the entry below the top
    OF_BUFFER = 1 << ARC_FRONT | 1 << ARC_LEFTS,
    OF_ALL = (1 << ARC_GROUPS) - 1
};

// Of the stack's top and the entry below it, and of the buffer.
static net_sum *sum_of(walk *w, arc_group group) {
    uint32_t top = w->state->stack_size;
    switch (group) {
    case ARC_BELOW:
        return &w->below[top - 1];
    case ARC_PUSHED:
        return &w->pushed[top];
    case ARC_RIGHTS:
        return &w->rights[top];
    case ARC_FRONT:
        return &w->front;
    case ARC_MEETING:
        return &w->meeting;
    case ARC_NAMED:
        return &w->named;
    case ARC_LEFTS:
    case ARC_GROUPS:
    default:
        return &w->lefts;
    }
}

// Finds the rows of groups [first,ARC_GROUPS) that are not known.
static void find_groups(const net *n, const arc_keys *keys, int first,
                        net_found found[ARC_GROUPS]) {
    for (int g = first; g < ARC_GROUPS; g++) {
        net_find(n, keys->keys + keys->first[g], keys->first[g + 1] - keys->first[g],
                 &found[g]);
    }
}

static void feed(walk *w, net_sum *hidden) {
    arc_keys keys;
    net_found found[ARC_GROUPS];
    const net_sum *sums[ARC_GROUPS];
    uint32_t top = w->state->stack_size;
    unsigned known = (w->known[top] & OF_TOP) | (w->known[top - 1] & OF_NEXT) | w->buffer_known;
    unsigned ahead = 1 << ARC_MEETING;
    arc_group_features(w->state, OF_ALL & ~(known | ahead), &keys);
    net_expect(w->parser, keys.keys, keys.first[ARC_GROUPS]);
    // `ahead` was filled by the step before
    // NOLINTNEXTLINE(clang-analyzer-core.CallAndMessage)
    net_find(w->parser, w->ahead.keys, w->ahead.first[ARC_GROUPS], &found[ARC_MEETING]);
    find_groups(w->parser, &keys, ARC_MEETING + 1, found);
    for (int g = 0; g < ARC_GROUPS; g++) {
        net_sum *sum = sum_of(w, (arc_group)g);
        if (!(known >> g & 1)) {
            net_add(w->parser, &found[g], sum);
        }
        sums[g] = sum;
    }
    w->known[top] |= OF_TOP;
    w->known[top - 1] |= OF_NEXT;
    w->buffer_known = OF_BUFFER;
    net_cut(w->parser, sums, ARC_GROUPS, hidden);
}

// Moves, and asks for what the next look needs whatever the relation of the arc will be.
static void move(walk *w, arc_action action) {
    arc_move(w->state, action);
    uint32_t top = w->state->stack_size;
    switch (action) {
    case ARC_SHIFT:
        w->known[top] = 0;
        w->buffer_known = 0;
        break;
    case ARC_LEFT:
        w->buffer_known &= 1 << ARC_FRONT;
        break;
    case ARC_RIGHT:
        w->known[top] &= 1 << ARC_PUSHED;
        break;
    case ARC_ACTIONS:
    default:
        break;
    }
    arc_group_features(w->state, 1 << ARC_MEETING, &w->ahead);
    net_expect(w->parser, w->ahead.keys, w->ahead.first[ARC_GROUPS]);
}

static arc_action best_action(const walk *w, const net_sum *hidden) {
    int32_t scores[NET_FIRST];
    arc_action best = ARC_ACTIONS;
    net_first(w->parser, hidden, scores);
    for (int a = ARC_SHIFT; a < ARC_ACTIONS; a++) {
        if (arc_may(w->state, (arc_action)a) &&
            (best == ARC_ACTIONS || scores[a] > scores[best])) {
            best = (arc_action)a;
        }
    }
    return best;
}

void arc_parse(const net *parser, const uint8_t *relations, uint32_t relation_count,
               arc_state *state) {
    walk w;
    w.parser = parser;
    w.state = state;
    w.buffer_known = 0;
    memset(w.known, 0, sizeof w.known);
    while (!arc_done(state)) {
        // What can be done in one way alone needs no look.
        if (state->stack_size == 0) {
            move(&w, ARC_SHIFT);
            continue;
        }
        if (state->stack_size == 1 && state->next > state->count) {
            arc_take(state, ARC_LEFT, XC_REL_ROOT);
            break;
        }
        net_sum hidden;
        feed(&w, &hidden);
        arc_action best = best_action(&w, &hidden);
        move(&w, best);
        if (best != ARC_SHIFT) {
            uint32_t first = ARC_ACTIONS + (best == ARC_RIGHT ? relation_count : 0);
            uint32_t output = net_best(parser, &hidden, first, first + relation_count);
            arc_name(state, relations[output - first]);
        }
    }
}
