// SPDX-License-Identifier: MIT
/// The sheets of a workbook (XLSX, ODS) as rows of texts.
#ifndef CROSSCLAIM_READ_OFFICE_SHEETS_H
#define CROSSCLAIM_READ_OFFICE_SHEETS_H

#include "read/office/office_package.h"

enum { SHEET_COLUMNS = 1000 };

typedef struct sheet_row {
    xc_slice *cells; ///< dates and numbers as text; empty where there is nothing
    size_t count, capacity;
    long line; ///< 1-based, as the program shows it
} sheet_row;

typedef struct sheet {
    sheet_row *rows; ///< those that are not empty
    size_t count, capacity;
} sheet;

typedef struct workbook {
    sheet *sheets;
    size_t count, capacity;
    xc_arena *arena;
    bool from_1904; ///< days are counted from 1904 on
} workbook;

/// @return XC_OK, XC_SKIPPED with the reason or XC_NO_MEMORY
XC_MUST_CHECK xc_status workbook_read(const package *all, xc_arena *arena, workbook *out,
                                      xc_error *error);
/// The same of an OpenDocument spreadsheet.
XC_MUST_CHECK xc_status open_sheet_read(const package *all, xc_arena *arena, workbook *out,
                                        xc_error *error);
/// Puts a cell into a row; columns beyond SHEET_COLUMNS are left out. False when memory is out.
XC_MUST_CHECK bool workbook_put(xc_arena *arena, sheet_row *row, size_t column, xc_slice text);
/// Adds the row, unless it is empty. False when memory is out.
XC_MUST_CHECK bool workbook_keep(xc_arena *arena, sheet *to, const sheet_row *row);
/// Adds an empty sheet; NULL when memory is out.
sheet *workbook_add_sheet(workbook *book);
/// A cell of dates in ISO 8601, where it holds the number of days that a date is kept as.
xc_slice workbook_date(const workbook *book, xc_slice cell, xc_arena *arena);

#endif
