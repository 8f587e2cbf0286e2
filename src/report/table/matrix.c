// SPDX-License-Identifier: MIT
// The matrix as a casualty recorder keeps it: groups down, sources across, figures in the
// cells.
#include "report/said.h"
#include "report/table/sheet.h"
#include "report/view.h"

#include <stdlib.h>

enum { LEADING = 6 }; // columns before the sources

typedef struct publishers {
    xc_slice *names; // sorted, each once
    size_t count;
} publishers;

static int compare_names(const void *a, const void *b) {
    return xc_slice_compare_natural(*(const xc_slice *)a, *(const xc_slice *)b);
}

static bool list_publishers(const case_view *view, xc_arena *arena, publishers *out) {
    const xc_case_content *content = view->content;
    out->names = xc_arena_array(arena, content->claim_count + 1, sizeof *out->names);
    if (!out->names) {
        return false;
    }
    for (size_t i = 0; i < content->claim_count; i++) {
        out->names[i] = view_publisher(view, &content->claims[i]);
    }
    qsort(out->names, content->claim_count, sizeof *out->names, compare_names);
    for (size_t i = 0; i < content->claim_count; i++) {
        if (!out->count || !xc_slice_equal(out->names[i], out->names[out->count - 1])) {
            out->names[out->count++] = out->names[i];
        }
    }
    return true;
}

static size_t find_publisher(const publishers *all, xc_slice name) {
    const xc_slice *found =
        bsearch(&name, all->names, all->count, sizeof *all->names, compare_names);
    return found ? (size_t)(found - all->names) : all->count;
}

static void write_heads(book_sheets *sheets, lxw_worksheet *sheet, const publishers *all,
                        size_t shown) {
    static const char *const heads[LEADING] = {"group",   "topic", "measure",
                                               "verdict", "low",   "high"};
    for (size_t i = 0; i < LEADING; i++) {
        sheet_text(sheets, sheet, 0, i, xc_slice_of(heads[i]), sheets->formats.header);
    }
    for (size_t i = 0; i < shown; i++) {
        sheet_text(sheets, sheet, 0, LEADING + i, all->names[i], sheets->formats.header);
    }
    if (shown < all->count) {
        xc_buffer_clear(&sheets->value);
        xc_buffer_print(&sheets->value, "%zu more sources: see Claims", all->count - shown);
        sheet_text(sheets, sheet, 0, LEADING + shown, xc_buffer_slice(&sheets->value),
                   sheets->formats.header);
    }
    worksheet_set_column(sheet, 0, 0, 48, NULL);
    worksheet_set_column(sheet, 1, LEADING - 1, 13, NULL);
    worksheet_set_column(sheet, LEADING, (lxw_col_t)(LEADING + shown), 18, NULL);
}

static void write_group(book_sheets *sheets, lxw_worksheet *sheet, size_t row,
                        const xc_group *group) {
    book_formats *formats = &sheets->formats;
    sheet_text(sheets, sheet, row, 0, group->about, formats->wrapped);
    sheet_text(sheets, sheet, row, 1, group->topic, formats->text);
    sheet_text(sheets, sheet, row, 2, group->measure, formats->text);
    sheet_text(sheets, sheet, row, 3, xc_slice_of(xc_verdict_text(group->verdict)),
               formats->verdicts[group->verdict < XC_VERDICTS ? group->verdict : XC_SINGLE]);
    if (group->low.known) {
        sheet_number(sheets, sheet, row, 4, group->low.value);
    }
    if (group->high.known) {
        sheet_number(sheets, sheet, row, 5, group->high.value);
    }
}

static bool is_exact(const xc_claim *claim) {
    return claim->value.known && claim->qualifier == XC_EXACT;
}

// The figures of one source, each once; one exact figure alone is a real number.
static void write_figures(book_sheets *sheets, const case_view *view, lxw_worksheet *sheet,
                          size_t row, size_t column, const xc_claim **claims, size_t count) {
    xc_buffer *text = &sheets->value;
    size_t figures = 0;
    xc_buffer_clear(text);
    for (size_t i = 0; i < count; i++) {
        bool repeated = false;
        for (size_t j = 0; j < i && !repeated; j++) {
            repeated = claims[i]->qualifier == claims[j]->qualifier &&
                       xc_number_equal(claims[i]->value, claims[j]->value) &&
                       xc_number_equal(claims[i]->low, claims[j]->low) &&
                       xc_number_equal(claims[i]->high, claims[j]->high);
        }
        if (!repeated) {
            xc_buffer_text(text, figures++ ? "; " : "");
            said_figure(view, claims[i], text);
        }
    }
    if (figures == 1 && is_exact(claims[0])) {
        sheet_number(sheets, sheet, row, column, claims[0]->value.value);
    } else {
        sheet_text(sheets, sheet, row, column, xc_buffer_slice(text), sheets->formats.wrapped);
    }
}

// By publisher; the members' order within one is kept.
static void sort_by_publisher(const case_view *view, const xc_claim **claims, size_t count,
                              const publishers *all) {
    for (size_t i = 1; i < count; i++) {
        const xc_claim *claim = claims[i];
        size_t name = find_publisher(all, view_publisher(view, claim));
        size_t at = i;
        while (at && find_publisher(all, view_publisher(view, claims[at - 1])) > name) {
            claims[at] = claims[at - 1];
            at--;
        }
        claims[at] = claim;
    }
}

static void write_row(book_sheets *sheets, const case_view *view, lxw_worksheet *sheet,
                      size_t row, const xc_claim **claims, size_t count, const publishers *all,
                      size_t shown) {
    sort_by_publisher(view, claims, count, all);
    for (size_t first = 0, last = 0; first < count; first = last) {
        xc_slice name = view_publisher(view, claims[first]);
        for (last = first;
             last < count && xc_slice_equal(view_publisher(view, claims[last]), name); last++) {
        }
        size_t column = find_publisher(all, name);
        if (column < shown) {
            write_figures(sheets, view, sheet, row, LEADING + column, claims + first,
                          last - first);
        }
    }
}

xc_status sheet_matrix(book_sheets *sheets, const xc_case_content *content, xc_arena *arena,
                       xc_error *error) {
    case_view view;
    publishers all = {0};
    if (view_open(content, arena, &view, error) != XC_OK ||
        !list_publishers(&view, arena, &all)) {
        return xc_fail_memory(error);
    }
    lxw_worksheet *sheet = sheet_add(sheets, "Matrix");
    if (!sheet) {
        return xc_fail_memory(error);
    }
    const size_t most_sources = SHEET_COLUMNS - LEADING - 1;
    const size_t most_groups = SHEET_ROWS - 2;
    size_t shown = all.count > most_sources ? most_sources : all.count;
    size_t rows = content->group_count > most_groups ? most_groups : content->group_count;
    write_heads(sheets, sheet, &all, shown);
    for (size_t i = 0; i < rows; i++) {
        xc_arena_mark mark = xc_arena_here(arena);
        size_t count = 0;
        const xc_claim **claims = view_members(&view, &content->groups[i], arena, &count);
        if (!claims) {
            return xc_fail_memory(error);
        }
        write_group(sheets, sheet, i + 1, &content->groups[i]);
        write_row(sheets, &view, sheet, i + 1, claims, count, &all, shown);
        xc_arena_rewind(arena, mark);
    }
    if (rows < content->group_count) {
        sheet_text(sheets, sheet, rows + 1, 0, XC_SLICE("further groups: see Groups"),
                   sheets->formats.header);
    }
    sheet_finish(sheets, sheet, rows, LEADING + shown, 1);
    return XC_OK;
}
