// SPDX-License-Identifier: MIT
// Figures that a verb of counting gives for those whom another word describes: "the wounded were put
// at 33", "the governor put at 130 the number of those killed", "the houses destroyed number 340".
#include "extract/count/members.h"

enum { DEEPEST = 6 };

static uint32_t head_of(const role_tree *t, uint32_t node) {
    return t->tree->nodes[node].head;
}

// The noun phrase that a word describes from within: "number" of "the number of people killed".
// @param of receives the noun that is counted, XC_NO_HEAD where none is named
static uint32_t phrase_around(const role_tree *t, uint32_t node, uint32_t *of) {
    *of = XC_NO_HEAD;
    for (int i = 0; i < DEEPEST; i++) {
        uint32_t head = head_of(t, node);
        xc_deprel relation = role_relation(t, node);
        bool within = relation == XC_REL_ACL || relation == XC_REL_AMOD ||
                      (relation == XC_REL_NMOD && (role_case(t, node) & G_OF) &&
                       (role_grammar(t, head) & G_TOTAL));
        if (head == XC_NO_HEAD || !within) {
            return node;
        }
        *of = role_is_nominal(t, node) ? node : *of;
        node = head;
    }
    return node;
}

static bool is_definite(const role_tree *t, uint32_t node) {
    uint32_t article = role_child(t, node, XC_REL_DET);
    return article != XC_NO_HEAD ? role_grammar(t, article) & G_DETERMINER
                                 : (role_grammar(t, node) & G_DETERMINER) != 0;
}

// A bare figure behind "at" or "as", under a node.
static int figure_under(const counting *c, uint32_t node) {
    const role_tree *t = &c->t;
    for (uint32_t child = xc_tree_next(t->tree, node, XC_NO_HEAD); child != XC_NO_HEAD;
         child = xc_tree_next(t->tree, node, child)) {
        uint32_t preposition = role_child(t, child, XC_REL_CASE);
        int64_t token =
            preposition == XC_NO_HEAD ? -1 : (int64_t)t->tree->nodes[preposition].first_token;
        if (c->group_of[child] != NONE && is_bare_figure(c, child) &&
            (scan_counting(c->scan, token) & COUNTING_AS)) {
            return c->group_of[child];
        }
    }
    return NONE;
}

// What counts the noun: the verb that gives its figure.
static int figure_of(const counting *c, uint32_t noun, uint32_t inner) {
    const role_tree *t = &c->t;
    uint32_t head = head_of(t, noun);
    if (head == XC_NO_HEAD) {
        return NONE;
    }
    xc_deprel relation = role_relation(t, noun);
    bool takes_part = relation == XC_REL_NSUBJ || relation == XC_REL_OBJ ||
                      relation == XC_REL_CCOMP || relation == XC_REL_XCOMP;
    bool is = relation == XC_REL_NSUBJ && c->group_of[head] != NONE &&
              is_bare_figure(c, head) && role_child(t, head, XC_REL_COP) != XC_NO_HEAD;
    if (is) { // "the number of houses destroyed is 340"
        return c->group_of[head];
    }
    if (!takes_part ||
        !(scan_counting(c->scan, t->tree->nodes[head].first_token) & COUNTING_GIVES)) {
        return NONE;
    }
    int behind = figure_under(c, head);
    uint32_t object = role_child(t, head, XC_REL_OBJ);
    if (behind == NONE && relation == XC_REL_NSUBJ && object != XC_NO_HEAD &&
        is_bare_figure(c, object)) { // "the dead number 18"
        return c->group_of[object];
    }
    behind = behind == NONE ? figure_under(c, noun) : behind;
    return behind == NONE ? figure_under(c, inner)
                          : behind; // "the injured as 45" by such a tree
}

void members_told(const counting *c, uint32_t node, members *list) {
    const role_tree *t = &c->t;
    uint32_t of = XC_NO_HEAD;
    uint32_t noun = phrase_around(t, node, &of);
    int figure = is_definite(t, noun) ? figure_of(c, noun, node) : NONE;
    if (figure == NONE || c->scan->groups[figure].taken) {
        return;
    }
    if (of != XC_NO_HEAD && of != node) {
        const xc_node *kind = &t->tree->nodes[of];
        xc_phrase_match match = scan_class_words(c->scan, kind->first_token, kind->last_token);
        c->scan->groups[figure].class_index =
            match.tokens ? c->scan->language->class_list[match.payloads[0]].class_index : 0;
    }
    members_take(list, figure);
}
