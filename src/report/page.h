// SPDX-License-Identifier: MIT
/// The page: index.html, one file that works from a file address and asks the network for
/// nothing.
#ifndef CROSSCLAIM_REPORT_PAGE_H
#define CROSSCLAIM_REPORT_PAGE_H

#include "crossclaim/report.h"

/// Appends the page.
XC_MUST_CHECK xc_status xc_page_bytes(const xc_case_content *content,
                                      const xc_report_options *options, xc_buffer *out,
                                      xc_error *error);

#endif
