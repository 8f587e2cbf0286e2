// SPDX-License-Identifier: MIT
// What a link makes of a rule and a noun group: a new draft, or more of an old one.
#include "extract/count/linking.h"

const xc_rule *xc_link_rule(const xc_link *l) {
    return &l->scan->rules->rules[l->rule];
}

bool xc_link_has_form(const xc_link *l, unsigned forms) {
    return (l->forms & forms) != 0;
}

// The draft that counts the same figure, if there is one.
static xc_draft *draft_of(const xc_scan *scan, const xc_noun_group *group) {
    for (size_t i = scan->draft_count; i-- > 0;) {
        xc_draft *draft = &scan->drafts[i];
        if (draft->sentence != scan->sentence_index) {
            return NULL;
        }
        if (draft->quantity == group->quantity) {
            return draft;
        }
    }
    return NULL;
}

// "dead, wounded or missing" is one figure of the measure that combines the three.
static bool combine(const xc_link *l, const xc_noun_group *group) {
    xc_draft *draft = draft_of(l->scan, group);
    uint16_t measure = xc_link_rule(l)->measure;
    if (!draft || draft->measure == measure) {
        return draft != NULL;
    }
    uint16_t whole = xc_rules_combined(l->scan->rules, draft->measure, measure);
    if (whole == XC_NO_MEASURE) {
        return false;
    }
    draft->measure = whole;
    return true;
}

// "would leave 1,000 people homeless": the adjective has the mood of the verb before the count.
static xc_modality modality_of(const xc_link *l, const xc_noun_group *group) {
    const xc_scan *scan = l->scan;
    bool left = group->first > scan->sentence->first_token &&
                (xc_scan_grammar(scan, (int64_t)group->first - 1) & XC_G_LEAVE);
    if (!left || l->verbs.auxiliary) {
        return xc_scan_modality(scan, &l->verbs);
    }
    xc_occurrence leave = {.first = group->first - 1, .last = group->first};
    xc_verb_group verbs = xc_scan_verb_group(scan, &leave);
    return xc_scan_modality(scan, &verbs);
}

// "destroyed 310 homes and damaged 1,250 others": a count without a head has that of the figure
// before it.
static bool accepts_elided(const xc_link *l, const xc_noun_group *group) {
    const xc_scan *scan = l->scan;
    if (group->class_index || group->head_first != group->head_last || !scan->draft_count) {
        return false;
    }
    const xc_draft *before = &scan->drafts[scan->draft_count - 1];
    return before->sentence == scan->sentence_index && before->last <= group->first &&
           before->class_index &&
           xc_class_set_has(&xc_link_rule(l)->accepts, before->class_index);
}

bool xc_link_group(xc_link *l, int group, xc_aggregation aggregation) {
    xc_scan *scan = l->scan;
    const xc_noun_group *g = &scan->groups[group];
    if (!xc_rule_accepts(scan, xc_link_rule(l), g) && !accepts_elided(l, g)) {
        xc_scan_note(scan, g, "its class is not one that the rule counts");
        return false;
    }
    if (l->verbs.negated && xc_link_rule(l)->kind != XC_RULE_NOUNS) {
        xc_scan_note(scan, g, "the verb is negated");
        return false;
    }
    xc_modality modality = modality_of(l, g);
    if (g->implied && (modality == XC_CONDITIONAL || modality == XC_PREDICTED)) {
        return false; // "if a guard or a driver is killed": nobody in particular
    }
    l->occurrence->group = group;
    if (combine(l, g)) {
        return true;
    }
    return xc_draft_add(scan, l->rule, l->occurrence, group, modality, aggregation) != XC_NONE;
}

// Links a group and the rest of its list, to the right; what the rule does not count is passed
// over: "damaged 530 roofs and 210 houses".
bool xc_link_list(xc_link *l, int group) {
    int first = XC_NONE;
    for (int next = group; next != XC_NONE; next = xc_group_next(l->scan, next)) {
        const xc_noun_group *g = &l->scan->groups[next];
        bool bare = g->head_first == g->head_last;
        if (next != group && bare && xc_scan_mark(l->scan, (int64_t)g->first - 1) == ',') {
            break; // "two sons, 11 and 14": ages
        }
        bool linked = xc_link_group(l, next, XC_UNTOLD);
        first = linked && first == XC_NONE ? next : first;
    }
    l->occurrence->group = first;
    return first != XC_NONE;
}

// Links a group and the list before it: "4 policemen and 2 civilians were killed".
bool xc_link_list_before(xc_link *l, int group) {
    bool linked = xc_link_group(l, group, XC_UNTOLD);
    for (int before = group;
         linked && (before = xc_group_previous(l->scan, before)) != XC_NONE;) {
        const xc_noun_group *g = &l->scan->groups[before];
        bool led = g->in_phrase && !l->scan->groups[group].in_phrase; // "of the 90, 61 died"
        // "2,500 injured and 100,000 without shelter": what the words before say is theirs
        bool told = g->attribute != XC_NONE && g->attribute != l->trigger &&
                    l->scan->triggers[g->attribute].first + 1 >= g->head_first &&
                    g->last <= l->scan->triggers[g->attribute].last;
        if (led || told || g->taken || xc_group_in_parenthesis(l->scan, g) ||
            !xc_link_group(l, before, XC_UNTOLD)) {
            break;
        }
    }
    l->occurrence->group = linked ? group : XC_NONE;
    return linked;
}
