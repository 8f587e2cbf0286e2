// SPDX-License-Identifier: MIT
// Tables of articles (CSV, TSV), a row a document, read row by row.
#include "read/bytes/charset.h"
#include "read/format/article_columns.h"
#include "read/reader.h"

#include <csv.h>
#include <string.h>

enum { MOST_COLUMNS = 1000, SNIFFED_CELLS = 64 };
static const size_t largest_cell = (size_t)64 << 20;
static const size_t largest_table = (size_t)512 << 20; // of one that is not read line by line

// A row that was parsed and not yet given.
typedef struct row {
    xc_slice *cells;
    size_t count;
    long line; // 1-based, on which it begins
} row;

typedef struct csv_state {
    struct csv_parser parser;
    bool has_parser;
    xc_slice text; // what is left of a file that was decoded whole
    bool is_whole; // it was
    bool ended;
    xc_slice charset; // of a file that is no UTF-8; empty otherwise
    record_map map;
    int columns[RECORD_FIELDS]; // of the table, NO_COLUMN where it has none
    xc_arena *arena;            // of the rows; reset when all were given
    xc_slice *cells;            // of the row being read
    size_t cell_count, cell_capacity;
    row *rows;
    size_t row_count, row_capacity, given;
    long line, row_line; // where the parser stands, and where its row began
    bool failed;
} csv_state;

static void end_cell(void *bytes, size_t length, void *context) {
    csv_state *state = context;
    xc_slice *cell = xc_arena_grow(state->arena, &state->cells, state->cell_count,
                                   &state->cell_capacity, sizeof *cell);
    xc_slice copy =
        cell ? xc_arena_copy(state->arena, (xc_slice){bytes, length}) : (xc_slice){0};
    if (!copy.ptr) {
        state->failed = true;
    } else if (state->cell_count < MOST_COLUMNS) {
        *cell = copy;
        state->cell_count++;
    }
}

static void end_row(int last, void *context) {
    (void)last;
    csv_state *state = context;
    row *each = xc_arena_grow(state->arena, &state->rows, state->row_count,
                              &state->row_capacity, sizeof *each);
    if (!each) {
        state->failed = true;
        return;
    }
    *each = (row){state->cells, state->cell_count, state->row_line};
    state->row_count++;
    state->cells = NULL;
    state->cell_count = state->cell_capacity = 0;
    state->row_line = state->line;
}

// ---- telling a table of articles by its header ----

static char delimiter_of(xc_slice header) {
    static const char marks[] = ",;\t|";
    size_t most = 0;
    char best = ',';
    for (size_t i = 0; i < sizeof marks - 1; i++) {
        size_t count = 0;
        bool is_quoted = false;
        for (size_t k = 0; k < header.len; k++) {
            is_quoted = header.ptr[k] == '"' ? !is_quoted : is_quoted;
            count += !is_quoted && header.ptr[k] == marks[i];
        }
        if (count > most) {
            most = count;
            best = marks[i];
        }
    }
    return best;
}

static xc_slice first_line(xc_slice text) {
    xc_slice line;
    xc_slice rest;
    if (xc_slice_starts(text, XC_SLICE("\xEF\xBB\xBF"))) {
        text = xc_slice_sub(text, 3, text.len);
    }
    xc_slice_cut(text, '\n', &line, &rest);
    xc_slice_cut(line, '\r', &line, &rest);
    return line;
}

// Whether a file of any name is one: its first line has a column of texts and another that
// articles have, and each of its cells is short.
static bool is_header(xc_slice line) {
    char mark = delimiter_of(line);
    bool has_text = false;
    size_t others = 0;
    size_t cells = 0;
    bool more = line.len > 0;
    while (more) {
        xc_slice cell;
        record_field field;
        size_t rank;
        more = xc_slice_cut(line, mark, &cell, &line);
        cell = xc_slice_trim(cell);
        if (cell.len >= 2 && cell.ptr[0] == '"' && cell.ptr[cell.len - 1] == '"') {
            cell = xc_slice_sub(cell, 1, cell.len - 1);
        }
        if (cell.len > 40 || ++cells > SNIFFED_CELLS) {
            return false;
        }
        if (record_name(cell, &field, &rank)) {
            bool is_text = field == RECORD_TEXT || field == RECORD_HTML;
            has_text = has_text || is_text;
            others += !is_text;
        }
    }
    return has_text && others > 0;
}

static bool sniff(const bytes_sample *sample) {
    return xc_slice_equal_fold(sample->extension, XC_SLICE(".csv")) ||
           xc_slice_equal_fold(sample->extension, XC_SLICE(".tsv")) ||
           is_header(first_line(sample->head));
}

// ---- rows ----

static xc_status fail_csv(const xc_reader *reader, const char *reason, xc_error *error) {
    const csv_state *state = reader->state;
    return xc_fail_at(error, XC_SKIPPED, reader->input.path, state->row_line, "%s", reason);
}

// The next bytes up to a line's end.
static xc_status take_piece(xc_reader *reader, xc_slice *piece, xc_error *error) {
    csv_state *state = reader->state;
    if (!state->is_whole) {
        return stream_line(&reader->stream, piece, error);
    }
    if (!state->text.len) {
        return XC_END;
    }
    xc_slice_cut(state->text, '\n', piece, &state->text);
    return XC_OK;
}

// A line's end ends the row unless it stands in quotes.
static bool is_in_row(const csv_state *state) {
    return state->cell_count > 0 || state->parser.entry_pos > 0;
}

static bool parse(csv_state *state, xc_slice bytes) {
    if (!is_in_row(state)) {
        state->row_line = state->line;
    }
    if (state->line == 1 && xc_slice_starts(bytes, XC_SLICE("\xEF\xBB\xBF"))) {
        bytes = xc_slice_sub(bytes, 3, bytes.len);
    }
    return csv_parse(&state->parser, bytes.ptr, bytes.len, end_cell, end_row, state) ==
           bytes.len;
}

static xc_status parse_line(xc_reader *reader, xc_error *error) {
    csv_state *state = reader->state;
    xc_slice piece = {0};
    xc_status status = take_piece(reader, &piece, error);
    bool parsed = true;
    if (status == XC_END) {
        parsed = !is_in_row(state);
        state->ended = true;
    } else if (status == XC_OK) {
        parsed = parse(state, piece) && parse(state, XC_SLICE("\n"));
        state->line++;
    } else {
        state->ended = true;
        return status;
    }
    if (state->failed) {
        return xc_fail_memory(error);
    }
    if (!parsed || state->parser.entry_pos > largest_cell) {
        state->ended = true;
        return fail_csv(reader, "not CSV: a quote is opened and not closed", error);
    }
    return XC_OK;
}

// Reads until a row is there.
static xc_status fill(xc_reader *reader, xc_error *error) {
    csv_state *state = reader->state;
    if (state->cell_count == 0 && state->given == state->row_count) {
        xc_arena_reset(state->arena);
        state->rows = NULL;
        state->cells = NULL;
        state->row_count = state->row_capacity = state->given = state->cell_capacity = 0;
    }
    xc_status status = XC_OK;
    while (status == XC_OK && state->given == state->row_count && !state->ended) {
        status = parse_line(reader, error);
    }
    return status == XC_OK && state->given == state->row_count ? XC_END : status;
}

// ---- header ----

static xc_status read_header(xc_reader *reader, xc_error *error) {
    csv_state *state = reader->state;
    xc_status status = fill(reader, error);
    if (status != XC_OK) {
        return status == XC_END ? fail_csv(reader, "a table without a row", error) : status;
    }
    const row *header = &state->rows[state->given++];
    columns_find(&state->map, header->cells, header->count, state->columns);
    if (!columns_have_text(state->columns)) {
        state->row_line = 0;
        return fail_csv(reader,
                        "a table without a column of articles' texts; name it with "
                        "--map text=COLUMN",
                        error);
    }
    return XC_OK;
}

// UTF-16 has no lines of bytes: such a file is decoded whole.
static xc_status decode_whole(xc_reader *reader, xc_error *error) {
    csv_state *state = reader->state;
    xc_slice bytes = {0};
    state->is_whole = true;
    xc_status status = stream_rest(&reader->stream, largest_table, &bytes, error);
    return status == XC_OK
               ? charset_decode(bytes, (xc_slice){0}, reader->arena, &state->text, NULL, error)
               : status;
}

static bool is_utf16(xc_slice head) {
    return xc_slice_starts(head, XC_SLICE("\xFF\xFE")) ||
           xc_slice_starts(head, XC_SLICE("\xFE\xFF")) || charset_bare_utf16(head);
}

static xc_status open_csv(xc_reader *reader, xc_error *error) {
    csv_state *state = xc_arena_alloc(reader->arena, sizeof *state);
    if (!state) {
        return xc_fail_memory(error);
    }
    state->line = state->row_line = 1;
    reader->state = state;
    state->arena = xc_arena_new();
    if (!state->arena || csv_init(&state->parser, 0) != 0) {
        return xc_fail_memory(error);
    }
    state->has_parser = true;
    xc_slice head = {0};
    xc_status status = record_map_read(reader->options.map, &state->map, error);
    if (status == XC_OK) {
        status = stream_peek(&reader->stream, &head, error);
    }
    if (status == XC_OK && is_utf16(head)) {
        status = decode_whole(reader, error);
        head = state->text;
    }
    if (status != XC_OK) {
        return status;
    }
    if (utf8_valid_prefix(head) + 4 < head.len) { // the last letter may be cut
        state->charset = charset_guess(head, reader->arena);
    }
    csv_set_delim(&state->parser, (unsigned char)delimiter_of(first_line(head)));
    return read_header(reader, error);
}

// ---- documents ----

static bool is_empty(const row *each) {
    for (size_t i = 0; i < each->count; i++) {
        if (xc_slice_trim(each->cells[i]).len) {
            return false;
        }
    }
    return true;
}

// The cells of a row that tell something, in UTF-8.
static xc_status decode_row(const csv_state *state, const row *each, xc_arena *arena,
                            xc_slice values[RECORD_FIELDS], size_t *replaced, xc_error *error) {
    xc_status status = XC_OK;
    for (size_t i = 0; i < RECORD_FIELDS && status == XC_OK; i++) {
        int column = state->columns[i];
        values[i] = (xc_slice){0};
        if (column != NO_COLUMN && (size_t)column < each->count) {
            xc_slice cell = {0};
            status = charset_decode(each->cells[column], state->charset, arena, &cell, replaced,
                                    error);
            values[i] = xc_arena_copy(arena, cell); // the row dies before the document
            status = status == XC_OK && !values[i].ptr ? xc_fail_memory(error) : status;
        }
    }
    return status;
}

static bool is_last(xc_reader *reader) {
    const csv_state *state = reader->state;
    return state->given == state->row_count &&
           (state->is_whole ? !xc_slice_trim(state->text).len
                            : state->ended || stream_at_end(&reader->stream));
}

static xc_status next(xc_reader *reader, xc_arena *arena, xc_document *out, xc_error *error) {
    csv_state *state = reader->state;
    const row *each = NULL;
    do {
        xc_status status = fill(reader, error);
        if (status != XC_OK) {
            return status;
        }
        each = &state->rows[state->given++];
    } while (is_empty(each));
    xc_slice values[RECORD_FIELDS];
    reader->is_single =
        reader->number == 0 && !xc_slice_is(reader->input.path, "-") && is_last(reader);
    xc_error reason = {0};
    xc_status status = decode_row(state, each, arena, values, &out->replaced, &reason);
    if (status == XC_OK) {
        status = record_settle(values, &reader->options, arena, out, &reason);
    }
    if (status != XC_OK) {
        (void)xc_fail_at(error, status, reader->input.path, each->line, "%s", reason.message);
    }
    return status;
}

static void close_csv(xc_reader *reader) {
    csv_state *state = reader->state;
    if (state && state->has_parser) {
        csv_free(&state->parser);
    }
    if (state) {
        xc_arena_free(state->arena);
    }
}

const read_format format_csv = {
    .name = "csv", .sniff = sniff, .open = open_csv, .next = next, .close = close_csv};
