// SPDX-License-Identifier: MIT
/// A CSV file with a header row, as the lexicons and `--sources` are: all cells as text.
#ifndef CROSSCLAIM_READ_TABLE_H
#define CROSSCLAIM_READ_TABLE_H

#include "crossclaim/base.h"

typedef struct xc_table {
    xc_slice *header; ///< column names, trimmed
    size_t columns;
    xc_slice *cells; ///< rows × columns, trimmed; a short row is filled with empty cells
    long *lines;     ///< 1-based line on which each row starts
    size_t rows;
} xc_table;

/// Reads CSV (RFC 4180, quoted line ends allowed) parted by comma, semicolon or tab, whichever
/// the header has; a byte-order mark is accepted and rows of empty cells are left out.
/// @param arena owns all of *out
/// @return XC_OK, XC_IO, XC_BAD_INPUT or XC_NO_MEMORY
XC_MUST_CHECK xc_status xc_table_load(const char *path, xc_arena *arena, xc_table *out,
                                      xc_error *error);
/// The column of that name (any case), or SIZE_MAX.
size_t xc_table_column(const xc_table *table, const char *name);
/// A cell; empty for the column SIZE_MAX.
xc_slice xc_table_cell(const xc_table *table, size_t row, size_t column);

#endif
