// SPDX-License-Identifier: MIT
// Phrases of rules whose words do not stand beside each other: "took 12 people into police custody"
// is "take into custody". What may stand between is what the tree hangs on the verb, and what
// modifies a word of the phrase.
#include "extract/count/phrase_heads.h"

#include "extract/count/roles.h"

enum { MOST_SKIPPED = 16, MOST_STEPS = 200 };

typedef struct phrase_walk {
    role_tree t;
    uint32_t verb; // node
    int steps;
    // The longest phrase so far.
    uint32_t words;
    xc_phrase_match match;
    bool over_object; // an object of the verb stands between its words
} phrase_walk;

// Where a walk has come to.
typedef struct walk_place {
    uint32_t phrase;  // place in the phrases
    uint32_t token;   // the next
    uint32_t matched; // node of the last word that matched
    uint32_t words, skipped;
    bool over_object;
} walk_place;

static const xc_node *walk_node(const phrase_walk *w, uint32_t node) {
    return &w->t.tree->nodes[node];
}

// The child of the verb that a node belongs to.
static uint32_t branch_of(const phrase_walk *w, uint32_t node, uint32_t above) {
    while (node != XC_NO_HEAD && walk_node(w, node)->head != above) {
        node = walk_node(w, node)->head;
    }
    return node;
}

// "took 12 people in" may end so, "moved 12 people to" not.
static bool ends_well(const phrase_walk *w, uint32_t node) {
    return walk_node(w, node)->class != XC_CLASS_ADP ||
           role_relation(&w->t, node) == XC_REL_COMPOUND ||
           role_relation(&w->t, node) == XC_REL_ADVMOD;
}

static void note_match(phrase_walk *w, const walk_place *at) {
    xc_phrase_match match = xc_phrases_at(w->t.scan->language->triggers, at->phrase);
    if (match.payload_count && at->skipped && at->words > w->words &&
        ends_well(w, at->matched) && role_under(&w->t, at->matched, w->verb)) {
        w->words = at->words;
        w->match = match;
        w->over_object = at->over_object;
    }
}

// The token behind what may be left out at a token; 0 where nothing may.
static uint32_t behind_skipped(const phrase_walk *w, const walk_place *at, bool *object) {
    uint32_t node = xc_tree_find(w->t.tree, at->token);
    uint32_t branch = branch_of(w, node, w->verb);
    if (node == XC_NO_HEAD || branch == XC_NO_HEAD) {
        return 0;
    }
    xc_deprel relation = role_relation(&w->t, branch);
    if (relation != XC_REL_OBJ && relation != XC_REL_IOBJ && relation != XC_REL_OBL &&
        relation != XC_REL_ADVMOD && relation != XC_REL_NSUBJ) {
        return 0;
    }
    if (role_under(&w->t, at->matched, branch)) { // inside: modifiers alone
        bool before = node < branch || node < walk_node(w, node)->head;
        return before ? walk_node(w, node)->last_token : 0;
    }
    *object = relation == XC_REL_OBJ;
    if (node <= branch) {
        return walk_node(w, branch)->last_token;
    }
    uint32_t below = branch_of(w, node, branch);
    uint32_t token = at->token;
    while (role_under(&w->t, xc_tree_find(w->t.tree, token), below) &&
           token < w->t.scan->sentence->last_token) {
        token++;
    }
    return token;
}

static void walk(phrase_walk *w, walk_place at) {
    const sentence_scan *scan = w->t.scan;
    for (; w->steps < MOST_STEPS; w->steps++) {
        note_match(w, &at);
        if (at.token >= scan->sentence->last_token || scan_mark_at(scan, at.token)) {
            return;
        }
        uint32_t next = xc_phrases_step(scan->language->triggers, at.phrase,
                                        scan_token_at(scan, at.token)->word);
        // "killed 12 and wounded 30" is no "kill and wound"
        bool joins = scan_grammar(scan, at.token) & G_CONJUNCTION;
        if (next && !joins) {
            walk_place on = at;
            on.phrase = next;
            on.matched = xc_tree_find(w->t.tree, at.token);
            on.token++;
            on.words++;
            walk(w, on);
        }
        bool object = false;
        uint32_t behind = behind_skipped(w, &at, &object);
        at.skipped += behind - at.token;
        if (behind <= at.token || at.skipped > MOST_SKIPPED) {
            return;
        }
        at.over_object |= object;
        at.token = behind;
    }
}

// Its payloads, without those of rules that count the subject where an object stands between:
// "moved 12 people to" is no "move to".
static size_t keep_payloads(const phrase_walk *w, uint32_t *payloads) {
    const sentence_scan *scan = w->t.scan;
    size_t kept = 0;
    for (uint32_t i = 0; i < w->match.payload_count; i++) {
        uint32_t rule = scan->language->trigger_list[w->match.payloads[i]].rule;
        const pack_rule *of = &scan->rules->rules[rule];
        if (of->kind == RULE_VERBS && !(w->over_object && of->role == COUNT_SUBJECT)) {
            payloads[kept++] = w->match.payloads[i];
        }
    }
    return kept;
}

static void add_trigger(sentence_scan *scan, const phrase_walk *w, uint32_t token) {
    uint32_t *payloads = xc_arena_array(scan->arena, w->match.payload_count, sizeof *payloads);
    trigger_found *place = xc_arena_grow(scan->arena, &scan->triggers, scan->trigger_count,
                                         &scan->trigger_capacity, sizeof *place);
    if (!payloads || !place) {
        scan->status = XC_NO_MEMORY;
        return;
    }
    size_t kept = keep_payloads(w, payloads);
    int old = trigger_at(scan, token);
    if (!kept || (old != NONE && scan->triggers[old].last > token + 1)) {
        return;
    }
    trigger_found found = {.first = token,
                           .last = token + 1,
                           .payloads = payloads,
                           .payload_count = (uint32_t)kept,
                           .group = NONE,
                           .parted = true};
    if (old != NONE) {
        scan->triggers[old] = found;
        return;
    }
    size_t at = scan->trigger_count++;
    for (; at > 0 && scan->triggers[at - 1].first > token; at--) {
        scan->triggers[at] = scan->triggers[at - 1];
    }
    scan->triggers[at] = found;
}

// Whether a word stands behind that ends a phrase of some verb: "into", "hostage".
static bool tail_follows(const sentence_scan *scan, uint32_t token) {
    bool found = false;
    for (token++; token < scan->sentence->last_token && !found; token++) {
        found =
            phrase_starts_of(scan->language, scan_token_at(scan, token)->word) & STARTS_TAIL;
    }
    return found;
}

void triggers_add_phrases(sentence_scan *scan) {
    const language_rules *language = scan->language;
    const xc_tree *tree = NULL;
    for (uint32_t token = scan->sentence->first_token;
         token < scan->sentence->last_token && scan->status == XC_OK; token++) {
        xc_word word = scan_token_at(scan, token)->word;
        if (!(phrase_starts_of(language, word) & STARTS_COUNTED) ||
            !tail_follows(scan, token)) {
            continue;
        }
        tree = tree ? tree : scan_tree(scan);
        if (!tree) {
            return;
        }
        uint32_t node = xc_tree_find(tree, token);
        phrase_walk w = {.t = {scan, tree}, .verb = node, .words = 1};
        if (!role_is_verb(&w.t, node)) {
            continue;
        }
        walk(&w, (walk_place){.phrase = xc_phrases_step(language->triggers, 0, word),
                              .token = token + 1,
                              .matched = node,
                              .words = 1});
        if (w.match.payload_count) {
            add_trigger(scan, &w, token);
        }
    }
}
