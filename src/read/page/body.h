// SPDX-License-Identifier: MIT
/// The article's body out of a page: what reads like sentences and stands together, without
/// what stands beside it. Three passes over the tree, each linear: measure and drop what is
/// beside; pick the element that holds the most prose and the least of anything else; write its
/// blocks in reading order.
#ifndef CROSSCLAIM_READ_PAGE_BODY_H
#define CROSSCLAIM_READ_PAGE_BODY_H

#include "read/page/page_lines.h"
#include "read/page/tree.h"

/// Counts the letters of each element: what is told of it, and the body, are found by them.
void xc_body_measure(const xc_tree *tree);

/// Finds the body of a tree that was measured.
/// @param title the headline, which is no part of the body
/// @param lines may be NULL: then only shape tells what is no part of the body
/// @param text  paragraphs parted by an empty line; empty where the page has no article
/// @return XC_OK or XC_NO_MEMORY
XC_MUST_CHECK xc_status xc_body_find(const xc_tree *tree, xc_slice title,
                                     const xc_page_lines *lines, xc_arena *arena,
                                     xc_slice *text, xc_error *error);

/// The text of a tree that is an article's body and nothing else, as feeds and records have it.
XC_MUST_CHECK xc_status xc_body_all(const xc_tree *tree, xc_slice title,
                                    const xc_page_lines *lines, xc_arena *arena, xc_slice *text,
                                    xc_error *error);

/// One line of the body as it was found.
typedef struct xc_block {
    xc_slice text;
    uint8_t tag, level;
    bool kept;
    size_t letters, linked;
} xc_block;

typedef struct xc_blocks {
    xc_block *items;
    size_t count, capacity;
} xc_blocks;

/// Adds the blocks of an element in reading order.
XC_MUST_CHECK xc_status xc_blocks_gather(xmlNodePtr top, xc_arena *arena, xc_blocks *out,
                                         xc_error *error);
/// Sets `kept`: drops lines of links, headings with nothing under them, the headline, calls to
/// read or share something.
void xc_blocks_filter(xc_blocks *blocks, xc_slice title, const xc_page_lines *lines);

#endif
