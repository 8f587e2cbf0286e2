// SPDX-License-Identifier: MIT
// Level 4: how a word of a rule finds the noun group that it counts. Each step tries one way
// and says whether it made a claim.
#ifndef CROSSCLAIM_EXTRACT_COUNT_LINKING_H
#define CROSSCLAIM_EXTRACT_COUNT_LINKING_H

#include "extract/cascade.h"

enum {
    // Words of verb groups, and reporting verbs: a clause has one.
    XC_G_VERBAL = XC_G_BE | XC_G_HAVE | XC_G_DO | XC_G_GET | XC_G_MODAL_PREDICTED |
                  XC_G_MODAL_CONDITIONAL | XC_G_REPORT,
    // Words that may stand between a verb and its object.
    XC_G_LINKING = XC_G_DETERMINER | XC_G_POSSESSIVE | XC_G_ADVERB | XC_G_PRONOUN,
};

// A trigger under one of the rules that it may stand for.
typedef struct xc_link {
    xc_scan *scan;
    xc_occurrence *occurrence;
    int trigger;    // index of the occurrence
    uint32_t rule;  // index of the rule
    unsigned forms; // of the occurrence under this rule, bits 1 << xc_form
    xc_verb_group verbs;
} xc_link;

// How far from its verb a subject may stand. A relative clause and a participle tell who
// somebody is; they count only where no other verb does: "three men who had fled were killed".
typedef enum xc_reach { XC_NEAR, XC_FAR, XC_DESCRIBING } xc_reach;

// group_list.c
bool xc_token_is_verbal(const xc_scan *scan, uint32_t token);
bool xc_token_separates(const xc_scan *scan, uint32_t token);
bool xc_token_is_verb_trigger(const xc_scan *scan, uint32_t token);
uint32_t xc_behind_separators(const xc_scan *scan, uint32_t token);
int xc_group_after(const xc_scan *scan, uint32_t token);
bool xc_group_has_verb(const xc_scan *scan, const xc_noun_group *group);
bool xc_group_in_parenthesis(const xc_scan *scan, const xc_noun_group *group);
int xc_group_next(const xc_scan *scan, int group);
int xc_group_previous(const xc_scan *scan, int group);

// link.c
const xc_rule *xc_link_rule(const xc_link *l);
bool xc_link_has_form(const xc_link *l, unsigned forms);
bool xc_link_group(xc_link *l, int group, xc_aggregation aggregation);
bool xc_link_list(xc_link *l, int group);
bool xc_link_list_before(xc_link *l, int group);

// link_description.c: clauses that only say who somebody is
bool xc_verb_is_behind_description(const xc_link *l, uint32_t first);
bool xc_verb_follows_participle(const xc_link *l);

// link_object.c, link_subject.c, link_noun.c
bool xc_link_object_follows(const xc_link *l);
bool xc_link_object(xc_link *l);
bool xc_link_inverted(xc_link *l);
bool xc_link_subject(xc_link *l, xc_reach how);
bool xc_link_coordinated(xc_link *l);
bool xc_link_among(xc_link *l);
bool xc_link_noun(xc_link *l);
bool xc_link_head(xc_link *l, bool says_who);

#endif
