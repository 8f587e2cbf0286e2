// SPDX-License-Identifier: MIT
/// A small CSV table with a header line, whole in memory.
#ifndef CROSSCLAIM_TESTS_GOLDEN_TABLE_H
#define CROSSCLAIM_TESTS_GOLDEN_TABLE_H

#include "crossclaim/base.h"

enum { TABLE_COLUMNS = 16 };

typedef struct table_row {
    xc_slice cells[TABLE_COLUMNS];
} table_row;

typedef struct csv_table {
    xc_arena *arena;
    table_row header;
    table_row *rows;
    size_t count, capacity;
    table_row filling;
    size_t column; ///< of the cell being filled
    bool started, failed;
} csv_table;

/// Reads "folder/name"; false after a message on standard error.
/// @param arena owns all cells
bool table_read(const char *folder, const char *name, xc_arena *arena, csv_table *out);
/// The cell below a heading, empty if there is no such column.
xc_slice table_cell(const csv_table *table, size_t row, const char *heading);

#endif
