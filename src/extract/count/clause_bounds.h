// SPDX-License-Identifier: MIT
// What the sentence's tree says against links that words alone would make: a list does not run over
// the end of a clause, and a verb with a subject of its own takes none from a clause inside it.
#ifndef CROSSCLAIM_EXTRACT_COUNT_CLAUSE_BOUNDS_H
#define CROSSCLAIM_EXTRACT_COUNT_CLAUSE_BOUNDS_H

#include "extract/count/linking.h"

// Whether two groups stand in clauses of their own: "charged 11 people, but seven were released",
// "31 of them in the village, and 120 were hurt". May make the tree; false without a model.
bool groups_are_apart(sentence_scan *scan, const noun_group *first, const noun_group *second);
// Whether a group is told inside a clause that only describes the verb's subject: "the man who
// kidnapped two tourists surrendered". May make the tree; false without a model.
bool is_inside_subject(const count_link *l, const noun_group *group);
// Whether a subject of the verb stands between it and a group that is no part of it: "two loggers heard
// when the hunter was shot". False where no tree was made.
bool has_other_subject(const count_link *l, const noun_group *group);
// Whether a group only tells of whom or from where the verb's subject is: "40 people from 12 villages
// were killed", "the wives of 12 soldiers were killed". May make the tree; false without a model.
bool is_of_subject(const count_link *l, const noun_group *group);

#endif
