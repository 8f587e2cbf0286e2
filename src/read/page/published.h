// SPDX-License-Identifier: MIT
/// Which of a page's tellings is its date of publication.
#ifndef CROSSCLAIM_READ_PAGE_PUBLISHED_H
#define CROSSCLAIM_READ_PAGE_PUBLISHED_H

#include "read/page/tellings.h"

/// @param url      of the page; may be empty
/// @param language as the page tells it ("en-US"); whether 03/04 is the 4th of March
/// @return ISO 8601 in the arena; empty if the page tells no date
xc_slice page_published(const page_tellings *tellings, const page_words *words, xc_slice url,
                        xc_slice language, xc_arena *arena);

#endif
