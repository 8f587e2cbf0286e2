// SPDX-License-Identifier: MIT
// Each rule is of arithmetic, of the calendar or of what a text states, and none of them weighs
// anything against the learnt points: docs/verdicts.md has them with an example each.
#include "compare/pair/opposed.h"

#include "compare/amounts.h"
#include "compare/figure_words.h"
#include "compare/measured.h"
#include "compare/order.h"
#include "compare/pair/other_scope.h"
#include "compare/pair/pair_features.h"

#include <math.h>

// "A quake there in 2003 killed 26,000" says nothing of the ten of today, and two of long ago are
// of one happening only where their days meet.
static bool of_other_times(const claim_profile *a, const claim_profile *b) {
    bool both = a->moment.known && b->moment.known;
    bool meet = both && a->moment.first <= b->moment.last && b->moment.first <= a->moment.last;
    bool months = (a->months && b->news_months && !(a->months & b->news_months)) ||
                  (b->months && a->news_months && !(b->months & a->news_months));
    return a->recalled != b->recalled || (both && !meet) || months;
}

// The one tells its day, and the other one's page came out long before or after it.
static bool day_and_page_apart(const claim_profile *a, const claim_profile *b) {
    enum { ONE_TOLD_LONG_OFF = 9 };
    return !a->lasting && !b->lasting && time_bin(a, b) == ONE_TOLD_LONG_OFF;
}

// What is counted on is counted for weeks; a wounded man of last year is no update.
static bool pages_apart(const claim_profile *a, const claim_profile *b) {
    enum { MOST_DAYS = 92 };
    days one = a->document->published;
    days other = b->document->published;
    bool steady = a->course == COURSE_STEADY || a->lasting || b->lasting;
    bool displaced = xc_slice_is(a->claim->topic, "displacement");
    bool one_day = a->moment.known && b->moment.known; // told by the sentences themselves
    return one.known && other.known && !steady && !displaced && !one_day &&
           (one.first > other.last + MOST_DAYS || other.first > one.last + MOST_DAYS);
}

// Two tolls of one happening are seldom five times apart, unless days lie between them.
static bool too_far_apart(const claim_profile *a, const claim_profile *b) {
    enum { MOST_TIMES = 5, FEW = 3, TEN = 10 };
    double one = fabs(figure_point(&a->figure) / a->figure.scale);
    double other = fabs(figure_point(&b->figure) / b->figure.scale);
    bool rose = times_order(a, b) != 0 && (figure_point(&a->figure) <
                                           figure_point(&b->figure)) == (times_order(a, b) < 0);
    bool small = one <= FEW || other <= FEW; // "one dead" of the first minutes
    bool slip =
        fabs(amounts_ratio(a, b) - TEN) < 1e-9; // a digit too many, which is to be shown
    bool waits = (rose && !amounts_exchanged(a, b)) || small || slip;
    return !waits && amounts_ratio(a, b) > MOST_TIMES;
}

// Each page tells the other one's figure as well, and neither as what came of the other.
static bool told_in_both(const claim_profile *a, const claim_profile *b) {
    enum { BOTH = 3 };
    bool running =
        a->claim->aggregation == XC_CUMULATIVE || b->claim->aggregation == XC_CUMULATIVE ||
        words_of_kind(a, "revision", NULL).ptr || words_of_kind(b, "revision", NULL).ptr;
    return !running && elsewhere_bin(a, b) == BOTH;
}

// Two names in two sentences, of which one page at least does not know the other one's.
static bool at_other_places(const claim_profile *a, const claim_profile *b) {
    return a->place_said && b->place_said && a->place != b->place && !place_names_meet(a, b);
}

// "30 of the 80 wounded" are no count of the wounded.
static bool is_of_some(const claim_profile *a, const claim_profile *b) {
    bool parts = a->claim->part_of.len || b->claim->part_of.len;
    return parts || a->of_some != b->of_some;
}

static bool is_named(xc_slice words) {
    return words.len && words.ptr[0] >= 'A' && words.ptr[0] <= 'Z';
}

// "5 Tarnlanders" are some of "12 people".
static bool is_of_nation(const claim_profile *a, const claim_profile *b) {
    bool in_order = figure_point(&a->figure) <= figure_point(&b->figure);
    const claim_profile *less = in_order ? a : b;
    const claim_profile *more = in_order ? b : a;
    return is_named(less->claim->subject_text) && more->claim->subject_text.len &&
           !is_named(more->claim->subject_text);
}

// "12 magazines" are no count of "14 rifles", though both are weapons.
static bool of_other_kinds(const claim_profile *a, const claim_profile *b) {
    const party *one = &a->who;
    const party *other = &b->who;
    bool things = a->class_kind == CLASS_THINGS && b->class_kind == CLASS_THINGS;
    if (!things || !one->count || !other->count) {
        return false;
    }
    for (size_t i = 0; i < one->count; i++) {
        for (size_t j = 0; j < other->count; j++) {
            if (one->words[i].stem == other->words[j].stem) {
                return false;
            }
        }
    }
    return true;
}

// A share, a duration or a sum is of something that only the sentence tells: "40 years in office"
// and "a 17-year war" have to have words in common.
static bool of_other_things(const claim_profile *a, const claim_profile *b) {
    double shared = words_in_common(a, b);
    double least = xc_slice_is(a->claim->measure, "money")   ? 0.05
                   : xc_slice_is(a->claim->measure, "share") ? 0.34
                   : a->course == COURSE_LASTS               ? 0.16
                                                             : -1;
    return shared >= 0 && shared <= least;
}

// Whether the page's opening tells of the other one's event.
static bool knows_event(const claim_profile *p, const claim_profile *other) {
    size_t at = 0;
    xc_slice word;
    while (words_next(other->claim->event, &at, &word)) {
        if (word_set_has(&p->document->words, word_stem(word))) {
            return true;
        }
    }
    return false;
}

// A fire may come of a crash; a fire and a crash of which neither page knows the other's are two.
static bool of_other_causes(const claim_profile *a, const claim_profile *b) {
    return a->family && b->family && a->family != b->family && a->event_said && b->event_said &&
           !knows_event(a, b) && !knows_event(b, a);
}

// "12 dead: five in Lorvik, four in Tarn" is no count of Lorvik's.
static bool is_sum_of_places(const claim_profile *sum, const claim_profile *other) {
    const document_profile *page = sum->document;
    for (size_t i = 0; i < page->claim_count; i++) {
        const claim_profile *p = &page->claims[i];
        if (xc_slice_equal(p->claim->part_of, sum->claim->id) && p->place_said &&
            p->place != sum->place && p->place != other->place && other->place_said) {
            return true;
        }
    }
    return false;
}

static bool of_some_places(const claim_profile *a, const claim_profile *b) {
    return is_sum_of_places(a, b) || is_sum_of_places(b, a);
}

static const char few_words[] = "the sentences have little but the unit in common";

bool opposed_by_few_words(const char *bar) {
    return bar == few_words;
}

// A flat list, each test by its name; the check takes each line for one level deeper.
// NOLINTNEXTLINE(readability-function-cognitive-complexity)
const char *opposed_bar(const claim_profile *a, const claim_profile *b) {
    if (a->statement || a->document == b->document) {
        return NULL;
    }
    const char *scope = other_scope(a, b);
    return scope                      ? scope
           : of_other_times(a, b)     ? "one tells of another time"
           : day_and_page_apart(a, b) ? "the day of one is far from the page of the other"
           : pages_apart(a, b)        ? "the pages came out months apart"
           : at_other_places(a, b)    ? "two places, each named in its sentence"
           : is_of_some(a, b)         ? "one counts some of a greater figure"
           : is_of_nation(a, b)       ? "one counts those of a name among all"
           : of_other_kinds(a, b)     ? "things of two kinds"
           : measured_apart(a, b)     ? "a share or a sum of two things"
           : of_other_causes(a, b)    ? "two kinds of event, and neither page knows the other's"
           : of_some_places(a, b)     ? "the one adds up several places"
           : of_other_things(a, b)    ? few_words
           : told_in_both(a, b)       ? "each page tells the other figure, too"
           : too_far_apart(a, b)      ? "the figures are too far apart"
                                      : NULL;
}
