// SPDX-License-Identifier: MIT
/// What is kept of the documents' words, so that copies are found without comparing all texts.
#ifndef CROSSCLAIM_COMPARE_SKETCH_H
#define CROSSCLAIM_COMPARE_SKETCH_H

#include "compare/profile.h"

typedef struct sketch_entry {
    uint64_t hash;   ///< of five words
    uint32_t outlet; ///< a number that the documents of one outlet share
    uint32_t document;
} sketch_entry;

typedef struct sketch {
    sketch_entry *items; ///< by hash, outlet and document, each once
    size_t count, capacity;
} sketch;

/// Words that an outlet prints on many of its pages are left out.
/// @return false where memory ran out
XC_MUST_CHECK bool sketch_make(const profiles *all, xc_arena *arena, sketch *out);

#endif
