// SPDX-License-Identifier: MIT
// A sentence's tokens as the words of its tree.
#ifndef CROSSCLAIM_SYNTAX_JOINED_H
#define CROSSCLAIM_SYNTAX_JOINED_H

#include "crossclaim/syntax.h"

// Fills where each word stands; the rest of a node is left zero.
// @param nodes room for as many as the sentence has tokens
// @return how many there are
size_t join_words(const xc_text *text, const xc_mentions *mentions, const xc_sentence *sentence,
                  xc_node *nodes);

#endif
