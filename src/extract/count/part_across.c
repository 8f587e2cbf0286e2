// SPDX-License-Identifier: MIT
// Level 4: parts of a count that stands farther off: "Of the injured, 12 children ...", "two women
// and a man died" where three deaths were told before, a part that is told again.
#include "extract/count/gapping.h"

enum {
    MOST_LEAD = 8,      // tokens of "Of the 80 who were injured,"
    MOST_LISTED = 4,    // parts of a sum
    MOST_BETWEEN = 4,   // tokens between two of them
    FARTHEST_BACK = 12, // sentences between a whole and its parts
    MOST_TOLD = 256,    // counts before a part among which it may have been told
    LARGE = 100,        // no other figure of a text is the same by chance
};

// "About 1,000" has no bounds: then its value stands for them.
static bool is_within(const xc_quantity *part, const xc_quantity *whole) {
    if (!part || !whole) {
        return false;
    }
    const xc_number *least = part->low.known ? &part->low : &part->value;
    const xc_number *most = whole->high.known ? &whole->high : &whole->value;
    return least->known && (!most->known || xc_decimal_compare(least->value, most->value) <= 0);
}

static bool is_equal(const xc_quantity *a, const xc_quantity *b) {
    return a && b && a->value.known && b->value.known &&
           xc_decimal_compare(a->value.value, b->value.value) == 0;
}

// The last count before the sentence that has the measure, if one is asked for, or the value.
static int told_before(const sentence_scan *scan, size_t end, int measure,
                       const xc_quantity *value) {
    for (size_t i = end; i > 0; i--) {
        const claim_draft *draft = &scan->drafts[i - 1];
        if (draft->sentence + FARTHEST_BACK < scan->sentence_index) {
            return NONE;
        }
        bool fits = value ? is_equal(draft->quantity, value) : draft->measure == measure;
        if (fits && !draft->statement && draft->part_of == NONE) {
            return (int)i - 1;
        }
    }
    return NONE;
}

// "injured" in "Of the injured,", whatever a tree makes of it.
static int led_by_word(const sentence_scan *scan, size_t first_draft, uint32_t at,
                       uint32_t comma) {
    const language_rules *language = scan->language;
    xc_phrase_match match = {0};
    if (scan_token_at(scan, at)->word) {
        match = xc_phrases_match(language->triggers, scan->text, at, comma);
    }
    for (uint32_t i = 0; match.tokens && i < match.payload_count; i++) {
        uint32_t rule = language->trigger_list[match.payloads[i]].rule;
        int whole = told_before(scan, first_draft, scan->rules->rules[rule].measure, NULL);
        if (whole != NONE) {
            return whole;
        }
    }
    return NONE;
}

// The whole of "Of the 80 injured,", "Out of 2,100 registered," up to the comma: what is counted
// there, or was before. NONE if the sentence begins otherwise.
static int led_whole(const sentence_scan *scan, size_t first_draft, uint32_t comma) {
    for (size_t i = first_draft; i < scan->draft_count; i++) {
        if (scan->drafts[i].quantity && scan->drafts[i].last <= comma) {
            return (int)i;
        }
    }
    for (size_t i = scan->first_quantity; i < scan->last_quantity; i++) {
        const xc_quantity *quantity = &scan->mentions->quantities[i];
        if (quantity->last_token <= comma) {
            return quantity->kind == XC_COUNT ? told_before(scan, first_draft, 0, quantity)
                                              : NONE;
        }
    }
    for (uint32_t at = scan->sentence->first_token; at < comma; at++) {
        int whole = led_by_word(scan, first_draft, at, comma);
        if (whole != NONE) {
            return whole;
        }
    }
    return NONE;
}

static uint32_t comma_of_lead(const sentence_scan *scan) {
    uint32_t first = scan->sentence->first_token;
    for (uint32_t at = first; at < first + MOST_LEAD; at++) {
        if (scan_mark_at(scan, at) == ',') {
            return at;
        }
    }
    return 0;
}

// "Of the injured, 45 are children": who they are, which no verb counts.
static void add_led(sentence_scan *scan, uint32_t comma, int whole) {
    for (size_t i = 0; whole != NONE && i < scan->group_count; i++) {
        const noun_group *group = &scan->groups[i];
        if (group->first != comma + 1 || group->taken || group->implied ||
            !(scan_grammar(scan, group->quantity->last_token) & G_BE) ||
            !is_within(group->quantity, scan->drafts[whole].quantity)) {
            continue;
        }
        xc_phrase_match match =
            scan_class_words(scan, group->quantity->last_token + 1, scan->sentence->last_token);
        const claim_draft of = scan->drafts[whole];
        int part = match.tokens ? draft_add(scan, (uint32_t)(of.rule - scan->rules->rules),
                                            NULL, (int)i, of.modality, of.aggregation)
                                : NONE;
        if (part != NONE) {
            scan->drafts[part].measure = of.measure;
            scan->drafts[part].class_index =
                scan->language->class_list[match.payloads[0]].class_index;
        }
        return;
    }
}

// "Of the injured, 12 were taken to Lusaka": what follows is of them.
static void join_led(sentence_scan *scan, size_t first_draft) {
    uint32_t comma = comma_of_lead(scan);
    uint32_t first = scan->sentence->first_token;
    bool led = scan_grammar(scan, first) & (G_OF | G_FROM) ||
               scan_grammar(scan, (int64_t)first + 1) & G_OF; // "Out of"
    if (!comma || !led) {
        return;
    }
    int whole = led_whole(scan, first_draft, comma);
    add_led(scan, comma, whole);
    for (size_t i = first_draft; whole != NONE && i < scan->draft_count; i++) {
        claim_draft *draft = &scan->drafts[i];
        if (draft->first > comma && !draft->statement && (int)i != whole &&
            draft->part_of == NONE &&
            is_within(draft->quantity, scan->drafts[whole].quantity)) {
            draft->part_of = whole;
        }
    }
}

// "two women, a man and three boys": whether a draft goes on the list of another.
static bool goes_on(const sentence_scan *scan, const claim_draft *before,
                    const claim_draft *draft) {
    if (draft->sentence != before->sentence || draft->measure != before->measure ||
        draft->part_of != NONE || draft->statement || draft->first < before->last ||
        draft->first - before->last > MOST_BETWEEN) {
        return false;
    }
    for (uint32_t at = before->last; at < draft->first; at++) {
        if (scan_mark_at(scan, at) == ',' || scan_grammar(scan, at) & G_CONJUNCTION) {
            return true;
        }
    }
    return false;
}

// The draft that goes on the list of another, NONE at its end. Drafts of a sentence are in the
// order of the rules that made them.
static int next_listed(const sentence_scan *scan, size_t first_draft, size_t before) {
    for (size_t i = first_draft; i < scan->draft_count; i++) {
        if (i != before && goes_on(scan, &scan->drafts[before], &scan->drafts[i])) {
            return (int)i;
        }
    }
    return NONE;
}

// The whole that a list of parts adds up to: "three people" of "two women and a man".
static int whole_of_sum(const sentence_scan *scan, const claim_draft *first, xc_decimal sum) {
    for (size_t i = scan->draft_count; i > 0; i--) {
        const claim_draft *draft = &scan->drafts[i - 1];
        if (draft->sentence + FARTHEST_BACK < first->sentence) {
            break;
        }
        bool before = draft->sentence < first->sentence || draft->last <= first->first;
        bool exact = draft->quantity && draft->quantity->value.known && !draft->statement;
        if (before && exact && draft->measure == first->measure && draft->part_of == NONE &&
            xc_decimal_compare(draft->quantity->value.value, sum) == 0) {
            return (int)i - 1;
        }
    }
    return NONE;
}

// Whether a draft may begin or go on a list of parts.
static bool is_summand(const claim_draft *draft) {
    return !draft->statement && draft->part_of == NONE && draft->quantity &&
           draft->quantity->value.known;
}

static void join_sum(sentence_scan *scan, size_t first_draft, size_t first) {
    size_t listed[MOST_LISTED] = {first};
    xc_decimal sum = scan->drafts[first].quantity->value.value;
    for (size_t count = 1; count < MOST_LISTED; count++) {
        int next = next_listed(scan, first_draft, listed[count - 1]);
        if (next == NONE || !is_summand(&scan->drafts[next]) ||
            !xc_decimal_add(sum, scan->drafts[next].quantity->value.value, &sum)) {
            return;
        }
        listed[count] = (size_t)next;
        int whole = whole_of_sum(scan, &scan->drafts[first], sum);
        for (size_t i = 0; whole != NONE && i <= count; i++) {
            scan->drafts[listed[i]].part_of = whole;
        }
        if (whole != NONE) {
            return;
        }
    }
}

// "The dead included six nurses and two patients": what is joined to a part is one.
static void join_lists(sentence_scan *scan, size_t first_draft) {
    for (size_t i = first_draft; i < scan->draft_count; i++) {
        const claim_draft *part = &scan->drafts[i];
        int next =
            part->part_of == NONE || part->statement ? NONE : next_listed(scan, first_draft, i);
        if (next == NONE) {
            continue;
        }
        claim_draft *draft = &scan->drafts[next];
        bool joined = true;
        for (uint32_t at = part->last; at < draft->first; at++) {
            joined &= scan_mark_at(scan, at) != ',';
        }
        if (joined && draft->rule == part->rule && draft->class_index &&
            is_within(draft->quantity, scan->drafts[part->part_of].quantity)) {
            draft->part_of = part->part_of;
        }
    }
}

static void join_sums(sentence_scan *scan, size_t first_draft) {
    for (size_t i = first_draft; i < scan->draft_count; i++) {
        if (is_summand(&scan->drafts[i])) {
            join_sum(scan, first_draft, i);
        }
    }
}

// Whether two figures of one measure are hardly equal by chance.
static bool is_told_again(const claim_draft *before, const claim_draft *draft) {
    bool same = before->class_index == draft->class_index;
    return before->measure == draft->measure && is_equal(before->quantity, draft->quantity) &&
           (same || xc_decimal_compare(draft->quantity->value.value, xc_decimal_of(LARGE)) > 0);
}

// A part that is told again is a part again.
static void join_repeats(sentence_scan *scan, size_t first_draft) {
    for (size_t i = first_draft; i < scan->draft_count; i++) {
        claim_draft *draft = &scan->drafts[i];
        size_t end = first_draft > MOST_TOLD ? first_draft - MOST_TOLD : 0;
        for (size_t j = first_draft; draft->part_of == NONE && !draft->statement && j > end;
             j--) {
            const claim_draft *before = &scan->drafts[j - 1];
            if (is_told_again(before, draft)) {
                draft->part_of = before->part_of;
                break;
            }
        }
    }
}

// "The other two", "the three other victims": what is left of those told before.
static bool is_rest(const sentence_scan *scan, const xc_quantity *quantity) {
    int64_t before = (int64_t)quantity->first_token - 1;
    bool other = scan_grammar(scan, before) & G_ANOTHER;
    return (other || scan_grammar(scan, quantity->last_token) & G_ANOTHER) &&
           scan_roles(scan, before - other) & FRAME_THE;
}

// The last count before a draft that is larger and of its measure; NONE for none.
static int larger_before(const sentence_scan *scan, size_t first_draft,
                         const claim_draft *draft) {
    for (size_t i = first_draft; i > 0; i--) {
        const claim_draft *before = &scan->drafts[i - 1];
        if (before->sentence + FARTHEST_BACK < draft->sentence) {
            break;
        }
        bool fits = !before->statement && before->measure == draft->measure &&
                    before->part_of == NONE && is_within(draft->quantity, before->quantity) &&
                    !is_equal(draft->quantity, before->quantity);
        if (fits) {
            return (int)i - 1;
        }
    }
    return NONE;
}

static void join_rests(sentence_scan *scan, size_t first_draft) {
    for (size_t i = first_draft; i < scan->draft_count; i++) {
        claim_draft *draft = &scan->drafts[i];
        if (is_summand(draft) && is_rest(scan, draft->quantity)) {
            draft->part_of = larger_before(scan, first_draft, draft);
        }
    }
}

void scan_parts_across(sentence_scan *scan, size_t first_draft) {
    join_sums(scan, first_draft);
    join_led(scan, first_draft);
    join_lists(scan, first_draft);
    join_rests(scan, first_draft);
    join_repeats(scan, first_draft);
}
