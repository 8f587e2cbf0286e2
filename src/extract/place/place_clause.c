// SPDX-License-Identifier: MIT
// How a place hangs together with what a claim counts, by the tree of their sentence.
#include "extract/place/place_clause.h"

#include "extract/count/roles.h"
#include "extract/place/surroundings.h"

enum { DEEPEST = 16 }; // steps up a tree

// The nouns that a word is part of, up to what it hangs on: "bank" and "blast" of "Lorvik" in
// "the blast at a Lorvik bank killed two".
typedef struct climb {
    uint32_t nouns[DEEPEST];
    uint32_t count;
    uint32_t predicate; // the last of the nouns where it is one itself
    xc_deprel relation; // of the last noun to the predicate; XC_REL_ROOT where it is one itself
} climb;

static uint32_t head_of(const role_tree *t, uint32_t node) {
    return t->tree->nodes[node].head;
}

// "wounded in fighting in Ost", by a tree that has "fighting" as a clause.
static bool is_happening(const role_tree *t, uint32_t node) {
    uint32_t mark = role_child(t, node, XC_REL_MARK);
    return role_relation(t, node) == XC_REL_ADVCL && mark != XC_NO_HEAD &&
           scan_roles(t->scan, t->tree->nodes[mark].first_token) & FRAME_LOCATIVE &&
           role_child(t, node, XC_REL_NSUBJ) == XC_NO_HEAD;
}

// Whether a word is part of its head, and no clause of its own.
static bool is_within(const role_tree *t, uint32_t node) {
    switch (role_relation(t, node)) {
    case XC_REL_NMOD:
    case XC_REL_COMPOUND:
    case XC_REL_FLAT:
    case XC_REL_APPOS:
    case XC_REL_AMOD:
    case XC_REL_NUMMOD:
    case XC_REL_DET:
    case XC_REL_FIXED:
    case XC_REL_LIST:
        return true;
    case XC_REL_CONJ:
        return role_is_nominal(t, node) && role_is_nominal(t, head_of(t, node));
    default:
        return false;
    }
}

static bool is_argument(xc_deprel relation) {
    return relation == XC_REL_NSUBJ || relation == XC_REL_OBJ || relation == XC_REL_IOBJ ||
           relation == XC_REL_OBL || relation == XC_REL_CSUBJ || relation == XC_REL_ADVMOD;
}

// "left 40 dead", "agreed to take in 900", "wounded in fighting": one clause with its head.
static bool joins_head(const role_tree *t, uint32_t node) {
    return head_of(t, node) != XC_NO_HEAD &&
           (role_relation(t, node) == XC_REL_XCOMP || is_happening(t, node));
}

static climb climb_up(const role_tree *t, uint32_t node) {
    climb found = {.nouns = {node}, .count = 1};
    while (found.count < DEEPEST && head_of(t, node) != XC_NO_HEAD && is_within(t, node)) {
        node = head_of(t, node);
        found.nouns[found.count++] = node;
    }
    xc_deprel relation = role_relation(t, node);
    bool argument = is_argument(relation) && head_of(t, node) != XC_NO_HEAD;
    found.predicate = argument ? head_of(t, node) : node;
    found.relation = argument ? relation : XC_REL_ROOT;
    for (int i = 0; i < DEEPEST && joins_head(t, found.predicate); i++) {
        found.predicate = head_of(t, found.predicate);
    }
    return found;
}

static bool is_among(const climb *path, uint32_t node) {
    for (uint32_t i = 0; i < path->count; i++) {
        if (path->nouns[i] == node) {
            return true;
        }
    }
    return false;
}

// Whether a clause stands under another by a step that says what somebody told.
static place_clause clause_above(const role_tree *t, uint32_t clause, uint32_t above) {
    bool told = false;
    for (int i = 0; i < DEEPEST && clause != XC_NO_HEAD; i++) {
        if (clause == above) {
            return told ? IN_TELLING : IN_OUTER_CLAUSE;
        }
        xc_deprel relation = role_relation(t, clause);
        uint32_t head = head_of(t, clause);
        told =
            relation == XC_REL_CCOMP || (relation == XC_REL_PARATAXIS && head != XC_NO_HEAD &&
                                         role_grammar(t, head) & G_REPORT);
        clause = head;
    }
    return NO_CLAUSE;
}

// The clause of a place, seen from the claim's.
static place_clause compare_climbs(const role_tree *t, const climb *claim, uint32_t counted,
                                   const climb *place) {
    if (is_among(place, claim->nouns[0]) ||
        (counted != XC_NO_HEAD && is_among(place, counted))) {
        return IN_CLAIM;
    }
    if (place->predicate == claim->predicate) {
        return place->relation == XC_REL_NSUBJ ? IN_SUBJECT : IN_CLAUSE;
    }
    // "the attack in Ost that killed 40": the noun that the claim's clause describes
    bool describes = role_relation(t, claim->predicate) == XC_REL_ACL;
    if (describes && is_among(place, head_of(t, claim->predicate))) {
        return IN_DESCRIBED;
    }
    place_clause above = clause_above(t, claim->predicate, place->predicate);
    if (above != NO_CLAUSE) {
        return above;
    }
    return clause_above(t, place->predicate, claim->predicate) != NO_CLAUSE ? IN_INNER_CLAUSE
                                                                            : IN_OTHER_CLAUSE;
}

static place_argument argument_of(const climb *place) {
    static const place_argument arguments[XC_RELATIONS] = {[XC_REL_NSUBJ] = AS_SUBJECT,
                                                           [XC_REL_OBJ] = AS_OBJECT,
                                                           [XC_REL_IOBJ] = AS_OBJECT,
                                                           [XC_REL_OBL] = AS_OBLIQUE,
                                                           [XC_REL_ADVMOD] = AS_OBLIQUE};
    return arguments[place->relation];
}

// "Officials in Ost said", "put the toll at 19": who says so is there, and not what is told.
static bool is_of_speaker(const role_tree *t, const climb *claim, const climb *place) {
    uint32_t noun = place->nouns[place->count - 1];
    bool tells = role_grammar(t, place->predicate) & G_REPORT ||
                 (claim->predicate == place->predicate && claim->relation == XC_REL_OBJ);
    return place->count > 1 && place->relation == XC_REL_NSUBJ &&
           claim->nouns[0] != place->predicate && tells &&
           place_speaks(t->scan, t->tree->nodes[noun].first_token);
}

// "While mediators met in Ost, 32 people were killed": another scene of the same time.
static bool is_other_scene(const role_tree *t, const climb *claim, const climb *place) {
    uint32_t mark = role_child(t, place->predicate, XC_REL_MARK);
    if (role_relation(t, place->predicate) != XC_REL_ADVCL || mark == XC_NO_HEAD ||
        head_of(t, place->predicate) != claim->predicate) {
        return false;
    }
    xc_word word = t->scan->text->tokens[t->tree->nodes[mark].first_token].word;
    uint32_t subject = role_child(t, place->predicate, XC_REL_NSUBJ);
    return word_bits_of(&t->scan->language->happenings, word) & HAPPENING_WHILE &&
           role_is_nominal(t, subject) && !(role_grammar(t, subject) & G_PRONOUN);
}

place_standing place_stands(const sentence_scan *scan, const claim_draft *draft,
                            const place_mention *mention) {
    sentence_scan view = *scan;
    view.sentence_index = draft->sentence;
    view.sentence = &scan->text->sentences[draft->sentence];
    role_tree t;
    place_standing standing = {0};
    if (mention->sentence != draft->sentence || !role_tree_made(&view, &t)) {
        return standing;
    }
    uint32_t trigger = xc_tree_find(t.tree, draft->trigger.first);
    uint32_t counted = xc_tree_find(t.tree, draft->last ? draft->last - 1 : 0);
    uint32_t node = xc_tree_find(t.tree, mention->last - 1);
    if (trigger == XC_NO_HEAD || node == XC_NO_HEAD) {
        return standing;
    }
    climb claim = climb_up(&t, trigger);
    climb place = climb_up(&t, node);
    standing.clause = compare_climbs(&t, &claim, counted, &place);
    standing.argument = argument_of(&place);
    standing.other_scene = is_other_scene(&t, &claim, &place);
    standing.inside = place.count > 1;
    standing.of_speaker = is_of_speaker(&t, &claim, &place);
    return standing;
}
