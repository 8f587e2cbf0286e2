// SPDX-License-Identifier: MIT
// The arc-hybrid system (Kuhlmann, Gómez-Rodríguez and Satta 2011) with the root behind the
// last word (Ballesteros and Nivre 2013). Of the words s1 s0 | b:
//   SHIFT  moves b onto the stack
//   LEFT   makes s0 a dependent of b, and drops it
//   RIGHT  makes s0 a dependent of s1, and drops it
// A word that is dropped has all its dependents: what is known of it is known for good.
#ifndef CROSSCLAIM_SYNTAX_ARC_HYBRID_H
#define CROSSCLAIM_SYNTAX_ARC_HYBRID_H

#include "syntax/tagger.h"

typedef enum arc_action { ARC_SHIFT, ARC_LEFT, ARC_RIGHT, ARC_ACTIONS } arc_action;

// Words are counted from 1; 0 is none, count+1 is the root.
enum { ARC_PLACES = XC_LONGEST_PART + 2 };

typedef struct arc_state {
    const part_words *part;
    uint32_t count;
    uint32_t stack_size;
    uint32_t next;                 // b: the first word that was not shifted, count+1 at the end
    uint8_t stack[ARC_PLACES + 3]; // from [3] on: three empty places below
    uint8_t head[ARC_PLACES];
    uint8_t relation[ARC_PLACES];
    // The outermost two dependents on each side, and how many there are.
    uint8_t left[2][ARC_PLACES], right[2][ARC_PLACES];
    uint8_t lefts[ARC_PLACES], rights[ARC_PLACES];
    uint64_t left_relations[ARC_PLACES], right_relations[ARC_PLACES]; // sets of relations
    uint8_t last; // dependent of the last arc
} arc_state;

void arc_begin(arc_state *state, const part_words *part);
static inline bool arc_done(const arc_state *state) {
    return state->next > state->count && state->stack_size == 0;
}
// Whether the action may be taken: it exists, and the root will have one dependent.
bool arc_may(const arc_state *state, arc_action action);
// The action, and in a second step the relation of the arc that it made: what does not ask for
// the relation can be looked up while it is looked for.
void arc_move(arc_state *state, arc_action action);
// @param relation an xc_deprel, of the last arc
void arc_name(arc_state *state, uint8_t relation);
// Both. @param relation not looked at by SHIFT
void arc_take(arc_state *state, arc_action action, uint8_t relation);
// All features, by the number of their template.
uint32_t arc_features(const arc_state *state, uint64_t keys[NET_KEYS]);

// Features by what changes them: what has not changed since it was summed up is not looked up
// again.
typedef enum arc_group {
    ARC_MEETING, // of stack and buffer: new at every step, and the same for any last relation
    ARC_BELOW,   // of s1, until it gets another dependent
    ARC_PUSHED,  // of s0 on what it was pushed on
    ARC_RIGHTS,  // of s0, until it gets another dependent
    ARC_FRONT,   // of the buffer
    ARC_LEFTS,   // of b, until it gets another dependent
    ARC_NAMED,   // of stack and buffer, with relations: new at every step
    ARC_GROUPS
} arc_group;

typedef struct arc_keys {
    uint64_t keys[NET_KEYS];
    uint32_t first[ARC_GROUPS + 1]; // group g is [first[g],first[g+1])
} arc_keys;

// @param groups a bit each; the others are left empty
void arc_group_features(const arc_state *state, unsigned groups, arc_keys *out);

// The net's outputs: the actions, then the relations of LEFT, then those of RIGHT.
// @param relations [relation_count] of xc_deprel: what the outputs stand for
void arc_parse(const net *parser, const uint8_t *relations, uint32_t relation_count,
               arc_state *state);

#endif
