// SPDX-License-Identifier: MIT
// What a link makes of a rule and a noun group: a new draft, or more of an old one.
#include "extract/count/linking.h"
#include "extract/count/carrier.h"
#include "extract/count/clause_bounds.h"

const pack_rule *link_rule(const count_link *l) {
    return &l->scan->rules->rules[l->rule];
}

bool link_has_form(const count_link *l, unsigned forms) {
    return (l->forms & forms) != 0;
}

// The draft that counts the same figure, if there is one.
static claim_draft *draft_of(const sentence_scan *scan, const noun_group *group) {
    for (size_t i = scan->draft_count; i-- > 0;) {
        claim_draft *draft = &scan->drafts[i];
        if (draft->sentence != scan->sentence_index) {
            return NULL;
        }
        if (draft->quantity == group->quantity) {
            return draft;
        }
    }
    return NULL;
}

// Whether nothing but "and", "or" and words of their verb groups stands between the two words.
static bool is_coordinated(const count_link *l, const claim_draft *draft) {
    const trigger_found *word = l->occurrence;
    bool behind = word->first >= draft->trigger.last;
    bool around = behind ? draft->last <= word->first && draft->first >= draft->trigger.last
                         : draft->last <= draft->trigger.first && draft->first >= word->last;
    if (around) {
        return true; // "the death of two people shot": who were hit, whatever became of each
    }
    uint32_t first = behind ? draft->trigger.last : word->last;
    uint32_t last = behind ? word->first : draft->trigger.first;
    bool joined = first >= last;
    for (uint32_t token = first; token < last; token++) {
        joined |= token_separates(l->scan, token);
        if (!token_separates(l->scan, token) &&
            !(scan_grammar(l->scan, token) & (G_ADVERB | G_BE | G_HAVE | G_ANOTHER)) &&
            trigger_at(l->scan, token) == NONE) {
            return false;
        }
    }
    return joined;
}

// "dead, wounded or missing" is one figure of the measure that combines the three.
static bool combine(const count_link *l, const noun_group *group) {
    claim_draft *draft = draft_of(l->scan, group);
    uint16_t measure = link_rule(l)->measure;
    if (!draft || draft->measure == measure) {
        return draft != NULL;
    }
    uint16_t whole = rules_combined(l->scan->rules, draft->measure, measure);
    if (whole == NO_MEASURE) {
        return false;
    }
    // "missing, presumed drowned": what is known is that they miss. "killed after she was stabbed",
    // another clause: tells more of those who were killed
    if ((l->verbs.feared && draft->modality != XC_FEARED) || !is_coordinated(l, draft)) {
        bool nearer =
            draft->trigger.last <= l->occurrence->first && l->occurrence->last <= group->first;
        if (link_rule(l)->kind == RULE_NOUNS &&
            nearer) { // "the death of Petrov and injuries to five"
            draft->measure = measure;
            draft->rule = link_rule(l);
        }
        return true;
    }
    draft->measure = whole;
    return true;
}

// "would leave 1,000 people homeless": the adjective has the mood of the verb before the count.
static xc_modality modality_of(const count_link *l, const noun_group *group) {
    const sentence_scan *scan = l->scan;
    bool left = group->first > scan->sentence->first_token &&
                (scan_grammar(scan, (int64_t)group->first - 1) & G_LEAVE);
    if (!left || l->verbs.auxiliary) {
        return scan_modality(scan, &l->verbs);
    }
    trigger_found leave = {.first = group->first - 1, .last = group->first};
    verb_group verbs = scan_verb_group(scan, &leave);
    return scan_modality(scan, &verbs);
}

// "destroyed 310 homes and damaged 1,250 others": a count without a head has that of the figure
// before it.
static bool accepts_elided(const count_link *l, const noun_group *group) {
    const sentence_scan *scan = l->scan;
    if (group->class_index || group->head.first != group->head.last) {
        return false;
    }
    if (group->known && class_told_before(scan, link_rule(l), group)) {
        return true;
    }
    if (!scan->draft_count) {
        return false;
    }
    const claim_draft *before = &scan->drafts[scan->draft_count - 1];
    return before->sentence == scan->sentence_index && before->last <= group->first &&
           before->class_index && class_set_has(&link_rule(l)->accepts, before->class_index);
}

// "some of the 90 injured have died": what is said is not said of the 90.
static bool is_base_of_some(const count_link *l, const noun_group *group) {
    role_tree t;
    bool inside = l->occurrence->first >= group->first && l->occurrence->last <= group->last;
    if (inside || group->part || !role_tree_made(l->scan, &t)) {
        return false;
    }
    uint32_t noun = carrier_of(&t, group);
    uint32_t of = role_relation(&t, noun) == XC_REL_NMOD && (role_case(&t, noun) & G_OF)
                      ? t.tree->nodes[noun].head
                      : XC_NO_HEAD;
    uint32_t word = xc_tree_find(t.tree, l->occurrence->first);
    return of != XC_NO_HEAD && !t.tree->nodes[of].number && !role_under(&t, word, noun) &&
           (t.tree->nodes[of].class == XC_CLASS_PRON ||
            t.tree->nodes[of].class == XC_CLASS_DET);
}

// "Killed | 27 | Injured | 45": a cell's figure is of the word in the cell before it, and of no other.
static bool is_in_other_cell(const count_link *l, const noun_group *group) {
    uint32_t word = l->occurrence->first;
    uint32_t first = word < group->first ? l->occurrence->last : group->last;
    uint32_t last = word < group->first ? group->first : word;
    int bars = 0;
    for (uint32_t token = first; token < last; token++) {
        const xc_token *t = scan_token_at(l->scan, token);
        bars += t->kind == XC_TOKEN_SYMBOL &&
                xc_slice_is(xc_token_slice(l->scan->text, token), "|");
    }
    return bars && (word > group->first || last - first > 1);
}

bool link_group(count_link *l, int group, xc_aggregation aggregation) {
    sentence_scan *scan = l->scan;
    const noun_group *g = &scan->groups[group];
    if (((l->rest || l->occurrence->overlapping) && g->taken) || is_in_other_cell(l, g)) {
        return false;
    }
    if (!rule_accepts(scan, link_rule(l), g) && !accepts_elided(l, g)) {
        scan_note(scan, g, "its class is not one that the rule counts");
        return false;
    }
    if (l->verbs.negated && link_rule(l)->kind != RULE_NOUNS) {
        scan_note(scan, g, "the verb is negated");
        return false;
    }
    if (is_base_of_some(l, g)) {
        scan_note(scan, g, "it tells of whom some are");
        return false;
    }
    role_tree t;
    if (role_tree_made(scan, &t) &&
        role_is_undone(&t, xc_tree_find(t.tree, l->occurrence->first))) {
        scan_note(scan, g, "the verb tells what was not done");
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
    return draft_add(scan, l->rule, l->occurrence, group, modality, aggregation) != NONE;
}

// Links a group and the rest of its list, to the right; what the rule does not count is passed
// over: "damaged 530 roofs and 210 houses".
bool link_list(count_link *l, int group) {
    int first = NONE;
    for (int next = group; next != NONE; next = group_next(l->scan, next)) {
        const noun_group *g = &l->scan->groups[next];
        bool bare = g->head.first == g->head.last;
        if (next != group && bare && scan_mark_at(l->scan, (int64_t)g->first - 1) == ',') {
            break; // "two sons, 11 and 14": ages
        }
        bool linked = link_group(l, next, XC_UNTOLD);
        first = linked && first == NONE ? next : first;
    }
    l->occurrence->group = first;
    return first != NONE;
}

// Links a group and the list before it: "4 policemen and 2 civilians were killed".
bool link_list_before(count_link *l, int group) {
    bool linked = link_group(l, group, XC_UNTOLD);
    // "seven drivers and three vehicles were abducted": what the rule does not count is passed over
    bool passed = !linked && !rule_accepts(l->scan, link_rule(l), &l->scan->groups[group]);
    for (int before = group; (linked || passed || l->shared) &&
                             (before = group_previous(l->scan, before)) != NONE;) {
        const noun_group *g = &l->scan->groups[before];
        bool led = g->in_phrase && !l->scan->groups[group].in_phrase; // "of the 90, 61 died"
        // "2,500 injured and 100,000 without shelter": what the words before say is theirs
        bool told = g->attribute != NONE && g->attribute != l->trigger &&
                    l->scan->triggers[g->attribute].first + 1 >= g->head.first &&
                    g->last <= l->scan->triggers[g->attribute].last;
        if (led || told || (g->taken && !l->shared) || group_in_parenthesis(l->scan, g) ||
            (l->scan->groups[group].first > g->last + 1 &&
             groups_are_apart(l->scan, g, &l->scan->groups[group]))) {
            break;
        }
        bool counted = link_group(l, before, XC_UNTOLD);
        if (!counted && !l->shared) {
            break;
        }
        linked |= counted;
        passed = false;
    }
    l->occurrence->group = linked ? group : NONE;
    return linked;
}
