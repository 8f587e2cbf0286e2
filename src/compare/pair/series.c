// SPDX-License-Identifier: MIT
// The refugees of one country over weeks are one count that goes on; a day's arrivals, those of one
// nation and a part of them are other counts.
#include "compare/pair/series.h"

#include "compare/amounts.h"
#include "compare/order.h"
#include "compare/pair/pair_features.h"

#include <math.h>
#include <stdlib.h>

static bool is_displaced(const claim_profile *p) {
    return xc_slice_is(p->claim->topic, "displacement");
}

// A figure of one day or of a few is no total since the beginning.
static bool is_of_days(const claim_profile *p) {
    enum { FEW_DAYS = 3 };
    return p->claim->from.len && p->claim->to.len &&
           p->moment.last - p->moment.first <= FEW_DAYS;
}

static bool is_named(xc_slice words) {
    return words.len && words.ptr[0] >= 'A' && words.ptr[0] <= 'Z';
}

// "Its nationals", "Turkish citizens": those of one country among all who left.
static bool is_of_country(const claim_profile *p) {
    size_t at = 0;
    xc_slice word;
    while (words_next(p->claim->subject_text, &at, &word)) {
        if (vocabulary_has(p->vocabulary, "of_country", word)) {
            return true;
        }
    }
    return is_named(p->claim->subject_text);
}

static bool is_whole(const claim_profile *p) {
    return !isnan(p->figure.value) && p->class_kind == CLASS_ALL &&
           p->claim->part_of.len == 0 && !p->of_some && !p->recalled &&
           p->claim->aggregation != XC_NEW && p->claim->modality == XC_ASSERTED &&
           !is_of_country(p) && !is_of_days(p);
}

static bool is_total(const claim_profile *p) {
    enum { MANY = 1000 };
    return p->claim->aggregation == XC_CUMULATIVE ||
           (is_displaced(p) && figure_point(&p->figure) >= MANY);
}

// Whether the other one's sentence names the place that this one is told of, and both pages are
// most of all about it: "fled Lorvik for Tarn" is told of Tarn, and of Lorvik's refugees.
static bool is_named_beside(const claim_profile *p, const claim_profile *other) {
    bool about = p->place && p->document->place == p->place &&
                 other->document->place == p->place && other->place != p->place;
    return about && words_hold_place(&other->sentence, p);
}

static bool are_about(const claim_profile *a, const claim_profile *b) {
    return a->document->place == a->place && b->document->place == b->place;
}

// The displaced of a place and those of its region are two counts, so both have to name it, or
// their pages to be about it.
static bool one_place(const claim_profile *a, const claim_profile *b) {
    bool same = a->place && a->place == b->place;
    bool told = (a->place_said && b->place_said) || are_about(a, b);
    return is_displaced(a) ? (same && told) || is_named_beside(a, b) || is_named_beside(b, a)
                           : same || (a->place && b->place && place_names_meet(a, b));
}

bool counts_on(const claim_profile *a, const claim_profile *b) {
    enum { WEEK = 7, WEEKS = 45, MONTHS = 184, MOST_IN_A_WEEK = 2, MOST_TIMES = 5 };
    const double steady = 0.9; // a later estimate may be a little less
    if (a->document == b->document || a->statement || !is_whole(a) || !is_whole(b) ||
        amounts_exchanged(a, b) || !one_place(a, b)) {
        return false;
    }
    bool both = is_displaced(a) ? is_total(a) && is_total(b) : is_total(a) || is_total(b);
    days one = a->document->published;
    days other = b->document->published;
    int gap = one.known && other.known ? abs(one.first - other.first) : -1;
    int order = times_order(a, b);
    const claim_profile *first = order > 0 ? b : a;
    const claim_profile *second = order > 0 ? a : b;
    return both && order != 0 && gap >= 0 && gap <= (is_displaced(a) ? MONTHS : WEEKS) &&
           figure_point(&second->figure) >= steady * figure_point(&first->figure) &&
           amounts_ratio(a, b) <=
               (gap <= WEEK && is_displaced(a) ? MOST_IN_A_WEEK : MOST_TIMES);
}

bool counts_on_surely(const claim_profile *a, const claim_profile *b) {
    bool said = a->place_said && b->place_said;
    bool about = is_displaced(a) && are_about(a, b);
    return a->place == b->place && (said || about) && is_total(a) && is_total(b) &&
           counts_on(a, b);
}
