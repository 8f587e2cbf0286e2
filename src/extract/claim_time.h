// SPDX-License-Identifier: MIT
// Level 5: the time that a claim is about.
#ifndef CROSSCLAIM_EXTRACT_CLAIM_TIME_H
#define CROSSCLAIM_EXTRACT_CLAIM_TIME_H

#include "extract/tokens.h"

// The time of the draft's sentence that stands nearest to its words: one of its own clause
// before one of another, and never that of a reporting verb ("said on Monday that"). NULL if
// the sentence tells none.
const xc_time_mention *claim_time(const sentence_scan *scan, const claim_draft *draft);

#endif
