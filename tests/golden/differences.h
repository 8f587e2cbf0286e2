// SPDX-License-Identifier: MIT
/// The differences between what people wrote down and what the program says that are known: a list
/// that may only shrink. One that is not in it fails the test, and so does one that is mended and
/// still stands there.
#ifndef CROSSCLAIM_TESTS_GOLDEN_DIFFERENCES_H
#define CROSSCLAIM_TESTS_GOLDEN_DIFFERENCES_H

#include "table.h"

typedef struct difference_list {
    xc_arena *arena;
    xc_slice *lines; ///< "claim,a4,attribution"
    size_t count, capacity;
} difference_list;

/// Notes a difference; commas within its parts become spaces.
void difference_note(difference_list *list, const char *kind, xc_slice what,
                     xc_slice difference);
/// Compares with "folder/known.csv"; prints what is new and what is mended.
/// @param shrink writes the file anew without what is mended
/// @return false where anything is new, or mended and not taken out
bool differences_are_known(const difference_list *list, const char *folder, bool shrink);

#endif
