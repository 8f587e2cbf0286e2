// SPDX-License-Identifier: MIT
// Phrases with other words between theirs.
#ifndef CROSSCLAIM_EXTRACT_COUNT_PHRASE_HEADS_H
#define CROSSCLAIM_EXTRACT_COUNT_PHRASE_HEADS_H

#include "extract/tokens.h"

// Adds to the sentence's triggers the verbs of phrases whose other words stand further on; nothing
// without a model. Such a trigger is the verb alone.
void triggers_add_phrases(sentence_scan *scan);

#endif
