// SPDX-License-Identifier: MIT
/// Tables of comma-separated values, the columns named by the first row (RFC 4180: a quoted
/// cell may hold commas, quotes and line ends). One reader for the lexicons in claims/ and for
/// the sheets that users fill in.
#ifndef CROSSCLAIM_BASE_CSV_H
#define CROSSCLAIM_BASE_CSV_H

#include "crossclaim/base/arena.h"
#include "crossclaim/base/status.h"

/// Who wrote the table.
typedef enum xc_csv_kind {
    /// Ours, and strict: parted by commas, lines that begin with '#' are comments, and a row that
    /// has not the cells of the first is a mistake (XC_BAD_RULE).
    XC_CSV_LEXICON,
    /// What a spreadsheet saves: parted by comma, semicolon or tab, whichever the first row has
    /// most of; a short row is filled with empty cells, a long one cut.
    XC_CSV_SHEET,
} xc_csv_kind;

/// A table that was read; its arena owns it.
typedef struct xc_csv {
    xc_slice path;
    xc_slice *names; ///< of the columns
    size_t columns;
    xc_slice *cells; ///< row by row, white space around them gone
    long *lines;     ///< 1-based line on which each row starts
    size_t rows;     ///< without the first, and without rows of empty cells
} xc_csv;

/// Reads a table out of a text in UTF-8; a byte-order mark is passed over.
/// @param path  for messages
/// @param arena owns all of *out but its path
/// @return XC_OK, XC_NO_MEMORY, or XC_BAD_RULE (a lexicon), XC_BAD_INPUT (a sheet)
XC_MUST_CHECK xc_status xc_csv_parse(xc_slice text, xc_slice path, xc_csv_kind kind,
                                     xc_arena *arena, xc_csv *out, xc_error *error);
/// Reads the lexicon `directory`/`name`.
/// @param columns the names that the first row must have, neither more nor less, up to a NULL:
///                in *out they stand in this order, whatever the file's is; NULL takes what
///                there is
/// @return as xc_csv_parse, XC_IO, or XC_END where there is no such file
/// @param arena   owns all of *out
XC_MUST_CHECK xc_status xc_csv_load(const char *directory, const char *name,
                                    const char *const *columns, xc_arena *arena, xc_csv *out,
                                    xc_error *error);
/// The column of that name (any case), or SIZE_MAX.
size_t xc_csv_column(const xc_csv *csv, const char *name);
/// The cells of a row, in the order of the columns.
/// @param row from 0, less than csv->rows
/// @return csv->columns cells, owned by the table
const xc_slice *xc_csv_row(const xc_csv *csv, size_t row);
/// The cell of a row in the column of that name, empty if there is no such column.
xc_slice xc_csv_cell(const xc_csv *csv, size_t row, const char *name);

#endif
