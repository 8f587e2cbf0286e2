// SPDX-License-Identifier: MIT
/// Which of a page's tellings is its headline.
#ifndef CROSSCLAIM_READ_PAGE_TITLE_H
#define CROSSCLAIM_READ_PAGE_TITLE_H

#include "read/page/tellings.h"

/// @param site what the page calls its outlet, @param host of its address; may be empty
xc_slice page_title(const page_tellings *tellings, xc_slice site, xc_slice host);

#endif
