// SPDX-License-Identifier: MIT
// Mends what no tree has: words of nouns that hang on a verb.
#ifndef CROSSCLAIM_SYNTAX_STRAY_H
#define CROSSCLAIM_SYNTAX_STRAY_H

#include "crossclaim/syntax.h"

// @param nodes of a tree, heads and relations filled; those of [first,last) are a part of it
void stray_gather(xc_node *nodes, uint32_t first, uint32_t last);

#endif
