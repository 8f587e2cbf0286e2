// SPDX-License-Identifier: MIT
/// A book's chapters in reading order (EPUB 3.3: container, package document, spine).
#ifndef CROSSCLAIM_READ_OFFICE_BOOK_H
#define CROSSCLAIM_READ_OFFICE_BOOK_H

#include "read/office/office_package.h"

typedef struct book {
    xc_slice title, author, publisher, published, language;
    xc_slice *chapters; ///< the bytes of each page
    size_t count, capacity;
    size_t protected_count; ///< chapters that are encrypted, and left out
} book;

/// @return XC_OK, XC_SKIPPED with the reason or XC_NO_MEMORY
XC_MUST_CHECK xc_status book_read(const package *all, xc_arena *arena, book *out,
                                  xc_error *error);

#endif
