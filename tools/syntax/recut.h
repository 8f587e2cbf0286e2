// SPDX-License-Identifier: MIT
// A treebank's words turned into the program's, heads kept.
#ifndef CROSSCLAIM_TOOLS_SYNTAX_RECUT_H
#define CROSSCLAIM_TOOLS_SYNTAX_RECUT_H

#include "corpus.h"

typedef struct recut_tags {
    uint8_t number, mark; // of a joined number, and of a mark that was within a word
} recut_tags;

// Cuts the sentence's text as the program does and changes words[0,*count) in place: words that
// the program joins become one, with the head of their head; a word that it splits becomes
// several that hang on its last.
// @param space_after [*count]
XC_MUST_CHECK xc_status recut(const cutter *cut, xc_arena *arena, const bool *space_after,
                              recut_tags tags, gold_word *words, uint32_t *count, uint32_t most,
                              xc_error *error);

// Whether recut would join or split any word.
XC_MUST_CHECK xc_status recut_changes(const cutter *cut, xc_arena *arena,
                                      const bool *space_after, const gold_word *words,
                                      uint32_t count, bool *changes, xc_error *error);

#endif
