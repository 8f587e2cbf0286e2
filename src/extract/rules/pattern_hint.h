// SPDX-License-Identifier: MIT
/// What a text must hold for a pattern to match in it: most sentences hold nothing of the kind,
/// and to look for three letters is far cheaper than to run the pattern.
#ifndef CROSSCLAIM_EXTRACT_RULES_PATTERN_HINT_H
#define CROSSCLAIM_EXTRACT_RULES_PATTERN_HINT_H

#include "crossclaim/base/arena.h"
#include "crossclaim/base/status.h"

enum { THREE_BYTES = 1 << 15 }; ///< five bits a byte, which make capitals and small letters one

/// The sequences of three bytes that a text holds, as bits.
typedef struct text_hint {
    bool all;   ///< it holds signs that are letters by another name: any pattern may match
    bool digit; ///< it holds a digit, or signs that may be one
    uint64_t bits[THREE_BYTES / 64];
} text_hint;

/// The literals of which a match of a pattern holds one at least: for each, how many sequences
/// of three bytes, then those. Empty if none are known; the pattern may match anything then.
typedef struct pattern_hint {
    const uint16_t *items;
    size_t count;
    bool digit; ///< a match holds a digit
} pattern_hint;

/// Of a pattern that PCRE2 has compiled without regard to case. XC_NO_MEMORY, or XC_OK.
xc_status pattern_hint_make(xc_slice pattern, xc_arena *arena, pattern_hint *out);
void text_hint_make(xc_slice text, text_hint *out);
/// Whether the pattern may match in the text; false is certain.
bool pattern_may_match(const pattern_hint *pattern, const text_hint *text);

#endif
