// SPDX-License-Identifier: MIT
// Level 4: how a word of a rule finds the noun group that it counts. Each step tries one way
// and says whether it made a claim.
#ifndef CROSSCLAIM_EXTRACT_COUNT_LINKING_H
#define CROSSCLAIM_EXTRACT_COUNT_LINKING_H

#include "extract/tokens.h"

enum {
    // Words of verb groups, and reporting verbs: a clause has one.
    G_VERBAL =
        G_BE | G_HAVE | G_DO | G_GET | G_MODAL_PREDICTED | G_MODAL_CONDITIONAL | G_REPORT,
    // Words that may stand between a verb and its object.
    G_LINKING = G_DETERMINER | G_POSSESSIVE | G_ADVERB | G_PRONOUN,
};

struct counting;

// A trigger under one of the rules that it may stand for.
typedef struct count_link {
    sentence_scan *scan;
    trigger_found *occurrence;
    int trigger;    // index of the occurrence
    uint32_t rule;  // index of the rule
    unsigned forms; // of the occurrence under this rule, bits 1 << word_form
    verb_group verbs;
    bool shared; // a user's rule and shipped ones: each takes of a list what it counts
    bool rest;   // another rule of the word has linked: takes what that left of its list
    const struct counting *tree; // of the linker over trees (tree_count.c), NULL elsewhere
} count_link;

// How far from its verb a subject may stand. A relative clause and a participle tell who
// somebody is; they count only where no other verb does: "three men who had fled were killed".
typedef enum link_reach { REACH_NEAR, REACH_FAR, REACH_DESCRIBING } link_reach;

// group_list.c
bool token_is_verbal(const sentence_scan *scan, uint32_t token);
bool token_separates(const sentence_scan *scan, uint32_t token);
bool token_is_verb_trigger(const sentence_scan *scan, uint32_t token);
uint32_t behind_separators(const sentence_scan *scan, uint32_t token);
int group_after(const sentence_scan *scan, uint32_t token);
bool group_has_verb(const sentence_scan *scan, const noun_group *group);
bool group_in_parenthesis(const sentence_scan *scan, const noun_group *group);
int group_next(const sentence_scan *scan, int group);
int group_previous(const sentence_scan *scan, int group);

// senses.c
// Takes a step for every rule that a trigger may stand for, until a shipped one links. A
// user's rule leaves the rest of a list to those behind it: "destroyed 7 bridges and 20 homes".
// @param tree of the tree's linker, NULL for other steps
void link_senses(sentence_scan *scan, int trigger, bool (*step)(count_link *),
                 const struct counting *tree);

// verb_frame.c
// Whether what a rule asks of its verb's frame is so: who does it, what stands behind it, which
// words the sentence must not have. True of a rule that asks for nothing.
bool frame_stands(const count_link *l);

// linking.c
const pack_rule *link_rule(const count_link *l);
bool link_has_form(const count_link *l, unsigned forms);
bool link_group(count_link *l, int group, xc_aggregation aggregation);
bool link_list(count_link *l, int group);
bool link_list_before(count_link *l, int group);

// description.c: clauses that only say who somebody is
bool verb_is_behind_description(const count_link *l, uint32_t first);
bool verb_follows_participle(const count_link *l);

// object_count.c, subject_count.c, noun_count.c
bool link_object_follows(const count_link *l);
bool link_object(count_link *l);
bool link_inverted(count_link *l);
bool link_subject(count_link *l, link_reach how);
bool link_coordinated(count_link *l);
bool noun_is_negated(const count_link *l);
bool link_noun(count_link *l);
bool link_of_number(count_link *l);
bool link_head(count_link *l, bool says_who);

#endif
