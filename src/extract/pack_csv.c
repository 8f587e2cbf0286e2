// SPDX-License-Identifier: MIT
// CSV tables by libcsv.
#include "pack_csv.h"

#include <csv.h>

enum { LARGEST_TABLE = 4 * 1024 * 1024, SHARED_COLUMNS = 16 };

typedef struct reading {
    xc_table *table;
    const char *const *columns;
    xc_arena *arena;
    xc_error *error;
    xc_status status;
    size_t cell;                   // cells of this row so far
    int to_column[SHARED_COLUMNS]; // place in the file to place in `columns`
    bool header_done;
    xc_row row;
    long line;
    int last_end; // the byte that ended the row before: CR LF is one end
} reading;

static void fail(reading *r, const char *what, xc_slice word, const char *mend) {
    if (r->status == XC_OK) {
        r->status = xc_fail_at(r->error, XC_BAD_RULE, r->table->path, r->line, "%s '%.*s'; %s",
                               what, XC_PRINT(word), mend);
    }
}

static int column_of(const char *const *columns, xc_slice name) {
    for (int i = 0; columns[i]; i++) {
        if (xc_slice_is(name, columns[i])) {
            return i;
        }
    }
    return -1;
}

static void header_cell(reading *r, xc_slice text) {
    int column = column_of(r->columns, text);
    if (column < 0) {
        fail(r, "unknown column", text, "claims/README.md has the columns");
    } else if (r->cell < SHARED_COLUMNS) {
        r->to_column[r->cell] = column;
    }
}

static void take_cell(void *bytes, size_t length, void *context) {
    reading *r = context;
    xc_slice text = xc_slice_trim((xc_slice){bytes, length});
    if (r->status != XC_OK) {
        return;
    }
    if (!r->header_done) {
        header_cell(r, text);
    } else if (r->cell < SHARED_COLUMNS && r->to_column[r->cell] >= 0) {
        xc_slice copy = xc_arena_copy(r->arena, text);
        if (!copy.ptr) {
            r->status = xc_fail_memory(r->error);
            return;
        }
        r->row.cells[r->to_column[r->cell]] = copy;
    } else {
        fail(r, "a cell too many:", text, "put a cell that holds a comma into double quotes");
    }
    r->cell++;
}

static void end_header(reading *r) {
    bool seen[XC_MOST_COLUMNS] = {0};
    for (size_t i = 0; i < SHARED_COLUMNS; i++) {
        if (r->to_column[i] >= 0) {
            seen[r->to_column[i]] = true;
        }
    }
    for (int i = 0; r->columns[i]; i++) {
        if (!seen[i]) {
            fail(r, "missing column", xc_slice_of(r->columns[i]), "name it in the first line");
        }
    }
    r->header_done = true;
}

static void end_row(int end, void *context) {
    reading *r = context;
    bool second_half = end == '\n' && r->last_end == '\r' && !r->cell;
    r->last_end = end;
    if (second_half || r->status != XC_OK) {
        return;
    }
    if (!r->header_done && r->cell) {
        end_header(r);
    } else if (r->cell > 1 || r->row.cells[0].len) {
        xc_row *row = xc_arena_grow(r->arena, &r->table->rows, r->table->count,
                                    &r->table->capacity, sizeof *row);
        if (!row) {
            r->status = xc_fail_memory(r->error);
            return;
        }
        r->row.line = r->line;
        *row = r->row;
        r->table->count++;
    }
    r->row = (xc_row){0};
    r->cell = 0;
    r->line++;
}

static xc_status parse(reading *r, xc_slice bytes) {
    struct csv_parser parser;
    if (csv_init(&parser, CSV_APPEND_NULL | CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL) !=
        0) {
        return xc_fail_memory(r->error);
    }
    size_t done = csv_parse(&parser, bytes.ptr, bytes.len, take_cell, end_row, r);
    if (done != bytes.len || csv_fini(&parser, take_cell, end_row, r) != 0) {
        if (csv_error(&parser) == CSV_ENOMEM) {
            r->status = xc_fail_memory(r->error);
        }
        fail(r, "no CSV table:", xc_slice_of(csv_strerror(csv_error(&parser))),
             "close every double quote");
    }
    csv_free(&parser);
    return r->status;
}

xc_status xc_table_read(xc_slice path, const char *const *columns, xc_arena *arena,
                        xc_table *out, xc_error *error) {
    *out = (xc_table){.path = path};
    char *name = xc_arena_string(arena, path);
    if (!name) {
        return xc_fail_memory(error);
    }
    xc_buffer bytes = {0};
    xc_status status = xc_file_read(name, LARGEST_TABLE, &bytes, error);
    if (status == XC_OK) {
        reading r = {
            .table = out, .columns = columns, .arena = arena, .error = error, .line = 1};
        for (size_t i = 0; i < SHARED_COLUMNS; i++) {
            r.to_column[i] = -1;
        }
        status = parse(&r, xc_buffer_slice(&bytes));
    }
    xc_buffer_release(&bytes);
    return status;
}
