// SPDX-License-Identifier: MIT
// Counts behind their verb: "killed at least 12", "among those killed were 12 children".
#include "extract/count/linking.h"

enum {
    MOST_OBJECT = 14, // words of an object without a count
    ACTIVE_FORMS = 1u << FORM_BASE | 1u << FORM_PRESENT | 1u << FORM_PAST | 1u << FORM_GERUND,
};

// "killed or injured 30 people": the object stands behind the last verb of the row.
static uint32_t end_of_verb_row(const sentence_scan *scan, const trigger_found *occurrence) {
    uint32_t token = occurrence->last;
    for (int i = 0; i < 3; i++) {
        uint32_t next = token;
        while (token_separates(scan, next)) {
            next++;
        }
        int trigger = next > token ? trigger_at(scan, next) : NONE;
        if (trigger == NONE || scan->triggers[trigger].in_group) {
            break;
        }
        token = scan->triggers[trigger].last;
    }
    return token;
}

// "killed the mayor of the town, as well as two farmers": the count stands behind an object
// without one, in a list with it.
static int group_in_object_list(const sentence_scan *scan, uint32_t token) {
    uint32_t last = scan->sentence->last_token;
    for (int i = 0; i < MOST_OBJECT && token < last; i++, token++) {
        uint32_t behind = behind_separators(scan, token);
        int group = behind > token ? group_after(scan, behind) : NONE;
        if (group != NONE) {
            return group_has_verb(scan, &scan->groups[group]) ? NONE : group;
        }
        if (token_is_verbal(scan, token) || token_is_verb_trigger(scan, token) ||
            scan_mark_at(scan, token) == ';' || group_at(scan, token) != NONE ||
            (scan_grammar(scan, token) & (G_SUBORDINATE | G_RELATIVE))) {
            return NONE;
        }
    }
    return NONE;
}

bool link_object_follows(const count_link *l) {
    uint32_t grammar = scan_grammar(l->scan, l->occurrence->last);
    return grammar & (G_DETERMINER | G_PRONOUN | G_POSSESSIVE);
}

bool link_object(count_link *l) {
    if (l->verbs.passive || !(link_has_form(l, ACTIVE_FORMS) || l->verbs.auxiliary)) {
        return false;
    }
    uint32_t behind = end_of_verb_row(l->scan, l->occurrence);
    int group = group_after(l->scan, behind);
    if (group == NONE && link_object_follows(l)) {
        group = group_in_object_list(l->scan, behind);
    }
    return group != NONE && link_list(l, group);
}

// "among those killed were 12 children"
bool link_inverted(count_link *l) {
    if (!link_has_form(l, 1u << FORM_PARTICIPLE) ||
        !(scan_grammar(l->scan, l->occurrence->last) & G_BE)) {
        return false;
    }
    int group = group_after(l->scan, l->occurrence->last + 1);
    return group != NONE && !group_has_verb(l->scan, &l->scan->groups[group]) &&
           link_list(l, group);
}
