// SPDX-License-Identifier: MIT
/// Cells of the workbook: a field's value in its own type (number, date, link, text), within
/// the limits of the format.
#ifndef CROSSCLAIM_REPORT_TABLE_SHEET_H
#define CROSSCLAIM_REPORT_TABLE_SHEET_H

#include "report/table/table.h"

#include <xlsxwriter.h>

typedef struct book_formats {
    lxw_format *header, *text, *wrapped, *date, *moment, *link, *title;
    lxw_format *number, *whole;
    lxw_format *verdicts[XC_VERDICTS];
} book_formats;

typedef struct book_sheets {
    lxw_workbook *workbook;
    book_formats formats;
    xc_buffer scratch, value; ///< for cells; their failure is the workbook's
    lxw_error failed;         ///< the first failure of the library
} book_sheets;

/// Limits of the format; a longer text is cut and says so.
enum {
    SHEET_ROWS = 1048576,
    SHEET_COLUMNS = 16384,
    SHEET_LINKS = 65530,
    SHEET_LINK_LENGTH = 2000,
    SHEET_TEXT = 32700, ///< UTF-16 units
};

/// NULL (and `failed`) when the library refuses.
lxw_worksheet *sheet_add(book_sheets *sheets, const char *name);
void sheet_text(book_sheets *sheets, lxw_worksheet *sheet, size_t row, size_t column,
                xc_slice text, lxw_format *format);
void sheet_number(book_sheets *sheets, lxw_worksheet *sheet, size_t row, size_t column,
                  xc_decimal number);
/// A full date from 1900 on is a real one; a partial one ("2023-09") stays text.
void sheet_date(book_sheets *sheets, lxw_worksheet *sheet, size_t row, size_t column,
                xc_slice text);
/// @param links counts the sheet's links
void sheet_address(book_sheets *sheets, lxw_worksheet *sheet, size_t row, size_t column,
                   xc_slice text, size_t *links);
/// A table as sheets: "Claims", and "Claims 2" where the rows do not fit.
void sheet_table(book_sheets *sheets, const char *name, const table_rows *rows);
/// Header frozen, filter over `rows` rows below it.
void sheet_finish(book_sheets *sheets, lxw_worksheet *sheet, size_t rows, size_t columns,
                  size_t frozen_columns);

/// Groups down, sources across, each source's figure in the cell.
XC_MUST_CHECK xc_status sheet_matrix(book_sheets *sheets, const xc_case_content *content,
                                     xc_arena *arena, xc_error *error);
/// What the sheets and columns mean.
void sheet_read_me(book_sheets *sheets, const xc_case_content *content,
                   const report_tables *tables);

#endif
