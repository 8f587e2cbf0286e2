// SPDX-License-Identifier: MIT
// Counts of a noun: "45 deaths", "the death of two civilians", "the death toll rose to 27".
#include "extract/count/linking.h"

enum { MOST_TOLL_GAP = 14 }; // words between "death toll" and its figure

// "the death of two civilians"
static bool link_noun_of(xc_link *l) {
    uint32_t last = l->occurrence->last;
    char bracket = xc_scan_mark(l->scan, last);
    last += bracket == '[' || bracket == '(';
    bool leads = xc_scan_grammar(l->scan, (int64_t)last - 1) & (XC_G_TO | XC_G_OF);
    if (!leads && !(xc_scan_grammar(l->scan, last) & XC_G_OF)) {
        return false;
    }
    int group = xc_group_after(l->scan, leads ? last : last + 1); // "home to 5,000 people"
    return group != XC_NONE && xc_link_list(l, group);
}

// "the toll may rise, with 70 still missing": the figure is of what stands behind it.
static bool says_else(const xc_link *l, int group) {
    const xc_scan *scan = l->scan;
    uint32_t token = scan->groups[group].last;
    while (xc_trigger_at(scan, token) == XC_NONE &&
           (xc_scan_grammar(scan, token) & XC_G_ADVERB)) {
        token++;
    }
    int trigger = token < scan->sentence->last_token ? xc_trigger_at(scan, token) : XC_NONE;
    if (trigger == XC_NONE) {
        return false;
    }
    const xc_occurrence *behind = &scan->triggers[trigger];
    for (uint32_t i = 0; i < behind->payload_count; i++) {
        uint32_t rule = scan->language->trigger_list[behind->payloads[i]].rule;
        if (scan->rules->rules[rule].measure == xc_link_rule(l)->measure) {
            return false;
        }
    }
    return true;
}

// "the death toll rose to 27", "deaths stood at 50", "death toll: 27"
static bool link_toll(xc_link *l) {
    const xc_scan *scan = l->scan;
    bool reached = false;
    uint32_t token = l->occurrence->last;
    uint32_t last = scan->sentence->last_token;
    for (int i = 0; i < MOST_TOLL_GAP && token < last; i++, token++) {
        uint32_t grammar = xc_scan_grammar(scan, token);
        int group = xc_group_at(scan, token);
        if (group != XC_NONE) {
            uint32_t before = xc_scan_grammar(scan, (int64_t)token - 1);
            bool led = before & (XC_G_TO | XC_G_PREPOSITION | XC_G_BE | XC_G_REACH);
            bool colon = xc_scan_mark(scan, (int64_t)token - 1) == ':';
            bool beside = token == l->occurrence->last; // "the death toll above 680"
            return ((reached && led) || colon || beside) && !says_else(l, group) &&
                   xc_link_group(l, group, XC_CUMULATIVE);
        }
        if (xc_scan_mark(scan, token) == ';' ||
            (xc_token_is_verb_trigger(scan, token) && !(grammar & XC_G_REACH))) {
            return false;
        }
        reached |= (grammar & (XC_G_REACH | XC_G_BE | XC_G_TO)) != 0;
    }
    return false;
}

static int group_of_head(const xc_link *l) {
    for (size_t i = 0; i < l->scan->group_count; i++) {
        if (l->scan->groups[i].head_trigger == l->trigger) {
            return (int)i;
        }
    }
    return XC_NONE;
}

// "45 deaths". A noun that also says who ("5,000 residents") waits for the verbs: in "5,000
// residents fled" the verb says what is counted.
bool xc_link_head(xc_link *l, bool says_who) {
    int group = group_of_head(l);
    if (group == XC_NONE || (l->scan->groups[group].class_index != 0) != says_who ||
        (says_who && l->scan->groups[group].taken)) {
        return false;
    }
    l->occurrence->group = group;
    return xc_draft_add(l->scan, l->rule, l->occurrence, group,
                        xc_scan_modality(l->scan, &l->verbs), XC_UNTOLD) != XC_NONE;
}

// "without a mass exodus of 3,000 people"
static bool is_negated_noun(const xc_link *l) {
    int64_t token = (int64_t)l->occurrence->first - 1;
    for (int i = 0; i < 4 && xc_scan_mark(l->scan, token) == 0; i++, token--) {
        uint32_t grammar = xc_scan_grammar(l->scan, token);
        if (grammar & XC_G_NEGATION) {
            return true;
        }
        if (grammar & (XC_G_PREPOSITION | XC_G_OF | XC_G_CONJUNCTION | XC_G_VERBAL)) {
            return false;
        }
    }
    return false;
}

bool xc_link_noun(xc_link *l) {
    if (group_of_head(l) != XC_NONE) {
        return xc_link_head(l, false);
    }
    return !is_negated_noun(l) && (link_noun_of(l) || link_toll(l));
}
