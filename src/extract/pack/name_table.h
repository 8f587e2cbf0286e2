// SPDX-License-Identifier: MIT
// Names to numbers, and the nearest of some names to one that is not known.
#ifndef CROSSCLAIM_EXTRACT_PACK_NAME_TABLE_H
#define CROSSCLAIM_EXTRACT_PACK_NAME_TABLE_H

#include "crossclaim/base.h"

typedef struct xc_name {
    xc_slice name; // ptr NULL: the slot is free
    uint32_t number;
} xc_name;

// All zero but the arena before use. Names are kept by reference.
typedef struct xc_names {
    xc_arena *arena;
    xc_name *slots;
    size_t size, count;
} xc_names;

#define XC_NO_NAME UINT32_MAX

// The number of a name, XC_NO_NAME where it has none.
uint32_t xc_names_find(const xc_names *names, xc_slice name);
// Gives a name that is not yet there its number; false when memory is out.
XC_MUST_CHECK bool xc_names_add(xc_names *names, xc_slice name, uint32_t number);
// The name that is spelled most like `wanted`, empty where none is near.
xc_slice xc_names_nearest(const xc_names *names, xc_slice wanted);
// As above, out of a list that ends in NULL.
xc_slice xc_nearest_word(const char *const *words, xc_slice wanted);

#endif
