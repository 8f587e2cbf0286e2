// SPDX-License-Identifier: MIT
/// All that a page tells of itself, before it is decided what to believe.
#ifndef CROSSCLAIM_READ_PAGE_TELLINGS_H
#define CROSSCLAIM_READ_PAGE_TELLINGS_H

#include "read/page/facts.h"

typedef enum page_telling {
    TELLS_TITLE,
    TELLS_PUBLISHED,
    TELLS_AUTHOR,
    TELLS_SITE,
    TELLS_URL,
    TELLS_LANGUAGE,
    PAGE_TELLINGS
} page_telling;

enum { PLACE_RANKS = 16, MOST_HEADINGS = 16 };

typedef struct page_heading {
    xc_slice line;
    bool is_main; ///< h1, or said by its class to be the headline
    uint8_t level;
} page_heading;

/// The first value met of each rank; rank 0 is believed first.
typedef struct page_tellings {
    xc_slice values[PAGE_TELLINGS][PLACE_RANKS];
    page_facts linked; ///< from JSON-LD
    xc_slice document_title;
    page_heading headings[MOST_HEADINGS]; ///< in reading order
    size_t heading_count;
} page_tellings;

XC_MUST_CHECK xc_status tellings_gather(const page_tree *tree, const page_lines *lines,
                                        xc_arena *arena, page_tellings *out, xc_error *error);

#endif
