// SPDX-License-Identifier: MIT
// Where two claims are, and what they are told of. A place that does not stand in the claim's own
// sentence may be the page's dateline.
#include "compare/pair/pair_features.h"

const char *const place_bins[] = {"untold",
                                  "same: both sentences",
                                  "same: one sentence",
                                  "same: no sentence",
                                  "one within the other's name",
                                  "other: each named beside the other",
                                  "other: one named beside",
                                  "other: each in the other's page",
                                  "other: one in the other's page",
                                  "other: both sentences",
                                  "other: one sentence",
                                  "other: no sentence",
                                  "one untold: named beside",
                                  "one untold: in its page",
                                  "one untold: not in its page",
                                  NULL};

// Whether all words of the claim's place stand among the words.
static bool has_place(const word_set *words, const claim_profile *p) {
    for (unsigned i = 0; i < p->place_stem_count; i++) {
        if (!word_set_has(words, p->place_stems[i])) {
            return false;
        }
    }
    return p->place_stem_count > 0;
}

static uint8_t other_place(const claim_profile *a, const claim_profile *b) {
    int beside = has_place(&a->sentence, b) + has_place(&b->sentence, a);
    if (beside) {
        return beside == 2 ? 5 : 6;
    }
    int paged = has_place(&a->document->words, b) + has_place(&b->document->words, a);
    int said = a->place_said + b->place_said;
    if (paged && said < 2) {
        return paged == 2 ? 7 : 8;
    }
    return said == 2 ? 9 : said ? 10 : 11;
}

uint8_t place_bin(const claim_profile *a, const claim_profile *b) {
    if (!a->place && !b->place) {
        return 0;
    }
    if (!a->place || !b->place) {
        const claim_profile *told = a->place ? a : b;
        const claim_profile *untold = a->place ? b : a;
        return has_place(&untold->sentence, told)          ? 12
               : has_place(&untold->document->words, told) ? 13
                                                           : 14;
    }
    if (a->place == b->place) {
        return (uint8_t)(3 - a->place_said - b->place_said);
    }
    if (name_within(a->claim->place, b->claim->place) ||
        name_within(b->claim->place, a->claim->place)) {
        return 4;
    }
    return other_place(a, b);
}

const char *const event_bins[] = {"untold",       "one untold",         "same word",
                                  "same family",  "of the other",       "no family",
                                  "other family", "other family: said", NULL};

uint8_t event_bin(const claim_profile *a, const claim_profile *b) {
    if (!a->event || !b->event) {
        return a->event || b->event;
    }
    if (a->event == b->event) {
        return 2;
    }
    if (!a->family_name.len || !b->family_name.len) {
        return 5;
    }
    if (xc_slice_equal(a->family_name, b->family_name)) {
        return 3;
    }
    if (vocabulary_joins(a->vocabulary, "leads_to", a->family_name, b->family_name)) {
        return 4;
    }
    return a->event_said && b->event_said ? 7 : 6;
}

bool places_apart(const claim_profile *a, const claim_profile *b) {
    enum { BOTH_SENTENCES = 9 };
    return place_bin(a, b) == BOTH_SENTENCES && !has_place(&a->document->words, b) &&
           !has_place(&b->document->words, a);
}

bool events_exclude(const claim_profile *a, const claim_profile *b) {
    enum { OTHER_FAMILY_SAID = 7 };
    return event_bin(a, b) == OTHER_FAMILY_SAID;
}
