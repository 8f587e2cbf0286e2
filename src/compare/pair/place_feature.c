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

bool words_hold_place(const word_set *words, const claim_profile *p) {
    for (unsigned i = 0; i < p->place_stem_count; i++) {
        if (!word_set_has(words, p->place_stems[i])) {
            return false;
        }
    }
    return p->place_stem_count > 0;
}

bool place_within(const claim_profile *a, const claim_profile *b) {
    if (a->place_word_count > MOST_PLACE_WORDS || b->place_word_count > MOST_PLACE_WORDS) {
        return name_within(a->claim->place, b->claim->place);
    }
    for (unsigned i = 0; i < a->place_word_count; i++) {
        unsigned j = 0;
        while (j < b->place_word_count && b->place_words[j] != a->place_words[i]) {
            j++;
        }
        if (j == b->place_word_count) {
            return false;
        }
    }
    return a->place_word_count > 0;
}

static uint8_t other_place(const claim_profile *a, const claim_profile *b) {
    int beside = words_hold_place(&a->sentence, b) + words_hold_place(&b->sentence, a);
    if (beside) {
        return beside == 2 ? 5 : 6;
    }
    int paged =
        words_hold_place(&a->document->words, b) + words_hold_place(&b->document->words, a);
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
        return words_hold_place(&untold->sentence, told)          ? 12
               : words_hold_place(&untold->document->words, told) ? 13
                                                                  : 14;
    }
    if (a->place == b->place) {
        return (uint8_t)(3 - a->place_said - b->place_said);
    }
    if (place_within(a, b) || place_within(b, a)) {
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
    if (!a->family || !b->family) {
        return 5;
    }
    if (a->family == b->family) {
        return 3;
    }
    if (vocabulary_leads(a->vocabulary, a->family, b->family)) {
        return 4;
    }
    return a->event_said && b->event_said ? 7 : 6;
}

bool places_apart(const claim_profile *a, const claim_profile *b) {
    return place_bin(a, b) == PLACES_BOTH_SAID && !words_hold_place(&a->document->words, b) &&
           !words_hold_place(&b->document->words, a);
}

// One name within the other, or each known to the other one's page.
bool place_names_meet(const claim_profile *a, const claim_profile *b) {
    return name_within(a->claim->place, b->claim->place) ||
           name_within(b->claim->place, a->claim->place) ||
           (words_hold_place(&a->document->words, b) &&
            words_hold_place(&b->document->words, a));
}

bool events_exclude(const claim_profile *a, const claim_profile *b) {
    enum { OTHER_FAMILY_SAID = 7 };
    return event_bin(a, b) == OTHER_FAMILY_SAID;
}
