// SPDX-License-Identifier: MIT
/// Names of authors, as bylines and metadata write them.
#ifndef CROSSCLAIM_READ_PAGE_AUTHOR_H
#define CROSSCLAIM_READ_PAGE_AUTHOR_H

#include "read/page/page_words.h"

/// An author's name, or the names of several, without "By", what they are, addresses, dates and
/// what follows a bar; a part of the text, empty if it is none.
/// @param words may be NULL
xc_slice author_clean(const page_words *words, xc_slice author);
/// Whether the text reads like one or more names of persons: "Ana Quill and Jo de Bon".
bool author_is_names(const page_words *words, xc_slice text);
/// The name in a line that begins with "By", or that tells a date too: "4.5.2023 | Ana Quill",
/// "Monday, 4 May 2023 by Ana Quill". Empty if there is none.
/// @param is_near  whether the line stands beside the headline, where less is asked of a name
/// @param has_date whether the line tells a date
xc_slice author_in_line(const page_words *words, xc_slice line, bool is_near, bool has_date);
/// Whether the name is somebody's: not a desk's, not a body's, not the outlet's own or its
/// address.
bool author_is_person(const page_words *words, xc_slice name, xc_slice site, xc_slice host);
/// Of two tellings the one to believe: the first, unless the second has the same names and
/// more.
xc_slice author_fuller(const page_words *words, xc_slice name, xc_slice other);
/// The other, where it is the same name and the first is written as a user's ("anaquill").
xc_slice author_spelt(const page_words *words, xc_slice name, xc_slice other);

#endif
