// SPDX-License-Identifier: MIT
/// Which of a page's tellings names its outlet.
#ifndef CROSSCLAIM_READ_PAGE_SITE_H
#define CROSSCLAIM_READ_PAGE_SITE_H

#include "read/page/tellings.h"

/// @param host of the page's address; may be empty
xc_slice page_site(const page_tellings *tellings, const page_words *words, xc_slice host);

#endif
