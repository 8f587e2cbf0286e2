// SPDX-License-Identifier: MIT
// Names to numbers, and the nearest of some names to one that is not known.
#ifndef CROSSCLAIM_EXTRACT_PACK_NAME_TABLE_H
#define CROSSCLAIM_EXTRACT_PACK_NAME_TABLE_H

#include "crossclaim/base.h"

typedef struct named_number {
    xc_slice name; // ptr NULL: the slot is free
    uint32_t number;
} named_number;

// All zero but the arena before use. Names are kept by reference.
typedef struct name_table {
    xc_arena *arena;
    named_number *slots;
    size_t size, count;
} name_table;

#define NO_NAME UINT32_MAX

// The number of a name, NO_NAME where it has none.
uint32_t names_find(const name_table *names, xc_slice name);
// Gives a name that is not yet there its number; false when memory is out.
XC_MUST_CHECK bool names_add(name_table *names, xc_slice name, uint32_t number);
// The name that is spelled most like `wanted`, empty where none is near.
xc_slice names_nearest(const name_table *names, xc_slice wanted);
// As above, out of a list that ends in NULL.
xc_slice nearest_word(const char *const *words, xc_slice wanted);

#endif
