// SPDX-License-Identifier: MIT
// Figures of clauses that leave out what they count.
#ifndef CROSSCLAIM_EXTRACT_COUNT_GAPPING_H
#define CROSSCLAIM_EXTRACT_COUNT_GAPPING_H

#include "extract/tokens.h"

// Whether a number alone is the figure that a verb of telling or counting has: "the rebels say 400",
// "the ministry admitted to nine", "Varn puts its own losses at four". Asks for the tree.
bool figure_is_told(sentence_scan *scan, const noun_group *group);
// Whether it ends a clause whose verb stands in the one before: "and Britain about 200", "; in the
// south, 25", "and by that of the union 58", "or 15, according to the union".
bool figure_ends_remnant(const sentence_scan *scan, const noun_group *group);

#endif
