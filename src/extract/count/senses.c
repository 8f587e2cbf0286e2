// SPDX-License-Identifier: MIT
// Level 4: which of its rules a word stands for.
#include "extract/count/linking.h"

// A user's rules come first, then the narrower ones: "house" counts soldiers by a rule of
// forces and anybody else by one of shelter.
static bool comes_before(const pack_rule *rule, const pack_rule *other) {
    return rule->own != other->own ? rule->own : rule->breadth < other->breadth;
}

static void sort_senses(const xc_rules *rules, uint32_t *senses, size_t count) {
    for (size_t i = 1; i < count; i++) {
        uint32_t rule = senses[i];
        size_t at = i;
        while (at > 0 && comes_before(&rules->rules[rule], &rules->rules[senses[at - 1]])) {
            senses[at] = senses[at - 1];
            at--;
        }
        senses[at] = rule;
    }
}

// "destroyed 200 tanks and 150 guns": each of a list is counted by the rule that counts its kind.
static void link_rest(count_link l, const uint32_t *senses, size_t count,
                      bool (*step)(count_link *)) {
    const pack_rule *first = link_rule(&l);
    int linked = l.occurrence->group;
    for (size_t i = 0; i < count; i++) {
        const pack_rule *rule = &l.scan->rules->rules[senses[i]];
        if (rule->kind == RULE_VERBS && first->kind == RULE_VERBS &&
            rule->role == first->role) {
            l.rule = senses[i];
            l.forms = scan_forms(l.scan, l.occurrence, senses[i]);
            l.rest = l.shared = true;
            (void)(frame_stands(&l) && step(&l));
        }
    }
    l.occurrence->group = linked;
}

void link_senses(sentence_scan *scan, int trigger, bool (*step)(count_link *),
                 const struct counting *tree) {
    trigger_found *occurrence = &scan->triggers[trigger];
    uint32_t senses[MOST_SENSES];
    size_t count = scan_senses(scan, occurrence, senses);
    sort_senses(scan->rules, senses, count);
    verb_group verbs = scan_verb_group(scan, occurrence);
    int own = NONE;
    bool shared = count && scan->rules->rules[senses[0]].own;
    for (size_t i = 0; i < count; i++) {
        count_link l = {.scan = scan,
                        .occurrence = occurrence,
                        .trigger = trigger,
                        .rule = senses[i],
                        .forms = scan_forms(scan, occurrence, senses[i]),
                        .verbs = verbs,
                        .shared = shared,
                        .tree = tree};
        if (!frame_stands(&l) || !step(&l)) {
            continue;
        }
        if (!link_rule(&l)->own) {
            link_rest(l, senses + i + 1, count - i - 1, step);
            return;
        }
        own = occurrence->group;
    }
    occurrence->group = own == NONE ? occurrence->group : own;
}
