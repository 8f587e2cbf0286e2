// SPDX-License-Identifier: MIT
// Level 5: which event a claim belongs to.
#ifndef CROSSCLAIM_EXTRACT_EVENT_H
#define CROSSCLAIM_EXTRACT_EVENT_H

#include "extract/cascade.h"

// A noun that names a happening where it stands.
typedef struct event_mention {
    uint32_t sentence, token; // its noun
    xc_slice words;           // with what tells it from others of its kind
    xc_slice kind;            // "explode" of "blast" and "explosion"; else the noun
    bool bare;                // nothing but the noun: any event of its kind
    bool background;          // "the 2020 war", "an earlier blast"
    int32_t year;             // that it tells, 0 for none
} event_mention;

typedef struct event_words {
    event_mention *items; // in text order
    size_t count, capacity;
    const event_mention *main; // what the text is about; NULL for none
} event_words;

// Finds the events that a text names.
XC_MUST_CHECK xc_status events_find(const sentence_scan *scan, event_words *out,
                                    xc_error *error);
// Whether both are of one kind: "blast" and "explosion".
bool event_same_kind(const event_mention *a, const event_mention *b);

// event_kind.c: whether the noun at a token names a happening where it stands: not in "opened
// fire", "heart attack", "fire chief".
bool event_happens(const sentence_scan *scan, uint32_t noun);
// One word for all words of a kind: the predicate of the rule that knows the longest of the words
// [first, noun], else the noun.
xc_slice event_kind(const sentence_scan *scan, uint32_t first, uint32_t noun);
// Gives a noun that stands alone the kind that the text told before with more words: "the strike"
// behind "an air strike".
void event_kinds_settle(const sentence_scan *scan, event_words *events);

// The event of a claim.
typedef struct claim_event {
    xc_slice words;               // empty: none
    const event_mention *mention; // that it was read from; NULL: none
    bool own;                     // that stands in its own sentence or passage
} claim_event;

// The event of a draft: the nearest in its clause and sentence, else, of a measure that says
// so, that of the passage and of the text. Empty where none fits.
// @param time when the claim is about, NULL where it does not tell
claim_event events_of(const sentence_scan *scan, const event_words *events,
                      const claim_draft *draft, const xc_time_mention *time);

#endif
