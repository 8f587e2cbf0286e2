// SPDX-License-Identifier: MIT
// Reads a CSV table with a header line.
#include "table.h"
#include <csv.h>

static void end_cell(void *bytes, size_t length, void *context) {
    csv_table *out = context;
    xc_slice cell = xc_arena_copy(out->arena, (xc_slice){bytes, length});
    if (!cell.ptr || out->column == TABLE_COLUMNS) {
        out->failed = true;
        return;
    }
    out->filling.cells[out->column++] = cell;
}

static void end_row(int end, void *context) {
    (void)end;
    csv_table *out = context;
    if (out->started) {
        table_row *row =
            xc_arena_grow(out->arena, &out->rows, out->count, &out->capacity, sizeof *row);
        if (!row) {
            out->failed = true;
            return;
        }
        *row = out->filling;
        out->count += 1;
    } else {
        out->header = out->filling;
        out->started = true;
    }
    out->filling = (table_row){0};
    out->column = 0;
}

static bool parse(xc_slice content, csv_table *out) {
    struct csv_parser parser;
    if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI) != 0) {
        return false;
    }
    bool good =
        csv_parse(&parser, content.ptr, content.len, end_cell, end_row, out) == content.len &&
        csv_fini(&parser, end_cell, end_row, out) == 0 && !out->failed;
    csv_free(&parser);
    return good;
}

bool table_read(const char *folder, const char *name, xc_arena *arena, csv_table *out) {
    char path[4096];
    xc_buffer content = {0};
    xc_error error = {0};
    *out = (csv_table){.arena = arena};
    (void)snprintf(path, sizeof path, "%s/%s", folder, name);
    bool good = xc_file_read(path, 1 << 24, &content, &error) == XC_OK;
    if (!good) {
        (void)fprintf(stderr, "%s: %s\n", path, error.message);
    } else {
        good = parse(xc_buffer_slice(&content), out);
        if (!good) {
            (void)fprintf(stderr, "%s: no CSV table of up to %d columns\n", path,
                          TABLE_COLUMNS);
        }
    }
    xc_buffer_release(&content);
    return good;
}

xc_slice table_cell(const csv_table *table, size_t row, const char *heading) {
    for (size_t i = 0; i < TABLE_COLUMNS; i++) {
        if (xc_slice_is(table->header.cells[i], heading)) {
            return table->rows[row].cells[i];
        }
    }
    return (xc_slice){0};
}
