// SPDX-License-Identifier: MIT
// A small CSV file with a header line, whole in memory.
#ifndef CROSSCLAIM_EXTRACT_PACK_CSV_H
#define CROSSCLAIM_EXTRACT_PACK_CSV_H

#include "crossclaim/base.h"

enum { XC_MOST_COLUMNS = 8 };

typedef struct xc_row {
    xc_slice cells[XC_MOST_COLUMNS]; // in the order of the columns asked for
    long line;
} xc_row;

typedef struct xc_table {
    xc_slice path;
    xc_row *rows;
    size_t count, capacity;
} xc_table;

// Reads a file whose header names the columns (a list that ends in NULL), in any order.
// @param arena owns the rows and their cells
// @return XC_IO where it cannot be read, XC_BAD_RULE where it is not such a table
XC_MUST_CHECK xc_status xc_table_read(xc_slice path, const char *const *columns,
                                      xc_arena *arena, xc_table *out, xc_error *error);

#endif
