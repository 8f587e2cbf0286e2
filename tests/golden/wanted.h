// SPDX-License-Identifier: MIT
/// A claim as a person wrote it down, and whether one that the program found is the same.
#ifndef CROSSCLAIM_TESTS_GOLDEN_WANTED_H
#define CROSSCLAIM_TESTS_GOLDEN_WANTED_H

#include "tool.h"

enum { WANTED_FIELDS = 8 };

typedef struct wanted_field {
    xc_slice name; ///< ended by a NUL
    xc_slice value;
} wanted_field;

typedef struct wanted_claim {
    xc_slice measure; ///< "homeless|displaced" accepts either of them
    xc_number value, low, high;
    bool check_low, check_high;
    xc_slice qualifier, modality; ///< "*" accepts any
    wanted_field fields[WANTED_FIELDS];
    size_t field_count;
    size_t part_of; ///< 1-based number of the claim beside it that it is a part of, 0 if unsaid
    bool optional;
} wanted_claim;

/// Sets low and high as the interface page says that they follow from value and qualifier. Of a
/// duration it leaves the step past "more than" open: the page does not say.
void wanted_bounds(wanted_claim *wanted);
bool wanted_add_field(wanted_claim *wanted, xc_slice name, xc_slice value);
/// Same measure and same number: it is the claim that was meant, whatever else is wrong.
bool wanted_meets(const wanted_claim *wanted, const json_row *found);
/// The first field that is not as wanted, or NULL. part_of is the caller's to check.
const char *wanted_difference(const wanted_claim *wanted, const json_row *found);
/// F1 of the words that both have is at least 0.6, without case, punctuation and articles.
bool words_agree(xc_slice a, xc_slice b);
/// Events and statuses are looked at only where one is asked for.
bool is_counted(xc_slice measure);

#endif
