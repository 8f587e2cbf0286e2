// SPDX-License-Identifier: MIT
/// What lines of pages start with, whatever they are about: calls to read on, notices, the
/// headings of other stories, bylines (claims/pages/page_lines.csv).
#ifndef CROSSCLAIM_READ_PAGE_PAGE_LINES_H
#define CROSSCLAIM_READ_PAGE_PAGE_LINES_H

#include "read/page/page_words.h"

typedef enum xc_line_kind {
    XC_LINE_CALL,      ///< "Read more": dropped where the line is short
    XC_LINE_NOTICE,    ///< "We use cookies": dropped
    XC_LINE_ENDING,    ///< "Related stories": ends the article
    XC_LINE_BYLINE,    ///< "By": the author's name follows
    XC_LINE_PUBLISHED, ///< part of the words before the date of publication
    XC_LINE_CHANGED,   ///< part of the words before the date of a change
    XC_LINE_OWN,       ///< a desk speaks of itself; its name follows
    XC_LINE_COPY,      ///< copy of an agency; its name follows
    XC_LINE_STATEMENT, ///< a headline says whose statement it is
    XC_LINE_KINDS
} xc_line_kind;

typedef struct xc_page_lines {
    xc_slice *items[XC_LINE_KINDS]; ///< lower case
    size_t count[XC_LINE_KINDS], capacity[XC_LINE_KINDS];
    /// Which two bytes such phrases begin with, in five bits each, so that case is left out:
    /// nearly all places of a text are passed by with one look.
    uint16_t begins[1024]; ///< a bit for each kind
    xc_page_words words;
} xc_page_lines;

/// Reads page_lines.csv and page_words.csv in the folder.
/// @param arena owns what *out points to
/// @return XC_OK, XC_END (no such file), XC_IO, XC_BAD_RULE or XC_NO_MEMORY
XC_MUST_CHECK xc_status xc_page_lines_load(const char *directory, xc_arena *arena,
                                           xc_page_lines *out, xc_error *error);
/// The words that came with them. @param lines may be NULL
static inline const xc_page_words *xc_lines_words(const xc_page_lines *lines) {
    return lines ? &lines->words : NULL;
}
/// Whether the line starts with a phrase of that kind, at the end of a word; a phrase that
/// ends in "$" must be the whole line.
/// @param lines may be NULL
bool xc_line_is(const xc_page_lines *lines, xc_line_kind kind, xc_slice line);
/// Whether a phrase of that kind stands anywhere in the line, also within a word.
bool xc_line_has(const xc_page_lines *lines, xc_line_kind kind, xc_slice line);
/// What follows the next phrase of that kind in the text; false if none follows.
bool xc_line_follow(const xc_page_lines *lines, xc_line_kind kind, xc_slice text,
                    xc_slice *behind);

#endif
