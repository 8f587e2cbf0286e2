// SPDX-License-Identifier: MIT
// Claims in the making: what a rule accepts, and what it makes of a noun group.
#include "extract/tokens.h"

enum { MOST_BACK = 3 }; // sentences in which "the two" may have been told

static bool has_head(const noun_group *group) {
    return group->head.first != group->head.last;
}

static uint16_t class_named(const xc_rules *rules, xc_slice name) {
    for (size_t i = 1; i < rules->class_count; i++) {
        if (xc_slice_equal(rules->classes[i].name, name)) {
            return (uint16_t)i;
        }
    }
    return 0;
}

bool rule_accepts(const sentence_scan *scan, const pack_rule *rule, const noun_group *group) {
    if (group->implied &&
        (rule->implied == IMPLIED_NONE || (group->lone && rule->implied != IMPLIED_ALL))) {
        return false;
    }
    if (group->implied && !group->class_index) {
        // a name: of a person, and no "lives" or "bodies"
        return class_set_has(&rule->accepts, class_named(scan->rules, XC_SLICE("people")));
    }
    if (group->class_index) {
        return class_set_has(&rule->accepts, group->class_index);
    }
    if (group->head_trigger != NONE) {
        return rule->accepts_any;
    }
    return has_head(group) ? rule->accepts_any : rule->accepts_bare;
}

void scan_note(sentence_scan *scan, const noun_group *group, const char *why) {
    if (!scan->wants_notes) {
        return;
    }
    xc_slice *note = xc_arena_grow(scan->arena, &scan->notes, scan->note_count,
                                   &scan->note_capacity, sizeof *note);
    if (note) {
        xc_slice words =
            xc_slice_sub(scan->text->bytes, scan_token_at(scan, group->first)->start,
                         scan_token_at(scan, group->last - 1)->end);
        *note = xc_arena_print(scan->arena, "\"%.*s\": %s", XC_PRINT(words), why);
        scan->note_count++;
    }
}

uint16_t class_told_before(const sentence_scan *scan, const pack_rule *rule,
                           const noun_group *group) {
    uint16_t told = 0;
    int64_t article = (int64_t)group->first - 1;
    article -= (scan_grammar(scan, article) & G_ANOTHER) != 0;
    bool definite = group->part || (scan_roles(scan, article) & FRAME_THE);
    for (const noun_group *before = scan->groups; before < group && definite; before++) {
        bool accepted = before->class_index && before->last <= group->first &&
                        !before->implied && class_set_has(&rule->accepts, before->class_index);
        told = accepted ? before->class_index : told;
    }
    return told;
}

// The class of a count that names none: that of the figure before it ("2 servicemen were
// killed, 1 injured"), in a sentence before where the words point there ("the two"), else what
// the rule says, else people where the measure counts persons.
static uint16_t class_of(const sentence_scan *scan, const pack_rule *rule,
                         const noun_group *group) {
    if (group->class_index) {
        return group->class_index;
    }
    if (has_head(group) && group->head_trigger == NONE) {
        return class_named(scan->rules, rule->subject);
    }
    const xc_slice unit = scan->rules->measures[rule->measure].unit;
    for (size_t i = scan->draft_count; i-- > 0 && !group->quantity->unit.len;) {
        const claim_draft *before = &scan->drafts[i];
        bool far = before->sentence + (group->known ? MOST_BACK : 0) < scan->sentence_index;
        if (far || group->head_trigger != NONE) {
            break;
        }
        xc_slice held = scan->rules->classes[before->class_index].unit;
        bool stands_before =
            before->sentence < scan->sentence_index || before->last <= group->first;
        if (stands_before && !before->part && before->class_index && before->part_of == NONE &&
            xc_slice_equal(held, unit) && class_set_has(&rule->accepts, before->class_index)) {
            return before->class_index;
        }
    }
    uint16_t told = group->known ? class_told_before(scan, rule, group) : 0;
    if (told) {
        return told;
    }
    if (rule->subject.len) {
        return class_named(scan->rules, rule->subject);
    }
    return xc_slice_is(unit, "person") ? class_named(scan->rules, XC_SLICE("people")) : 0;
}

static xc_aggregation aggregation_of(const sentence_scan *scan, const pack_rule *rule,
                                     const noun_group *group, xc_aggregation given) {
    if (rule->aggregation >= 0) {
        return (xc_aggregation)rule->aggregation;
    }
    if (group->quantity->further || (scan_grammar(scan, group->last) & G_ANOTHER)) {
        return XC_NEW;
    }
    return given;
}

// "Nobody is thought to have been hurt" tells of a belief, but nothing is feared.
static xc_modality modality_of(const pack_rule *rule, const noun_group *group,
                               xc_modality given) {
    if (group->quantity->zero && given == XC_FEARED) {
        given = XC_ASSERTED;
    }
    return rule->modality >= 0 ? (xc_modality)rule->modality : given;
}

int draft_add(sentence_scan *scan, uint32_t rule_index, const trigger_found *occurrence,
              int group_index, xc_modality modality, xc_aggregation aggregation) {
    const pack_rule *rule = &scan->rules->rules[rule_index];
    noun_group *group = &scan->groups[group_index];
    claim_draft *draft = xc_arena_grow(scan->arena, &scan->drafts, scan->draft_count,
                                       &scan->draft_capacity, sizeof *draft);
    if (!draft) {
        scan->status = XC_NO_MEMORY;
        return NONE;
    }
    *draft = (claim_draft){
        .rule = rule,
        .quantity = group->quantity,
        .sentence = scan->sentence_index,
        .first = group->first,
        .last = group->last,
        .head = group->head,
        .trigger = {occurrence ? occurrence->first : group->first,
                    occurrence ? occurrence->last : group->last},
        .class_index = class_of(scan, rule, group),
        .measure = rule->measure,
        .modality = modality_of(rule, group, modality),
        .aggregation = aggregation_of(scan, rule, group, aggregation),
        .part_of = NONE,
        .part = group->part,
        .confidence = group->implied       ? 60
                      : group->class_index ? 90
                                           : 75,
    };
    group->taken = true;
    return (int)scan->draft_count++;
}
