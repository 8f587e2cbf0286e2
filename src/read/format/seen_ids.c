// SPDX-License-Identifier: MIT
// A set of ids by their hashes.
#include "read/format/seen_ids.h"

static seen_id *slot_of(const seen_ids *all, uint64_t hash) {
    size_t mask = all->capacity - 1;
    size_t at = (size_t)hash & mask;
    while (all->items[at].hash && all->items[at].hash != hash) {
        at = (at + 1) & mask;
    }
    return &all->items[at];
}

seen_id *seen_find(seen_ids *all, xc_slice id, xc_arena *arena, uint64_t *hash) {
    *hash = xc_hash(id) | 1;
    if (all->count * 2 >= all->capacity) {
        seen_ids larger = *all;
        larger.capacity = all->capacity ? all->capacity * 2 : 256;
        larger.items = xc_arena_array(arena, larger.capacity, sizeof *larger.items);
        if (!larger.items) {
            return NULL;
        }
        for (size_t i = 0; i < all->capacity; i++) {
            if (all->items[i].hash) {
                *slot_of(&larger, all->items[i].hash) = all->items[i];
            }
        }
        *all = larger;
    }
    return slot_of(all, *hash);
}

void seen_mark(seen_ids *all, seen_id *slot, uint64_t hash, long line, size_t run) {
    *slot = (seen_id){hash, line, run};
    all->count++;
}
