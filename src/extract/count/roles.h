// SPDX-License-Identifier: MIT
// What a tree says of a predicate: whom it acts on, who does it. Relations are those of Universal
// Dependencies (Nivre et al. 2020); what is shared, raised or left out is followed as its enhanced
// graphs do (Schuster and Manning 2016): conjuncts, control, relative clauses.
#ifndef CROSSCLAIM_EXTRACT_COUNT_ROLES_H
#define CROSSCLAIM_EXTRACT_COUNT_ROLES_H

#include "extract/tokens.h"

typedef struct role_tree {
    const sentence_scan *scan;
    const xc_tree *tree;
} role_tree;

// All of these take and give numbers of nodes; XC_NO_HEAD is none, and may be asked of.

// The relation of a node to its head, without its subtype; 0 for none.
xc_deprel role_relation(const role_tree *t, uint32_t node);
// The first child by a relation (subtypes too); none.
uint32_t role_child(const role_tree *t, uint32_t node, xc_deprel relation);
// Grammar bits of a node's first word, and of those of its prepositions ("of", "by").
uint32_t role_grammar(const role_tree *t, uint32_t node);
uint32_t role_case(const role_tree *t, uint32_t node);
bool role_is_verb(const role_tree *t, uint32_t node);
bool role_is_nominal(const role_tree *t, uint32_t node);
// Whether a predicate only says who its noun is: a relative clause, a participle, an attribute.
bool role_describes(const role_tree *t, uint32_t node);

// Whether what is the subject undergoes it: passives, reduced ("12 men arrested on Monday") and
// raised ones ("were reported killed"), and conjuncts of such.
bool role_passive(const role_tree *t, uint32_t node);
// Whether it has an auxiliary of the passive: "were moved".
bool role_passive_itself(const role_tree *t, uint32_t node);
// Who does it, of a passive who undergoes it; also of adjectives and nouns with a copula.
uint32_t role_subject(const role_tree *t, uint32_t node);
// Whom it acts on, in any voice.
uint32_t role_patient(const role_tree *t, uint32_t node);
// What a noun is said to be or to include: "the dead were X", "among the dead was X", "X are among
// those killed", "the dead included X".
uint32_t role_equated(const role_tree *t, uint32_t noun);
// Whether it is what somebody failed, refused or waits to do.
bool role_is_undone(const role_tree *t, uint32_t node);
// The tree of the sentence at work if one was made; false: none was, or there is no model.
bool role_tree_made(const sentence_scan *scan, role_tree *t);
// Whether one node is under another.
bool role_under(const role_tree *t, uint32_t node, uint32_t above);

#endif
