// SPDX-License-Identifier: MIT
// Names by their hash: a long text asks for each of its names whether it is a person's.
#include "extract/place/name_set.h"

#include "crossclaim/base/hash.h"

_Static_assert(MOST_NAMES <= UINT8_MAX, "a slot is a byte");

// The slot that holds the name, or the free one where it belongs.
static size_t slot_of(const place_names *names, xc_slice name) {
    size_t at = (size_t)xc_hash(name) % NAME_SLOTS;
    while (names->slots[at] && !xc_slice_equal(names->items[names->slots[at] - 1], name)) {
        at = (at + 1) % NAME_SLOTS;
    }
    return at;
}

void place_names_add(place_names *names, xc_slice name) {
    size_t slot = names->count < MOST_NAMES ? slot_of(names, name) : 0;
    if (names->count < MOST_NAMES && !names->slots[slot]) {
        names->items[names->count++] = name;
        names->slots[slot] = (uint8_t)names->count;
    }
}

bool place_names_have(const place_names *names, xc_slice name) {
    return names->slots[slot_of(names, name)] != 0;
}
