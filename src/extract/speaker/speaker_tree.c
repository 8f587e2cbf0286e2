// SPDX-License-Identifier: MIT
// Who speaks by the tree of the sentence, where the words beside the verb are another's: "a nurse
// who left the town told", "found ledgers showing".
#include "extract/speaker/speaker_tree.h"

#include "extract/count/roles.h"

enum {
    MOST_TITLES = 8, // words of a name before its head
    LONGEST = 70,    // tokens of a sentence whose tree can be trusted so far
};

// Whether a word belongs to the name of the noun that it hangs on, and tells nothing of it.
static bool is_of_name(const role_tree *t, uint32_t node) {
    switch (role_relation(t, node)) {
    case XC_REL_DET:
    case XC_REL_AMOD:
    case XC_REL_COMPOUND:
    case XC_REL_FLAT:
    case XC_REL_NUMMOD:
    case XC_REL_NMOD:
    case XC_REL_CASE:
        return true;
    default:
        return false;
    }
}

// The words of a noun with what stands before it, its names and its "of the council"; no clause,
// no apposition.
static xc_span words_of(const role_tree *t, uint32_t noun) {
    uint32_t first = noun, last = noun;
    for (uint32_t i = noun; i-- > 0 && noun - i <= MOST_TITLES && role_under(t, i, noun);) {
        bool clause = role_relation(t, i) == XC_REL_ACL;
        first = clause ? first : i;
    }
    for (uint32_t i = noun + 1; i < t->tree->count && role_under(t, i, noun); i++) {
        const xc_node *node = &t->tree->nodes[i];
        int64_t before = (int64_t)node->first_token - 1;
        if (scan_mark_at(t->scan, before) == ',' || !is_of_name(t, i)) {
            break;
        }
        last = i;
    }
    return (xc_span){t->tree->nodes[first].first_token, t->tree->nodes[last].last_token};
}

// Whether words hold a verb of their own, which no name has: "family moved back".
static bool has_verb(const role_tree *t, xc_span words, uint32_t subject) {
    for (uint32_t i = 0; i < t->tree->count; i++) {
        const xc_node *node = &t->tree->nodes[i];
        bool finite = node->class == XC_CLASS_VERB &&
                      !scan_capital(t->scan, node->first_token) && node->tag &&
                      node->tag[0] == 'V' &&
                      (node->tag[2] == 'D' || node->tag[2] == 'Z' || node->tag[2] == 'P');
        bool inside = node->first_token >= words.first && node->first_token < words.last;
        // "has gotten less credit than aides say"
        bool above = i != subject && node->class == XC_CLASS_VERB && role_under(t, subject, i);
        if (inside && (above || (finite && !role_under(t, i, subject)))) {
            return true;
        }
    }
    return false;
}

// Whether words stand in a clause that describes a noun: "who left the town in the morning".
static bool describes(const role_tree *t, xc_span words, uint32_t noun) {
    uint32_t node = words.first < words.last ? xc_tree_find(t->tree, words.last - 1) : noun;
    bool clause = false;
    for (int64_t i = (int64_t)words.first - 1; i < words.last; i++) {
        if (scan_grammar(t->scan, i) & G_BY) {
            return false; // "the survey, released on Monday by the union, found"
        }
    }
    while (node != XC_NO_HEAD && node != noun) {
        clause |= role_relation(t, node) == XC_REL_ACL && // not "Committee to Protect Trees"
                  !scan_capital(t->scan, t->tree->nodes[node].first_token);
        node = t->tree->nodes[node].head;
    }
    return node == noun && clause;
}

// "Overall, outside groups", "Interestingly Orlov": a word that opens the sentence.
static bool has_opening(const role_tree *t, xc_span words) {
    uint32_t first = xc_tree_find(t->tree, words.first);
    return words.first < words.last && words.first == t->scan->sentence->first_token &&
           first != XC_NO_HEAD && t->tree->nodes[first].class == XC_CLASS_ADV;
}

// Who does what a verb says; of "his mother refused, insisting that" the mother.
static uint32_t subject_of(const role_tree *t, uint32_t verb) {
    uint32_t subject = role_child(t, verb, XC_REL_NSUBJ);
    for (int i = 0; i < 2 && subject == XC_NO_HEAD; i++) {
        const xc_node *node = &t->tree->nodes[verb];
        bool gerund = node->tag && xc_slice_is(xc_slice_of(node->tag), "VBG");
        if (node->head == XC_NO_HEAD || !gerund || role_relation(t, verb) != XC_REL_ADVCL) {
            break;
        }
        verb = node->head;
        subject = role_child(t, verb, XC_REL_NSUBJ);
    }
    return subject;
}

speaker_side speaker_by_tree(const speech_reading *speech, uint32_t verb, xc_span words,
                             xc_span *out) {
    role_tree t;
    *out = words;
    const xc_sentence *sentence = speech->scan.sentence;
    if (!role_tree_made(&speech->scan, &t) ||
        sentence->last_token - sentence->first_token > LONGEST) {
        return SPEAKER_UNTOLD;
    }
    uint32_t node = xc_tree_find(t.tree, verb);
    if (node == XC_NO_HEAD || !role_is_verb(&t, node)) {
        return SPEAKER_UNTOLD;
    }
    uint32_t subject = subject_of(&t, node);
    if (subject == XC_NO_HEAD) {
        return SPEAKER_UNTOLD;
    }
    if (subject > node) {
        return SPEAKER_BEHIND;
    }
    bool named = role_is_nominal(&t, subject) && !(role_grammar(&t, subject) & G_RELATIVE);
    if (named && (describes(&t, words, subject) || has_verb(&t, words, subject) ||
                  has_opening(&t, words) ||
                  (role_child(&t, node, XC_REL_NSUBJ) == XC_NO_HEAD &&
                   t.tree->nodes[subject].first_token < words.first))) {
        *out = words_of(&t, subject);
    }
    return SPEAKER_BEFORE;
}

bool speaker_verb_acts(const speech_reading *speech, uint32_t verb) {
    role_tree t;
    if (!role_tree_made(&speech->scan, &t)) {
        return false;
    }
    uint32_t node = xc_tree_find(t.tree, verb);
    return node != XC_NO_HEAD && role_is_verb(&t, node) &&
           role_is_nominal(&t, role_child(&t, node, XC_REL_OBJ)) &&
           role_child(&t, node, XC_REL_CCOMP) == XC_NO_HEAD;
}

// Whether what was said stands in the tree as the verb's own.
static bool says_something(const role_tree *t, uint32_t verb) {
    return role_child(t, verb, XC_REL_CCOMP) != XC_NO_HEAD ||
           role_child(t, verb, XC_REL_PARATAXIS) != XC_NO_HEAD ||
           role_relation(t, verb) == XC_REL_PARATAXIS;
}

bool speaker_leaves_out(const speech_reading *speech, uint32_t verb, uint32_t token) {
    role_tree t;
    if (!role_tree_made(&speech->scan, &t)) {
        return false;
    }
    uint32_t says = xc_tree_find(t.tree, verb);
    uint32_t node = xc_tree_find(t.tree, token);
    if (says == XC_NO_HEAD || node == XC_NO_HEAD || !role_is_verb(&t, says) ||
        !says_something(&t, says)) {
        return false;
    }
    while (node != XC_NO_HEAD && t.tree->nodes[node].head != says) {
        node = t.tree->nodes[node].head;
    }
    xc_deprel relation = node == XC_NO_HEAD ? XC_REL_ROOT : role_relation(&t, node);
    return relation == XC_REL_OBL || (relation == XC_REL_ADVCL && node < says);
}
