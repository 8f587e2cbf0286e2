// SPDX-License-Identifier: MIT
/// What was decided, in words for people: "confirmed by Ana, 30 Nov 2026: the ministry's own page".
#ifndef CROSSCLAIM_REPORT_DECIDED_H
#define CROSSCLAIM_REPORT_DECIDED_H

#include "crossclaim/compare.h"

/// Appends what was said of a claim, its document and its fields; nothing where nothing was.
void decided_of_claim(const xc_case_content *content, const xc_claim_state *state,
                      xc_buffer *out);
/// Appends what was said of the group that the claim is in: its verdict, settled or open.
void decided_of_group(const xc_case_content *content, const xc_claim_state *member,
                      xc_buffer *out);
/// Appends one decision in words: "value corrected by Ana, 30 Nov 2026, read as 30".
void decided_words(const xc_decision *decision, xc_buffer *out);

#endif
