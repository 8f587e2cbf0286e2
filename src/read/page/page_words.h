// SPDX-License-Identifier: MIT
/// What pages of many languages call months, authors and companies (claims/pages/page_words.csv).
#ifndef CROSSCLAIM_READ_PAGE_PAGE_WORDS_H
#define CROSSCLAIM_READ_PAGE_PAGE_WORDS_H

#include "crossclaim/base.h"

typedef enum xc_word_kind {
    XC_WORD_MONTH,        ///< its value is 1 to 12
    XC_WORD_YEAR,         ///< stands behind a year in figures
    XC_WORD_MONTH_SIGN,   ///< behind a month in figures
    XC_WORD_DAY,          ///< behind a day in figures
    XC_WORD_AUTHOR,       ///< "By": an author's name follows
    XC_WORD_AUTHOR_END,   ///< "Updated": the author's name has ended
    XC_WORD_AUTHOR_TAIL,  ///< "on": does not end a name, but what is left between it and a date
    XC_WORD_PARTICLE,     ///< a small word within names: "van"
    XC_WORD_DESK,         ///< nobody's name: "editorial team"
    XC_WORD_ROLE,         ///< what an author is: "correspondent"
    XC_WORD_ORGANISATION, ///< a word in the names of bodies, not of persons
    XC_WORD_COMPANY,      ///< what ends a company's name: "Ltd"
    XC_WORD_KINDS
} xc_word_kind;

typedef struct xc_page_word {
    xc_slice word; ///< folded
    int value;
} xc_page_word;

typedef struct xc_page_words {
    xc_page_word *items[XC_WORD_KINDS]; ///< sorted
    size_t count[XC_WORD_KINDS], capacity[XC_WORD_KINDS];
    size_t longest[XC_WORD_KINDS]; ///< bytes of the longest
} xc_page_words;

/// Reads page_words.csv in the folder.
/// @param arena owns what *out points to
/// @return XC_OK, XC_END (no such file), XC_IO, XC_BAD_RULE or XC_NO_MEMORY
XC_MUST_CHECK xc_status xc_page_words_load(const char *directory, xc_arena *arena,
                                           xc_page_words *out, xc_error *error);
/// The value of the word that the text is, in any case; -1 if it is none of that kind.
/// @param words may be NULL
int xc_page_word_of(const xc_page_words *words, xc_word_kind kind, xc_slice text);
/// The length of the longest phrase of that kind that the text starts with, up to the end of a
/// word; 0 if there is none.
size_t xc_page_words_start(const xc_page_words *words, xc_word_kind kind, xc_slice text);
/// As xc_page_words_start, at the text's end.
size_t xc_page_words_end(const xc_page_words *words, xc_word_kind kind, xc_slice text);
/// Whether any word of the text is one of that kind.
bool xc_page_words_within(const xc_page_words *words, xc_word_kind kind, xc_slice text);

/// Whether a byte is part of a letter or a figure.
bool xc_is_word_byte(char byte);
/// Whether the text begins with a capital letter of any script that has them.
bool xc_starts_capital(xc_slice text);

#endif
