// SPDX-License-Identifier: MIT
/// What a claim's words say about its number: bounds, roundness, and whether two figures are
/// the same, allow each other or contradict. docs/verdicts.md has each rule with an example.
#ifndef CROSSCLAIM_COMPARE_BOUNDS_H
#define CROSSCLAIM_COMPARE_BOUNDS_H

#include "crossclaim/base.h"

typedef struct figure {
    double low, high; ///< what the words allow, roundness counted in; infinite where open
    double value;     ///< as stated; NAN where no one number is ("dozens", "200 to 400")
    xc_decimal exact; ///< `value` before it was scaled; 0 where it is NAN
    double tolerance; ///< how far from `value` a number may lie that this one rounds to
    double scale;     ///< what a number in the claim's unit was multiplied with
    int family;       ///< figures of different families of units are not comparable
    bool counted;     ///< false: the claim has no number at all
} figure;

typedef enum figure_relation {
    FIGURES_EQUAL,     ///< the same number, or the same after rounding
    FIGURES_ALLOW,     ///< the bounds overlap
    FIGURES_CONTRADICT ///< they do not
} figure_relation;

figure figure_of(const xc_claim *claim);
/// Whether the units allow a comparison; one that is not told allows any.
bool figures_comparable(const figure *a, const figure *b);
figure_relation figures_compare(const figure *a, const figure *b);
/// Whether two stated numbers give the third when they are added, exactly.
bool figures_add_up(const figure *a, const figure *b, const figure *sum);
/// Whether `a` is less than `b` by more than the arithmetic of doubles loses.
bool figure_below(double a, double b);
/// How many times the greater is the lesser, by stated value or nearest bound; 1 if none tells.
double figures_ratio(const figure *a, const figure *b);
/// The one number that stands for it when figures are put in order; NAN if none.
double figure_point(const figure *f);

#endif
