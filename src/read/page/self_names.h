// SPDX-License-Identifier: MIT
/// Comparing what pages call themselves, and taking titles apart at their signs.
#ifndef CROSSCLAIM_READ_PAGE_SELF_NAMES_H
#define CROSSCLAIM_READ_PAGE_SELF_NAMES_H

#include "read/page/page_words.h"

/// The length of a dash with the spaces behind it, that the text begins with; 0 if none.
size_t dash_bytes(xc_slice text);
/// Whether a text holds another one, in any case of ASCII letters.
bool folds_into(xc_slice text, xc_slice part);
/// Whether two texts have the same letters and figures, signs and case left out.
bool same_letters(xc_slice a, xc_slice b);
/// Whether two names are the same, or one stands within the other.
bool names_alike(xc_slice a, xc_slice b);
/// Whether a name is what a host is called: "The Post" of "thepost.example", "New Furrow" of
/// "furrow.example".
bool name_in_host(xc_slice name, xc_slice host);
/// A company's or outlet's name without "Ltd" and the like behind it.
xc_slice name_without_company(const page_words *words, xc_slice name);

enum { MOST_SEGMENTS = 8 };

/// Cuts "Bridge falls | The Post - News" at signs that part a headline from names.
/// @return how many segments there are, at most MOST_SEGMENTS; the last holds the rest
size_t title_segments(xc_slice title, xc_slice out[MOST_SEGMENTS]);

#endif
