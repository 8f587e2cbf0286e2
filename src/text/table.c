// SPDX-License-Identifier: MIT
// The tables of a language's folder.
#include "text_internal.h"

#include <csv.h>
#include <stdio.h>
#include <string.h>

enum { LARGEST_TABLE = 64 * 1024 * 1024 };

typedef struct reader {
    xc_arena *arena;
    xc_word_table *table;
    xc_slice *names, *cells;
    size_t name_capacity, cell_capacity, line_capacity;
    long *lines;
    size_t cell_count;
    size_t in_row; // cells of the row so far
    bool blank;    // all of them empty
    bool header_read;
    long line;
    long bad_line; // first row whose cells are not those of the header
    bool no_memory;
} reader;

static void take_cell(void *bytes, size_t length, void *context) {
    reader *r = context;
    xc_slice *place = r->header_read ? xc_arena_grow(r->arena, &r->cells, r->cell_count,
                                                     &r->cell_capacity, sizeof *place)
                                     : xc_arena_grow(r->arena, &r->names, r->table->columns,
                                                     &r->name_capacity, sizeof *place);
    xc_slice copy = place ? xc_arena_copy(r->arena, (xc_slice){bytes, length}) : (xc_slice){0};
    if (!place || !copy.ptr) {
        r->no_memory = true;
        return;
    }
    *place = xc_slice_trim(copy);
    r->blank = r->blank && place->len == 0;
    r->in_row++;
    if (r->header_read) {
        r->cell_count++;
    } else {
        r->table->columns++;
    }
}

static void take_row(int terminator, void *context) {
    (void)terminator;
    reader *r = context;
    if (!r->header_read) {
        r->header_read = r->table->columns > 0;
    } else if (r->blank) {
        r->cell_count -= r->in_row;
    } else if (r->in_row != r->table->columns) {
        r->bad_line = r->bad_line ? r->bad_line : r->line;
    } else {
        long *place = xc_arena_grow(r->arena, &r->lines, r->table->rows, &r->line_capacity,
                                    sizeof *place);
        if (!place) {
            r->no_memory = true;
            return;
        }
        *place = r->line;
        r->table->rows++;
    }
    r->in_row = 0;
    r->blank = true;
}

static void parse_lines(reader *r, struct csv_parser *parser, xc_slice bytes) {
    while (bytes.len && !r->no_memory) {
        xc_slice line;
        xc_slice rest;
        r->line++;
        bool more = xc_slice_cut(bytes, '\n', &line, &rest);
        size_t length = line.len + (more ? 1 : 0);
        bool comment = r->in_row == 0 && line.len && line.ptr[0] == '#';
        if (!comment && csv_parse(parser, line.ptr, length, take_cell, take_row, r) != length) {
            r->no_memory = true;
        }
        bytes = rest;
    }
    if (csv_fini(parser, take_cell, take_row, r) != 0) {
        r->bad_line = r->bad_line ? r->bad_line : r->line;
    }
}

static xc_status parse(xc_slice bytes, xc_arena *arena, xc_word_table *out, xc_error *error) {
    struct csv_parser parser;
    if (csv_init(&parser, 0) != 0) {
        return xc_fail_memory(error);
    }
    reader r = {.arena = arena, .table = out, .blank = true};
    parse_lines(&r, &parser, bytes);
    csv_free(&parser);
    out->names = r.names;
    out->cells = r.cells;
    out->lines = r.lines;
    if (r.no_memory) {
        return xc_fail_memory(error);
    }
    if (r.bad_line) {
        return xc_fail_at(error, XC_BAD_RULE, out->path, r.bad_line,
                          "this row does not have the %zu cells of the first row; "
                          "quote a cell that holds a comma",
                          out->columns);
    }
    return XC_OK;
}

xc_status xc_word_table_load(const char *directory, const char *name, xc_arena *arena,
                             xc_word_table *out, xc_error *error) {
    *out = (xc_word_table){.path = xc_arena_print(arena, "%s/%s", directory, name)};
    if (!out->path.ptr) {
        return xc_fail_memory(error);
    }
    FILE *probe = fopen(out->path.ptr, "rb");
    if (!probe) {
        return XC_END;
    }
    (void)fclose(probe);
    xc_buffer buffer = {0};
    xc_status status = xc_file_read(out->path.ptr, LARGEST_TABLE, &buffer, error);
    if (status == XC_OK) {
        status = parse(xc_buffer_slice(&buffer), arena, out, error);
    }
    xc_buffer_release(&buffer);
    return status;
}

xc_slice xc_word_table_cell(const xc_word_table *table, size_t row, const char *column) {
    for (size_t i = 0; i < table->columns; i++) {
        if (xc_slice_is(table->names[i], column)) {
            return table->cells[row * table->columns + i];
        }
    }
    return (xc_slice){0};
}
