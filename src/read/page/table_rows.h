// SPDX-License-Identifier: MIT
/// Tables of counts, written as a reader says them: the header or the caption tells what is
/// counted, each row of whom or where ("Upper Marsh: 63 killed, 5 injured").
#ifndef CROSSCLAIM_READ_PAGE_TABLE_ROWS_H
#define CROSSCLAIM_READ_PAGE_TABLE_ROWS_H

#include "read/page/page_words.h"
#include "read/page/tree.h"

#include "crossclaim/base/buffer.h"

enum { TABLE_COLUMNS = 32 };

typedef struct table_cell {
    xc_slice text;
    bool is_number;
    unsigned more_rows; ///< below this one that the cell reaches into
} table_cell;

typedef struct table_columns {
    const page_words *words; ///< NULL: no table, or one without counts
    xc_arena *arena;
    xc_slice header[TABLE_COLUMNS];
    bool is_counted[TABLE_COLUMNS];  ///< the header says what is counted
    table_cell above[TABLE_COLUMNS]; ///< cells that reach down
    xc_slice counted;                ///< what the caption says is counted; empty if nothing
    size_t head_rows;                ///< that were read into `header`
} table_columns;

/// Reads the header and the caption of a table. `words` of the result is NULL where it has no
/// rows that tell of counts.
/// @param before the line above the table, for one without a caption
/// @param words  may be NULL
table_columns table_open(const xmlNode *table, xc_slice before, const page_words *words,
                         xc_arena *arena);
/// Writes the next row as one line, in reading order; false, and nothing is written, where it
/// has no count.
bool table_write_row(table_columns *table, const xmlNode *row, xc_buffer *out);
/// Whether the line is a number alone; whether it is short and says what is counted.
bool line_is_number(xc_slice line);
bool line_is_counted(const page_words *words, xc_slice line);

#endif
