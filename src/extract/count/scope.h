// SPDX-License-Identifier: MIT
// What a fear, a denial or a condition reaches, by the tree.
#ifndef CROSSCLAIM_EXTRACT_COUNT_SCOPE_H
#define CROSSCLAIM_EXTRACT_COUNT_SCOPE_H

#include "extract/tokens.h"

// Makes the sentence's tree where a fear, a denial or a failure stands in it.
void scope_prepare(sentence_scan *scan);
// Whether what a word says holds for a verb: "feared that 30 had died", but not "the disputed
// region, where 30 died". Both are tokens; true where the sentence has no tree yet.
bool scope_reaches(const sentence_scan *scan, uint32_t word, uint32_t verb);
// Whether somebody says or announces what the verb tells: "said that 30 would be freed".
bool scope_is_reported(const sentence_scan *scan, uint32_t verb);

// Whether somebody plans or expects it: "expect 800 homes to be flooded", "want 40 men arrested".
bool scope_is_planned(const sentence_scan *scan, uint32_t verb);

#endif
