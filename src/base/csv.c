// SPDX-License-Identifier: MIT
// Tables of comma-separated values, by libcsv.
#include "crossclaim/base/csv.h"
#include "crossclaim/base/buffer.h"

#include <csv.h>
#include <string.h>
#include <unistd.h>

enum { LARGEST_FILE = 64 << 20 };

typedef struct reading {
    xc_csv *csv;
    xc_csv_kind kind;
    xc_arena *arena;
    xc_slice *row; // cells of the row being read
    size_t count, row_capacity;
    size_t cell_count, cell_capacity, line_capacity;
    long line, row_line; // where the parser stands, and where its row began
    long bad_line;       // the first row whose cells are not those of the header
    bool no_memory;
} reading;

static void take_cell(void *bytes, size_t length, void *context) {
    reading *r = context;
    xc_slice *cell = xc_arena_grow(r->arena, &r->row, r->count, &r->row_capacity, sizeof *cell);
    if (!cell) {
        r->no_memory = true;
        return;
    }
    *cell = xc_arena_copy(r->arena, xc_slice_trim((xc_slice){bytes, length}));
    r->no_memory = r->no_memory || !cell->ptr;
    r->count++;
}

static bool row_is_empty(const reading *r) {
    size_t i = 0;
    while (i < r->count && !r->row[i].len) {
        i++;
    }
    return i == r->count;
}

static void keep_row(reading *r) {
    xc_csv *csv = r->csv;
    long *line =
        xc_arena_grow(r->arena, &csv->lines, csv->rows, &r->line_capacity, sizeof *line);
    if (!line) {
        r->no_memory = true;
        return;
    }
    *line = r->row_line;
    csv->rows++;
    for (size_t i = 0; i < csv->columns; i++) {
        xc_slice *cell = xc_arena_grow(r->arena, &csv->cells, r->cell_count, &r->cell_capacity,
                                       sizeof *cell);
        if (!cell) {
            r->no_memory = true;
            return;
        }
        *cell = i < r->count ? r->row[i] : (xc_slice){0};
        r->cell_count++;
    }
}

static void take_row(int last, void *context) {
    (void)last;
    reading *r = context;
    xc_csv *csv = r->csv;
    if (!r->no_memory && !row_is_empty(r)) {
        if (!csv->names) {
            csv->names = r->row;
            csv->columns = r->count;
            r->row = NULL;
            r->row_capacity = 0;
        } else if (r->kind == XC_CSV_LEXICON && r->count != csv->columns) {
            r->bad_line = r->bad_line ? r->bad_line : r->row_line;
        } else {
            keep_row(r);
        }
    }
    r->count = 0;
}

// A spreadsheet writes what its country uses: the header row shows which.
static unsigned char separator_of(xc_slice text) {
    static const char marks[] = ",;\t";
    size_t counts[3] = {0, 0, 0};
    xc_slice header;
    xc_slice rest;
    xc_slice_cut(text, '\n', &header, &rest);
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
static bool parse_lines(struct csv_parser *parser, xc_slice text, reading *r) {
    bool in_row = false; // a quoted cell may go on in the next line
    while (text.len) {
        const char *end = memchr(text.ptr, '\n', text.len);
        size_t length = end ? (size_t)(end - text.ptr) + 1 : text.len;
        r->line++;
        bool is_comment = !in_row && r->kind == XC_CSV_LEXICON && text.ptr[0] == '#';
        if (!in_row) {
            r->row_line = r->line;
        }
        if (!is_comment &&
            csv_parse(parser, text.ptr, length, take_cell, take_row, r) != length) {
            return false;
        }
        in_row = !is_comment && (r->count > 0 || parser->quoted);
        text = xc_slice_sub(text, length, text.len);
    }
    return csv_fini(parser, take_cell, take_row, r) == 0;
}

xc_status xc_csv_parse(xc_slice text, xc_slice path, xc_csv_kind kind, xc_arena *arena,
                       xc_csv *out, xc_error *error) {
    *out = (xc_csv){.path = path};
    reading r = {.csv = out, .kind = kind, .arena = arena};
    xc_status wrong = kind == XC_CSV_LEXICON ? XC_BAD_RULE : XC_BAD_INPUT;
    struct csv_parser parser;
    if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI) != 0) {
        return xc_fail_memory(error);
    }
    if (xc_slice_starts(text, XC_SLICE("\xEF\xBB\xBF"))) {
        text = xc_slice_sub(text, 3, text.len);
    }
    csv_set_delim(&parser, kind == XC_CSV_SHEET ? separator_of(text) : ',');
    bool parsed = parse_lines(&parser, text, &r);
    int mistake = csv_error(&parser);
    csv_free(&parser);
    if (r.no_memory || mistake == CSV_ENOMEM) {
        return xc_fail_memory(error);
    }
    if (!parsed) {
        return xc_fail_at(error, wrong, path, r.row_line, "not CSV: %s; close every quote",
                          csv_strerror(mistake));
    }
    if (r.bad_line) {
        return xc_fail_at(error, wrong, path, r.bad_line,
                          "this row does not have the %zu cells of the first row; "
                          "quote a cell that holds a comma",
                          out->columns);
    }
    if (!out->names) {
        return xc_fail_at(error, wrong, path, 1,
                          "no header row; the first line names the columns");
    }
    return XC_OK;
}

// ---- columns in a known order ----

static xc_status fail_column(const xc_csv *csv, const char *what, xc_slice column,
                             const char *mend, xc_error *error) {
    return xc_fail_at(error, XC_BAD_RULE, csv->path, csv->rows ? csv->lines[0] - 1 : 1,
                      "%s column '%.*s'; %s", what, XC_PRINT(column), mend);
}

static bool is_wanted(const char *const *columns, xc_slice name) {
    while (*columns && !xc_slice_is(name, *columns)) {
        columns++;
    }
    return *columns != NULL;
}

static void swap_columns(xc_csv *csv, size_t a, size_t b) {
    xc_slice name = csv->names[a];
    csv->names[a] = csv->names[b];
    csv->names[b] = name;
    for (size_t row = 0; row < csv->rows; row++) {
        xc_slice *cells = &csv->cells[row * csv->columns];
        xc_slice cell = cells[a];
        cells[a] = cells[b];
        cells[b] = cell;
    }
}

static xc_status order_columns(xc_csv *csv, const char *const *columns, xc_error *error) {
    for (size_t i = 0; i < csv->columns; i++) {
        if (!is_wanted(columns, csv->names[i])) {
            return fail_column(csv, "unknown", csv->names[i], "claims/README.md has them",
                               error);
        }
    }
    for (size_t i = 0; columns[i]; i++) {
        size_t at = i;
        while (at < csv->columns && !xc_slice_is(csv->names[at], columns[i])) {
            at++;
        }
        if (at >= csv->columns) {
            return fail_column(csv, "missing", xc_slice_of(columns[i]),
                               "name it in the first line", error);
        }
        if (at != i) {
            swap_columns(csv, i, at);
        }
    }
    return XC_OK;
}

xc_status xc_csv_load(const char *directory, const char *name, const char *const *columns,
                      xc_arena *arena, xc_csv *out, xc_error *error) {
    *out = (xc_csv){0};
    xc_slice path = xc_arena_print(arena, "%s/%s", directory, name);
    if (!path.ptr) {
        return xc_fail_memory(error);
    }
    out->path = path;
    if (access(path.ptr, F_OK) != 0) {
        return XC_END;
    }
    xc_buffer bytes = {0};
    xc_status status = xc_file_read(path.ptr, LARGEST_FILE, &bytes, error);
    if (status == XC_OK) {
        status = xc_csv_parse(xc_buffer_slice(&bytes), path, XC_CSV_LEXICON, arena, out, error);
    }
    xc_buffer_release(&bytes);
    return status == XC_OK && columns ? order_columns(out, columns, error) : status;
}

size_t xc_csv_column(const xc_csv *csv, const char *name) {
    for (size_t i = 0; i < csv->columns; i++) {
        if (xc_slice_equal_fold(csv->names[i], xc_slice_of(name))) {
            return i;
        }
    }
    return SIZE_MAX;
}

const xc_slice *xc_csv_row(const xc_csv *csv, size_t row) {
    return &csv->cells[row * csv->columns];
}

xc_slice xc_csv_cell(const xc_csv *csv, size_t row, const char *name) {
    size_t column = xc_csv_column(csv, name);
    return column < csv->columns ? csv->cells[row * csv->columns + column] : (xc_slice){0};
}
