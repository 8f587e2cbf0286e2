// SPDX-License-Identifier: MIT
// Counted groups of noun phrases: lists, what is said again, what stands for many.
#include "extract/count/members.h"

enum { DEEPEST_LIST = 6, OLDEST = 120 };

void members_take(members *list, int group) {
    for (size_t i = 0; i < list->count; i++) {
        if (list->groups[i] == group) {
            return;
        }
    }
    if (group != NONE && list->count < MOST_MEMBERS) {
        list->groups[list->count++] = group;
    }
}

// "a total of 12 houses", "a group of 30": nouns that stand for the number behind them.
static bool stands_for_many(const counting *c, uint32_t node) {
    return role_grammar(&c->t, node) & G_TOTAL;
}

// "Ivan Petrov, 40": an age.
bool is_bare_figure(const counting *c, uint32_t node) {
    int group = c->group_of[node];
    return group != NONE &&
           c->scan->groups[group].head.first == c->scan->groups[group].head.last;
}

// Whether a comma, dash or bracket stands before a counted group.
static bool is_set_off(const counting *c, uint32_t node) {
    char mark = scan_mark_at(c->scan, (int64_t)c->scan->groups[c->group_of[node]].first - 1);
    return mark == ',' || mark == '(' || mark == '-';
}

// "the villagers, 31 in all": how many they were, and no age.
bool says_how_many(const counting *c, uint32_t node) {
    if (!is_bare_figure(c, node) || !is_set_off(c, node)) {
        return false;
    }
    const xc_number *least = &c->scan->groups[c->group_of[node]].quantity->low;
    if (least->known && xc_decimal_compare(least->value, xc_decimal_of(OLDEST)) > 0) {
        return true;
    }
    uint32_t in = role_child(&c->t, node, XC_REL_NMOD);
    in = in == XC_NO_HEAD ? role_child(&c->t, node, XC_REL_OBL) : in;
    return (role_case(&c->t, in) & G_PREPOSITION) &&
           (stands_for_many(c, in) || (role_grammar(&c->t, in) & G_DETERMINER));
}

// "the victims, all 26 of them,": a figure with a pronoun that stands for the noun before.
static bool is_all_of_them(const counting *c, uint32_t node) {
    int group = c->group_of[node];
    uint32_t of = role_child(&c->t, node, XC_REL_NMOD);
    return group != NONE && role_relation(&c->t, node) == XC_REL_APPOS && is_set_off(c, node) &&
           (role_case(&c->t, of) & G_OF) && (role_grammar(&c->t, of) & G_PRONOUN);
}

// "two soldiers, three policemen and a cook" is a list, "nine people, three men and six women" tells
// who the nine were.
static bool is_other_kind(const counting *c, int group, uint32_t node) {
    uint16_t of = c->scan->groups[group].class_index;
    int other = c->group_of[node];
    uint16_t kind = other == NONE ? 0 : c->scan->groups[other].class_index;
    while (kind && kind != of) {
        kind = c->scan->rules->classes[kind].parent;
    }
    return of && other != NONE && !kind && c->scan->groups[other].class_index &&
           role_child(&c->t, node, XC_REL_CONJ) != XC_NO_HEAD;
}

static bool at_end_of_list(const role_tree *t, uint32_t node) {
    return t->tree->nodes[node].relation != XC_REL_NMOD_POSS &&
           (role_child(t, node, XC_REL_CC) != XC_NO_HEAD ||
            (role_child(t, node, XC_REL_CASE) == XC_NO_HEAD &&
             role_child(t, node, XC_REL_CONJ) != XC_NO_HEAD));
}

// The counted groups of a noun phrase: its own and those that it is joined with.
void members_of(const counting *c, uint32_t node, int depth, members *list) {
    if (node == XC_NO_HEAD || depth > DEEPEST_LIST) {
        return;
    }
    const role_tree *t = &c->t;
    int own = c->group_of[node];
    members_take(list, own);
    for (uint32_t child = xc_tree_next(t->tree, node, XC_NO_HEAD); child != XC_NO_HEAD;
         child = xc_tree_next(t->tree, node, child)) {
        xc_deprel relation = role_relation(t, child);
        bool joined = relation == XC_REL_CONJ && !role_is_verb(t, child) &&
                      role_child(t, child, XC_REL_NSUBJ) == XC_NO_HEAD;
        bool inside = own == NONE && relation == XC_REL_NMOD && stands_for_many(c, node) &&
                      (role_case(t, child) & G_OF);
        bool said_again = relation == XC_REL_APPOS && !is_bare_figure(c, child) &&
                          (own == NONE || is_other_kind(c, own, child));
        said_again |= own == NONE && (says_how_many(c, child) || is_all_of_them(c, child));
        bool modifier = own == NONE && relation == XC_REL_COMPOUND; // "six nationals staff"
        // "of a mason and of 18 miners", "a baby, two women" by a tree that has them as phrases
        joined |= relation == XC_REL_NMOD && at_end_of_list(t, child);
        if (joined || inside || said_again || modifier) {
            members_of(c, child, depth + 1, list);
        }
    }
}

// A role's groups: also those that the tree hangs on the predicate itself, as another of the role
// or as a conjunct of the verb: "killed 12 soldiers and 3 drivers".
void members_of_role(const counting *c, uint32_t node, members *list) {
    const role_tree *t = &c->t;
    members_of(c, node, 0, list);
    uint32_t verb = node == XC_NO_HEAD ? XC_NO_HEAD : t->tree->nodes[node].head;
    xc_deprel role = role_relation(t, node);
    if (!list->count && verb == XC_NO_HEAD) {
        return;
    }
    if (role != XC_REL_NSUBJ && role != XC_REL_OBJ) {
        return;
    }
    for (uint32_t child = xc_tree_next(t->tree, verb, XC_NO_HEAD); child != XC_NO_HEAD;
         child = xc_tree_next(t->tree, verb, child)) {
        xc_deprel relation = role_relation(t, child);
        bool same = relation == role && (child < verb) == (node < verb);
        bool joined = relation == XC_REL_CONJ && role_is_nominal(t, child) && child > node &&
                      (child < verb) == (node < verb) &&
                      role_child(t, child, XC_REL_NSUBJ) == XC_NO_HEAD &&
                      role_child(t, child, XC_REL_COP) == XC_NO_HEAD;
        if (child != node && (same || joined)) {
            members_of(c, child, 0, list);
        }
    }
}
