// SPDX-License-Identifier: MIT
/// A content's claims by their ids, and the groups that they lie in.
#ifndef CROSSCLAIM_COMPARE_DECISION_CLAIM_IDS_H
#define CROSSCLAIM_COMPARE_DECISION_CLAIM_IDS_H

#include "crossclaim/store.h"

static const uint32_t NO_CLAIM = UINT32_MAX;
static const uint32_t NO_GROUP = UINT32_MAX;

typedef struct claim_ids {
    const xc_case_content *content;
    uint32_t *slots; ///< claims by the hash of their ids; NO_CLAIM where none is
    size_t mask;
} claim_ids;

/// @return false where memory is out
bool claim_ids_make(const xc_case_content *content, xc_arena *arena, claim_ids *out);
/// The claim's index in the content; NO_CLAIM where the content has none of the id.
uint32_t claim_ids_find(const claim_ids *ids, xc_slice id);
/// For each claim the index of its group; NO_GROUP where it is in none.
/// @return NULL where memory is out
uint32_t *claim_ids_groups(const claim_ids *ids, xc_arena *arena);

#endif
