// SPDX-License-Identifier: MIT
/// Which classes of what is counted can be compared.
#ifndef CROSSCLAIM_COMPARE_SUBJECT_H
#define CROSSCLAIM_COMPARE_SUBJECT_H

#include "compare/profile.h"

typedef enum subject_relation {
    SUBJECTS_SAME,     ///< one class, or both all people
    SUBJECTS_MAY,      ///< one is a part of the other: only where the figures say the same
    SUBJECTS_DIFFERENT ///< never one figure
} subject_relation;

subject_relation subjects_compare(const claim_profile *a, const claim_profile *b);
/// Whether what the first one counts is a part of what the second one counts ("children" of
/// "people", "houses" of "buildings").
bool subject_is_part(const claim_profile *a, const claim_profile *b);

#endif
