// SPDX-License-Identifier: MIT
/// The article's body out of a page: what reads like sentences and stands together, without
/// what stands beside it. Three passes over the tree, each linear: measure and drop what is
/// beside; pick the element that holds the most prose and the least of anything else; write its
/// blocks in reading order.
#ifndef CROSSCLAIM_READ_PAGE_BODY_H
#define CROSSCLAIM_READ_PAGE_BODY_H

#include "read/page/page_lines.h"
#include "read/page/tree.h"

/// Counts the letters of each element, and marks what readers wrote: what is told of the page,
/// and the body, are found by them.
/// @param lines may be NULL
void body_measure(const page_tree *tree, const page_lines *lines);

/// Letters that a measured page shows and that are no links, readers' comments left out.
size_t body_letters_shown(const page_tree *tree);

/// Finds the body of a tree that was measured.
/// @param title the headline, which is no part of the body
/// @param lines may be NULL: then only shape tells what is no part of the body
/// @param text  paragraphs parted by an empty line; empty where the page has no article
/// @return XC_OK or XC_NO_MEMORY
XC_MUST_CHECK xc_status body_find(const page_tree *tree, xc_slice title,
                                  const page_lines *lines, xc_arena *arena, xc_slice *text,
                                  xc_error *error);

/// The text of a tree that is an article's body and nothing else, as feeds and records have it.
XC_MUST_CHECK xc_status body_all(const page_tree *tree, xc_slice title, const page_lines *lines,
                                 xc_arena *arena, xc_slice *text, xc_error *error);

/// The same with all lines that are there, of what nothing stands beside: a written document, a
/// chapter of a book.
XC_MUST_CHECK xc_status body_whole(const page_tree *tree, const page_lines *lines,
                                   xc_arena *arena, xc_slice *text, xc_error *error);

/// One line of the body as it was found.
typedef struct text_block {
    xc_slice text;
    uint8_t tag, level;
    bool kept;
    size_t letters, linked;
} text_block;

typedef struct text_blocks {
    text_block *items;
    size_t count, capacity;
} text_blocks;

/// Adds the blocks of an element in reading order.
/// @param lines may be NULL: then rows of tables stay as they are
XC_MUST_CHECK xc_status blocks_gather(xmlNodePtr top, const page_lines *lines, xc_arena *arena,
                                      text_blocks *out, xc_error *error);
/// Sets `kept`: drops lines of links, headings with nothing under them, the headline, calls to
/// read or share something.
void blocks_filter(text_blocks *blocks, xc_slice title, const page_lines *lines);

#endif
