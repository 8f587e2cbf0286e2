// SPDX-License-Identifier: MIT
/// Cells of the workbook: a field's value in its own type (number, date, link, text), within
/// the limits of the format.
#ifndef CROSSCLAIM_REPORT_TABLE_SHEET_H
#define CROSSCLAIM_REPORT_TABLE_SHEET_H

#include "report/table/table.h"

#include <xlsxwriter.h>

typedef struct xc_workbook_formats {
    lxw_format *header, *text, *wrapped, *date, *moment, *link, *title;
    lxw_format *number, *whole;
    lxw_format *verdicts[XC_VERDICTS];
} xc_workbook_formats;

typedef struct xc_sheets {
    lxw_workbook *workbook;
    xc_workbook_formats formats;
    xc_buffer scratch, value; ///< for cells; their failure is the workbook's
    lxw_error failed;         ///< the first failure of the library
} xc_sheets;

/// Limits of the format; a longer text is cut and says so.
enum {
    XC_SHEET_ROWS = 1048576,
    XC_SHEET_COLUMNS = 16384,
    XC_SHEET_LINKS = 65530,
    XC_SHEET_LINK_LENGTH = 2000,
    XC_SHEET_TEXT = 32700, ///< UTF-16 units
};

/// NULL (and `failed`) when the library refuses.
lxw_worksheet *xc_sheet_add(xc_sheets *sheets, const char *name);
void xc_sheet_text(xc_sheets *sheets, lxw_worksheet *sheet, size_t row, size_t column,
                   xc_slice text, lxw_format *format);
void xc_sheet_number(xc_sheets *sheets, lxw_worksheet *sheet, size_t row, size_t column,
                     xc_decimal number);
/// A full date from 1900 on is a real one; a partial one ("2023-09") stays text.
void xc_sheet_date(xc_sheets *sheets, lxw_worksheet *sheet, size_t row, size_t column,
                   xc_slice text);
/// @param links counts the sheet's links
void xc_sheet_address(xc_sheets *sheets, lxw_worksheet *sheet, size_t row, size_t column,
                      xc_slice text, size_t *links);
/// A table as sheets: "Claims", and "Claims 2" where the rows do not fit.
void xc_sheet_table(xc_sheets *sheets, const char *name, const xc_rows *rows);
/// Header frozen, filter over `rows` rows below it.
void xc_sheet_finish(xc_sheets *sheets, lxw_worksheet *sheet, size_t rows, size_t columns,
                     size_t frozen_columns);

/// Groups down, sources across, each source's figure in the cell.
XC_MUST_CHECK xc_status xc_sheet_matrix(xc_sheets *sheets, const xc_case_content *content,
                                        xc_arena *arena, xc_error *error);
/// What the sheets and columns mean.
void xc_sheet_read_me(xc_sheets *sheets, const xc_case_content *content);

#endif
