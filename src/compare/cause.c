// SPDX-License-Identifier: MIT
// Causes that sources state: each is a rule of docs/verdicts.md.
#include "compare/cause.h"

#include "compare/figure_words.h"
#include "compare/subject.h"

#include <math.h>

// Both tell their days, and the lesser's are some of the greater's.
static bool is_of_some_days(const claim_profile *less, const claim_profile *more) {
    days inner = less->moment;
    days outer = more->moment;
    return inner.known && outer.known && inner.first >= outer.first &&
           inner.last <= outer.last && inner.last - inner.first < outer.last - outer.first;
}

// "Old Lorvik" within "Lorvik": a longer name for a lesser place; "Lorvik" and "the Lorvik
// region": one name for both.
static bool is_of_some_area(const claim_profile *less, const claim_profile *more) {
    if (!less->place || !more->place) {
        return false;
    }
    return less->place == more->place ? names_region(more) && !names_region(less)
                                      : name_within(more->claim->place, less->claim->place);
}

// "59 people, including the gunman" and 58, who were not he.
static bool is_with_attacker(const claim_profile *less, const claim_profile *more) {
    enum { MOST_ATTACKERS = 9 };
    bool of_less = false;
    bool of_more = false;
    attacker_count lesser = attacker_counted(less, &of_less);
    attacker_count greater = attacker_counted(more, &of_more);
    double apart = more->figure.value - less->figure.value;
    bool many = of_less || of_more;
    bool differs = (greater == ATTACKER_IN && lesser != ATTACKER_IN) ||
                   (lesser == ATTACKER_OUT && greater != ATTACKER_OUT);
    return differs && (many ? apart > 1 && apart <= MOST_ATTACKERS : apart == 1);
}

cause explain_count(const claim_profile *a, const claim_profile *b) {
    bool in_order = figure_point(&a->figure) <= figure_point(&b->figure);
    const claim_profile *less = in_order ? a : b;
    const claim_profile *more = in_order ? b : a;
    if (less->of_some && !more->of_some) {
        return CAUSE_SOME;
    }
    return is_with_attacker(less, more) ? CAUSE_ATTACKER : CAUSE_NONE;
}

// The sentence of the corrected figure tells of the correction, unless its words tell that what
// it gives is what was believed before ("first reported as 62", "withdrew the figure of 62").
const claim_profile *corrected_one(const claim_profile *a, const claim_profile *b) {
    bool in_order = figure_point(&a->figure) <= figure_point(&b->figure);
    const claim_profile *less = in_order ? a : b;
    const claim_profile *more = in_order ? b : a;
    bool old_less = words_of_kind(less, "revision", "old").ptr != NULL;
    bool old_more = words_of_kind(more, "revision", "old").ptr != NULL;
    if (old_less != old_more) {
        return old_less ? less : more;
    }
    if (words_of_kind(less, "revision", "").ptr) {
        return more;
    }
    return words_of_kind(more, "revision", "").ptr ? less : NULL;
}

// Whether a measure of the tables may be counted with the other one ("missing" with "killed").
static bool counts_with(const claim_profile *p, xc_slice other) {
    size_t first;
    size_t last;
    vocabulary_kind(p->vocabulary, "counted_with", &first, &last);
    for (size_t i = first; i < last; i++) {
        const xc_term *term = &p->vocabulary->terms[i];
        if (xc_slice_equal(term->word, p->claim->measure) &&
            xc_slice_equal(term->value, other)) {
            return true;
        }
    }
    return false;
}

// "30 dead or missing", or 12 beside a page's 18 missing where another page says 30 dead.
static bool counts_more(const claim_profile *less, const claim_profile *more,
                        const document_profile *beside) {
    bool stated = !isnan(less->figure.value) && !isnan(more->figure.value);
    for (size_t i = 0; i < beside->claim_count; i++) {
        const claim_profile *p = &beside->claims[i];
        if (stated && !isnan(p->figure.value) && counts_with(more, p->claim->measure) &&
            figures_add_up(&less->figure, &p->figure, &more->figure)) {
            return true;
        }
    }
    return false;
}

static bool is_joint(const claim_profile *less, const claim_profile *more) {
    bool says =
        words_of_kind(more, "joint", NULL).ptr && !words_of_kind(less, "joint", NULL).ptr;
    return says || counts_more(less, more, less->document) ||
           counts_more(less, more, more->document);
}

// The page that says 100 people, or the other one, says 100 families as well.
static bool is_of_households(const claim_profile *p, const document_profile *beside) {
    for (size_t i = 0; i < beside->claim_count; i++) {
        const claim_profile *other = &beside->claims[i];
        if (xc_slice_is(other->claim->unit, "household") &&
            xc_slice_equal(other->claim->measure, p->claim->measure) &&
            other->figure.value == p->figure.value) {
            return true;
        }
    }
    return false;
}

cause explain_pair(const claim_profile *a, const claim_profile *b) {
    bool in_order = figure_point(&a->figure) <= figure_point(&b->figure);
    const claim_profile *less = in_order ? a : b;
    const claim_profile *more = in_order ? b : a;
    bool persons = xc_slice_is(less->claim->unit, "person");
    if (is_of_some_days(less, more)) {
        return CAUSE_WINDOW;
    }
    if (is_of_some_area(less, more)) {
        return CAUSE_AREA;
    }
    if (subject_is_part(less, more)) {
        return CAUSE_CLASS;
    }
    if (is_joint(less, more)) {
        return CAUSE_JOINT;
    }
    if (persons &&
        (is_of_households(less, a->document) || is_of_households(less, b->document))) {
        return CAUSE_HOUSEHOLD;
    }
    return corrected_one(less, more) ? CAUSE_REVISION : CAUSE_NONE;
}

const char *cause_text(cause why) {
    static const char *const texts[] = {
        [CAUSE_NONE] = "",
        [CAUSE_SOME] = "the lesser figure counts some of them only",
        [CAUSE_ATTACKER] = "one figure counts the attacker, the other does not",
        [CAUSE_WINDOW] = "the lesser figure is of some of the days only",
        [CAUSE_AREA] = "the lesser figure is of a part of the area",
        [CAUSE_CLASS] = "the lesser figure is of a class among those whom the other one counts",
        [CAUSE_JOINT] = "the greater figure counts the missing with the dead",
        [CAUSE_HOUSEHOLD] = "the lesser number is told of households, too",
        [CAUSE_REVISION] = "a revision that the source announces"};
    return texts[why];
}
