// SPDX-License-Identifier: MIT
// What the readers of cues share: where they add the speakers that they find.
#ifndef CROSSCLAIM_EXTRACT_SPEAKER_CUE_FINDER_H
#define CROSSCLAIM_EXTRACT_SPEAKER_CUE_FINDER_H

#include "extract/speaker/cue.h"

typedef struct cue_finder {
    text_speakers *out;
    const speech_reading *speech;
    const xc_sentence *sentence;
    size_t first_speaker; // of this sentence
    xc_error *error;
} cue_finder;

static inline uint32_t cue_grammar(const cue_finder *f, int64_t token) {
    return scan_grammar(&f->speech->scan, token);
}

static inline uint32_t cue_kinds(const cue_finder *f, int64_t token) {
    return speech_cues(f->speech, token);
}

static inline bool cue_mark(const cue_finder *f, int64_t token, const char *marks) {
    return speech_mark(f->speech, token, marks);
}

// Adds a speaker of the finder's sentence, with how far it reaches.
xc_status cue_add(cue_finder *f, claim_speaker speaker);
// Reads the subject before a verb; false if it names no speaker.
bool cue_read_subject(const cue_finder *f, uint32_t verb, speaker_naming *out);
// "the SANA news agency": SANA.
xc_span cue_plain_name(const cue_finder *f, xc_span words);
// ", saying Ada Orlov had left": whom it is told of, and not who says it.
bool cue_is_gerund(const cue_finder *f, uint32_t verb);

// cue_cite.c: "according to the ministry, cited by the daily".
// @param token of "according"
xc_status cue_according(cue_finder *f, uint32_t token);
// cue_cite.c: "Y was quoted by X as saying", "X quoted Y as saying", "citing Y".
// @param verb token of "quoted"
xc_status cue_cite(cue_finder *f, uint32_t verb);

#endif
