// SPDX-License-Identifier: MIT
// Sums in dollars, where their own units differ.
#include "compare/amounts.h"

#include <math.h>
#include <string.h>

bool amounts_exchanged(const claim_profile *a, const claim_profile *b) {
    return a->figure.counted && b->figure.counted && a->dollars > 0 && b->dollars > 0 &&
           !figures_comparable(&a->figure, &b->figure);
}

bool amounts_comparable(const claim_profile *a, const claim_profile *b) {
    return figures_comparable(&a->figure, &b->figure) || amounts_exchanged(a, b);
}

static figure in_dollars(const claim_profile *p) {
    figure f = p->figure;
    f.low *= p->dollars;
    f.high *= p->dollars;
    f.value *= p->dollars;
    return f;
}

static bool within(const figure *a, const figure *b, double times) {
    double one = figure_point(a);
    double other = figure_point(b);
    return !isnan(one) && !isnan(other) && one > 0 && other > 0 &&
           fmax(one, other) <= times * fmin(one, other);
}

// "110 billion ($143 billion)": what the page made of another sum, at its own rate.
static bool is_converted(const claim_profile *p) {
    enum { LOOK = 24 };
    const xc_document *document = p->document->document;
    xc_slice text = p->claim->within == XC_IN_TITLE ? document->title : document->text;
    size_t at = p->claim->start;
    if (p->dollars <= 0 || at > text.len) {
        return false;
    }
    at -= at > 0 && text.ptr[at - 1] == '(';
    if (at >= text.len || text.ptr[at] != '(') {
        return false;
    }
    xc_slice before = xc_slice_sub(text, at > LOOK ? at - LOOK : 0, at);
    for (size_t i = before.len; i > 0 && !strchr("().;\n", before.ptr[i - 1]); i--) {
        if (before.ptr[i - 1] >= '0' && before.ptr[i - 1] <= '9') {
            return true;
        }
    }
    return false;
}

// One sum that two pages convert differs by the rate, and not by what it is.
static figure_relation compare_in_one_unit(const claim_profile *a, const claim_profile *b,
                                           double allowed) {
    figure_relation relation = figures_compare(&a->figure, &b->figure);
    bool rates = relation == FIGURES_CONTRADICT && is_converted(a) && is_converted(b) &&
                 figures_ratio(&a->figure, &b->figure) <= allowed;
    return rates ? FIGURES_ALLOW : relation;
}

figure_relation amounts_compare(const claim_profile *a, const claim_profile *b) {
    const double same = 1.1;
    const double allowed = 1.35;
    if (!amounts_exchanged(a, b)) {
        return compare_in_one_unit(a, b, allowed);
    }
    figure one = in_dollars(a);
    figure other = in_dollars(b);
    if (within(&one, &other, same)) {
        return FIGURES_EQUAL;
    }
    bool overlap = !figure_below(other.high, one.low) && !figure_below(one.high, other.low);
    return overlap || within(&one, &other, allowed) ? FIGURES_ALLOW : FIGURES_CONTRADICT;
}

double amounts_ratio(const claim_profile *a, const claim_profile *b) {
    if (!amounts_exchanged(a, b)) {
        return figures_ratio(&a->figure, &b->figure);
    }
    figure one = in_dollars(a);
    figure other = in_dollars(b);
    return figures_ratio(&one, &other);
}
