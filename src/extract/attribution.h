// SPDX-License-Identifier: MIT
// Level 5: whom a document says its claims come from.
#ifndef CROSSCLAIM_EXTRACT_ATTRIBUTION_H
#define CROSSCLAIM_EXTRACT_ATTRIBUTION_H

#include "cascade.h"

// A speaker that a sentence names, and which of its words it vouches for.
typedef struct xc_speaker {
    xc_slice name;
    xc_attribution_kind kind;
    uint32_t sentence;
    uint32_t first, last; // tokens of the naming words: "officials said"
    bool vouches_before, vouches_behind;
} xc_speaker;

typedef struct xc_speakers {
    xc_speaker *items; // in text order
    size_t count, capacity;
} xc_speakers;

// Finds the speakers of a document, later mentions resolved to the full name.
// @param source the outlet: "CNN reports" on CNN is the outlet's own voice
XC_MUST_CHECK xc_status xc_speakers_find(const xc_scan *scan, xc_slice source, xc_speakers *out,
                                         xc_error *error);
// Who vouches for the words at a token of a sentence; NULL for the outlet's own voice.
const xc_speaker *xc_speakers_of(const xc_scan *scan, const xc_speakers *speakers,
                                 uint32_t sentence, uint32_t token);

#endif
