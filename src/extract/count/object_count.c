// SPDX-License-Identifier: MIT
// Counts behind their verb: "killed at least 12", "among those killed were 12 children".
#include "extract/count/linking.h"

enum {
    MOST_OBJECT = 14, // words of an object without a count
    ACTIVE_FORMS =
        1u << XC_FORM_BASE | 1u << XC_FORM_PRESENT | 1u << XC_FORM_PAST | 1u << XC_FORM_GERUND,
};

// "killed or injured 30 people": the object stands behind the last verb of the row.
static uint32_t end_of_verb_row(const xc_scan *scan, const xc_occurrence *occurrence) {
    uint32_t token = occurrence->last;
    for (int i = 0; i < 3; i++) {
        uint32_t next = token;
        while (xc_token_separates(scan, next)) {
            next++;
        }
        int trigger = next > token ? xc_trigger_at(scan, next) : XC_NONE;
        if (trigger == XC_NONE || scan->triggers[trigger].in_group) {
            break;
        }
        token = scan->triggers[trigger].last;
    }
    return token;
}

// "killed the mayor of the town, as well as two farmers": the count stands behind an object
// without one, in a list with it.
static int group_in_object_list(const xc_scan *scan, uint32_t token) {
    uint32_t last = scan->sentence->last_token;
    for (int i = 0; i < MOST_OBJECT && token < last; i++, token++) {
        uint32_t behind = xc_behind_separators(scan, token);
        int group = behind > token ? xc_group_after(scan, behind) : XC_NONE;
        if (group != XC_NONE) {
            return xc_group_has_verb(scan, &scan->groups[group]) ? XC_NONE : group;
        }
        if (xc_token_is_verbal(scan, token) || xc_token_is_verb_trigger(scan, token) ||
            xc_scan_mark(scan, token) == ';' || xc_group_at(scan, token) != XC_NONE ||
            (xc_scan_grammar(scan, token) & (XC_G_SUBORDINATE | XC_G_RELATIVE))) {
            return XC_NONE;
        }
    }
    return XC_NONE;
}

bool xc_link_object_follows(const xc_link *l) {
    uint32_t grammar = xc_scan_grammar(l->scan, l->occurrence->last);
    return grammar & (XC_G_DETERMINER | XC_G_PRONOUN | XC_G_POSSESSIVE);
}

bool xc_link_object(xc_link *l) {
    if (l->verbs.passive || !(xc_link_has_form(l, ACTIVE_FORMS) || l->verbs.auxiliary)) {
        return false;
    }
    uint32_t behind = end_of_verb_row(l->scan, l->occurrence);
    int group = xc_group_after(l->scan, behind);
    if (group == XC_NONE && xc_link_object_follows(l)) {
        group = group_in_object_list(l->scan, behind);
    }
    return group != XC_NONE && xc_link_list(l, group);
}

// "among those killed were 12 children"
bool xc_link_inverted(xc_link *l) {
    if (!xc_link_has_form(l, 1u << XC_FORM_PARTICIPLE) ||
        !(xc_scan_grammar(l->scan, l->occurrence->last) & XC_G_BE)) {
        return false;
    }
    int group = xc_group_after(l->scan, l->occurrence->last + 1);
    return group != XC_NONE && !xc_group_has_verb(l->scan, &l->scan->groups[group]) &&
           xc_link_list(l, group);
}
