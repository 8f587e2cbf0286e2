// SPDX-License-Identifier: MIT
// Rules that a verb, noun or adjective cannot say: PCRE2 patterns with a group `count`, and
// quantities that are claims by themselves.
#include "extract/count/linking.h"

enum { MOST_VERB_GAP = 7 }; // words between a verb and the figure behind it

static const xc_quantity *quantity_over(const sentence_scan *scan, size_t start, size_t end) {
    for (size_t i = scan->first_quantity; i < scan->last_quantity; i++) {
        const xc_quantity *quantity = &scan->mentions->quantities[i];
        if (quantity->start < end && start < quantity->end &&
            quantity->kind != XC_NO_QUANTITY) {
            return quantity;
        }
    }
    return NULL;
}

static int group_of_quantity(const sentence_scan *scan, const xc_quantity *quantity) {
    for (size_t i = 0; i < scan->group_count; i++) {
        if (scan->groups[i].quantity == quantity) {
            return (int)i;
        }
    }
    return NONE;
}

static int add_group_of(sentence_scan *scan, const xc_quantity *quantity) {
    noun_group *group = xc_arena_grow(scan->arena, &scan->groups, scan->group_count,
                                      &scan->group_capacity, sizeof *group);
    if (!group) {
        scan->status = XC_NO_MEMORY;
        return NONE;
    }
    *group = (noun_group){.first = quantity->first_token,
                          .last = quantity->last_token,
                          .head = {quantity->last_token, quantity->last_token},
                          .quantity = quantity,
                          .head_trigger = NONE,
                          .attribute = NONE};
    return (int)scan->group_count++;
}

static bool is_drafted(const sentence_scan *scan, size_t first_draft,
                       const xc_quantity *quantity, uint16_t measure) {
    for (size_t i = first_draft; i < scan->draft_count; i++) {
        if (scan->drafts[i].quantity == quantity && scan->drafts[i].measure == measure) {
            return true;
        }
    }
    return false;
}

// The mood of a figure that no verb of a rule counts: "is expected to cost $2 billion".
static xc_modality modality_before(const sentence_scan *scan, uint32_t token) {
    verb_group verbs = {.first = token, .verb = token};
    for (int i = 0; i < MOST_VERB_GAP && token > scan->sentence->first_token; i++) {
        token--;
        uint32_t grammar = scan_grammar(scan, token);
        if (scan_mark_at(scan, token) || (grammar & (G_CONJUNCTION | G_SUBORDINATE))) {
            break;
        }
        verbs.predicted |=
            ((grammar & G_MODAL_PREDICTED) && !(grammar & G_MODAL_CONDITIONAL)) ||
            ((grammar & G_PLAN) && (scan_grammar(scan, (int64_t)token + 1) & G_TO));
        verbs.conditional |= (grammar & G_MODAL_CONDITIONAL) != 0;
        verbs.first = token;
    }
    return scan_modality(scan, &verbs);
}

// "the bodies of 41 passengers and three sailors": what the pattern says of the first.
static void add_rest_of_list(sentence_scan *scan, uint32_t rule, int group,
                             xc_modality modality) {
    const subject_class *classes = scan->rules->classes;
    xc_slice unit = classes[scan->groups[group].class_index].unit;
    for (int next = group_next(scan, group); next != NONE; next = group_next(scan, next)) {
        const noun_group *other = &scan->groups[next];
        bool same = other->class_index ? xc_slice_equal(classes[other->class_index].unit, unit)
                                       : scan->rules->rules[rule].kind == RULE_QUANTITY;
        if (other->taken || !same || other->head.first == other->head.last) {
            return;
        }
        (void)draft_add(scan, rule, NULL, next, modality, XC_UNTOLD);
    }
}

static void add_match(sentence_scan *scan, size_t first_draft, uint32_t rule_index,
                      size_t start, size_t end) {
    const xc_quantity *quantity = quantity_over(scan, start, end);
    if (!quantity ||
        is_drafted(scan, first_draft, quantity, scan->rules->rules[rule_index].measure)) {
        return;
    }
    int group = group_of_quantity(scan, quantity);
    group = group == NONE ? add_group_of(scan, quantity) : group;
    if (group != NONE) {
        xc_modality modality = modality_before(scan, quantity->first_token);
        (void)draft_add(scan, rule_index, NULL, group, modality, XC_UNTOLD);
        add_rest_of_list(scan, rule_index, group, modality);
    }
}

// A machine without JIT still matches, only slower.
static void make_fast(const pack_rule *rule) {
    if (atomic_load_explicit(&rule->jit->made, memory_order_acquire)) {
        return;
    }
    if (pthread_mutex_lock(&rule->jit->lock) == 0) {
        if (!atomic_load_explicit(&rule->jit->made, memory_order_relaxed)) {
            (void)pcre2_jit_compile(rule->pattern, PCRE2_JIT_COMPLETE);
            atomic_store_explicit(&rule->jit->made, true, memory_order_release);
        }
        (void)pthread_mutex_unlock(&rule->jit->lock);
    }
}

static void run_pattern(sentence_scan *scan, size_t first_draft, uint32_t rule_index,
                        const xc_straight *straight) {
    const pack_rule *rule = &scan->rules->rules[rule_index];
    PCRE2_SPTR subject = (PCRE2_SPTR)straight->text.ptr;
    size_t length = straight->text.len;
    size_t offset = 0;
    make_fast(rule);
    while (offset <= length && scan->status == XC_OK) {
        int found = pcre2_match(rule->pattern, subject, length, offset, PCRE2_NO_UTF_CHECK,
                                scan->match_data, scan->match_context);
        if (found < 0) {
            if (found != PCRE2_ERROR_NOMATCH) {
                scan->limited[rule_index]++;
            }
            return;
        }
        const PCRE2_SIZE *at = pcre2_get_ovector_pointer(scan->match_data);
        size_t start = at[(size_t)2 * rule->count_group];
        size_t end = at[(size_t)2 * rule->count_group + 1];
        if (start != PCRE2_UNSET) {
            add_match(scan, first_draft, rule_index,
                      scan->sentence->start + xc_straight_origin(straight, start),
                      scan->sentence->start + xc_straight_origin(straight, end));
        }
        offset = at[1] > offset ? at[1] : offset + 1;
    }
}

static void run_patterns(sentence_scan *scan, size_t first_draft) {
    xc_straight straight;
    scan->status = xc_straighten(
        xc_slice_sub(scan->text->bytes, scan->sentence->start, scan->sentence->end),
        scan->arena, &straight);
    if (scan->status != XC_OK) {
        return;
    }
    text_hint hint;
    text_hint_make(straight.text, &hint);
    for (size_t i = 0; i < scan->language->pattern_count; i++) {
        uint32_t rule = scan->language->patterns[i];
        if (pattern_may_match(&scan->rules->rules[rule].hint, &hint)) {
            run_pattern(scan, first_draft, rule, &straight);
        }
    }
}

static void add_quantity_claims(sentence_scan *scan, size_t first_draft) {
    for (size_t i = scan->first_quantity; i < scan->last_quantity; i++) {
        const xc_quantity *quantity = &scan->mentions->quantities[i];
        if (quantity->kind == XC_NO_QUANTITY || quantity->kind == XC_COUNT ||
            scan->status != XC_OK) {
            continue;
        }
        const pack_rule *rule =
            rules_quantity(scan->rules, scan->language, scan->text, quantity);
        if (rule) {
            add_match(scan, first_draft, (uint32_t)(rule - scan->rules->rules), quantity->start,
                      quantity->end);
        }
    }
}

static bool own_counts(const sentence_scan *scan, size_t first_draft,
                       const claim_draft *shipped) {
    for (size_t i = first_draft; i < scan->draft_count; i++) {
        const claim_draft *draft = &scan->drafts[i];
        if (draft->rule->own && draft->quantity == shipped->quantity) {
            return true;
        }
    }
    return false;
}

// Drops what shipped rules make of a figure that a user's rule counts.
static void prefer_own(sentence_scan *scan, size_t first_draft) {
    bool any = false; // most users have no pack of their own
    for (size_t i = first_draft; i < scan->draft_count && !any; i++) {
        any = scan->drafts[i].rule->own;
    }
    size_t kept = any ? first_draft : scan->draft_count;
    for (size_t i = kept; i < scan->draft_count; i++) {
        const claim_draft *draft = &scan->drafts[i];
        if (draft->rule->own || !own_counts(scan, first_draft, draft)) {
            scan->drafts[kept++] = *draft;
        }
    }
    scan->draft_count = kept;
}

void scan_patterns(sentence_scan *scan) {
    size_t first_draft = scan->draft_count;
    while (first_draft > 0 && scan->drafts[first_draft - 1].sentence == scan->sentence_index) {
        first_draft--;
    }
    if (scan->first_quantity < scan->last_quantity) {
        run_patterns(scan, first_draft);
    }
    add_quantity_claims(scan, first_draft);
    prefer_own(scan, first_draft);
}
