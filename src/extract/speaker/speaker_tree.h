// SPDX-License-Identifier: MIT
// Who speaks by the tree of the sentence.
#ifndef CROSSCLAIM_EXTRACT_SPEAKER_SPEAKER_TREE_H
#define CROSSCLAIM_EXTRACT_SPEAKER_SPEAKER_TREE_H

#include "extract/speaker/speaker.h"

typedef enum speaker_side {
    SPEAKER_UNTOLD, // no tree was made, or it gives the verb no subject
    SPEAKER_BEFORE,
    SPEAKER_BEHIND, // ", said Ada Orlov"
} speaker_side;

// On which side of the verb at a token its subject stands.
// @param words those that stand beside it
// @param out   gets them, or the subject's own where they are another's
speaker_side speaker_by_tree(const speech_reading *speech, uint32_t verb, xc_span words,
                             xc_span *out);

// Whether a verb has an object and no clause: "continued their search", "declared war".
bool speaker_verb_acts(const speech_reading *speech, uint32_t verb);

// Whether a word stands beside what a verb says: "three" of "In a three-minute reply, Orlov said
// that 12 had died". False where no tree tells.
bool speaker_leaves_out(const speech_reading *speech, uint32_t verb, uint32_t token);

#endif
