// SPDX-License-Identifier: MIT
// Counts that the sentence's tree tells.
#ifndef CROSSCLAIM_EXTRACT_COUNT_TREE_COUNT_H
#define CROSSCLAIM_EXTRACT_COUNT_TREE_COUNT_H

#include "extract/count/linking.h"

// Links triggers that are linked with nothing yet to groups that nothing counts yet; nothing where
// the language has no model.
// @param describing takes clauses and attributes that only say who somebody is; false all others
void count_by_tree(sentence_scan *scan, bool describing);

#endif
