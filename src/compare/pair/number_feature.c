// SPDX-License-Identifier: MIT
// How two figures stand to each other. The longer a number, the less likely that two events
// share it; the further apart two are, the less likely they count one thing, even where "at
// least" allows both.
#include "compare/pair/pair_features.h"

#include "compare/order.h"

#include <math.h>

const char *const number_bins[] = {"uncounted",
                                   "one",
                                   "equal to 4",
                                   "equal to 9",
                                   "equal to 99",
                                   "equal round",
                                   "equal 2 digits",
                                   "equal long",
                                   "vague alike",
                                   "rounded",
                                   "allowed 1.2",
                                   "allowed 2",
                                   "allowed 10",
                                   "allowed more",
                                   "vague allowed",
                                   "rose 1.2",
                                   "rose 2",
                                   "rose 5",
                                   "rose more",
                                   "fell 1.2",
                                   "fell 2",
                                   "fell more",
                                   "undated 1.2",
                                   "undated 2",
                                   "undated 5",
                                   "undated more",
                                   "other currency 1.1",
                                   "other currency 1.35",
                                   "other currency 2",
                                   "other currency more",
                                   NULL};

enum {
    UNCOUNTED,
    ONE,
    TO_4,
    TO_9,
    TO_99,
    ROUND,
    TWO_DIGITS,
    LONG,
    VAGUE_ALIKE,
    ROUNDED,
    ALLOWED,
    VAGUE_ALLOWED = ALLOWED + 4,
    ROSE,
    FELL = ROSE + 4,
    UNDATED = FELL + 3,
    OTHER_CURRENCY = UNDATED + 4
};

static int digits_that_count(double value) {
    int digits = 0;
    for (double rest = fabs(value); rest >= 1 && digits < 4; digits++) {
        if (fmod(rest, 10) != 0) {
            break;
        }
        rest /= 10;
    }
    return (int)floor(log10(fmax(fabs(value), 1))) + 1 - digits;
}

static uint8_t equal_bin(const figure *a, const figure *b) {
    if (isnan(a->value) || isnan(b->value)) {
        return VAGUE_ALIKE;
    }
    if (a->value != b->value) {
        return ROUNDED;
    }
    double size = fabs(a->value / a->scale);
    if (size < 100) {
        return size <= 1 ? ONE : size <= 4 ? TO_4 : size <= 9 ? TO_9 : TO_99;
    }
    int digits = digits_that_count(size);
    return digits < 2 ? ROUND : digits == 2 ? TWO_DIGITS : LONG;
}

static unsigned step_of(double ratio, const double *steps, unsigned count) {
    unsigned i = 0;
    while (i < count && ratio > steps[i]) {
        i++;
    }
    return i;
}

// One sum in two currencies is rounded in one of them, or in both.
static uint8_t currency_bin(const claim_profile *a, const claim_profile *b) {
    static const double steps[] = {1.1, 1.35, 2};
    double one = fabs(figure_point(&a->figure)) * a->dollars;
    double other = fabs(figure_point(&b->figure)) * b->dollars;
    double ratio = one < other ? other / fmax(one, 1) : one / fmax(other, 1);
    return (uint8_t)(OTHER_CURRENCY + step_of(ratio, steps, 3));
}

uint8_t number_bin(const claim_profile *a, const claim_profile *b) {
    static const double allowed[] = {1.2, 2, 10};
    static const double apart[] = {1.2, 2, 5};
    const figure *one = &a->figure;
    const figure *other = &b->figure;
    if (!one->counted || !other->counted) {
        return UNCOUNTED;
    }
    if (!figures_comparable(one, other)) {
        return currency_bin(a, b);
    }
    figure_relation relation = figures_compare(one, other);
    if (relation == FIGURES_EQUAL) {
        return equal_bin(one, other);
    }
    double ratio = figures_ratio(one, other);
    if (relation == FIGURES_ALLOW) {
        bool vague = isnan(one->value) || isnan(other->value);
        return vague && ratio <= 10 ? VAGUE_ALLOWED
                                    : (uint8_t)(ALLOWED + step_of(ratio, allowed, 3));
    }
    int order = times_order(a, b);
    if (order == 0) {
        return (uint8_t)(UNDATED + step_of(ratio, apart, 3));
    }
    bool rose = (figure_point(other) > figure_point(one)) == (order < 0);
    return (uint8_t)((rose ? ROSE : FELL) + step_of(ratio, apart, rose ? 3 : 2));
}

const char *const precise_bins[] = {"no contradiction", "neither", "one", "both", NULL};

// "23" is no "about 20".
static bool is_precise(const claim_profile *p) {
    double size = fabs(p->figure.value / p->figure.scale);
    return p->claim->qualifier == XC_EXACT && (size < 10 || fmod(size, 10) != 0);
}

uint8_t precise_bin(const claim_profile *a, const claim_profile *b) {
    if (!a->figure.counted || !b->figure.counted ||
        !figures_comparable(&a->figure, &b->figure) ||
        figures_compare(&a->figure, &b->figure) != FIGURES_CONTRADICT) {
        return 0;
    }
    return (uint8_t)(1 + is_precise(a) + is_precise(b));
}

const char *const kind_bins[] = {
    "killed", "killed equal", "injured",      "injured equal",      "people", "people equal",
    "things", "things equal", "duration",     "duration equal",     "money",  "money equal",
    "share",  "share equal",  "other steady", "other steady equal", "stock",  "stock equal",
    NULL};

uint8_t kind_bin(const claim_profile *a, const claim_profile *b) {
    const xc_claim *claim = a->claim;
    unsigned kind = xc_slice_is(claim->measure, "killed")    ? 0
                    : xc_slice_is(claim->measure, "injured") ? 1
                    : a->course == COURSE_LASTS              ? 4
                    : xc_slice_is(claim->measure, "money")   ? 5
                    : xc_slice_is(claim->measure, "share")   ? 6
                    : a->course == COURSE_STEADY             ? 7
                    : a->course == COURSE_FALLS              ? 8
                    : a->class_kind == CLASS_THINGS          ? 3
                                                             : 2;
    bool equal = a->figure.counted && b->figure.counted &&
                 figures_comparable(&a->figure, &b->figure) &&
                 figures_compare(&a->figure, &b->figure) == FIGURES_EQUAL;
    return (uint8_t)(2 * kind + equal);
}

const char *const elsewhere_bins[] = {"nothing to ask", "nowhere",        "one",
                                      "both",           "other currency", NULL};

// Whether a document tells a figure in a claim other than the one that is compared with it.
static bool tells_elsewhere(const claim_profile *claim, const claim_profile *beside) {
    const document_profile *document = beside->document;
    for (size_t i = 0; i < document->claim_count; i++) {
        const claim_profile *p = &document->claims[i];
        if (p != beside && p != claim && p->measure == claim->measure && p->figure.counted &&
            figures_comparable(&p->figure, &claim->figure) &&
            figures_compare(&p->figure, &claim->figure) == FIGURES_EQUAL) {
            return true;
        }
    }
    return false;
}

uint8_t elsewhere_bin(const claim_profile *a, const claim_profile *b) {
    if (!a->figure.counted || !b->figure.counted || a->document == b->document) {
        return 0;
    }
    if (figures_comparable(&a->figure, &b->figure) &&
        figures_compare(&a->figure, &b->figure) == FIGURES_EQUAL) {
        return 0;
    }
    if (!figures_comparable(&a->figure, &b->figure)) {
        return 4;
    }
    return (uint8_t)(1 + tells_elsewhere(a, b) + tells_elsewhere(b, a));
}
