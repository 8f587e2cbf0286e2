// SPDX-License-Identifier: MIT
// Trains the parser on the tags that jack-knifing gave.
#ifndef CROSSCLAIM_TOOLS_SYNTAX_TRAIN_TREES_H
#define CROSSCLAIM_TOOLS_SYNTAX_TRAIN_TREES_H

#include "corpus.h"
#include "plan.h"
#include "syntax/net.h"

// @param relations [count] what the outputs stand for
XC_MUST_CHECK bool train_parser(const gold_corpus *corpus, const plan *p,
                                const stage_plan *stage, const uint8_t *relations,
                                uint32_t count, xc_arena *arena, net *out);

#endif
