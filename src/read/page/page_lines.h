// SPDX-License-Identifier: MIT
/// What lines of pages start with, whatever they are about: calls to read on, notices, the
/// headings of other stories, bylines (claims/pages/page_lines.csv).
#ifndef CROSSCLAIM_READ_PAGE_PAGE_LINES_H
#define CROSSCLAIM_READ_PAGE_PAGE_LINES_H

#include "read/page/page_words.h"

typedef enum line_kind {
    LINE_CALL,      ///< "Read more": dropped where the line is short
    LINE_NOTICE,    ///< "We use cookies": dropped
    LINE_ENDING,    ///< "Related stories": ends the article
    LINE_BYLINE,    ///< "By": the author's name follows
    LINE_PUBLISHED, ///< part of the words before the date of publication
    LINE_CHANGED,   ///< part of the words before the date of a change
    LINE_OWN,       ///< a desk speaks of itself; its name follows
    LINE_COPY,      ///< copy of an agency; its name follows
    LINE_RIGHTS,    ///< "©": who holds the rights follows
    LINE_COMMENTS,  ///< the heading of readers' comments, figures and signs left out
    LINE_COUNTED,   ///< what such a heading counts: "responses", with a figure beside it
    LINE_REPLY,     ///< what stands under each comment: "Reply"
    LINE_OFFER,     ///< how an offer to subscribe begins, where it has also
    LINE_OFFERED,   ///< one of these words
    LINE_STATEMENT, ///< a headline says whose statement it is
    LINE_KINDS
} line_kind;

typedef struct page_lines {
    xc_slice *items[LINE_KINDS]; ///< lower case
    size_t count[LINE_KINDS], capacity[LINE_KINDS];
    /// Which two bytes such phrases begin with, in five bits each, so that case is left out:
    /// nearly all places of a text are passed by with one look.
    uint16_t begins[1024]; ///< a bit for each kind
    page_words words;
} page_lines;

/// Reads page_lines.csv and page_words.csv in the folder.
/// @param arena owns what *out points to
/// @return XC_OK, XC_END (no such file), XC_IO, XC_BAD_RULE or XC_NO_MEMORY
XC_MUST_CHECK xc_status page_lines_load(const char *directory, xc_arena *arena, page_lines *out,
                                        xc_error *error);
/// The words that came with them. @param lines may be NULL
static inline const page_words *lines_words(const page_lines *lines) {
    return lines ? &lines->words : NULL;
}
/// Whether the line starts with a phrase of that kind, at the end of a word; a phrase that
/// ends in "$" must be the whole line.
/// @param lines may be NULL
bool line_is(const page_lines *lines, line_kind kind, xc_slice line);
/// What follows the phrase of that kind that the line starts with; empty if it starts with
/// none.
xc_slice line_behind(const page_lines *lines, line_kind kind, xc_slice line);
/// Whether a phrase of that kind stands anywhere in the line, also within a word.
bool line_has(const page_lines *lines, line_kind kind, xc_slice line);
/// What follows the next phrase of that kind in the text; false if none follows.
bool line_follow(const page_lines *lines, line_kind kind, xc_slice text, xc_slice *behind);

#endif
