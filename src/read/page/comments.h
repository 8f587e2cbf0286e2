// SPDX-License-Identifier: MIT
/// Which part of a page its readers wrote.
#ifndef CROSSCLAIM_READ_PAGE_COMMENTS_H
#define CROSSCLAIM_READ_PAGE_COMMENTS_H

#include "read/page/page_lines.h"
#include "read/page/tree.h"

/// Sets `is_readers` of each element that holds readers' comments and nothing of the article,
/// by what it is called (class, microdata, label), by its heading ("12 comments"), and by what
/// stands under each comment ("Reply"). The tree was measured before.
/// @param lines may be NULL: then only names tell
void comments_mark(xmlNodePtr top, const page_lines *lines);

#endif
