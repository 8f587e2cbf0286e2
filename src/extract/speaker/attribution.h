// SPDX-License-Identifier: MIT
// Level 5: whom a document says its claims come from.
#ifndef CROSSCLAIM_EXTRACT_SPEAKER_ATTRIBUTION_H
#define CROSSCLAIM_EXTRACT_SPEAKER_ATTRIBUTION_H

#include "extract/speaker/quotation.h"
#include "extract/speaker/speaker.h"

// A speaker that a sentence names, and which of its words it vouches for.
typedef struct xc_speaker {
    xc_naming naming;
    uint32_t sentence;
    uint32_t first, last; // tokens of the naming words: "officials said"
    bool vouches_before, vouches_behind;
    uint32_t reach; // token that what follows was said up to
    bool cited;     // "X said, citing Y": Y, who is asked before X
    bool resolved;  // what stands below is known
    xc_slice name, body, way;
    xc_attribution_kind kind;
} xc_speaker;

typedef struct xc_speakers {
    xc_speaker *items; // in text order
    size_t count, capacity;
    xc_quotations quotations;
    xc_speech speech;
    xc_slice source;
    unsigned depth; // of mentions that are led back to one another
} xc_speakers;

// Finds the speakers of a document. Who "she" or "the ministry" is is found when a claim asks.
// @param source the outlet: "CNN reports" on CNN is the outlet's own voice
XC_MUST_CHECK xc_status xc_speakers_find(const xc_scan *scan, xc_slice source, xc_speakers *out,
                                         xc_error *error);
// Who vouches for the words at a token of a sentence; NULL for the outlet's own voice.
const xc_speaker *xc_speakers_of(xc_speakers *speakers, uint32_t sentence, uint32_t token);

// cue.c: what finds the speakers of one sentence, which `speech` stands at.
XC_MUST_CHECK xc_status xc_cues_find(xc_speakers *speakers, xc_error *error);

// speaker_memory.c: finds the fuller mention of a speaker, and sets name, body, way and kind.
void xc_speaker_resolve(xc_speakers *speakers, size_t index);

#endif
