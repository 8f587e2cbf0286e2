// SPDX-License-Identifier: MIT
/// A saved page as a document; also for records that carry HTML.
#ifndef CROSSCLAIM_READ_FORMAT_HTML_H
#define CROSSCLAIM_READ_FORMAT_HTML_H

#include "crossclaim/read.h"
#include "read/told.h"

/// Fills headline, text, outlet, date, author, address and language from a page's bytes.
/// @return XC_OK, XC_SKIPPED or XC_NO_MEMORY
XC_MUST_CHECK xc_status html_read(xc_slice bytes, const xc_read_options *options,
                                  xc_arena *arena, xc_document *out, xc_error *error);
/// The same, where the page came with headers or was found at an address.
XC_MUST_CHECK xc_status html_read_told(xc_slice bytes, const told_facts *told,
                                       const xc_read_options *options, xc_arena *arena,
                                       xc_document *out, xc_error *error);
/// Only the text, of HTML that is the body of an article and no page: in a feed, in a record.
/// @param title the headline, which is no part of the text
/// @return XC_OK, XC_SKIPPED or XC_NO_MEMORY
XC_MUST_CHECK xc_status html_read_part(xc_slice bytes, xc_slice title,
                                       const xc_read_options *options, xc_arena *arena,
                                       xc_slice *text, xc_error *error);

#endif
