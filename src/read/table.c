// SPDX-License-Identifier: MIT
// CSV tables by libcsv.
#include "table.h"
#include "charset.h"

#include <csv.h>
#include <string.h>

enum { LARGEST_TABLE = 64 << 20 };

typedef struct loading {
    xc_arena *arena;
    xc_slice *row; // cells of the row being read
    size_t count, capacity;
    xc_slice *cells;
    size_t cell_count, cell_capacity;
    long *lines;
    size_t line_capacity;
    long line, row_line; // where the parser stands, and where its row began
    xc_table *table;
    bool failed;
} loading;

static void end_cell(void *text, size_t length, void *context) {
    loading *load = context;
    xc_slice *cell =
        xc_arena_grow(load->arena, &load->row, load->count, &load->capacity, sizeof *cell);
    if (!cell) {
        load->failed = true;
        return;
    }
    *cell = xc_arena_copy(load->arena, xc_slice_trim((xc_slice){text, length}));
    load->failed = load->failed || !cell->ptr;
    load->count++;
}

static bool row_is_empty(const loading *load) {
    for (size_t i = 0; i < load->count; i++) {
        if (load->row[i].len) {
            return false;
        }
    }
    return true;
}

static void keep_row(loading *load) {
    xc_table *table = load->table;
    long *line = xc_arena_grow(load->arena, &load->lines, table->rows, &load->line_capacity,
                               sizeof *line);
    if (!line) {
        load->failed = true;
        return;
    }
    *line = load->row_line;
    table->rows++;
    for (size_t i = 0; i < table->columns; i++) {
        xc_slice *cell = xc_arena_grow(load->arena, &load->cells, load->cell_count,
                                       &load->cell_capacity, sizeof *cell);
        if (!cell) {
            load->failed = true;
            return;
        }
        *cell = i < load->count ? load->row[i] : (xc_slice){0};
        load->cell_count++;
    }
}

static void end_row(int last, void *context) {
    (void)last;
    loading *load = context;
    if (load->failed || row_is_empty(load)) {
        load->count = 0;
        return;
    }
    if (!load->table->header) {
        load->table->header = load->row;
        load->table->columns = load->count;
        load->row = NULL;
        load->capacity = 0;
    } else {
        keep_row(load);
    }
    load->count = 0;
}

// A spreadsheet writes what its country uses: the header row shows which.
static unsigned char separator_of(xc_slice text) {
    xc_slice header;
    xc_slice rest;
    xc_slice_cut(text, '\n', &header, &rest);
    size_t counts[3] = {0, 0, 0};
    static const char marks[] = ",;\t";
    for (size_t i = 0; i < header.len; i++) {
        const char *mark = header.ptr[i] ? strchr(marks, header.ptr[i]) : NULL;
        if (mark) {
            counts[mark - marks]++;
        }
    }
    size_t best = counts[1] > counts[0] ? 1 : 0;
    return (unsigned char)marks[counts[2] > counts[best] ? 2 : best];
}

// The parser is fed line by line, so that each row's line is known.
static bool parse(struct csv_parser *parser, xc_slice text, loading *load) {
    while (text.len) {
        const char *end = memchr(text.ptr, '\n', text.len);
        size_t length = end ? (size_t)(end - text.ptr) + 1 : text.len;
        if (load->count == 0) {
            load->row_line = load->line;
        }
        if (csv_parse(parser, text.ptr, length, end_cell, end_row, load) != length) {
            return false;
        }
        load->line++;
        text = xc_slice_sub(text, length, text.len);
    }
    return csv_fini(parser, end_cell, end_row, load) == 0;
}

static xc_status parse_table(xc_slice text, const char *path, xc_arena *arena, xc_table *out,
                             xc_error *error) {
    loading load = {.arena = arena, .line = 1, .table = out};
    struct csv_parser parser;
    if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI) != 0) {
        return xc_fail_memory(error);
    }
    csv_set_delim(&parser, separator_of(text));
    bool parsed = parse(&parser, text, &load);
    int mistake = csv_error(&parser);
    csv_free(&parser);
    if (load.failed || mistake == CSV_ENOMEM) {
        return xc_fail_memory(error);
    }
    if (!parsed) {
        return xc_fail_at(error, XC_BAD_INPUT, xc_slice_of(path), load.row_line,
                          "not CSV: %s; close every quote", csv_strerror(mistake));
    }
    if (!out->header) {
        return xc_fail_at(error, XC_BAD_INPUT, xc_slice_of(path), 1,
                          "no header row; the first line names the columns");
    }
    out->cells = load.cells;
    out->lines = load.lines;
    return XC_OK;
}

xc_status xc_table_load(const char *path, xc_arena *arena, xc_table *out, xc_error *error) {
    *out = (xc_table){0};
    xc_buffer bytes = {0};
    xc_status status = xc_file_read(path, LARGEST_TABLE, &bytes, error);
    xc_slice text = {0};
    if (status == XC_OK) {
        status = xc_charset_decode(xc_buffer_slice(&bytes), (xc_slice){0}, arena, &text, NULL,
                                   error);
    }
    if (status == XC_OK) {
        status = parse_table(text, path, arena, out, error);
    }
    xc_buffer_release(&bytes);
    return status;
}

size_t xc_table_column(const xc_table *table, const char *name) {
    for (size_t i = 0; i < table->columns; i++) {
        if (xc_slice_equal_fold(table->header[i], xc_slice_of(name))) {
            return i;
        }
    }
    return SIZE_MAX;
}

xc_slice xc_table_cell(const xc_table *table, size_t row, size_t column) {
    return column < table->columns ? table->cells[row * table->columns + column]
                                   : (xc_slice){0};
}
