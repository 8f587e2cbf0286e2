// SPDX-License-Identifier: MIT
// Level 5: the time that a claim is about.
#ifndef CROSSCLAIM_EXTRACT_CLAIM_TIME_H
#define CROSSCLAIM_EXTRACT_CLAIM_TIME_H

#include "extract/tokens.h"

// The time of the draft's sentence that stands nearest to its words: one of its own clause
// before one of another, and never that of a reporting verb ("said on Monday that"). NULL if
// the sentence tells none.
const xc_time_mention *claim_time(const sentence_scan *scan, const claim_draft *draft);

// Whether that time tells when the count was told and not when it came about: the day of a
// reporting verb ("45 were killed, officials said on Sunday"), and the day to which a running
// total is told ("the toll rose to 45 on Sunday"). Such a count stands as of that day.
bool time_is_of_telling(const sentence_scan *scan, const claim_draft *draft,
                        const xc_time_mention *time);

#endif
