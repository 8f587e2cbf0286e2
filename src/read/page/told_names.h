// SPDX-License-Identifier: MIT
/// The names that machines are told a page's facts under.
#ifndef CROSSCLAIM_READ_PAGE_TOLD_NAMES_H
#define CROSSCLAIM_READ_PAGE_TOLD_NAMES_H

#include "read/page/tellings.h"

typedef struct told_name {
    const char *name;
    uint8_t telling; ///< XC_TELLS_...
    uint8_t rank;    ///< how far it is believed: 0 the most
} told_name;

/// What a <meta> of that name tells; NULL for nothing that is wanted.
const told_name *meta_told(xc_slice name);
/// The same of an element's `itemprop`.
const told_name *property_told(xc_slice property);

/// Whether a word of the list, NULL-ended, stands anywhere in the text, in any case.
bool any_word_in(xc_slice text, const char *const *list);

#endif
