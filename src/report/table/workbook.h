// SPDX-License-Identifier: MIT
/// The workbook: sheets Groups, Claims, Documents, Sources, Matrix and Read me.
#ifndef CROSSCLAIM_REPORT_TABLE_WORKBOOK_H
#define CROSSCLAIM_REPORT_TABLE_WORKBOOK_H

#include "report/table/table.h"

/// Appends the bytes of the XLSX file; the same content gives the same bytes.
/// @param tables the content's, opened
XC_MUST_CHECK xc_status book_bytes(const xc_case_content *content, const report_tables *tables,
                                   xc_buffer *out, xc_error *error);

#endif
