// SPDX-License-Identifier: MIT
/// Paragraphs out of the lines that a page was printed in.
#ifndef CROSSCLAIM_READ_FORMAT_PDF_TEXT_H
#define CROSSCLAIM_READ_FORMAT_PDF_TEXT_H

#include "crossclaim/base.h"

/// Joins lines to paragraphs, parted by an empty line: words that a line's end divides are made
/// whole, paragraphs go on over a page's end, and what stands at the head or foot of page after
/// page, page numbers among it, is left out.
/// @param printed valid UTF-8, lines ended by a line feed, pages by a form feed
/// @param arena   owns *out and *address
/// @param address what a browser printed at the foot of its pages; empty if nothing
XC_MUST_CHECK xc_status pdf_paragraphs(xc_slice printed, xc_arena *arena, xc_slice *out,
                                       xc_slice *address, xc_error *error);

#endif
