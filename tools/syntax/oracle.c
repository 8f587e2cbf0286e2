// SPDX-License-Identifier: MIT
// Costs, counted over the sentence: it is short.
#include "oracle.h"

#include <string.h>

void oracle_begin(oracle *o, const gold_sentence *sentence) {
    memset(o->on_stack, 0, sizeof o->on_stack);
    o->sentence = sentence;
    for (uint32_t i = 1; i <= sentence->count; i++) {
        uint32_t head = sentence->words[i - 1].head;
        o->heads[i] = head ? head : sentence->count + 1;
    }
}

void oracle_follow(oracle *o, const arc_state *state, arc_action action) {
    if (action == ARC_SHIFT) {
        o->on_stack[state->next] = true;
    } else {
        o->on_stack[state->stack[2 + state->stack_size]] = false;
    }
}

// Gold dependents of a word that wait in the buffer.
static int waiting(const oracle *o, const arc_state *s, uint32_t word) {
    int count = 0;
    for (uint32_t i = s->next; i <= s->count; i++) {
        count += o->heads[i] == word;
    }
    return count;
}

int oracle_cost(const oracle *o, const arc_state *s, arc_action action) {
    uint32_t s0 = s->stack_size ? s->stack[2 + s->stack_size] : 0;
    uint32_t s1 = s->stack_size > 1 ? s->stack[1 + s->stack_size] : 0;
    uint32_t head = s0 ? o->heads[s0] : 0;
    int cost = 0;
    if (action == ARC_SHIFT) {
        for (uint32_t i = 1; i < s->next; i++) {
            cost += o->on_stack[i] && o->heads[i] == s->next;
        }
        uint32_t own = o->heads[s->next];
        cost += own < s->next && o->on_stack[own] && own != s0;
        return cost;
    }
    cost = waiting(o, s, s0);
    if (action == ARC_LEFT) {
        return cost + (head > s->next || head == s1);
    }
    return cost + (head >= s->next);
}

void oracle_look(const oracle *o, const arc_state *state, bool best[ARC_ACTIONS]) {
    int costs[ARC_ACTIONS];
    int least = INT32_MAX;
    for (int a = 0; a < ARC_ACTIONS; a++) {
        costs[a] =
            arc_may(state, (arc_action)a) ? oracle_cost(o, state, (arc_action)a) : INT32_MAX;
        least = costs[a] < least ? costs[a] : least;
    }
    for (int a = 0; a < ARC_ACTIONS; a++) {
        best[a] = costs[a] == least && least != INT32_MAX;
    }
}
