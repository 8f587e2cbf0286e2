// SPDX-License-Identifier: MIT
// A set of names that a text tells: the first ones, up to a bound.
#ifndef CROSSCLAIM_EXTRACT_PLACE_NAME_SET_H
#define CROSSCLAIM_EXTRACT_PLACE_NAME_SET_H

#include "crossclaim/base/slice.h"

enum {
    MOST_NAMES = 200,  // names that are kept
    NAME_SLOTS = 1024, // a power of two, so many that hardly two names share one
};

typedef struct place_names {
    xc_slice items[MOST_NAMES];
    size_t count;
    uint8_t slots[NAME_SLOTS]; // index of an item, plus one; 0 is free
} place_names;

// Adds a name that is not there yet; nothing once the set is full. The bytes are not copied.
void place_names_add(place_names *names, xc_slice name);
bool place_names_have(const place_names *names, xc_slice name);

#endif
