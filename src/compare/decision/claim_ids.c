// SPDX-License-Identifier: MIT
// Open addressing (Knuth, The Art of Computer Programming 3, 6.4, algorithm L), half full at most:
// made anew for each decision, so that making it has to cost no more than a walk.
#include "compare/decision/claim_ids.h"

static size_t slot_of(const claim_ids *ids, xc_slice id) {
    size_t at = (size_t)xc_hash(id) & ids->mask;
    while (ids->slots[at] != NO_CLAIM &&
           !xc_slice_equal(ids->content->claims[ids->slots[at]].id, id)) {
        at = (at + 1) & ids->mask;
    }
    return at;
}

bool claim_ids_make(const xc_case_content *content, xc_arena *arena, claim_ids *out) {
    size_t size = 4;
    while (size < content->claim_count * 2) {
        size *= 2;
    }
    *out = (claim_ids){.content = content, .mask = size - 1};
    out->slots = xc_arena_array(arena, size, sizeof *out->slots);
    if (!out->slots) {
        return false;
    }
    for (size_t i = 0; i < size; i++) {
        out->slots[i] = NO_CLAIM;
    }
    for (uint32_t i = 0; i < content->claim_count; i++) {
        size_t at = slot_of(out, content->claims[i].id);
        out->slots[at] = out->slots[at] == NO_CLAIM ? i : out->slots[at];
    }
    return true;
}

uint32_t claim_ids_find(const claim_ids *ids, xc_slice id) {
    return ids->slots[slot_of(ids, id)];
}

uint32_t *claim_ids_groups(const claim_ids *ids, xc_arena *arena) {
    const xc_case_content *content = ids->content;
    uint32_t *groups = xc_arena_array(arena, content->claim_count + 1, sizeof *groups);
    for (size_t i = 0; groups && i < content->claim_count; i++) {
        groups[i] = NO_GROUP;
    }
    for (uint32_t i = 0; groups && i < content->group_count; i++) {
        for (size_t k = 0; k < content->groups[i].member_count; k++) {
            uint32_t claim = claim_ids_find(ids, content->groups[i].members[k]);
            if (claim != NO_CLAIM) {
                groups[claim] = i;
            }
        }
    }
    return groups;
}
