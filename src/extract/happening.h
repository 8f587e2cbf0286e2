// SPDX-License-Identifier: MIT
// Level 5: the happening that each claim belongs to, and whether the page is about it.
#ifndef CROSSCLAIM_EXTRACT_HAPPENING_H
#define CROSSCLAIM_EXTRACT_HAPPENING_H

#include "extract/event.h"
#include "extract/place/place.h"

// What was found of a claim before.
typedef struct happening_clues {
    const xc_time_mention *time; // of its clause; NULL: not told
    claim_event event;           // that its clause or passage tells of
    const place_mention *place;  // NULL: what the text is about as a whole
    bool of_telling;             // the time is that of its telling
} happening_clues;

typedef struct happening_input {
    const sentence_scan *scan;
    const event_words *events;
    const text_places *places;
    const claim_draft *drafts;
    const happening_clues *clues; // [draft]
    size_t count;
    xc_date now; // when the text was written; precision XC_NO_DATE if unknown
} happening_input;

// Fills `happening` of the claims, which stand in the order of their drafts.
void happenings_fill(const happening_input *input, xc_claim *claims);

#endif
