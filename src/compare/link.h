// SPDX-License-Identifier: MIT
/// Whether two claims are about the same thing. Looks at the two and their documents only.
#ifndef CROSSCLAIM_COMPARE_LINK_H
#define CROSSCLAIM_COMPARE_LINK_H

#include "compare/pair/link_table.h"

/// A pair's sum with what it is made of.
typedef struct link_sum {
    int points;            ///< log-odds of one thing, times ten; INT_MIN where a rule bars it
    const char *bar;       ///< the rule, in words; NULL where none does
    link_model model;      ///< whose points; statements have none
    pair_features figures; ///< bins of two figures
    int series;            ///< points added because the one counts the other on
} link_sum;

/// Points for being about the same thing, in the unit of the table's bars: INT_MIN where
/// arithmetic or the calendar rules it out.
int link_score(const profiles *all, const claim_profile *a, const claim_profile *b);
/// The same with its parts, for learning and for people. Statements have points alone.
void link_explain(const profiles *all, const claim_profile *a, const claim_profile *b,
                  link_sum *out);
/// Whether two figures of one page differ for a reason that it tells: a running total, another
/// speaker, another time.
bool page_tells_why(const claim_profile *a, const claim_profile *b);
/// Whether one document gives the two figures for different things.
bool must_stay_apart(const profiles *all, const claim_profile *a, const claim_profile *b);

#endif
