// SPDX-License-Identifier: MIT
// A draft as a claim: the fields that its own words give. What its surroundings give is
// frame.c's.
#include "extract/tokens.h"

static xc_slice token_span(const sentence_scan *scan, uint32_t first, uint32_t last) {
    if (first >= last) {
        return (xc_slice){0};
    }
    return xc_slice_sub(scan->text->bytes, scan_token_at(scan, first)->start,
                        scan_token_at(scan, last - 1)->end);
}

// A number in a unit that claims compare in: shares in percent, decades and centuries in years.
// The words keep theirs, and explain shows them.
static void convert(const xc_quantity *quantity, xc_claim *claim) {
    int64_t factor = 1;
    if (quantity->kind == XC_FRACTION) {
        factor = 100;
        claim->unit = XC_SLICE("percent");
    } else if (xc_slice_is(claim->unit, "decade")) {
        factor = 10;
        claim->unit = XC_SLICE("year");
    } else if (xc_slice_is(claim->unit, "century")) {
        factor = 100;
        claim->unit = XC_SLICE("year");
    }
    xc_number *numbers[] = {&claim->value, &claim->low, &claim->high};
    for (size_t i = 0; factor != 1 && i < sizeof numbers / sizeof *numbers; i++) {
        numbers[i]->known =
            numbers[i]->known &&
            xc_decimal_multiply(numbers[i]->value, xc_decimal_of(factor), &numbers[i]->value);
    }
}

// Drafts stand in the order of their sentences.
static const claim_draft *first_of_sentence(const sentence_scan *scan,
                                            const claim_draft *draft) {
    while (draft > scan->drafts && draft[-1].sentence == draft->sentence) {
        draft--;
    }
    return draft;
}

// "Killed 12 people and injured 5 more": 5 other people, and no increment of the injured.
static xc_aggregation aggregation_of(const sentence_scan *scan, const claim_draft *draft) {
    if (draft->aggregation != XC_NEW) {
        return draft->aggregation;
    }
    const claim_draft *end = scan->drafts + scan->draft_count;
    for (const claim_draft *other = first_of_sentence(scan, draft);
         other < end && other->sentence == draft->sentence; other++) {
        bool before = other->last <= draft->first;
        bool counted =
            other->quantity && (other->quantity->value.known || other->quantity->low.known);
        if (before && counted && other->measure != draft->measure &&
            xc_slice_equal(scan->rules->measures[other->measure].topic,
                           scan->rules->measures[draft->measure].topic)) {
            return XC_UNTOLD;
        }
    }
    return XC_NEW;
}

static void fill_figure(const xc_quantity *quantity, xc_claim *claim) {
    claim->value = quantity->value;
    claim->low = quantity->low;
    claim->high = quantity->high;
    claim->qualifier = quantity->qualifier;
    claim->unit = quantity->unit.len ? quantity->unit : claim->unit;
    claim->start = quantity->start;
    claim->end = quantity->end;
    convert(quantity, claim);
    if (quantity->assumed) { // "$50" in a text that does not tell whose
        claim->confidence.value = (xc_decimal){5, -1};
    }
}

// The class of the first noun of a phrase that names one: "people living in the valley".
static xc_slice class_in(const sentence_scan *scan, uint32_t first, uint32_t last) {
    for (uint32_t token = first; token < last; token++) {
        xc_phrase_match match = scan_class_words(scan, token, last);
        if (match.tokens) {
            uint16_t found = scan->language->class_list[match.payloads[0]].class_index;
            return scan->rules->classes[found].name;
        }
    }
    return (xc_slice){0};
}

static void fill_statement(const sentence_scan *scan, const claim_draft *draft,
                           xc_claim *claim) {
    const told_statement *said = draft->statement;
    claim->qualifier = XC_NO_QUALIFIER;
    if (said->count) {
        fill_figure(said->count, claim);
    }
    claim->subject = class_in(scan, draft->head.first, draft->head.last);
    claim->predicate = draft->rule->predicate;
    claim->object = token_span(scan, said->object.first, said->object.last);
    claim->polarity = said->negative ? XC_SLICE("negative") : XC_SLICE("positive");
    claim->start = scan_token_at(scan, said->first)->start;
    claim->end = scan_token_at(scan, said->last - 1)->end;
}

// The sentence, shortened around the claim's words where it is long; NULL when memory is out.
static xc_slice evidence_of(const sentence_scan *scan, const xc_sentence *sentence,
                            const xc_claim *claim) {
    xc_slice whole = xc_slice_sub(scan->text->bytes, sentence->start, sentence->end);
    size_t start = claim->start > sentence->start ? claim->start - sentence->start : 0;
    size_t end = claim->end > sentence->start ? claim->end - sentence->start : 0;
    return xc_evidence_cut(whole, start, end, scan->arena);
}

static void fill_claim(const sentence_scan *scan, const xc_document *document, xc_within within,
                       const claim_draft *draft, xc_claim *claim) {
    const xc_measure *measure = &scan->rules->measures[draft->measure];
    const subject_class *class_of = &scan->rules->classes[draft->class_index];
    *claim = (xc_claim){
        .document = document->label,
        .source = document->source,
        .wire = document->wire,
        .url = document->url,
        .published = document->published,
        .topic = measure->topic,
        .measure = measure->name,
        .subject = class_of->name,
        .subject_text = token_span(scan, draft->head.first, draft->head.last),
        .modality = draft->modality,
        .aggregation = aggregation_of(scan, draft),
        .within = within,
        .rule = draft->rule->label,
        .confidence = {{draft->confidence, -2}, true},
        .document_key = document->key,
    };
    if (draft->confidence % 10 == 0) {
        claim->confidence.value = (xc_decimal){draft->confidence / 10, -1};
    }
    if (draft->statement) {
        fill_statement(scan, draft, claim);
        return;
    }
    claim->unit = class_of->unit.len ? class_of->unit : measure->unit;
    fill_figure(draft->quantity, claim);
}

bool claim_of_draft(const sentence_scan *scan, const xc_document *document, xc_within within,
                    const claim_draft *draft, xc_claim *claim) {
    fill_claim(scan, document, within, draft, claim);
    claim->evidence = evidence_of(scan, &scan->text->sentences[draft->sentence], claim);
    return claim->evidence.ptr != NULL;
}
