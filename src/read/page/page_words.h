// SPDX-License-Identifier: MIT
/// What pages of many languages call months, authors and companies
/// (claims/pages/page_words.csv).
#ifndef CROSSCLAIM_READ_PAGE_PAGE_WORDS_H
#define CROSSCLAIM_READ_PAGE_PAGE_WORDS_H

#include "crossclaim/base.h"

typedef enum word_kind {
    WORD_MONTH,        ///< its value is 1 to 12
    WORD_YEAR,         ///< stands behind a year in figures
    WORD_MONTH_SIGN,   ///< behind a month in figures
    WORD_DAY,          ///< behind a day in figures
    WORD_AUTHOR,       ///< "By": an author's name follows
    WORD_AUTHOR_END,   ///< "Updated": the author's name has ended
    WORD_AUTHOR_TAIL,  ///< "on": does not end a name, but what is left between it and a date
    WORD_PARTICLE,     ///< a small word within names: "van"
    WORD_DESK,         ///< nobody's name: "editorial team"
    WORD_ROLE,         ///< what an author is: "correspondent"
    WORD_ORGANISATION, ///< a word in the names of bodies, not of persons
    WORD_COMPANY,      ///< what ends a company's name: "Ltd"
    WORD_COUNTED,      ///< who or what tables count: "killed", "houses destroyed"
    WORD_NUMBER_OF,    ///< stands before it: "number of"
    WORD_KINDS
} word_kind;

typedef struct page_word {
    xc_slice word; ///< folded
    int value;
} page_word;

typedef struct page_words {
    page_word *items[WORD_KINDS]; ///< sorted
    size_t count[WORD_KINDS], capacity[WORD_KINDS];
    size_t longest[WORD_KINDS]; ///< bytes of the longest
} page_words;

/// Reads page_words.csv in the folder.
/// @param arena owns what *out points to
/// @return XC_OK, XC_END (no such file), XC_IO, XC_BAD_RULE or XC_NO_MEMORY
XC_MUST_CHECK xc_status page_words_load(const char *directory, xc_arena *arena, page_words *out,
                                        xc_error *error);
/// The value of the word that the text is, in any case; -1 if it is none of that kind.
/// @param words may be NULL
int page_word_of(const page_words *words, word_kind kind, xc_slice text);
/// The length of the longest phrase of that kind that the text starts with, up to the end of a
/// word; 0 if there is none.
size_t page_words_start(const page_words *words, word_kind kind, xc_slice text);
/// As page_words_start, at the text's end.
size_t page_words_end(const page_words *words, word_kind kind, xc_slice text);
/// Whether any word of the text is one of that kind.
bool page_words_within(const page_words *words, word_kind kind, xc_slice text);

/// Whether a byte is part of a letter or a figure.
bool page_word_byte(char byte);
/// Whether the text begins with a capital letter of any script that has them.
bool starts_capital(xc_slice text);

#endif
