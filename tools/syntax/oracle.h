// SPDX-License-Identifier: MIT
// The dynamic oracle of the arc-hybrid system (Goldberg and Nivre 2013): how many gold arcs each
// action puts out of reach, whatever was done before.
#ifndef CROSSCLAIM_TOOLS_SYNTAX_ORACLE_H
#define CROSSCLAIM_TOOLS_SYNTAX_ORACLE_H

#include "corpus.h"
#include "syntax/arc_hybrid.h"

typedef struct oracle {
    const gold_sentence *sentence;
    uint32_t heads[ARC_PLACES]; // the root is count+1
    bool on_stack[ARC_PLACES];
} oracle;

void oracle_begin(oracle *o, const gold_sentence *sentence);
// Marks the actions that cost least, of those that may be taken.
void oracle_look(const oracle *o, const arc_state *state, bool best[ARC_ACTIONS]);
// Gold arcs that an action which may be taken puts out of reach.
int oracle_cost(const oracle *o, const arc_state *state, arc_action action);
// Keeps up with an action; to be called before it is taken.
void oracle_follow(oracle *o, const arc_state *state, arc_action action);

#endif
