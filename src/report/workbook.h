// SPDX-License-Identifier: MIT
/// The workbook: sheets Groups, Claims, Documents, Sources, Matrix and Read me.
#ifndef CROSSCLAIM_REPORT_WORKBOOK_H
#define CROSSCLAIM_REPORT_WORKBOOK_H

#include "crossclaim/report.h"

/// Appends the bytes of the XLSX file; the same content gives the same bytes.
XC_MUST_CHECK xc_status xc_workbook_bytes(const xc_case_content *content, xc_buffer *out,
                                          xc_error *error);

#endif
