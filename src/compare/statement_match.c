// SPDX-License-Identifier: MIT
// Statements meet by what they say and of whom; the names that a whole story is full of prove
// nothing. What is not told cannot contradict, but something has to be told alike.
#include "compare/statement_match.h"

#include <limits.h>
#include <math.h>

enum { DIFFERENT = INT_MIN };

// Points for a predicate's two arguments; DIFFERENT where one of them is somebody else's.
typedef struct argument_fit {
    int met, clashed;
    bool named;
} argument_fit;

static void count_fit(argument_fit *fit, const party *a, const party *b) {
    party_fit parties = parties_compare(a, b);
    fit->met += parties == PARTIES_MEET || parties == PARTIES_NAMED;
    fit->clashed += parties == PARTIES_CLASH;
    fit->named = fit->named || parties == PARTIES_NAMED;
}

// "The mayor / close / the bridge" and "the bridge / close": who does it may be left out. Where
// both are told, their places count, but for verbs that are told from either end.
static argument_fit compare_arguments(const claim_profile *a, const claim_profile *b) {
    argument_fit straight = {0};
    argument_fit crossed = {0};
    count_fit(&straight, &a->who, &b->who);
    count_fit(&straight, &a->what, &b->what);
    bool all_told = a->who.count && a->what.count && b->who.count && b->what.count;
    if (all_told && !vocabulary_has(a->vocabulary, "either_way", a->claim->predicate)) {
        return straight;
    }
    count_fit(&crossed, &a->who, &b->what);
    count_fit(&crossed, &a->what, &b->who);
    return crossed.met - crossed.clashed > straight.met - straight.clashed ? crossed : straight;
}

static bool is_told(const claim_profile *p) {
    return p->who.count || p->what.count;
}

static bool any_word_in(const party *p, const word_set *words) {
    for (size_t i = 0; i < p->count; i++) {
        bool says_who = i == p->head || !p->words[i].name; // "Lorvik" says little of whom
        if (says_who && word_set_has(words, p->words[i].stem)) {
            return true;
        }
    }
    return false;
}

// "The rebels / surrender" and "the rebels' capitulation", which tells nobody as an argument.
static bool told_in_words(const claim_profile *told, const claim_profile *other) {
    return !is_told(other) &&
           (any_word_in(&told->who, &other->span) || any_word_in(&told->what, &other->span));
}

static bool same_kind(const claim_profile *a, const claim_profile *b) {
    xc_slice one = a->claim->predicate;
    xc_slice other = b->claim->predicate;
    if (!one.len || !other.len || xc_slice_equal_fold(one, other)) {
        return true;
    }
    xc_slice kin = vocabulary_value(a->vocabulary, "kin", one);
    return kin.len && xc_slice_equal(kin, vocabulary_value(a->vocabulary, "kin", other));
}

// A happening of years ago, told in news of today.
static bool is_background(const claim_profile *p) {
    enum { LONG_AGO = 60 };
    days now = p->document->published.known ? p->document->published : p->document->news;
    return p->moment.known && now.known && p->moment.last < now.first - LONG_AGO;
}

// What tells no time is news, unless its sentence names the year or the month.
static bool may_be_then(const claim_profile *then, const claim_profile *untold) {
    return !is_background(then) ||
           (then->claim->from.len >= 4 &&
            text_names(untold->claim->evidence, xc_slice_sub(then->claim->from, 0, 4)));
}

static bool times_fit(const claim_profile *a, const claim_profile *b) {
    if (a->moment.known && b->moment.known) {
        return true; // told and compared already
    }
    if (a->weekdays && b->weekdays && !(a->weekdays & b->weekdays)) {
        return false;
    }
    return a->moment.known ? may_be_then(a, b) : b->moment.known ? may_be_then(b, a) : true;
}

// Two tellings of which one names nobody.
static bool meet_untold(const claim_profile *a, const claim_profile *b, word_overlap shared,
                        circumstances told) {
    const double most_words = 0.65;
    bool no_verbs = !a->claim->predicate.len && !b->claim->predicate.len;
    double alike = no_verbs ? shared.contained : shared.alike;
    bool words = alike >= most_words || told_in_words(a, b) || told_in_words(b, a);
    if (words && told.one_story) {
        return true;
    }
    if (!xc_slice_is(a->claim->measure, "event")) {
        return false;
    }
    // Of speeches and talks there are many in a day.
    bool many = vocabulary_has(a->vocabulary, "many_a_day", a->claim->predicate);
    bool kin = !xc_slice_equal_fold(a->claim->predicate, b->claim->predicate);
    return many || kin ? told.one_time && told.one_place : told.one_time || told.one_place;
}

int statement_points(const claim_profile *a, const claim_profile *b, circumstances told) {
    enum {
        SAME_VERB = 30,
        KIN_VERB = 15,
        ONE_MET = 20,
        BOTH_MET = 30,
        NAMED = 10,
        LOOSE = -25
    };
    bool event = xc_slice_is(a->claim->measure, "event");
    if (!same_kind(a, b) || (event && !times_fit(a, b))) {
        return DIFFERENT;
    }
    word_overlap shared =
        words_apart_from(&a->span, &b->span, &a->document->words, &b->document->words);
    argument_fit fit = compare_arguments(a, b);
    if (fit.clashed || (!fit.met && !meet_untold(a, b, shared, told))) {
        return DIFFERENT;
    }
    bool verbs = a->claim->predicate.len && b->claim->predicate.len;
    bool same_verb = xc_slice_equal_fold(a->claim->predicate, b->claim->predicate);
    int points = !verbs ? 0 : same_verb ? SAME_VERB : KIN_VERB;
    points += fit.met > 1 ? BOTH_MET : fit.met || (is_told(a) != is_told(b)) ? ONE_MET : 0;
    points += fit.named                         ? NAMED
              : told.one_time || told.one_place ? NAMED / 2
              : fit.met                         ? LOOSE
                                                : 0;
    return points + (int)lround(50 * shared.alike + 25 * shared.contained);
}
