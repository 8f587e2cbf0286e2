// SPDX-License-Identifier: MIT
// Level 4: which noun group a verb, noun or adjective counts.
//
// Near links come first (an object behind its verb, a participle right behind its count, the
// count in a noun's own group), far subjects second, attributes last, so that a figure goes to
// the word that stands closest to it: "2,906 displaced persons have arrived" is one claim, of
// arriving.
#include "extract/count/linking.h"

static bool link_near(xc_link *l) {
    switch (xc_link_rule(l)->kind) {
    case XC_RULE_NOUNS:
        return xc_link_noun(l);
    case XC_RULE_VERBS:
        return (xc_link_rule(l)->role == XC_COUNT_OBJECT &&
                (xc_link_object(l) || xc_link_inverted(l) || xc_link_among(l))) ||
               xc_link_coordinated(l) || xc_link_subject(l, XC_NEAR);
    case XC_RULE_ADJECTIVES:
        return xc_link_coordinated(l) || xc_link_subject(l, XC_NEAR);
    default:
        return false;
    }
}

static bool link_far(xc_link *l) {
    return xc_link_rule(l)->kind != XC_RULE_NOUNS && xc_link_subject(l, XC_FAR);
}

// "seven of the 20 hostages": the 20 are told only to say of whom the seven are.
static bool is_inside(const xc_scan *scan, const xc_noun_group *group) {
    for (size_t i = 0; i < scan->group_count; i++) {
        const xc_noun_group *other = &scan->groups[i];
        if (other != group && other->taken && other->first < group->first &&
            other->last >= group->last) {
            return true;
        }
    }
    return false;
}

// "2,906 displaced persons": the attribute of a group that nothing else counts.
static bool link_attribute(xc_link *l) {
    if (xc_link_rule(l)->kind == XC_RULE_NOUNS) {
        return xc_link_head(l, true);
    }
    for (size_t i = 0; i < l->scan->group_count; i++) {
        const xc_noun_group *group = &l->scan->groups[i];
        if (group->attribute == l->trigger && !group->taken && !is_inside(l->scan, group)) {
            return xc_link_group(l, (int)i, XC_UNTOLD);
        }
    }
    return !l->occurrence->in_group && xc_link_subject(l, XC_DESCRIBING);
}

// The narrower rules come first: "house" counts soldiers by a rule of forces and anybody else
// by one of shelter.
static void sort_by_breadth(const xc_rules *rules, uint32_t *senses, size_t count) {
    for (size_t i = 1; i < count; i++) {
        uint32_t rule = senses[i];
        size_t at = i;
        while (at > 0 && rules->rules[rule].breadth < rules->rules[senses[at - 1]].breadth) {
            senses[at] = senses[at - 1];
            at--;
        }
        senses[at] = rule;
    }
}

// Takes the step for every rule that a trigger may stand for, until one links.
static void try_rules(xc_scan *scan, int trigger, bool (*step)(xc_link *)) {
    xc_occurrence *occurrence = &scan->triggers[trigger];
    uint32_t senses[XC_MOST_SENSES];
    size_t count = xc_scan_senses(scan, occurrence, senses);
    sort_by_breadth(scan->rules, senses, count);
    xc_verb_group verbs = xc_scan_verb_group(scan, occurrence);
    for (size_t i = 0; i < count; i++) {
        xc_link l = {.scan = scan,
                     .occurrence = occurrence,
                     .trigger = trigger,
                     .rule = senses[i],
                     .forms = xc_scan_forms(scan, occurrence, senses[i]),
                     .verbs = verbs};
        if (step(&l)) {
            return;
        }
    }
}

void xc_scan_clauses(xc_scan *scan) {
    bool (*const steps[])(xc_link *) = {link_near, link_far, link_attribute};
    for (size_t step = 0; step < sizeof steps / sizeof *steps; step++) {
        for (size_t i = 0; i < scan->trigger_count && scan->status == XC_OK; i++) {
            bool attribute =
                scan->triggers[i].in_group && step != 2 &&
                !xc_trigger_has_form(scan, &scan->triggers[i],
                                     1u << XC_FORM_SINGULAR | 1u << XC_FORM_PLURAL);
            if (scan->triggers[i].group == XC_NONE && !attribute) {
                try_rules(scan, (int)i, steps[step]);
            }
        }
    }
}
