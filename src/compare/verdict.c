// SPDX-License-Identifier: MIT
// Verdicts: conflict, updated, agree, compatible, single, tested in this order.
#include "compare/verdict.h"

#include "compare/amounts.h"
#include "compare/figure_words.h"
#include "compare/order.h"
#include "compare/pair/opposed.h"

#include <math.h>
#include <stdlib.h>

enum { MOST_JUDGED = 192 };

// Whether the figure may fall from one day to the next without anybody being wrong.
static bool may_fall(const claim_profile *p) {
    return p->claim->aggregation == XC_STOCK ||
           (p->course == COURSE_FALLS && p->claim->aggregation != XC_CUMULATIVE);
}

static bool is_steady(const claim_profile *p) {
    return p->course == COURSE_STEADY;
}

// What has lasted so long grows by the days that pass, not faster.
static bool grew_with_time(const claim_profile *first, const claim_profile *second) {
    double grown = figure_point(&second->figure) - figure_point(&first->figure);
    double seconds_in_month = 2629746;
    const xc_time_unit *unit = xc_time_unit_of(first->claim->unit);
    double elapsed = (double)(second->time_last - first->time_first);
    return grown * (unit && unit->months ? seconds_in_month : 1) <= elapsed + 86400;
}

static bool explained_by_time(const claim_profile *first, const claim_profile *second) {
    double before = figure_point(&first->figure);
    double after = figure_point(&second->figure);
    if (is_steady(first)) {
        return false;
    }
    if (first->course == COURSE_LASTS) {
        return after > before && grew_with_time(first, second);
    }
    return after > before || may_fall(first);
}

// "The toll rose to 15": the running total of a document is later than the lesser count in it.
static bool rose_within_document(const claim_profile **first, const claim_profile **second) {
    if ((*first)->document != (*second)->document) {
        return false;
    }
    if ((*first)->claim->aggregation == XC_CUMULATIVE) {
        const claim_profile *total = *first;
        *first = *second;
        *second = total;
    }
    return (*second)->claim->aggregation == XC_CUMULATIVE &&
           (*first)->claim->aggregation != XC_CUMULATIVE &&
           figure_point(&(*second)->figure) > figure_point(&(*first)->figure);
}

pair_verdict pair_judge(const claim_profile **first, const claim_profile **second, cause *why) {
    *why = CAUSE_NONE;
    figure_relation relation = amounts_compare(*first, *second);
    if (relation == FIGURES_EQUAL) {
        return PAIR_SAME;
    }
    if (amounts_exchanged(*first, *second)) { // rates move: no order in time explains it
        return relation == FIGURES_ALLOW ? PAIR_ALLOWED : PAIR_UNORDERED;
    }
    *why = explain_count(*first, *second);
    if (*why != CAUSE_NONE) {
        return PAIR_EXPLAINED;
    }
    int order = times_order(*first, *second);
    bool ordered = order != 0;
    if (order > 0) {
        const claim_profile *later = *first;
        *first = *second;
        *second = later;
    }
    if (!ordered && rose_within_document(first, second)) {
        return PAIR_LATER;
    }
    bool stated = !isnan((*first)->figure.value) && !isnan((*second)->figure.value);
    if (ordered && (stated || relation == FIGURES_CONTRADICT) &&
        explained_by_time(*first, *second)) {
        return PAIR_LATER;
    }
    if (relation == FIGURES_ALLOW) {
        return PAIR_ALLOWED;
    }
    *why = explain_pair(*first, *second);
    if (*why == CAUSE_REVISION) { // the corrected figure is the later one
        const claim_profile *later =
            corrected_one(*first, *second) == *first ? *second : *first;
        *first = later == *first ? *second : *first;
        *second = later;
        return PAIR_LATER;
    }
    if (*why != CAUSE_NONE) {
        return PAIR_EXPLAINED;
    }
    return ordered || is_steady(*first) ? PAIR_CONTRADICTED : PAIR_UNORDERED;
}

bool figures_oppose(const claim_profile *a, const claim_profile *b) {
    if (a->statement || !a->figure.counted || !b->figure.counted || !amounts_comparable(a, b)) {
        return false;
    }
    cause named;
    pair_verdict why = pair_judge(&a, &b, &named);
    return why == PAIR_LATER || why == PAIR_UNORDERED || why == PAIR_CONTRADICTED;
}

static bool is_alone(const cluster *group) {
    for (size_t i = 1; i < group->count; i++) {
        if (group->members[i]->document->source != group->members[0]->document->source) {
            return false;
        }
    }
    return true;
}

static bool is_negative(const claim_profile *p) {
    return xc_slice_is(p->claim->polarity, "negative") != (p->claim->modality == XC_DENIED);
}

// "Beyond its control" and "under the rebels' control" are no denial of one another: the same
// has to be said of the same.
static bool is_denial(const claim_profile *a, const claim_profile *b) {
    const double most = 0.6;
    bool both = a->arguments.count && b->arguments.count;
    double same =
        both ? words_alike(&a->arguments, &b->arguments) : words_alike(&a->span, &b->span);
    return is_negative(a) != is_negative(b) && same >= most;
}

// Two people whom a page names, and whom it has say different things.
static bool two_speakers(const claim_profile *one, const claim_profile *other) {
    xc_slice mine = one->claim->attribution;
    xc_slice theirs = other->claim->attribution;
    return mine.len && theirs.len && !xc_slice_equal_fold(mine, theirs);
}

// Two people whom one page has contradict each other over one time.
static bool contradict_in_one_page(const claim_profile *one, const claim_profile *other) {
    return one->document == other->document && two_speakers(one, other) &&
           xc_slice_equal(one->claim->from, other->claim->from) &&
           xc_slice_equal(one->claim->to, other->claim->to);
}

static judgement judge_statements(const cluster *group) {
    judgement j = {.verdict = XC_AGREE, .why = PAIR_SAME, .alone = is_alone(group)};
    bool contrary = false;
    for (size_t i = 0; i < group->count; i++) {
        for (size_t k = i + 1; k < group->count && !j.denied; k++) {
            const claim_profile *one = group->members[i];
            const claim_profile *other = group->members[k];
            contrary = contrary || is_negative(one) != is_negative(other);
            if (is_denial(one, other)) {
                j.denied = true;
                j.one = one;
                j.other = other;
            }
        }
    }
    j.voices = j.alone && j.denied && contradict_in_one_page(j.one, j.other);
    j.verdict = j.alone && !j.voices ? XC_SINGLE
                : j.denied           ? XC_CONFLICT
                : contrary           ? XC_COMPATIBLE
                                     : XC_AGREE;
    return j;
}

static void note_pair(judgement *j, pair_verdict why, cause stated, const claim_profile *one,
                      const claim_profile *other, double *widest) {
    double ratio = amounts_ratio(one, other);
    if (why > j->why || !j->one || (why == j->why && ratio > *widest)) {
        *widest = ratio;
        j->why = why;
        j->cause = stated;
        j->one = one;
        j->other = other;
    }
}

static int by_point_and_time(const void *a, const void *b) {
    const claim_profile *one = *(const claim_profile *const *)a;
    const claim_profile *other = *(const claim_profile *const *)b;
    double mine = figure_point(&one->figure);
    double theirs = figure_point(&other->figure);
    mine = isnan(mine) ? -INFINITY : mine;
    theirs = isnan(theirs) ? -INFINITY : theirs;
    if (mine != theirs) {
        return mine < theirs ? -1 : 1;
    }
    if (one->time_first != other->time_first) {
        return one->time_first < other->time_first ? -1 : 1;
    }
    return (one->id > other->id) - (one->id < other->id);
}

// Of a large group evenly many by figure and time, the least and the greatest among them: pairs
// grow with the square.
static cluster sample(const cluster *group, const claim_profile **sorted,
                      const claim_profile **kept) {
    for (size_t i = 0; i < group->count; i++) {
        sorted[i] = group->members[i];
    }
    qsort(sorted, group->count, sizeof(void *), by_point_and_time);
    for (size_t i = 0; i < MOST_JUDGED; i++) {
        kept[i] = sorted[i * (group->count - 1) / (MOST_JUDGED - 1)];
    }
    return (cluster){.members = kept, .count = MOST_JUDGED};
}

// Of two figures of one day the greater is the later count where it is the one that is told on
// a later day, and the lesser is told no more.
static bool settled_later(const cluster *group, const claim_profile *one,
                          const claim_profile *other) {
    bool first_less = figure_point(&one->figure) < figure_point(&other->figure);
    const claim_profile *less = first_less ? one : other;
    const claim_profile *more = first_less ? other : one;
    bool counts_on = !is_steady(one) && !may_fall(one) && one->course != COURSE_LASTS;
    bool stands = false;
    for (size_t i = 0; i < group->count && counts_on; i++) {
        const claim_profile *p = group->members[i];
        bool later =
            times_order(less, p) < 0 && (times_order(more, p) < 0 || !more->time_known);
        if (later && figures_compare(&p->figure, &less->figure) == FIGURES_EQUAL) {
            return false;
        }
        stands =
            stands || (later && figures_compare(&p->figure, &more->figure) == FIGURES_EQUAL);
    }
    return stands;
}

// Whether somebody else tells the same number as this member.
static bool is_confirmed(const cluster *group, const claim_profile *p) {
    for (size_t i = 0; i < group->count; i++) {
        const claim_profile *other = group->members[i];
        if (other->document->source != p->document->source && other->figure.counted &&
            !isnan(other->figure.value) && !isnan(p->figure.value) &&
            amounts_comparable(p, other) && amounts_compare(p, other) == FIGURES_EQUAL) {
            return true;
        }
    }
    return false;
}

// A page that tells what others tell, and in the same voice another number that nobody else
// has, tells it of something else: it cannot mean both of one thing.
static bool is_aside(const cluster *group, const claim_profile *p) {
    if (is_confirmed(group, p)) {
        return false;
    }
    for (size_t i = 0; i < group->count; i++) {
        const claim_profile *other = group->members[i];
        bool one_page = other != p && other->document == p->document && other->figure.counted;
        if (one_page && amounts_comparable(p, other) &&
            amounts_compare(p, other) == FIGURES_CONTRADICT && !two_speakers(p, other) &&
            times_order(p, other) == 0 && is_confirmed(group, other)) {
            return true;
        }
    }
    return false;
}

// What the pairs of a group come to.
typedef struct tally {
    size_t equal;     // two sources state one number
    size_t different; // they state numbers of which neither contradicts the other
    double widest;    // of the pair that shows it best
} tally;

static bool is_vague(const claim_profile *p) {
    return p->claim->qualifier == XC_VAGUE || (isnan(p->figure.value) && !p->claim->high.known);
}

// The claim that tells this figure and that it stands no more; NULL where none does.
static const claim_profile *withdrawn_by(const cluster *group, const claim_profile *p) {
    for (size_t i = 0; i < group->count; i++) {
        const claim_profile *teller = group->members[i];
        if (words_of_kind(teller, "revision", "old").ptr && teller->figure.counted &&
            amounts_comparable(p, teller) && amounts_compare(p, teller) == FIGURES_EQUAL) {
            return teller;
        }
    }
    return NULL;
}

// A figure that a page of the group calls withdrawn contradicts none of those that stand.
static bool note_withdrawn(const cluster *group, const claim_profile *one,
                           const claim_profile *other, judgement *j, tally *sum) {
    const claim_profile *first = withdrawn_by(group, one);
    const claim_profile *second = withdrawn_by(group, other);
    if (!first == !second) {
        return false;
    }
    note_pair(j, PAIR_LATER, CAUSE_REVISION, first ? first : second, first ? other : one,
              &sum->widest);
    return true;
}

static void judge_pair(const cluster *group, const claim_profile *one,
                       const claim_profile *other, judgement *j, tally *sum) {
    cause named;
    pair_verdict why = pair_judge(&one, &other, &named);
    bool stated = !isnan(one->figure.value) && !isnan(other->figure.value);
    bool apart = one->document->source != other->document->source;
    sum->equal += why == PAIR_SAME && apart && stated;
    j->rounded = j->rounded || (why == PAIR_SAME && stated && !amounts_exchanged(one, other) &&
                                one->figure.value != other->figure.value);
    bool set_apart = why == PAIR_EXPLAINED && named != CAUSE_SOME;
    sum->different += (why == PAIR_ALLOWED || set_apart) && !is_vague(one) && !is_vague(other);
    bool excludes = why == PAIR_UNORDERED || why == PAIR_CONTRADICTED;
    if ((why == PAIR_UNORDERED && settled_later(group, one, other)) ||
        (excludes && (is_aside(group, one) || is_aside(group, other))) ||
        (!group->by_reviewer && excludes && !is_alone(group) &&
         one->document == other->document && !two_speakers(one, other)) ||
        (!group->by_reviewer && (excludes || why == PAIR_LATER) && opposed_bar(one, other))) {
        return; // others are a pair of their own, or these two are none
    }
    if (excludes && note_withdrawn(group, one, other, j, sum)) {
        return;
    }
    if (why != PAIR_SAME) {
        note_pair(j, why, named, one, other, &sum->widest);
    }
}

static void judge_pairs(const cluster *group, judgement *j, tally *sum) {
    for (size_t i = 0; i < group->count; i++) {
        for (size_t k = i + 1; k < group->count; k++) {
            const claim_profile *one = group->members[i];
            const claim_profile *other = group->members[k];
            if (one->figure.counted && other->figure.counted &&
                amounts_comparable(one, other)) {
                judge_pair(group, one, other, j, sum);
            }
        }
    }
}

static judgement judge_few(const cluster *group) {
    if (group->members[0]->statement) {
        return judge_statements(group);
    }
    judgement j = {.why = PAIR_SAME, .alone = is_alone(group)};
    tally sum = {0};
    for (size_t i = 0; i < group->count; i++) {
        j.vague = j.vague || isnan(group->members[i]->figure.value);
    }
    judge_pairs(group, &j, &sum);
    bool excludes = j.why == PAIR_CONTRADICTED || j.why == PAIR_UNORDERED;
    j.voices = j.alone && excludes && contradict_in_one_page(j.one, j.other);
    if (j.alone && !j.voices) {
        j.verdict = j.why == PAIR_LATER ? XC_UPDATED : XC_SINGLE;
    } else if (excludes) {
        j.verdict = XC_CONFLICT;
    } else if (j.why == PAIR_LATER) {
        j.verdict = XC_UPDATED;
    } else if (sum.different == 0 && sum.equal > 0) {
        j.verdict = XC_AGREE;
        j.why = PAIR_SAME;
    } else {
        j.verdict = XC_COMPATIBLE;
    }
    return j;
}

xc_status judge(const cluster *group, xc_arena *scratch, judgement *out, xc_error *error) {
    cluster judged = *group;
    if (group->count > MOST_JUDGED) {
        const claim_profile **sorted = xc_arena_array(scratch, group->count, sizeof(void *));
        const claim_profile **kept = xc_arena_array(scratch, MOST_JUDGED, sizeof(void *));
        if (!sorted || !kept) {
            return xc_fail_memory(error);
        }
        judged = sample(group, sorted, kept);
    }
    *out = judge_few(&judged);
    out->alone = is_alone(group);
    return XC_OK;
}
