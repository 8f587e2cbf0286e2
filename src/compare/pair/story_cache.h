// SPDX-License-Identifier: MIT
/// Points of document pairs, kept because many claims ask for the same two. What is kept changes
/// no result.
#ifndef CROSSCLAIM_COMPARE_PAIR_STORY_CACHE_H
#define CROSSCLAIM_COMPARE_PAIR_STORY_CACHE_H

#include "compare/profile.h"

typedef struct story_cache story_cache;

/// @param documents how many there are: the more, the more pairs are kept
/// @return false where memory ran out
XC_MUST_CHECK bool story_cache_make(size_t documents, xc_arena *arena, story_cache **out);
/// Log-odds, times ten, that the two documents tell of one thing.
int stories_points(const profiles *all, const document_profile *a, const document_profile *b);

#endif
