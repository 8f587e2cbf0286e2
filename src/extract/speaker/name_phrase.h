// SPDX-License-Identifier: MIT
// The phrases that a speaker's words are made of.
#ifndef CROSSCLAIM_EXTRACT_SPEAKER_NAME_PHRASE_H
#define CROSSCLAIM_EXTRACT_SPEAKER_NAME_PHRASE_H

#include "extract/speaker/speaker.h"

// What the phrases of some words add up to.
typedef struct speech_summary {
    uint32_t parts;
    xc_attribution_kind kind;
    unsigned weight;
} speech_summary;

// The phrase at a token; names of agencies are words too ("map", "interfax"), and count in
// capitals.
speaker_noun speech_noun(const speech_reading *speech, uint32_t token, uint32_t limit);
speech_summary speech_sum(const speech_reading *speech, xc_span words);
// The phrase of these parts that ends where the words do; *first is where it begins.
speaker_noun speech_last_noun(const speech_reading *speech, xc_span words, uint32_t parts,
                              uint32_t *first);
// Without articles and numbers before, and marks and small words behind.
// @param definite gets whether an article says that they were named before; may be NULL
xc_span speech_trimmed(const speech_reading *speech, xc_span words, bool *definite);
bool speech_preposition(const speech_reading *speech, uint32_t token);
// The words up to the first preposition that no phrase holds ("secretary of state").
xc_span speech_head(const speech_reading *speech, xc_span words);
// The capitals at the end of the words.
xc_span speech_capitals_at_end(const speech_reading *speech, xc_span words);
// How many words; those that a hyphen joins are one.
uint32_t speech_count(const speech_reading *speech, xc_span words);

#endif
