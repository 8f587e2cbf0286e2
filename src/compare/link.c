// SPDX-License-Identifier: MIT
// Points for two claims being about one thing: those of the learnt table, and the few rules of
// meaning that stand before them.
#include "compare/link.h"

#include "compare/pair/series.h"
#include "compare/pair/story_cache.h"
#include "compare/statement_link.h"
#include "compare/subject.h"

#include <limits.h>
#include <math.h>

enum {
    HOPELESS = -30, // points under which nobody looks for rivals
    STEP = 12       // points between the bins of FEATURE_RIVAL
};

static bool same_document(const claim_profile *a, const claim_profile *b) {
    return a->document == b->document;
}

// What is denied, feared or planned is told of its like; "nobody is feared dead" is as good as
// "nobody died", and what is planned to last three weeks lasts three weeks once it is agreed.
static bool moods_fit(const claim_profile *a, const claim_profile *b) {
    xc_modality one = a->claim->modality;
    xc_modality other = b->claim->modality;
    bool nobody = a->figure.value == 0 && b->figure.value == 0;
    bool equal = a->figure.counted && figures_compare(&a->figure, &b->figure) == FIGURES_EQUAL;
    bool planned = equal && (a->course == COURSE_LASTS || a->course == COURSE_STEADY) &&
                   one != XC_DENIED && other != XC_DENIED;
    return one == other || nobody || planned;
}

// Two days that both tell as the time of what happened, with a day or more between them.
static bool days_exclude(const claim_profile *a, const claim_profile *b) {
    enum { BRIEF = 3 };
    const days *one = &a->moment;
    const days *other = &b->moment;
    bool brief = one->last - one->first < BRIEF && other->last - other->first < BRIEF;
    return one->known && other->known && brief &&
           (one->first > other->last + 1 || other->first > one->last + 1);
}

// Two places that each stand in the claim's own sentence, and neither on the other's page.
static bool places_exclude(const claim_profile *a, const claim_profile *b) {
    return a->place_said && b->place_said && a->place != b->place && places_apart(a, b);
}

// "4 children" are none of "12 people" that a verdict could judge; over the same number a class
// that is not told, or holds the other, may be the same people.
static bool classes_exclude(const claim_profile *a, const claim_profile *b) {
    bool equal = a->figure.counted && figures_comparable(&a->figure, &b->figure) &&
                 figures_compare(&a->figure, &b->figure) == FIGURES_EQUAL;
    subject_relation subjects = subjects_compare(a, b);
    bool some = a->of_some != b->of_some && !equal; // "30 of the 80 wounded"
    bool sizes = (a->claim->part_of.len > 0) != (b->claim->part_of.len > 0) &&
                 a->class_kind == CLASS_ALL && b->class_kind == CLASS_ALL;
    bool added = (a->claim->aggregation == XC_NEW) != (b->claim->aggregation == XC_NEW);
    return sizes || some || subjects == SUBJECTS_DIFFERENT ||
           (!equal && (added || subjects == SUBJECTS_MAY));
}

// Two shares, or two durations, that have their number alone in common: "a third of the homes",
// "a third of the voters".
static bool nothing_else_shared(const claim_profile *a, const claim_profile *b) {
    const double least_of_shares = 0.24;
    bool share = xc_slice_is(a->claim->measure, "share");
    double shared = words_in_common(a, b);
    return (share || a->course == COURSE_LASTS) && shared >= 0 &&
           shared <= (share ? least_of_shares : 0);
}

// The rules that no points outweigh.
static const char *barred(const claim_profile *a, const claim_profile *b) {
    if (a->measure != b->measure || a->statement != b->statement) {
        return "another measure";
    }
    bool money = a->dollars > 0 && b->dollars > 0;
    if (!figures_comparable(&a->figure, &b->figure) && !money) {
        return "units that do not convert";
    }
    if (!a->statement && !moods_fit(a, b)) {
        return "what is told as a fact and what is denied, feared or planned";
    }
    if (!a->statement && classes_exclude(a, b)) {
        return "another class, or a part and a whole";
    }
    if (!a->statement && nothing_else_shared(a, b)) {
        return "another thing of which the share or the time is told";
    }
    if (!a->statement && places_exclude(a, b)) {
        return "two places, each named in its sentence";
    }
    if (!a->statement && events_exclude(a, b)) {
        return "two kinds of event, each named in its sentence or title";
    }
    if (!a->statement && days_exclude(a, b)) {
        return "two days";
    }
    if (!a->statement && months_exclude(a, b)) {
        return "two months";
    }
    return NULL;
}

static bool one_figure(const claim_profile *a, const claim_profile *b) {
    return figures_comparable(&a->figure, &b->figure) &&
           figures_compare(&a->figure, &b->figure) == FIGURES_EQUAL;
}

static int first_points(const profiles *all, const claim_profile *a, const claim_profile *b,
                        uint8_t story) {
    pair_features features;
    pair_features_find(a, b, story, &features);
    return link_table_sum(all->table, MODEL_FIRST, &features);
}

// The points of the claim that fits best in the other one's document, but for this one and
// those that tell its figure again; INT_MIN where there is none.
static int best_rival(const profiles *all, const claim_profile *claim,
                      const claim_profile *beside, uint8_t story) {
    const document_profile *document = beside->document;
    int best = INT_MIN;
    for (size_t i = 0; i < document->claim_count; i++) {
        const claim_profile *p = &document->claims[i];
        if (p != beside && !barred(claim, p) && !one_figure(p, beside)) {
            int points = first_points(all, claim, p, story);
            best = points > best ? points : best;
        }
    }
    return best;
}

static uint8_t rival_bin(int points, int rival) {
    if (rival == INT_MIN) {
        return 0;
    }
    int ahead = rival - points;
    return ahead < -2 * STEP   ? 1
           : ahead < -STEP / 2 ? 2
           : ahead <= STEP / 2 ? 3
           : ahead <= 2 * STEP ? 4
                               : 5;
}

static void sum_apart(const profiles *all, const claim_profile *a, const claim_profile *b,
                      link_sum *out) {
    uint8_t story = story_bin(stories_points(all, a->document, b->document));
    pair_features_find(a, b, story, &out->figures);
    out->model = MODEL_APART;
    int first = link_table_sum(all->table, MODEL_FIRST, &out->figures);
    if (first > HOPELESS) {
        int one = best_rival(all, a, b, story);
        int other = best_rival(all, b, a, story);
        out->figures.bins[FEATURE_RIVAL] = rival_bin(first, one > other ? one : other);
    }
    out->points = link_table_sum(all->table, MODEL_APART, &out->figures);
    int enough = counts_on_surely(a, b) ? all->table->bars[BAR_STRICT] : 0;
    if (out->points < enough && out->points >= HOPELESS && counts_on(a, b)) {
        out->series = enough - out->points;
        out->points = enough;
    }
}

void link_explain(const profiles *all, const claim_profile *a, const claim_profile *b,
                  link_sum *out) {
    *out = (link_sum){.bar = barred(a, b), .points = INT_MIN};
    if (out->bar) {
        return;
    }
    if (a->statement) {
        out->points = statement_link_points(a, b);
        out->bar = out->points == INT_MIN ? "statements of other things" : NULL;
    } else if (same_document(a, b)) {
        pair_features_find(a, b, 0, &out->figures);
        out->model = MODEL_WITHIN;
        out->points = link_table_sum(all->table, MODEL_WITHIN, &out->figures);
    } else {
        sum_apart(all, a, b, out);
    }
}

int link_score(const profiles *all, const claim_profile *a, const claim_profile *b) {
    link_sum sum;
    link_explain(all, a, b, &sum);
    return sum.points;
}

// "The toll rose to 15" stands beside the 12 that it replaces; two speakers count in two ways;
// a figure of Friday stands beside one of Sunday.
bool page_tells_why(const claim_profile *a, const claim_profile *b) {
    enum { MOST_GROWN = 10 };
    const xc_claim *one = a->claim;
    const xc_claim *other = b->claim;
    bool series = (one->aggregation == XC_CUMULATIVE || other->aggregation == XC_CUMULATIVE) &&
                  figures_ratio(&a->figure, &b->figure) <= MOST_GROWN;
    bool speakers = a->speaker && b->speaker && a->speaker != b->speaker;
    bool times = one->to.len && other->to.len && !xc_slice_equal(one->to, other->to);
    return series || speakers || times;
}

// Two sentences of one page that name two places, neither within the other.
static bool name_two_places(const claim_profile *a, const claim_profile *b) {
    return a->place_said && b->place_said && a->place != b->place && !place_within(a, b) &&
           !place_within(b, a);
}

// "Nearly a year" and "10-month" in one sentence are two things that lasted; "two months, or 60
// days" are one.
static bool one_sentence_tells_two(const claim_profile *a, const claim_profile *b) {
    const double one_length = 1.1;
    bool share = xc_slice_is(a->claim->measure, "share");
    return (share || a->course == COURSE_LASTS) &&
           xc_slice_equal(a->claim->evidence, b->claim->evidence) &&
           figures_ratio(&a->figure, &b->figure) > one_length;
}

bool must_stay_apart(const profiles *all, const claim_profile *a, const claim_profile *b) {
    if (!same_document(a, b) || a->statement || !a->figure.counted || !b->figure.counted) {
        return false;
    }
    if ((!one_figure(a, b) && name_two_places(a, b)) || one_sentence_tells_two(a, b)) {
        return true;
    }
    link_bar bar = page_tells_why(a, b) ? BAR_NEVER_TOLD : BAR_NEVER;
    return link_score(all, a, b) < all->table->bars[bar];
}
