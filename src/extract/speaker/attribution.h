// SPDX-License-Identifier: MIT
// Level 5: whom a document says its claims come from.
#ifndef CROSSCLAIM_EXTRACT_SPEAKER_ATTRIBUTION_H
#define CROSSCLAIM_EXTRACT_SPEAKER_ATTRIBUTION_H

#include "extract/speaker/quotation.h"
#include "extract/speaker/speaker.h"

// A speaker that a sentence names, and which of its words it vouches for.
typedef struct claim_speaker {
    speaker_naming naming;
    uint32_t sentence;
    uint32_t first, last; // tokens of the naming words: "officials said"
    bool vouches_before, vouches_behind;
    uint32_t reach; // token that what follows was said up to
    uint32_t verb;  // "said", "told"; 0 of other words
    bool cited;     // "X said, citing Y": Y, who is asked before X
    bool resolved;  // what stands below is known
    xc_slice name, body, way;
    xc_attribution_kind kind;
} claim_speaker;

typedef struct text_speakers {
    claim_speaker *items; // in text order
    size_t count, capacity;
    quoted_passages quotations;
    speech_reading speech;
    xc_slice source;
    unsigned depth; // of mentions that are led back to one another
} text_speakers;

// Finds the speakers of a document. Who "she" or "the ministry" is is found when a claim asks.
// @param source the outlet: "CNN reports" on CNN is the outlet's own voice
XC_MUST_CHECK xc_status speakers_find(const sentence_scan *scan, xc_slice source,
                                      text_speakers *out, xc_error *error);
// Who vouches for the words at a token of a sentence; NULL for the outlet's own voice.
const claim_speaker *speakers_of(text_speakers *speakers, uint32_t sentence, uint32_t token);

// cue.c: what finds the speakers of one sentence, which `speech` stands at.
XC_MUST_CHECK xc_status cues_find(text_speakers *speakers, xc_error *error);

// memory.c: finds the fuller mention of a speaker, and sets name, body, way and kind.
void speaker_resolve(text_speakers *speakers, size_t index);

#endif
