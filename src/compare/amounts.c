// SPDX-License-Identifier: MIT
// Sums in dollars, where their own units differ.
#include "compare/amounts.h"

#include <math.h>

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

figure_relation amounts_compare(const claim_profile *a, const claim_profile *b) {
    const double same = 1.1;
    const double allowed = 1.35;
    if (!amounts_exchanged(a, b)) {
        return figures_compare(&a->figure, &b->figure);
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
