// SPDX-License-Identifier: MIT
/// Whether two figures that differ may be held against each other. To group alike figures is
/// one thing; a conflict, or a count that replaces another, is what a reader sees first, and
/// asks for more: that nothing which the two sentences and pages tell sets them apart.
#ifndef CROSSCLAIM_COMPARE_PAIR_OPPOSED_H
#define CROSSCLAIM_COMPARE_PAIR_OPPOSED_H

#include "compare/profile.h"

/// Why two figures that are not the same are of two things, in words; NULL where nothing tells.
/// Neither the order of the two nor other documents change it.
const char *opposed_bar(const claim_profile *a, const claim_profile *b);
/// Whether a bar is that the sentences have few words in common, which two others of the same pages
/// or of pages of the same group may make good.
bool opposed_by_few_words(const char *bar);

#endif
