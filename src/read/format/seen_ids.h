// SPDX-License-Identifier: MIT
/// Which ids stood on which line of a file, so that one that stands twice is told.
#ifndef CROSSCLAIM_READ_FORMAT_SEEN_IDS_H
#define CROSSCLAIM_READ_FORMAT_SEEN_IDS_H

#include "crossclaim/base.h"

typedef struct seen_id {
    uint64_t hash; ///< 0: not seen
    long line;     ///< where it was first
    size_t run;    ///< of lines of one document, from 1
} seen_id;

/// Open addressing, capacity 2^n; all zero is empty.
typedef struct seen_ids {
    seen_id *items;
    size_t count, capacity;
} seen_ids;

/// The slot of an id, until the next call; its hash is 0 where it was not seen.
/// @param arena owns the slots
/// @return NULL where memory is out
seen_id *seen_find(seen_ids *all, xc_slice id, xc_arena *arena, uint64_t *hash);
/// Fills a slot that was found free.
void seen_mark(seen_ids *all, seen_id *slot, uint64_t hash, long line, size_t run);

#endif
