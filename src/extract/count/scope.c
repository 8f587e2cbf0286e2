// SPDX-License-Identifier: MIT
// What a fear, a denial or a condition reaches: the clauses under it, and not those that only
// describe a noun, stand beside it or tell when.
#include "extract/count/scope.h"

#include "extract/count/roles.h"

enum { DEEPEST = 12 };

// Adverbs, auxiliaries, conjunctions, and a clause with "if": what says something of a whole clause.
static bool is_of_clause(const role_tree *t, uint32_t word, uint32_t clause) {
    uint32_t head = t->tree->nodes[word].head;
    xc_deprel relation = role_relation(t, word);
    if (head == XC_NO_HEAD) {
        return false;
    }
    if (head == clause) {
        return relation == XC_REL_ADVMOD || relation == XC_REL_MARK || relation == XC_REL_AUX ||
               relation == XC_REL_COP || relation == XC_REL_PARATAXIS;
    }
    return (relation == XC_REL_MARK || relation == XC_REL_ADVMOD) &&
           role_relation(t, head) == XC_REL_ADVCL && t->tree->nodes[head].head == clause;
}

// Whether a clause is no part of what its head says: beside it, or when it was.
static bool stands_apart(const role_tree *t, uint32_t node) {
    xc_deprel relation = role_relation(t, node);
    bool raised = role_child(t, node, XC_REL_NSUBJ) == XC_NO_HEAD &&
                  role_child(t, node, XC_REL_MARK) == XC_NO_HEAD; // "were feared killed"
    return relation == XC_REL_CONJ || relation == XC_REL_PARATAXIS ||
           (relation == XC_REL_ADVCL && !raised);
}

bool scope_reaches(const sentence_scan *scan, uint32_t word, uint32_t verb) {
    role_tree t;
    if (!role_tree_made(scan, &t)) {
        return true;
    }
    uint32_t from = xc_tree_find(t.tree, word);
    uint32_t node = xc_tree_find(t.tree, verb);
    bool apart = false;
    for (int i = 0; i < DEEPEST && from != XC_NO_HEAD && node != XC_NO_HEAD; i++) {
        if ((from == node && !apart) || is_of_clause(&t, from, node)) {
            return true;
        }
        if (t.tree->nodes[node].relation == XC_REL_ACL_RELCL) {
            return false;
        }
        apart = stands_apart(&t, node);
        node = t.tree->nodes[node].head;
    }
    return from == XC_NO_HEAD;
}

bool scope_is_reported(const sentence_scan *scan, uint32_t verb) {
    role_tree t;
    if (!role_tree_made(scan, &t)) {
        return false;
    }
    uint32_t node = xc_tree_find(t.tree, verb);
    for (int i = 0; i < DEEPEST && node != XC_NO_HEAD; i++) {
        uint32_t head = t.tree->nodes[node].head;
        xc_deprel relation = role_relation(&t, node);
        if (relation == XC_REL_CCOMP || relation == XC_REL_PARATAXIS) {
            return (role_grammar(&t, head) & G_REPORT) != 0;
        }
        if (relation != XC_REL_CONJ && relation != XC_REL_XCOMP) {
            // "30 would be freed, he said": who says it stands under what is said
            uint32_t said = role_child(&t, node, XC_REL_PARATAXIS);
            said = said == XC_NO_HEAD ? role_child(&t, node, XC_REL_CCOMP) : said;
            return (role_grammar(&t, said) & G_REPORT) != 0;
        }
        node = head;
    }
    return false;
}

bool scope_is_planned(const sentence_scan *scan, uint32_t verb) {
    role_tree t;
    if (!role_tree_made(scan, &t)) {
        return false;
    }
    uint32_t node = xc_tree_find(t.tree, verb);
    xc_deprel relation = role_relation(&t, node);
    uint32_t head = node == XC_NO_HEAD ? XC_NO_HEAD : t.tree->nodes[node].head;
    bool infinitive = role_grammar(&t, role_child(&t, node, XC_REL_MARK)) & G_TO;
    bool finite = !infinitive && role_child(&t, node, XC_REL_AUX) != XC_NO_HEAD;
    return (relation == XC_REL_XCOMP || relation == XC_REL_CCOMP) && !finite &&
           role_child(&t, node, XC_REL_NSUBJ) == XC_NO_HEAD &&
           role_child(&t, head, XC_REL_OBJ) != XC_NO_HEAD && (role_grammar(&t, head) & G_PLAN);
}

void scope_prepare(sentence_scan *scan) {
    const uint32_t asks = G_FAIL | G_FEAR | G_DENY; // of plans there are too many
    for (uint32_t i = scan->sentence->first_token; i < scan->sentence->last_token; i++) {
        uint32_t grammar = scan_grammar(scan, i);
        if ((grammar & asks) && !(grammar & (G_PREPOSITION | G_ADVERB))) {
            (void)scan_tree(scan);
            return;
        }
    }
}
