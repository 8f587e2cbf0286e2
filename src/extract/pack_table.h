// SPDX-License-Identifier: MIT
// The tables of a language that packs stand on, with their columns in a known order.
#ifndef CROSSCLAIM_EXTRACT_PACK_TABLE_H
#define CROSSCLAIM_EXTRACT_PACK_TABLE_H

#include "crossclaim/text.h"

enum { XC_MOST_COLUMNS = 8 };

typedef struct xc_row {
    xc_slice cells[XC_MOST_COLUMNS]; // in the order of the columns asked for
    long line;
} xc_row;

typedef struct xc_table {
    xc_slice path;
    xc_row *rows;
    size_t count;
} xc_table;

// Reads `directory`/`name`, whose first line must name just the columns of the list (which ends
// in NULL), in any order.
// @param arena owns the rows and their cells
// @return XC_OK, XC_END where there is no such file, XC_BAD_RULE where it is no such table
XC_MUST_CHECK xc_status xc_table_read(const char *directory, const char *name,
                                      const char *const *columns, xc_arena *arena,
                                      xc_table *out, xc_error *error);

#endif
