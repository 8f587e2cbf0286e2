// SPDX-License-Identifier: MIT
// Clauses that only say who somebody is: "three men, who had fled, were killed", "57,000 people
// displaced from the valley returned". The verb behind them tells what is counted.
#include "extract/count/linking.h"

enum {
    MOST_DESCRIPTION = 25, // words between a participle and the verb behind it
    G_FINITE = G_BE | G_HAVE | G_DO | G_MODAL_PREDICTED | G_MODAL_CONDITIONAL,
    FINITE_FORMS = 1u << FORM_PAST | 1u << FORM_PRESENT | 1u << FORM_BASE,
};

static bool is_finite(const count_link *l) {
    return l->verbs.auxiliary ||
           (link_rule(l)->role == COUNT_SUBJECT && link_has_form(l, FINITE_FORMS));
}

// Whether a participle without an auxiliary stands there: "displaced", "wounded".
static bool participle_at(const sentence_scan *scan, uint32_t token) {
    int trigger = trigger_at(scan, token);
    return trigger != NONE && !scan->triggers[trigger].in_group &&
           trigger_has_form(scan, &scan->triggers[trigger], 1u << FORM_PARTICIPLE);
}

// How many verb groups stand in [first,last): words of one group count once.
static int count_verbs(const sentence_scan *scan, uint32_t first, uint32_t last) {
    int verbs = 0;
    bool inside = false;
    for (uint32_t token = first; token < last; token++) {
        bool verb = token_is_verbal(scan, token) || token_is_verb_trigger(scan, token);
        verbs += verb && !inside;
        inside = verb || (inside && (scan_grammar(scan, token) & G_ADVERB));
    }
    return verbs;
}

// Whether what stands from `first`, behind a noun group, to the link's verb is a relative
// clause or a participle with what belongs to it, and no more.
bool verb_is_behind_description(const count_link *l, uint32_t first) {
    const sentence_scan *scan = l->scan;
    uint32_t last = l->verbs.first;
    if (first + 1 >= last || !is_finite(l)) {
        return false;
    }
    bool opened = scan_mark_at(scan, first) == ',';
    bool closed = scan_mark_at(scan, (int64_t)last - 1) == ',';
    bool relative = scan_grammar(scan, first + opened) & G_RELATIVE;
    if (opened != closed || !(relative || participle_at(scan, first + opened))) {
        return false;
    }
    uint32_t before = scan_grammar(scan, (int64_t)last - 1);
    bool another_subject =
        before & (G_PRONOUN | G_CONJUNCTION | G_SUBORDINATE | G_RELATIVE | G_REPORT | G_TO);
    return !another_subject && count_verbs(scan, first + opened, last) == 1;
}

// Whether the link's verb is a participle without an auxiliary, and a verb follows that says
// more of the same people: "people displaced by the war live in tents".
bool verb_follows_participle(const count_link *l) {
    const sentence_scan *scan = l->scan;
    if (l->verbs.auxiliary || link_rule(l)->kind != RULE_VERBS ||
        link_rule(l)->role != COUNT_OBJECT || !link_has_form(l, 1u << FORM_PARTICIPLE)) {
        return false;
    }
    uint32_t last = scan->sentence->last_token;
    uint32_t token = l->occurrence->last;
    for (int i = 0; i < MOST_DESCRIPTION && token < last; i++, token++) {
        uint32_t grammar = scan_grammar(scan, token);
        char mark = scan_mark_at(scan, token);
        bool clause = grammar & (G_CONJUNCTION | G_RELATIVE | G_SUBORDINATE);
        if ((mark && mark != '-' && mark != '\'') || clause) {
            return false;
        }
        if (token_is_verbal(scan, token) && (grammar & G_FINITE)) {
            return true;
        }
        int trigger = trigger_at(scan, token);
        if (trigger != NONE && token_is_verb_trigger(scan, token)) {
            bool led = scan_grammar(scan, (int64_t)token - 1) &
                       (G_TO | G_PREPOSITION | G_OF | G_BY | G_FROM);
            return !led && i > 0 &&
                   trigger_has_form(scan, &scan->triggers[trigger], 1u << FORM_PAST);
        }
    }
    return false;
}
