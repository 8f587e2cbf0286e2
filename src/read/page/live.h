// SPDX-License-Identifier: MIT
/// The entries of a page that reports as things happen (schema.org's LiveBlogPosting): each has its
/// own time, so that "updated" has an order.
#ifndef CROSSCLAIM_READ_PAGE_LIVE_H
#define CROSSCLAIM_READ_PAGE_LIVE_H

#include "read/page/page_lines.h"
#include "read/page/tree.h"

typedef struct live_entry {
    xc_slice id;        ///< of its element, for an address of its own; empty if it has none
    xc_slice published; ///< ISO 8601
    xc_slice text;      ///< its headline first, if it has one
    int64_t moment;     ///< seconds since 1970
} live_entry;

typedef struct live_entries {
    live_entry *items; ///< the oldest first, so that their numbers stay when the page goes on
    size_t count, capacity;
} live_entries;

/// Finds them: elements with a time each that stand side by side, on a page that says of itself
/// that it is live; else what it tells machines.
/// @param lines may be NULL
/// @param arena owns what *out points to; none where the page is no live one
XC_MUST_CHECK xc_status live_find(const page_tree *tree, const page_lines *lines,
                                  xc_arena *arena, live_entries *out, xc_error *error);

#endif
