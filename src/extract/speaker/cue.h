// SPDX-License-Identifier: MIT
// What the files on cues share.
#ifndef CROSSCLAIM_EXTRACT_SPEAKER_CUE_H
#define CROSSCLAIM_EXTRACT_SPEAKER_CUE_H

#include "extract/speaker/attribution.h"

// cue_scope.c: whether what stands before and behind a speaker's words was said.
// @param behind the token behind the verb and whom it was told
void cue_set_scope(const speech_reading *speech, claim_speaker *speaker, uint32_t behind);
// Where what follows a speaker ceases to be said: at ", but", and in "As he announced it, 12
// died" at the comma.
void cue_set_reach(const speech_reading *speech, claim_speaker *speaker);

// cue_headline.c: "12 killed: police", "12 killed - ministry", "Police: 12 killed".
// @return whether the sentence names a speaker so
bool cue_headline(const speech_reading *speech, claim_speaker *out);

#endif
