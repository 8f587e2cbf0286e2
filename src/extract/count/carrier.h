// SPDX-License-Identifier: MIT
// The nouns whose numbers counted groups have, by the tree.
#ifndef CROSSCLAIM_EXTRACT_COUNT_CARRIER_H
#define CROSSCLAIM_EXTRACT_COUNT_CARRIER_H

#include "extract/count/roles.h"

// The noun whose number a group has: "12 heavily armed men" is men; a number alone is its own.
uint32_t carrier_of(const role_tree *t, const noun_group *group);
// The villagers of "dozens of villagers": what an `of` says of a number that is a noun.
uint32_t carrier_kind(const role_tree *t, uint32_t carrier);
// Gives groups that found no class the one of the noun that the tree has for them: "14 aid
// workers", "two US-led coalition soldiers".
void groups_find_heads(sentence_scan *scan);

#endif
