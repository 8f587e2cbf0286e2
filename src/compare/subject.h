// SPDX-License-Identifier: MIT
/// Classes of what is counted, and which of them can be compared.
#ifndef XC_COMPARE_SUBJECT_H
#define XC_COMPARE_SUBJECT_H

#include "crossclaim/base.h"

typedef enum subject_relation {
    SUBJECTS_SAME,     ///< one class, or both all people
    SUBJECTS_MAY,      ///< all people and a part of them: only where the figures say the same
    SUBJECTS_DIFFERENT ///< never one figure
} subject_relation;

subject_relation subjects_compare(const xc_claim *a, const xc_claim *b);
/// Whether the class stands for people without saying which.
bool subject_is_all_people(const xc_claim *claim);

#endif
