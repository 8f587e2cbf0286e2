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
// 'Ada Orlov: "We counted 12 dead."'
bool cue_before_quotation(const speech_reading *speech, claim_speaker *out);

// cue_subject.c: the subject of a verb.
// What a sentence begins with, shared by its later verbs: "Police searched it and said".
bool cue_sentence_subject(const speech_reading *speech, uint32_t verb, speaker_naming *out);
// Where the quantity behind a verb starts, 0 for none near.
uint32_t cue_quantity_behind(const speech_reading *speech, uint32_t verb);
// "26 percent of voters say", "compared with 23 percent who said": a share of a crowd is what
// a poll counted.
bool cue_is_share(const speech_reading *speech, xc_span words);
// "Police allege that", "officials estimate 40": a verb in its base form, behind several and
// before what they say. Many such verbs are nouns too: "a police report said".
bool cue_is_base(const speech_reading *speech, uint32_t verb);
// "has said for two years that": what was said starts behind "that".
uint32_t cue_that_behind(const speech_reading *speech, uint32_t token);

#endif
