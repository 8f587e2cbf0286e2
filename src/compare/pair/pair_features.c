// SPDX-License-Identifier: MIT
// The features of a pair, put together.
#include "compare/pair/pair_features.h"

#include "compare/subject.h"

#include <math.h>

static const char *const prior_bins[] = {"a pair", NULL};
static const char *const words_bins[] = {"few words", "none",    "to 5 %",  "to 10 %",
                                         "to 16 %",   "to 24 %", "to 34 %", "to 48 %",
                                         "to 65 %",   "to 85 %", "a copy",  NULL};
static const char *const names_bins[] = {
    "untold", "one untold", "none shared", "few shared", "some shared", "most shared", NULL};
static const char *const story_bins[] = {"none",  "to -40", "to -25", "to -15", "to -5", "to 5",
                                         "to 15", "to 25",  "to 40",  "to 60",  "above", NULL};
static const char *const part_bins[] = {
    "wholes", "a part and a whole", "parts", "a part and a whole: equal", "part of the other",
    NULL};
static const char *const class_bins[] = {
    "same",  "all people", "untold", "one untold", "one in the other",
    "other", "named part", NULL};
static const char *const subject_bins[] = {"untold", "same", "shared", "other", NULL};
static const char *const speaker_bins[] = {"own",       "one quoted", "same body",
                                           "same kind", "other",      NULL};
static const char *const aggregation_bins[] = {
    "untold", "same", "new and not", "both new", "stock and not", "one untold", NULL};
static const char *const position_bins[] = {"both opening",  "opening and later",
                                            "both later",    "headline and text",
                                            "both headline", NULL};
static const char *const recalled_bins[] = {"neither", "one", "both", NULL};
static const char *const distance_bins[] = {"two documents",      "one sentence: other figure",
                                            "next: other figure", "near: other figure",
                                            "far: other figure",  "one sentence: same figure",
                                            "next: same figure",  "near: same figure",
                                            "far: same figure",   NULL};
static const char *const scope_bins[] = {
    "no other figure", "unlike", "little", "some", "much", "most", "all", NULL};
static const char *const rival_bins[] = {"none",  "far behind", "behind", "even",
                                         "ahead", "far ahead",  NULL};

static const struct {
    const char *name;
    const char *const *bins;
} features[PAIR_FEATURES] = {
    [FEATURE_PRIOR] = {"prior", prior_bins},
    [FEATURE_NUMBER] = {"number", number_bins},
    [FEATURE_PRECISE] = {"precise", precise_bins},
    [FEATURE_KIND] = {"kind", kind_bins},
    [FEATURE_WORDS] = {"words", words_bins},
    [FEATURE_NAMES] = {"names", names_bins},
    [FEATURE_PLACE] = {"place", place_bins},
    [FEATURE_TIME] = {"time", time_bins},
    [FEATURE_PUBLISHED] = {"published", published_bins},
    [FEATURE_STORY] = {"story", story_bins},
    [FEATURE_PART] = {"part", part_bins},
    [FEATURE_CLASS] = {"class", class_bins},
    [FEATURE_SUBJECT] = {"subject", subject_bins},
    [FEATURE_EVENT] = {"event", event_bins},
    [FEATURE_SPEAKER] = {"speaker", speaker_bins},
    [FEATURE_AGGREGATION] = {"aggregation", aggregation_bins},
    [FEATURE_POSITION] = {"position", position_bins},
    [FEATURE_RECALLED] = {"recalled", recalled_bins},
    [FEATURE_DISTANCE] = {"distance", distance_bins},
    [FEATURE_ELSEWHERE] = {"elsewhere", elsewhere_bins},
    [FEATURE_GROWTH] = {"growth", growth_bins},
    [FEATURE_SCOPE] = {"scope", scope_bins},
    [FEATURE_RIVAL] = {"rival", rival_bins},
};

const char *pair_feature_name(pair_feature feature) {
    return features[feature].name;
}

const char *pair_bin_name(pair_feature feature, unsigned bin) {
    const char *const *bins = features[feature].bins;
    for (unsigned i = 0; i < bin; i++) {
        if (!bins[i]) {
            return NULL;
        }
    }
    return bins[bin];
}

// Shared rare words of two sentences, by the geometric mean of their weights.
double words_in_common(const claim_profile *a, const claim_profile *b) {
    enum { FEW = 40 };
    unsigned least =
        a->sentence.weight < b->sentence.weight ? a->sentence.weight : b->sentence.weight;
    return least < FEW ? -1
                       : words_common(&a->sentence, &b->sentence).weight /
                             sqrt((double)a->sentence.weight * b->sentence.weight);
}

static uint8_t words_bin(const claim_profile *a, const claim_profile *b) {
    static const double steps[] = {0, 0.05, 0.1, 0.16, 0.24, 0.34, 0.48, 0.65, 0.85};
    double share = words_in_common(a, b);
    unsigned i = 0;
    if (share < 0) {
        return 0;
    }
    while (i < sizeof steps / sizeof *steps && share > steps[i]) {
        i++;
    }
    return (uint8_t)(1 + i);
}

static uint8_t names_bin(const claim_profile *a, const claim_profile *b, word_share shared) {
    unsigned least =
        a->sentence.names < b->sentence.names ? a->sentence.names : b->sentence.names;
    if (least == 0) {
        return a->sentence.names || b->sentence.names;
    }
    double share = (double)shared.names / least;
    return share <= 0 ? 2 : share <= 0.34 ? 3 : share <= 0.7 ? 4 : 5;
}

static bool is_part(const claim_profile *p) {
    return p->claim->part_of.len > 0;
}

static uint8_t part_bin(const claim_profile *a, const claim_profile *b) {
    if (xc_slice_equal(a->claim->part_of, b->claim->id) ||
        xc_slice_equal(b->claim->part_of, a->claim->id)) {
        return 4;
    }
    if (is_part(a) == is_part(b)) {
        return is_part(a) ? 2 : 0;
    }
    bool equal = figures_comparable(&a->figure, &b->figure) &&
                 figures_compare(&a->figure, &b->figure) == FIGURES_EQUAL;
    return equal ? 3 : 1;
}

static bool is_named(xc_slice words) {
    return words.len && words.ptr[0] >= 'A' && words.ptr[0] <= 'Z';
}

static uint8_t class_bin(const claim_profile *a, const claim_profile *b) {
    xc_slice one = a->claim->subject;
    xc_slice other = b->claim->subject;
    if (one.len == 0 || other.len == 0) {
        return one.len || other.len ? 3 : 2;
    }
    // "84 Egyptians" are some of "at least 150 people".
    if (is_named(a->claim->subject_text) != is_named(b->claim->subject_text)) {
        return 6;
    }
    if (a->subject == b->subject) {
        return 0;
    }
    if (a->class_kind == CLASS_ALL && b->class_kind == CLASS_ALL) {
        return 1;
    }
    return subject_is_part(a, b) || subject_is_part(b, a) ? 4 : 5;
}

static uint8_t subject_bin(const claim_profile *a, const claim_profile *b) {
    const party *one = &a->who;
    const party *other = &b->who;
    if (!one->count || !other->count) {
        return 0;
    }
    if (one->words[one->head].stem == other->words[other->head].stem) {
        return 1;
    }
    for (size_t i = 0; i < one->count; i++) {
        for (size_t j = 0; j < other->count; j++) {
            if (one->words[i].stem == other->words[j].stem) {
                return 2;
            }
        }
    }
    return 3;
}

static uint8_t speaker_bin(const claim_profile *a, const claim_profile *b) {
    if (!a->speaker || !b->speaker) {
        return a->speaker || b->speaker;
    }
    if (a->speaker == b->speaker) {
        return 2;
    }
    return a->claim->attribution_kind == b->claim->attribution_kind ? 3 : 4;
}

static uint8_t aggregation_bin(const claim_profile *a, const claim_profile *b) {
    xc_aggregation one = a->claim->aggregation;
    xc_aggregation other = b->claim->aggregation;
    if (one == other) {
        return one == XC_UNTOLD ? 0 : one == XC_NEW ? 3 : 1;
    }
    if (one == XC_NEW || other == XC_NEW) {
        return 2;
    }
    return one == XC_UNTOLD || other == XC_UNTOLD ? 5 : 4;
}

static uint8_t position_bin(const claim_profile *a, const claim_profile *b) {
    if (a->position == POSITION_HEADLINE || b->position == POSITION_HEADLINE) {
        return a->position == b->position ? 4 : 3;
    }
    return (uint8_t)((a->position == POSITION_LATER) + (b->position == POSITION_LATER));
}

static uint8_t distance_bin(const claim_profile *a, const claim_profile *b) {
    enum { NEXT = 250, NEAR = 900, SAME_FIGURE = 4 };
    if (a->document != b->document) {
        return 0;
    }
    size_t one = a->claim->start;
    size_t other = b->claim->start;
    size_t gap = one > other ? one - other : other - one;
    bool sentence = xc_slice_equal(a->claim->evidence, b->claim->evidence);
    int steps = sentence ? 1 : gap <= NEXT ? 2 : gap <= NEAR ? 3 : 4;
    bool same = figures_comparable(&a->figure, &b->figure) &&
                figures_compare(&a->figure, &b->figure) == FIGURES_EQUAL;
    return (uint8_t)(steps + (same ? SAME_FIGURE : 0));
}

// Two tolls of one happening differ and are one thing all the same; two small figures of one
// page's many are not.
static uint8_t scope_bin(const claim_profile *a, const claim_profile *b, const uint8_t *bins) {
    bool counted =
        a->figure.counted && b->figure.counted && figures_comparable(&a->figure, &b->figure);
    if (!counted || figures_compare(&a->figure, &b->figure) == FIGURES_EQUAL) {
        return 0;
    }
    int same = 0;
    same += a->place && a->place == b->place;
    same += bins[FEATURE_CLASS] <= 1 && bins[FEATURE_SUBJECT] <= 2;
    same += bins[FEATURE_PART] == 0;
    same +=
        a->event && (a->event == b->event || xc_slice_equal(a->family_name, b->family_name));
    same += a->position != POSITION_LATER && b->position != POSITION_LATER;
    return (uint8_t)(1 + same);
}

void pair_features_find(const claim_profile *a, const claim_profile *b, uint8_t story,
                        pair_features *out) {
    word_share shared = words_common(&a->sentence, &b->sentence);
    *out = (pair_features){0};
    uint8_t *bins = out->bins;
    bins[FEATURE_NUMBER] = number_bin(a, b);
    bins[FEATURE_PRECISE] = precise_bin(a, b);
    bins[FEATURE_KIND] = kind_bin(a, b);
    bins[FEATURE_WORDS] = words_bin(a, b);
    bins[FEATURE_NAMES] = names_bin(a, b, shared);
    bins[FEATURE_PLACE] = place_bin(a, b);
    bins[FEATURE_TIME] = time_bin(a, b);
    bins[FEATURE_PUBLISHED] = published_bin(a, b);
    bins[FEATURE_STORY] = story;
    bins[FEATURE_PART] = part_bin(a, b);
    bins[FEATURE_CLASS] = class_bin(a, b);
    bins[FEATURE_SUBJECT] = subject_bin(a, b);
    bins[FEATURE_EVENT] = event_bin(a, b);
    bins[FEATURE_SPEAKER] = speaker_bin(a, b);
    bins[FEATURE_AGGREGATION] = aggregation_bin(a, b);
    bins[FEATURE_POSITION] = position_bin(a, b);
    bins[FEATURE_RECALLED] = (uint8_t)(a->recalled + b->recalled);
    bins[FEATURE_DISTANCE] = distance_bin(a, b);
    bins[FEATURE_ELSEWHERE] = elsewhere_bin(a, b);
    bins[FEATURE_GROWTH] = growth_bin(a, b);
    bins[FEATURE_SCOPE] = scope_bin(a, b, bins);
}
