// SPDX-License-Identifier: MIT
// Clauses, as bounds of lists and of what a verb counts.
#include "extract/count/clause_bounds.h"

#include "extract/count/carrier.h"

enum { DEEPEST = 16 };

static uint32_t head_of(const role_tree *t, uint32_t node) {
    return t->tree->nodes[node].head;
}

static bool is_predicate(const role_tree *t, uint32_t node) {
    return role_child(t, node, XC_REL_NSUBJ) != XC_NO_HEAD ||
           role_child(t, node, XC_REL_COP) != XC_NO_HEAD ||
           (role_is_verb(t, node) && role_relation(t, node) != XC_REL_AMOD);
}

// The predicate of the clause that a noun stands in. @param subject whether it is its subject
static uint32_t clause_of(const role_tree *t, uint32_t node, bool *subject) {
    *subject = false;
    for (int i = 0; i < DEEPEST && node != XC_NO_HEAD; i++) {
        *subject |= role_relation(t, node) == XC_REL_NSUBJ;
        node = head_of(t, node);
        if (node != XC_NO_HEAD && is_predicate(t, node)) {
            return node;
        }
    }
    return XC_NO_HEAD;
}

bool groups_are_apart(sentence_scan *scan, const noun_group *first, const noun_group *second) {
    const xc_tree *tree = scan_tree(scan);
    if (!tree) {
        return false;
    }
    role_tree t = {scan, tree};
    uint32_t one = carrier_of(&t, first);
    uint32_t other = carrier_of(&t, second);
    if (one == XC_NO_HEAD || other == XC_NO_HEAD) {
        return false;
    }
    bool subject = false;
    bool begins = false;
    uint32_t before = clause_of(&t, one, &subject);
    uint32_t behind = clause_of(&t, other, &begins);
    return begins && before != XC_NO_HEAD && behind != XC_NO_HEAD && before != behind &&
           !role_under(&t, one, other) && !role_under(&t, other, one);
}

bool is_inside_subject(const count_link *l, const noun_group *group) {
    const xc_tree *tree = scan_tree(l->scan);
    if (!tree) {
        return false;
    }
    role_tree t = {l->scan, tree};
    uint32_t verb = xc_tree_find(tree, l->verbs.verb);
    uint32_t subject = role_subject(&t, verb);
    uint32_t node = carrier_of(&t, group);
    bool clause = false;
    for (int i = 0; i < DEEPEST && node != XC_NO_HEAD && node != subject; i++) {
        clause |= tree->nodes[node].relation == XC_REL_ACL_RELCL;
        node = head_of(&t, node);
    }
    return subject != XC_NO_HEAD && node == subject && clause;
}

bool has_other_subject(const count_link *l, const noun_group *group) {
    role_tree t;
    if (!role_tree_made(l->scan, &t)) {
        return false;
    }
    uint32_t verb = xc_tree_find(t.tree, l->verbs.verb);
    uint32_t subject = role_child(&t, verb, XC_REL_NSUBJ);
    uint32_t node = carrier_of(&t, group);
    return subject != XC_NO_HEAD && node != XC_NO_HEAD && node < subject && subject < verb &&
           !(role_grammar(&t, subject) & (G_RELATIVE | G_PRONOUN)) &&
           !scan_is_time(l->scan, t.tree->nodes[subject].first_token) &&
           !role_under(&t, node, subject);
}

// A noun that stands for those behind it: "a total, the bodies, the lives of 12 people".
static bool stands_for_others(const sentence_scan *scan, const role_tree *t, uint32_t node) {
    const xc_node *noun = &t->tree->nodes[node];
    xc_phrase_match match = scan_class_words(scan, noun->first_token, noun->last_token);
    uint16_t class =
        match.tokens ? scan->language->class_list[match.payloads[0]].class_index : 0;
    return !class || (role_grammar(t, node) & G_TOTAL) ||
           xc_slice_find(scan->rules->classes[class].name, XC_SLICE("/")) <
               scan->rules->classes[class].name.len;
}

static int64_t first_of_case(const role_tree *t, uint32_t node) {
    return t->tree->nodes[role_child(t, node, XC_REL_CASE)].first_token;
}

bool is_of_subject(const count_link *l, const noun_group *group) {
    const xc_tree *tree = scan_tree(l->scan);
    if (!tree) {
        return false;
    }
    role_tree t = {l->scan, tree};
    uint32_t subject = role_subject(&t, xc_tree_find(tree, l->verbs.verb));
    uint32_t node = carrier_of(&t, group);
    if (node == subject && node != XC_NO_HEAD) {
        // "50 percent of the houses in 12 villages were destroyed", by such a tree
        return role_child(&t, node, XC_REL_CASE) != XC_NO_HEAD &&
               !(role_case(&t, node) & G_OF) &&
               (scan_roles(l->scan, first_of_case(&t, node)) & FRAME_LOCATIVE);
    }
    bool phrase = false;
    bool of = true;
    for (int i = 0; i < DEEPEST && node != XC_NO_HEAD && node != subject; i++) {
        phrase |= role_relation(&t, node) == XC_REL_NMOD;
        of &= role_relation(&t, node) != XC_REL_NMOD || (role_case(&t, node) & G_OF);
        node = head_of(&t, node);
    }
    return phrase && subject != XC_NO_HEAD && node == subject &&
           !(of && stands_for_others(l->scan, &t, subject));
}
