// SPDX-License-Identifier: MIT
// The table that a user fills in: outlet, address and date of documents that do not tell them.
#include "read/outlet/sources.h"
#include "read/bytes/charset.h"
#include "read/outlet/sheet_date.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

enum { LARGEST_SHEET = 64 << 20 };

typedef struct source_row {
    xc_slice pattern;
    xc_slice source, url, published, wire, kind;
    xc_slice unread; // a date that is none, or that has two readings
    bool two_readings;
    long line;
    size_t index; // first match wins
    atomic_bool matched;
} source_row;

struct xc_sources {
    xc_arena *arena;
    source_row *rows;
    size_t count;
    source_row **plain; // rows without * and ?, by pattern, for a binary search
    size_t plain_count;
    source_row **globs; // the others, in the file's order
    size_t glob_count;
};

bool glob_matches(xc_slice pattern, xc_slice text) {
    size_t p = 0;
    size_t t = 0;
    size_t star = SIZE_MAX; // the last * met, and where it was tried to end
    size_t star_text = 0;
    while (t < text.len) {
        if (p < pattern.len && pattern.ptr[p] == '*') {
            star = p++;
            star_text = t;
        } else if (p < pattern.len &&
                   (pattern.ptr[p] == '?' || pattern.ptr[p] == text.ptr[t])) {
            p++;
            t++;
        } else if (star != SIZE_MAX) {
            p = star + 1;
            t = ++star_text;
        } else {
            return false;
        }
    }
    while (p < pattern.len && pattern.ptr[p] == '*') {
        p++;
    }
    return p == pattern.len;
}

static bool is_glob(xc_slice pattern) {
    return pattern.len &&
           (memchr(pattern.ptr, '*', pattern.len) || memchr(pattern.ptr, '?', pattern.len));
}

static int by_pattern(const void *a, const void *b) {
    const source_row *const *left = a;
    const source_row *const *right = b;
    int order = xc_slice_compare((*left)->pattern, (*right)->pattern);
    if (order) {
        return order;
    }
    return (*left)->index < (*right)->index ? -1 : (*left)->index > (*right)->index;
}

// A cell without the apostrophe that our own tables put before what a spreadsheet would run.
static xc_slice plain_cell(const xc_csv *table, size_t row, const char *column) {
    xc_slice cell = xc_csv_cell(table, row, column);
    bool guarded = cell.len > 1 && cell.ptr[0] == '\'' && strchr("=+-@\t\r", cell.ptr[1]);
    return guarded ? xc_slice_sub(cell, 1, cell.len) : cell;
}

static xc_status fill_rows(xc_sources *sources, const xc_csv *table, const char *path,
                           xc_error *error) {
    if (xc_csv_column(table, "document") == SIZE_MAX) {
        return xc_fail_at(error, XC_BAD_INPUT, xc_slice_of(path), 1,
                          "no column \"document\"; the header row is "
                          "document,source,url,published");
    }
    for (size_t i = 0; i < table->rows; i++) {
        source_row *row = &sources->rows[sources->count];
        row->pattern = plain_cell(table, i, "document");
        if (xc_slice_starts(row->pattern, XC_SLICE("./"))) {
            row->pattern = xc_slice_sub(row->pattern, 2, row->pattern.len);
        }
        if (!row->pattern.len) {
            continue;
        }
        row->source = plain_cell(table, i, "source");
        row->url = plain_cell(table, i, "url");
        row->published = plain_cell(table, i, "published");
        row->wire = plain_cell(table, i, "wire");
        row->kind = plain_cell(table, i, "kind");
        row->line = table->lines[i];
        row->index = sources->count++;
    }
    return XC_OK;
}

// One sheet writes its dates in one order, so that 20/09/2023 tells how 03/04/2023 is meant.
static sheet_order order_of(const xc_sources *sources) {
    bool seen[3] = {false, false, false};
    for (size_t i = 0; i < sources->count; i++) {
        seen[sheet_date_order(sources->rows[i].published)] = true;
    }
    bool both = seen[SHEET_DAY_FIRST] && seen[SHEET_MONTH_FIRST];
    return both                      ? SHEET_UNKNOWN
           : seen[SHEET_DAY_FIRST]   ? SHEET_DAY_FIRST
           : seen[SHEET_MONTH_FIRST] ? SHEET_MONTH_FIRST
                                     : SHEET_UNKNOWN;
}

// A date that cannot be read is set aside for a warning; the rest of its row counts.
static bool read_dates(xc_sources *sources) {
    sheet_order order = order_of(sources);
    for (size_t i = 0; i < sources->count; i++) {
        source_row *row = &sources->rows[i];
        xc_slice cell = row->published;
        if (!cell.len) {
            continue;
        }
        sheet_reading reading = sheet_date_read(cell, order, sources->arena, &row->published);
        if (reading == SHEET_DATE && !row->published.ptr) {
            return false;
        }
        row->unread = reading == SHEET_DATE ? (xc_slice){0} : cell;
        row->two_readings = reading == SHEET_TWO_READINGS;
    }
    return true;
}

static void sort_rows(xc_sources *sources) {
    for (size_t i = 0; i < sources->count; i++) {
        source_row *row = &sources->rows[i];
        if (is_glob(row->pattern)) {
            sources->globs[sources->glob_count++] = row;
        } else {
            sources->plain[sources->plain_count++] = row;
        }
    }
    if (sources->plain_count) {
        qsort(sources->plain, sources->plain_count, sizeof(source_row *), by_pattern);
    }
}

// The sheet as a spreadsheet of any country saved it.
static xc_status read_sheet(const char *path, xc_arena *arena, xc_csv *out, xc_error *error) {
    *out = (xc_csv){0};
    xc_buffer bytes = {0};
    xc_slice text = {0};
    xc_status status = xc_file_read(path, LARGEST_SHEET, &bytes, error);
    if (status == XC_OK) {
        status =
            charset_decode(xc_buffer_slice(&bytes), (xc_slice){0}, arena, &text, NULL, error);
    }
    if (status == XC_OK) {
        status = xc_csv_parse(text, xc_slice_of(path), XC_CSV_SHEET, arena, out, error);
    }
    xc_buffer_release(&bytes);
    return status;
}

static xc_status load(xc_sources *sources, const char *path, xc_error *error) {
    xc_csv table;
    xc_status status = read_sheet(path, sources->arena, &table, error);
    if (status != XC_OK) {
        return status;
    }
    sources->rows = xc_arena_array(sources->arena, table.rows + 1, sizeof *sources->rows);
    sources->plain = xc_arena_array(sources->arena, table.rows + 1, sizeof(source_row *));
    sources->globs = xc_arena_array(sources->arena, table.rows + 1, sizeof(source_row *));
    if (!sources->rows || !sources->plain || !sources->globs) {
        return xc_fail_memory(error);
    }
    status = fill_rows(sources, &table, path, error);
    if (status == XC_OK && !read_dates(sources)) {
        status = xc_fail_memory(error);
    }
    if (status == XC_OK) {
        sort_rows(sources);
    }
    return status;
}

xc_status xc_sources_load(const char *path, xc_sources **out, xc_error *error) {
    *out = NULL;
    xc_arena *arena = xc_arena_new();
    xc_sources *sources = arena ? xc_arena_alloc(arena, sizeof *sources) : NULL;
    if (!sources) {
        xc_arena_free(arena);
        return xc_fail_memory(error);
    }
    sources->arena = arena;
    xc_status status = load(sources, path, error);
    if (status != XC_OK) {
        xc_arena_free(arena);
        return status;
    }
    *out = sources;
    return XC_OK;
}

void xc_sources_free(xc_sources *sources) {
    if (sources) {
        xc_arena_free(sources->arena);
    }
}

// The first row in the file whose pattern is the name; NULL if none.
static source_row *find_plain(const xc_sources *sources, xc_slice name) {
    size_t low = 0;
    size_t high = sources->plain_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (xc_slice_compare(sources->plain[middle]->pattern, name) < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    bool found =
        low < sources->plain_count && xc_slice_equal(sources->plain[low]->pattern, name);
    return found ? sources->plain[low] : NULL;
}

static source_row *earlier(source_row *a, source_row *b) {
    if (!a || !b) {
        return a ? a : b;
    }
    return a->index < b->index ? a : b;
}

static xc_slice without_number(xc_slice label) {
    size_t at = label.len;
    while (at && label.ptr[at - 1] >= '0' && label.ptr[at - 1] <= '9') {
        at--;
    }
    bool numbered = at && at < label.len && label.ptr[at - 1] == '#';
    return numbered ? xc_slice_sub(label, 0, at - 1) : label;
}

static source_row *find_row(const xc_sources *sources, xc_slice label) {
    xc_slice file = without_number(label);
    source_row *found = earlier(find_plain(sources, label), find_plain(sources, file));
    for (size_t i = 0; i < sources->glob_count; i++) {
        source_row *row = sources->globs[i];
        if (found && found->index < row->index) {
            break;
        }
        if (glob_matches(row->pattern, label) || glob_matches(row->pattern, file)) {
            return row;
        }
    }
    return found;
}

static bool lay_over(xc_slice *field, xc_slice cell, xc_arena *arena) {
    if (cell.len) {
        *field = xc_arena_copy(arena, cell);
    }
    return !cell.len || field->ptr;
}

xc_status sources_apply(const xc_sources *sources, xc_arena *arena, xc_document *document,
                        xc_error *error) {
    source_row *row = sources ? find_row(sources, document->label) : NULL;
    if (!row) {
        return XC_OK;
    }
    atomic_store_explicit(&row->matched, true, memory_order_relaxed);
    // A cell that says what the page says, as an unfilled row does, changes nothing.
    bool tells_source = row->source.len && !xc_slice_equal(row->source, document->source);
    bool tells_date =
        row->published.len && !xc_slice_equal(row->published, document->published);
    bool done = lay_over(&document->source, row->source, arena) &&
                lay_over(&document->url, row->url, arena) &&
                lay_over(&document->published, row->published, arena) &&
                lay_over(&document->wire, row->wire, arena) &&
                lay_over(&document->kind, row->kind, arena);
    if (tells_source) {
        document->source_basis = XC_BASIS_SOURCES;
    }
    if (tells_date) {
        document->published_basis = XC_BASIS_SOURCES;
    }
    return done ? XC_OK : xc_fail_memory(error);
}

size_t xc_sources_unmatched(const xc_sources *sources, xc_arena *arena, long **lines,
                            xc_slice **patterns) {
    *lines = NULL;
    *patterns = NULL;
    size_t count = 0;
    for (size_t i = 0; sources && i < sources->count; i++) {
        count += !atomic_load_explicit(&sources->rows[i].matched, memory_order_relaxed);
    }
    *lines = xc_arena_array(arena, count + 1, sizeof **lines);
    *patterns = xc_arena_array(arena, count + 1, sizeof **patterns);
    if (!*lines || !*patterns) {
        return 0;
    }
    size_t filled = 0;
    for (size_t i = 0; sources && i < sources->count && filled < count; i++) {
        const source_row *row = &sources->rows[i];
        if (!atomic_load_explicit(&row->matched, memory_order_relaxed)) {
            (*lines)[filled] = row->line;
            (*patterns)[filled++] = xc_arena_copy(arena, row->pattern);
        }
    }
    return filled;
}

size_t xc_sources_unread(const xc_sources *sources, xc_arena *arena, xc_unread_date **out) {
    *out = xc_arena_array(arena, sources ? sources->count + 1 : 1, sizeof **out);
    size_t count = 0;
    for (size_t i = 0; *out && sources && i < sources->count; i++) {
        const source_row *row = &sources->rows[i];
        if (row->unread.len) {
            (*out)[count++] = (xc_unread_date){row->line, xc_arena_copy(arena, row->unread),
                                               row->two_readings};
        }
    }
    return count;
}
