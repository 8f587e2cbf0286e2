// SPDX-License-Identifier: MIT
// Clauses that only say who somebody is: "three men, who had fled, were killed", "57,000 people
// displaced from the valley returned". The verb behind them tells what is counted.
#include "extract/count/linking.h"

enum {
    MOST_DESCRIPTION = 25, // words between a participle and the verb behind it
    XC_G_FINITE = XC_G_BE | XC_G_HAVE | XC_G_DO | XC_G_MODAL_PREDICTED | XC_G_MODAL_CONDITIONAL,
    FINITE_FORMS = 1u << XC_FORM_PAST | 1u << XC_FORM_PRESENT | 1u << XC_FORM_BASE,
};

static bool is_finite(const xc_link *l) {
    return l->verbs.auxiliary ||
           (xc_link_rule(l)->role == XC_COUNT_SUBJECT && xc_link_has_form(l, FINITE_FORMS));
}

// Whether a participle without an auxiliary stands there: "displaced", "wounded".
static bool participle_at(const xc_scan *scan, uint32_t token) {
    int trigger = xc_trigger_at(scan, token);
    return trigger != XC_NONE && !scan->triggers[trigger].in_group &&
           xc_trigger_has_form(scan, &scan->triggers[trigger], 1u << XC_FORM_PARTICIPLE);
}

// How many verb groups stand in [first,last): words of one group count once.
static int count_verbs(const xc_scan *scan, uint32_t first, uint32_t last) {
    int verbs = 0;
    bool inside = false;
    for (uint32_t token = first; token < last; token++) {
        bool verb = xc_token_is_verbal(scan, token) || xc_token_is_verb_trigger(scan, token);
        verbs += verb && !inside;
        inside = verb || (inside && (xc_scan_grammar(scan, token) & XC_G_ADVERB));
    }
    return verbs;
}

// "At least 19 miners, a union leader said, were missing": who says it stands in between.
static bool tells_who_said(const xc_scan *scan, uint32_t first, uint32_t last) {
    bool says = false;
    for (uint32_t token = first + 1; token + 1 < last; token++) {
        if (xc_scan_mark(scan, token) == ',') {
            return false;
        }
        says |= (xc_scan_grammar(scan, token) & XC_G_REPORT) != 0;
    }
    return says && count_verbs(scan, first, last) <= 1;
}

// Whether what stands from `first`, behind a noun group, to the link's verb is a relative
// clause or a participle with what belongs to it, and no more.
bool xc_verb_is_behind_description(const xc_link *l, uint32_t first) {
    const xc_scan *scan = l->scan;
    uint32_t last = l->verbs.first;
    if (first + 1 >= last || !is_finite(l)) {
        return false;
    }
    bool opened = xc_scan_mark(scan, first) == ',';
    bool closed = xc_scan_mark(scan, (int64_t)last - 1) == ',';
    bool relative = xc_scan_grammar(scan, first + opened) & XC_G_RELATIVE;
    if (opened && closed && tells_who_said(scan, first, last)) {
        return true;
    }
    if (opened != closed || !(relative || participle_at(scan, first + opened))) {
        return false;
    }
    uint32_t before = xc_scan_grammar(scan, (int64_t)last - 1);
    bool another_subject = before & (XC_G_PRONOUN | XC_G_CONJUNCTION | XC_G_SUBORDINATE |
                                     XC_G_RELATIVE | XC_G_REPORT | XC_G_TO);
    return !another_subject && count_verbs(scan, first + opened, last) == 1;
}

// Whether the link's verb is a participle without an auxiliary, and a verb follows that says
// more of the same people: "people displaced by the war live in tents".
bool xc_verb_follows_participle(const xc_link *l) {
    const xc_scan *scan = l->scan;
    if (l->verbs.auxiliary || xc_link_rule(l)->kind != XC_RULE_VERBS ||
        xc_link_rule(l)->role != XC_COUNT_OBJECT ||
        !xc_link_has_form(l, 1u << XC_FORM_PARTICIPLE)) {
        return false;
    }
    uint32_t last = scan->sentence->last_token;
    uint32_t token = l->occurrence->last;
    for (int i = 0; i < MOST_DESCRIPTION && token < last; i++, token++) {
        uint32_t grammar = xc_scan_grammar(scan, token);
        char mark = xc_scan_mark(scan, token);
        bool clause = grammar & (XC_G_CONJUNCTION | XC_G_RELATIVE | XC_G_SUBORDINATE);
        if ((mark && mark != '-' && mark != '\'') || clause) {
            return false;
        }
        if (xc_token_is_verbal(scan, token) && (grammar & XC_G_FINITE)) {
            return true;
        }
        int trigger = xc_trigger_at(scan, token);
        if (trigger != XC_NONE && xc_token_is_verb_trigger(scan, token)) {
            bool led = xc_scan_grammar(scan, (int64_t)token - 1) &
                       (XC_G_TO | XC_G_PREPOSITION | XC_G_OF | XC_G_BY | XC_G_FROM);
            return !led && i > 0 &&
                   xc_trigger_has_form(scan, &scan->triggers[trigger], 1u << XC_FORM_PAST);
        }
    }
    return false;
}
