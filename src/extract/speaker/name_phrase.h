// SPDX-License-Identifier: MIT
// The phrases that a speaker's words are made of.
#ifndef CROSSCLAIM_EXTRACT_SPEAKER_NAME_PHRASE_H
#define CROSSCLAIM_EXTRACT_SPEAKER_NAME_PHRASE_H

#include "extract/speaker/speaker.h"

// What the phrases of some words add up to.
typedef struct xc_speech_summary {
    uint32_t parts;
    xc_attribution_kind kind;
    unsigned weight;
} xc_speech_summary;

// The phrase at a token; names of agencies are words too ("map", "interfax"), and count in
// capitals.
xc_speaker_noun xc_speech_noun(const xc_speech *speech, uint32_t token, uint32_t limit);
xc_speech_summary xc_speech_sum(const xc_speech *speech, xc_words words);
// The phrase of these parts that ends where the words do; *first is where it begins.
xc_speaker_noun xc_speech_last_noun(const xc_speech *speech, xc_words words, uint32_t parts,
                                    uint32_t *first);
// Without articles and numbers before, and marks and small words behind.
// @param definite gets whether an article says that they were named before; may be NULL
xc_words xc_speech_trimmed(const xc_speech *speech, xc_words words, bool *definite);
bool xc_speech_preposition(const xc_speech *speech, uint32_t token);
// The words up to the first preposition that no phrase holds ("secretary of state").
xc_words xc_speech_head(const xc_speech *speech, xc_words words);
// The capitals at the end of the words.
xc_words xc_speech_capitals_at_end(const xc_speech *speech, xc_words words);
// How many words; those that a hyphen joins are one.
uint32_t xc_speech_count(const xc_speech *speech, xc_words words);

#endif
