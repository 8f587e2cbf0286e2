// SPDX-License-Identifier: MIT
/// All that a page tells of itself, before it is decided what to believe.
#ifndef CROSSCLAIM_READ_PAGE_TELLINGS_H
#define CROSSCLAIM_READ_PAGE_TELLINGS_H

#include "read/page/facts.h"

typedef enum xc_telling {
    XC_TELLS_TITLE,
    XC_TELLS_PUBLISHED,
    XC_TELLS_AUTHOR,
    XC_TELLS_SITE,
    XC_TELLS_URL,
    XC_TELLS_LANGUAGE,
    XC_TELLINGS
} xc_telling;

enum { XC_RANKS = 16, XC_MOST_HEADINGS = 16 };

typedef struct xc_heading {
    xc_slice line;
    bool is_main; ///< h1, or said by its class to be the headline
    uint8_t level;
} xc_heading;

/// The first value met of each rank; rank 0 is believed first.
typedef struct xc_tellings {
    xc_slice values[XC_TELLINGS][XC_RANKS];
    xc_page_facts linked; ///< from JSON-LD
    xc_slice document_title;
    xc_heading headings[XC_MOST_HEADINGS]; ///< in reading order
    size_t heading_count;
} xc_tellings;

XC_MUST_CHECK xc_status xc_tellings_gather(const xc_tree *tree, const xc_page_lines *lines,
                                           xc_arena *arena, xc_tellings *out, xc_error *error);

#endif
