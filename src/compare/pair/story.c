// SPDX-License-Identifier: MIT
// Two documents by what they open with, when they came out, and where and what they count.
#include "compare/pair/story.h"

#include <math.h>
#include <stdlib.h>

static const char *const prior_bins[] = {"a pair", NULL};
static const char *const share_bins[] = {"untold",  "none",    "to 4 %",  "to 8 %",
                                         "to 12 %", "to 17 %", "to 23 %", "to 30 %",
                                         "to 40 %", "to 55 %", "above",   NULL};
static const char *const gap_bins[] = {"untold",  "one day", "a day",  "three days", "a week",
                                       "a month", "a year",  "longer", NULL};
static const char *const places_bins[] = {"untold", "none", "some", "main", NULL};
static const char *const numbers_bins[] = {"untold", "none", "small", "one", "several", NULL};
static const char *const length_bins[] = {"both long", "one short", "both short", NULL};

static const struct {
    const char *name;
    const char *const *bins;
} features[STORY_FEATURES] = {
    [STORY_PRIOR] = {"prior", prior_bins},       [STORY_WORDS] = {"words", share_bins},
    [STORY_NAMES] = {"names", share_bins},       [STORY_TITLES] = {"titles", share_bins},
    [STORY_PUBLISHED] = {"published", gap_bins}, [STORY_PLACES] = {"places", places_bins},
    [STORY_NUMBERS] = {"numbers", numbers_bins}, [STORY_DIGITS] = {"digits", share_bins},
    [STORY_LENGTH] = {"length", length_bins},
};

const char *story_feature_name(int feature) {
    return features[feature].name;
}

const char *story_bin_name(int feature, unsigned bin) {
    const char *const *bins = features[feature].bins;
    for (unsigned i = 0; i < bin; i++) {
        if (!bins[i]) {
            return NULL;
        }
    }
    return bins[bin];
}

uint8_t story_bin(int points) {
    static const int steps[] = {-40, -25, -15, -5, 5, 15, 25, 40, 60};
    unsigned i = 0;
    while (i < sizeof steps / sizeof *steps && points > steps[i]) {
        i++;
    }
    return (uint8_t)(1 + i);
}

static uint8_t share_bin(unsigned shared, unsigned one, unsigned other) {
    static const double steps[] = {0, 0.04, 0.08, 0.12, 0.17, 0.23, 0.3, 0.4, 0.55};
    if (!one || !other) {
        return 0;
    }
    double share = shared / sqrt((double)one * other);
    unsigned i = 0;
    while (i < sizeof steps / sizeof *steps && share > steps[i]) {
        i++;
    }
    return (uint8_t)(1 + i);
}

static uint8_t gap_bin(days one, days other) {
    static const int steps[] = {0, 1, 3, 7, 31, 366};
    if (!one.known || !other.known) {
        return 0;
    }
    int gap = one.first > other.first ? one.first - other.first : other.first - one.first;
    unsigned i = 0;
    while (i < sizeof steps / sizeof *steps && gap > steps[i]) {
        i++;
    }
    return (uint8_t)(1 + i);
}

static uint8_t places_bin(const document_profile *a, const document_profile *b) {
    bool told = false;
    bool shared = false;
    for (size_t i = 0; i < a->claim_count; i++) {
        uint64_t place = a->claims[i].place;
        for (size_t j = 0; place && j < b->claim_count; j++) {
            told = told || b->claims[j].place;
            shared = shared || b->claims[j].place == place;
        }
    }
    bool main = a->place && a->place == b->place;
    return main ? 3 : shared ? 2 : told;
}

static bool is_long(const figure *f) {
    enum { LEAST = 10 };
    return f->value >= LEAST * f->scale;
}

static uint8_t numbers_bin(const document_profile *a, const document_profile *b) {
    unsigned small = 0;
    unsigned shared = 0;
    bool told = false;
    for (size_t i = 0; i < a->claim_count; i++) {
        const claim_profile *one = &a->claims[i];
        bool met = false;
        for (size_t j = 0; one->figure.counted && j < b->claim_count; j++) {
            const claim_profile *other = &b->claims[j];
            told = told || other->figure.counted;
            met = met ||
                  (one->measure == other->measure && one->figure.value == other->figure.value);
        }
        shared += met && is_long(&one->figure);
        small += met && !is_long(&one->figure);
    }
    return shared > 1 ? 4 : shared ? 3 : small ? 2 : told;
}

void story_features_find(const document_profile *a, const document_profile *b,
                         story_features *out) {
    enum { SHORT = 400 };
    word_share words = words_common(&a->words, &b->words);
    word_share titles = words_common(&a->title_words, &b->title_words);
    *out = (story_features){0};
    out->bins[STORY_WORDS] = share_bin(words.weight, a->words.weight, b->words.weight);
    out->bins[STORY_NAMES] = share_bin(words.names, a->words.names, b->words.names);
    out->bins[STORY_TITLES] =
        share_bin(titles.weight, a->title_words.weight, b->title_words.weight);
    out->bins[STORY_PUBLISHED] = gap_bin(a->published, b->published);
    out->bins[STORY_PLACES] = places_bin(a, b);
    out->bins[STORY_NUMBERS] = numbers_bin(a, b);
    out->bins[STORY_DIGITS] = share_bin(words.numbers, a->words.numbers, b->words.numbers);
    out->bins[STORY_LENGTH] = (uint8_t)((a->lead.len < SHORT) + (b->lead.len < SHORT));
}
