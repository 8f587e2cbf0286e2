// SPDX-License-Identifier: MIT
// Subjects and patients of predicates, through conjuncts, control, raising and relative clauses.
#include "extract/count/roles.h"

enum { DEEPEST = 8 }; // clauses that a subject is looked for in

static const xc_node *node_at(const role_tree *t, uint32_t node) {
    return &t->tree->nodes[node];
}

static uint32_t head_of(const role_tree *t, uint32_t node) {
    return node == XC_NO_HEAD ? XC_NO_HEAD : node_at(t, node)->head;
}

// What xc_deprel_base says, without reading names: it is asked of every child of every node.
static const uint8_t bases[XC_RELATIONS] = {
    [XC_REL_ACL_RELCL] = XC_REL_ACL,         [XC_REL_ADVCL_RELCL] = XC_REL_ADVCL,
    [XC_REL_AUX_PASS] = XC_REL_AUX,          [XC_REL_CC_PRECONJ] = XC_REL_CC,
    [XC_REL_COMPOUND_PRT] = XC_REL_COMPOUND, [XC_REL_CSUBJ_OUTER] = XC_REL_CSUBJ,
    [XC_REL_CSUBJ_PASS] = XC_REL_CSUBJ,      [XC_REL_DET_PREDET] = XC_REL_DET,
    [XC_REL_NMOD_DESC] = XC_REL_NMOD,        [XC_REL_NMOD_POSS] = XC_REL_NMOD,
    [XC_REL_NMOD_UNMARKED] = XC_REL_NMOD,    [XC_REL_NSUBJ_OUTER] = XC_REL_NSUBJ,
    [XC_REL_NSUBJ_PASS] = XC_REL_NSUBJ,      [XC_REL_OBL_AGENT] = XC_REL_OBL,
    [XC_REL_OBL_UNMARKED] = XC_REL_OBL,
};

xc_deprel role_relation(const role_tree *t, uint32_t node) {
    if (node == XC_NO_HEAD) {
        return 0;
    }
    uint8_t relation = node_at(t, node)->relation;
    return (xc_deprel)(bases[relation] ? bases[relation] : relation);
}

uint32_t role_child(const role_tree *t, uint32_t node, xc_deprel relation) {
    uint32_t child = xc_tree_next(t->tree, node, XC_NO_HEAD);
    while (child != XC_NO_HEAD && role_relation(t, child) != relation) {
        child = xc_tree_next(t->tree, node, child);
    }
    return child;
}

// A child by a relation with its subtype.
static uint32_t exact_child(const role_tree *t, uint32_t node, xc_deprel relation) {
    uint32_t child = xc_tree_next(t->tree, node, XC_NO_HEAD);
    while (child != XC_NO_HEAD && node_at(t, child)->relation != relation) {
        child = xc_tree_next(t->tree, node, child);
    }
    return child;
}

uint32_t role_grammar(const role_tree *t, uint32_t node) {
    return node == XC_NO_HEAD ? 0 : scan_grammar(t->scan, node_at(t, node)->first_token);
}

uint32_t role_case(const role_tree *t, uint32_t node) {
    return role_grammar(t, role_child(t, node, XC_REL_CASE));
}

static bool has_class(const role_tree *t, uint32_t node, unsigned classes) {
    return node != XC_NO_HEAD && ((classes >> node_at(t, node)->class) & 1);
}

bool role_is_verb(const role_tree *t, uint32_t node) {
    return has_class(t, node, 1u << XC_CLASS_VERB | 1u << XC_CLASS_AUX);
}

bool role_is_nominal(const role_tree *t, uint32_t node) {
    return has_class(t, node,
                     1u << XC_CLASS_NOUN | 1u << XC_CLASS_PROPN | 1u << XC_CLASS_PRON |
                         1u << XC_CLASS_NUM | 1u << XC_CLASS_DET | 1u << XC_CLASS_SYM);
}

static bool is_clausal(xc_deprel relation) {
    return relation == XC_REL_XCOMP || relation == XC_REL_CCOMP || relation == XC_REL_ADVCL;
}

bool role_describes(const role_tree *t, uint32_t node) {
    for (int i = 0; i < DEEPEST && node != XC_NO_HEAD; i++, node = head_of(t, node)) {
        xc_deprel relation = role_relation(t, node);
        if (relation == XC_REL_ACL || relation == XC_REL_AMOD) {
            return true;
        }
        bool shared = role_child(t, node, XC_REL_NSUBJ) == XC_NO_HEAD;
        if (relation != XC_REL_CONJ && relation != XC_REL_XCOMP &&
            !(relation == XC_REL_ADVCL && shared)) {
            return false;
        }
    }
    return false;
}

// Participles: "killed", as the tagger calls them, or what may be one.
static bool is_participle(const role_tree *t, uint32_t node) {
    const char *tag = node_at(t, node)->tag;
    return tag && tag[0] == 'V' && tag[2] == 'N';
}

static bool is_past(const role_tree *t, uint32_t node) {
    const char *tag = node_at(t, node)->tag;
    return tag && tag[0] == 'V' && (tag[2] == 'N' || tag[2] == 'D');
}

bool role_passive_itself(const role_tree *t, uint32_t node) {
    return exact_child(t, node, XC_REL_AUX_PASS) != XC_NO_HEAD;
}

// An object that the tree hangs on its verb as an oblique, without a preposition and no time.
static uint32_t loose_object(const role_tree *t, uint32_t node) {
    for (uint32_t child = xc_tree_next(t->tree, node, node); child != XC_NO_HEAD;
         child = xc_tree_next(t->tree, node, child)) {
        if (role_relation(t, child) == XC_REL_OBL && role_is_nominal(t, child) &&
            role_child(t, child, XC_REL_CASE) == XC_NO_HEAD &&
            role_child(t, child, XC_REL_ACL) == XC_NO_HEAD && // "one killed, two others hurt"
            !scan_is_time(t->scan, node_at(t, child)->first_token)) {
            return child;
        }
    }
    return XC_NO_HEAD;
}

// "five men were tried, convicted and executed", by a tree that has the first verb under the
// second.
static uint32_t subject_before(const role_tree *t, uint32_t node) {
    uint32_t clause = role_child(t, node, XC_REL_ADVCL);
    bool plain = clause < node && role_child(t, clause, XC_REL_MARK) == XC_NO_HEAD;
    return plain && role_passive_itself(t, clause) ? role_child(t, clause, XC_REL_NSUBJ)
                                                   : XC_NO_HEAD;
}

static bool passive_within(const role_tree *t, uint32_t node, int depth) {
    if (exact_child(t, node, XC_REL_AUX_PASS) != XC_NO_HEAD ||
        exact_child(t, node, XC_REL_NSUBJ_PASS) != XC_NO_HEAD ||
        exact_child(t, node, XC_REL_OBL_AGENT) != XC_NO_HEAD) {
        return true;
    }
    if (role_child(t, node, XC_REL_OBJ) != XC_NO_HEAD || !is_past(t, node) ||
        role_child(t, node, XC_REL_AUX) != XC_NO_HEAD) {
        return false;
    }
    xc_deprel relation = role_relation(t, node);
    bool own = role_child(t, node, XC_REL_NSUBJ) != XC_NO_HEAD;
    if (relation == XC_REL_CONJ && !own && depth < DEEPEST) {
        // "abducted, tortured and killed": a conjunct is as its first is
        uint32_t first = head_of(t, node);
        while (role_relation(t, first) == XC_REL_CONJ && !role_is_verb(t, first)) {
            first = head_of(t, first); // a participle that the tree has as a noun
        }
        return passive_within(t, first, depth + 1);
    }
    if (own) { // a headline: "Two held over theft"
        return is_participle(t, node) && loose_object(t, node) == XC_NO_HEAD;
    }
    return node_at(t, node)->relation == XC_REL_ACL || relation == XC_REL_AMOD ||
           is_clausal(relation) ||
           (relation == XC_REL_ROOT &&
            (is_participle(t, node) || subject_before(t, node) != XC_NO_HEAD));
}

bool role_passive(const role_tree *t, uint32_t node) {
    return node != XC_NO_HEAD && passive_within(t, node, 0);
}

// A relative pronoun that stands for the noun of its clause.
static bool is_relative(const role_tree *t, uint32_t node) {
    return node != XC_NO_HEAD && (role_grammar(t, node) & G_RELATIVE) &&
           node_at(t, node)->class != XC_CLASS_DET;
}

// The noun that a relative clause describes, looked for above conjuncts and complements.
static uint32_t described(const role_tree *t, uint32_t node) {
    for (int i = 0; i < DEEPEST && node != XC_NO_HEAD; i++, node = head_of(t, node)) {
        xc_deprel relation = role_relation(t, node);
        if (relation == XC_REL_ACL) {
            return head_of(t, node);
        }
        if (relation != XC_REL_CONJ && !is_clausal(relation)) {
            return XC_NO_HEAD;
        }
    }
    return XC_NO_HEAD;
}

static uint32_t subject_within(const role_tree *t, uint32_t node, int depth);

// Whether a conjunct begins with its verb: what stands between the conjunction and its auxiliary
// is else a subject that the tree has misplaced.
static bool begins_with_verb(const role_tree *t, uint32_t node) {
    uint32_t first = node;
    for (uint32_t child = xc_tree_next(t->tree, node, XC_NO_HEAD); child < node;
         child = xc_tree_next(t->tree, node, child)) {
        xc_deprel relation = role_relation(t, child);
        bool verbal = relation == XC_REL_AUX || relation == XC_REL_COP;
        first = verbal && child < first ? child : first;
    }
    int64_t before = (int64_t)node_at(t, first)->first_token - 1;
    return first == node || scan_mark_at(t->scan, before) ||
           (scan_grammar(t->scan, before) & (G_CONJUNCTION | G_ADVERB));
}

// The subject of a clause that has none of its own.
static uint32_t subject_above(const role_tree *t, uint32_t node, int depth) {
    uint32_t head = head_of(t, node);
    xc_deprel relation = role_relation(t, node);
    if (head == XC_NO_HEAD || depth >= DEEPEST) {
        return XC_NO_HEAD;
    }
    if (relation == XC_REL_ACL || relation == XC_REL_AMOD) {
        return head;
    }
    if (relation == XC_REL_XCOMP) { // "forced 30 to flee"
        uint32_t object = role_child(t, head, XC_REL_OBJ);
        object = object == XC_NO_HEAD ? role_child(t, head, XC_REL_IOBJ) : object;
        if (object != XC_NO_HEAD) {
            return object;
        }
    }
    if (relation == XC_REL_ADVCL && role_is_nominal(t, head) &&
        role_child(t, head, XC_REL_NSUBJ) == XC_NO_HEAD) {
        return head; // "killed in the blast were nine women"
    }
    if (relation == XC_REL_ADVCL && role_relation(t, head) == XC_REL_ACL) {
        return XC_NO_HEAD; // "shot a man selling fruit before being arrested": of another clause
    }
    bool infinitive = relation == XC_REL_OBL && role_is_verb(t, node); // "were seen to flee"
    if ((is_clausal(relation) || infinitive) && role_is_verb(t, head)) {
        // "were left dead" by a tree that has the object as a clause
        return subject_within(t, head, depth + 1);
    }
    bool predicate = role_is_verb(t, head) || role_child(t, head, XC_REL_COP) != XC_NO_HEAD;
    return (relation == XC_REL_CONJ && begins_with_verb(t, node)) ||
                   (relation == XC_REL_XCOMP && predicate)
               ? subject_within(t, head, depth + 1)
               : XC_NO_HEAD;
}

static uint32_t subject_within(const role_tree *t, uint32_t node, int depth) {
    uint32_t own = role_child(t, node, XC_REL_NSUBJ);
    if (own == XC_NO_HEAD) {
        uint32_t above = subject_above(t, node, depth);
        return above == XC_NO_HEAD ? subject_before(t, node) : above;
    }
    uint32_t noun = is_relative(t, own) ? described(t, node) : XC_NO_HEAD;
    return noun != XC_NO_HEAD ? noun : own;
}

uint32_t role_subject(const role_tree *t, uint32_t node) {
    return node == XC_NO_HEAD ? XC_NO_HEAD : subject_within(t, node, 0);
}

// "killed or injured 30 people": the object of the last of several verbs is that of all.
static uint32_t shared_object(const role_tree *t, uint32_t node) {
    for (uint32_t next = role_child(t, node, XC_REL_CONJ); next != XC_NO_HEAD;
         next = xc_tree_next(t->tree, node, next)) {
        uint32_t object = role_child(t, next, XC_REL_OBJ);
        if (role_relation(t, next) == XC_REL_CONJ && object != XC_NO_HEAD &&
            role_child(t, next, XC_REL_NSUBJ) == XC_NO_HEAD) {
            bool beside = next <= node + 3; // "shot on Monday and killed 12": another one
            return beside ? object : XC_NO_HEAD;
        }
    }
    return XC_NO_HEAD;
}

// "where they have served", "in which": the noun before is the place, and not who was acted on.
static bool tells_where(const role_tree *t, uint32_t node) {
    return (role_grammar(t, role_child(t, node, XC_REL_ADVMOD)) & G_RELATIVE) ||
           is_relative(t, role_child(t, node, XC_REL_OBL));
}

// "injured in the crash were 14 people", by a tree that has "were" as a clause of its own.
static uint32_t inverted_subject(const role_tree *t, uint32_t node) {
    uint32_t clause = role_child(t, node, XC_REL_ADVCL);
    clause = clause == XC_NO_HEAD ? role_child(t, node, XC_REL_CCOMP) : clause;
    clause = clause == XC_NO_HEAD ? role_child(t, node, XC_REL_AUX) : clause;
    return clause > node && (role_grammar(t, clause) & G_BE)
               ? role_child(t, clause, XC_REL_NSUBJ)
               : XC_NO_HEAD;
}

// "the men whom the flood had killed": a relative pronoun beside a subject is the object,
// whatever the tree calls it.
static uint32_t relative_object(const role_tree *t, uint32_t node) {
    uint32_t pronoun = XC_NO_HEAD;
    bool subject = false;
    for (uint32_t child = xc_tree_next(t->tree, node, XC_NO_HEAD); child != XC_NO_HEAD;
         child = xc_tree_next(t->tree, node, child)) {
        xc_deprel relation = role_relation(t, child);
        if (relation == XC_REL_NSUBJ || relation == XC_REL_OBJ) {
            pronoun = is_relative(t, child) ? child : pronoun;
            subject |= !is_relative(t, child) && relation == XC_REL_NSUBJ;
        }
    }
    if (pronoun == XC_NO_HEAD || !subject) {
        return XC_NO_HEAD;
    }
    uint32_t noun = described(t, node);
    uint32_t before = role_child(t, head_of(t, node), XC_REL_OBJ);
    return noun == XC_NO_HEAD && before != XC_NO_HEAD && before + 1 == pronoun ? before : noun;
}

uint32_t role_patient(const role_tree *t, uint32_t node) {
    uint32_t named = node == XC_NO_HEAD ? XC_NO_HEAD : relative_object(t, node);
    if (named != XC_NO_HEAD) {
        return named;
    }
    uint32_t object = role_child(t, node, XC_REL_OBJ);
    if (node == XC_NO_HEAD || role_passive(t, node)) {
        uint32_t subject = role_subject(t, node);
        subject = subject == XC_NO_HEAD ? object : subject; // "in it were killed two men"
        return subject == XC_NO_HEAD ? inverted_subject(t, node) : subject;
    }
    if (object != XC_NO_HEAD) {
        return is_relative(t, object) ? described(t, node) : object;
    }
    object = shared_object(t, node);
    if (object != XC_NO_HEAD) {
        return object;
    }
    // "the men the flood had killed"
    uint32_t subject = role_child(t, node, XC_REL_NSUBJ);
    bool relative = node_at(t, node)->relation == XC_REL_ACL_RELCL;
    if (role_relation(t, node) == XC_REL_CCOMP && subject != XC_NO_HEAD) {
        // by a tree that has it as a complement: "mourned the men that the flood had killed"
        uint32_t before = role_child(t, head_of(t, node), XC_REL_OBJ);
        uint32_t mark = role_child(t, node, XC_REL_MARK);
        if (mark != XC_NO_HEAD && before + 1 == mark) {
            return before;
        }
    }
    if (relative && subject != XC_NO_HEAD && !is_relative(t, subject) &&
        !tells_where(t, node)) {
        return head_of(t, node);
    }
    // a headline that leaves the auxiliary out: "Two killed in fire"
    uint32_t loose = loose_object(t, node);
    if (loose != XC_NO_HEAD) {
        return loose;
    }
    bool bare = is_past(t, node) && role_child(t, node, XC_REL_AUX) == XC_NO_HEAD &&
                role_child(t, node, XC_REL_CCOMP) == XC_NO_HEAD &&
                role_child(t, node, XC_REL_XCOMP) == XC_NO_HEAD;
    return bare ? role_subject(t, node) : XC_NO_HEAD;
}

uint32_t role_equated(const role_tree *t, uint32_t noun) {
    if (noun == XC_NO_HEAD) {
        return XC_NO_HEAD;
    }
    bool among = role_case(t, noun) & G_INCLUDING;
    uint32_t head = head_of(t, noun);
    xc_deprel relation = role_relation(t, noun);
    bool predicate = role_child(t, noun, XC_REL_COP) != XC_NO_HEAD;
    if (predicate && (among || role_child(t, noun, XC_REL_CASE) == XC_NO_HEAD)) {
        return role_child(t, noun, XC_REL_NSUBJ);
    }
    if (relation == XC_REL_NSUBJ || relation == XC_REL_CSUBJ) {
        if (role_grammar(t, head) & G_INCLUDING) {
            return role_child(t, head, XC_REL_OBJ);
        }
        bool is = role_child(t, head, XC_REL_COP) != XC_NO_HEAD && role_is_nominal(t, head) &&
                  role_child(t, head, XC_REL_CASE) == XC_NO_HEAD;
        return is ? head : XC_NO_HEAD;
    }
    if (among && relation == XC_REL_NMOD && role_is_nominal(t, head)) {
        return head; // "there are 14 nurses among the injured"
    }
    if (among && relation == XC_REL_OBL && role_is_nominal(t, head) &&
        role_child(t, head, XC_REL_COP) != XC_NO_HEAD) {
        return head; // "among the dead were four nurses"
    }
    bool is = among && relation == XC_REL_OBL && (role_grammar(t, head) & G_BE);
    return is ? role_child(t, head, XC_REL_NSUBJ) : XC_NO_HEAD;
}

static bool is_undone(const role_tree *t, uint32_t node) {
    for (int i = 0; i < DEEPEST && node != XC_NO_HEAD; i++) {
        uint32_t head = head_of(t, node);
        xc_deprel relation = role_relation(t, node);
        if (head == XC_NO_HEAD || !(is_clausal(relation) || relation == XC_REL_CONJ)) {
            return false;
        }
        uint32_t mark = role_child(t, node, XC_REL_MARK);
        bool finite = mark == XC_NO_HEAD && role_child(t, node, XC_REL_AUX) != XC_NO_HEAD;
        if (relation == XC_REL_ADVCL && (finite || (role_grammar(t, mark) & G_SUBORDINATE))) {
            return false; // "awaited rescue after 40 had been taken home"
        }
        if (relation != XC_REL_CONJ && (role_grammar(t, head) & G_FAIL)) {
            return true;
        }
        node = head;
    }
    return false;
}

bool role_is_undone(const role_tree *t, uint32_t node) {
    if (node == XC_NO_HEAD || role_relation(t, node) != XC_REL_OBJ || role_is_verb(t, node)) {
        return is_undone(t, node);
    }
    // "failed to win the release", "awaits the arrest"; but "failed to prevent the death"
    uint32_t verb = head_of(t, node);
    return is_undone(t, verb) != ((role_grammar(t, verb) & G_FAIL) != 0);
}

bool role_tree_made(const sentence_scan *scan, role_tree *t) {
    *t = (role_tree){scan, scan->trees ? scan->trees[scan->sentence_index] : NULL};
    return t->tree != NULL;
}

bool role_under(const role_tree *t, uint32_t node, uint32_t above) {
    for (; node != XC_NO_HEAD; node = head_of(t, node)) {
        if (node == above) {
            return true;
        }
    }
    return false;
}
