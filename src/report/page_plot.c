// SPDX-License-Identifier: MIT
// Plots: every source's figure with its bounds on one axis, and the figures over time. Places
// along an axis are percentages, so that a plot fits any width and its text keeps its size.
#include "figure.h"
#include "page.h"
#include "scale.h"
#include "words.h"

#include <math.h>
#include <stdlib.h>

enum { MOST_ROWS = 40, MOST_FIGURES = 6 };

// The different figures of one origin.
typedef struct plot_row {
    xc_slice origin;
    const xc_claim *figures[MOST_FIGURES];
    size_t count;
    xc_slice via[3]; // outlets that carried a wire story
    size_t via_count;
    double sort;
} plot_row;

static bool has_figure(const xc_claim *claim) {
    return claim->value.known || claim->low.known || claim->high.known;
}

static bool same_figure(const xc_claim *a, const xc_claim *b) {
    return a->qualifier == b->qualifier && xc_number_equal(a->value, b->value) &&
           xc_number_equal(a->low, b->low) && xc_number_equal(a->high, b->high);
}

static double least_of(const xc_claim *claim) {
    xc_number number = claim->low.known     ? claim->low
                       : claim->value.known ? claim->value
                                            : claim->high;
    return xc_decimal_double(number.value);
}

static double greatest_of(const xc_claim *claim) {
    xc_number number = claim->high.known    ? claim->high
                       : claim->value.known ? claim->value
                                            : claim->low;
    return xc_decimal_double(number.value);
}

static void add_outlet(plot_row *row, const xc_claim *claim) {
    xc_slice outlet = xc_view_publisher(claim);
    if (!claim->wire.len || xc_slice_equal(outlet, row->origin)) {
        return;
    }
    for (size_t i = 0; i < row->via_count; i++) {
        if (xc_slice_equal(row->via[i], outlet)) {
            return;
        }
    }
    if (row->via_count < sizeof row->via / sizeof *row->via) {
        row->via[row->via_count++] = outlet;
    }
}

static void add_figure(plot_row *row, const xc_claim *claim) {
    add_outlet(row, claim);
    for (size_t i = 0; i < row->count; i++) {
        if (same_figure(row->figures[i], claim)) {
            return;
        }
    }
    if (row->count < MOST_FIGURES) { // kept by size
        size_t at = row->count++;
        for (; at && least_of(row->figures[at - 1]) > least_of(claim); at--) {
            row->figures[at] = row->figures[at - 1];
        }
        row->figures[at] = claim;
    }
    if (row->count == 1 || least_of(claim) < row->sort) {
        row->sort = least_of(claim);
    }
}

// One row an origin, at most MOST_ROWS of them.
static size_t collect(const xc_claim **claims, size_t count, plot_row *rows) {
    size_t used = 0;
    for (size_t i = 0; i < count; i++) {
        if (!has_figure(claims[i])) {
            continue;
        }
        xc_slice origin = xc_view_origin(claims[i]);
        size_t at = 0;
        while (at < used && !xc_slice_equal(rows[at].origin, origin)) {
            at++;
        }
        if (at == used && used == MOST_ROWS) {
            continue;
        }
        if (at == used) {
            rows[used++] = (plot_row){.origin = origin};
        }
        add_figure(&rows[at], claims[i]);
    }
    return used;
}

// By least figure; the claims' order otherwise.
static void sort_rows(plot_row *rows, size_t count) {
    for (size_t i = 1; i < count; i++) {
        plot_row row = rows[i];
        size_t at = i;
        while (at && rows[at - 1].sort > row.sort) {
            rows[at] = rows[at - 1];
            at--;
        }
        rows[at] = row;
    }
}

static xc_slice percent(double at, char out[24]) {
    int length = snprintf(out, 24, "%.2f", at);
    return (xc_slice){out, length > 0 ? (size_t)length : 0};
}

static void draw(xc_page *page, const char *shape, double from, double to, xc_buffer *out) {
    char first[24];
    char second[24];
    const xc_fill fills[] = {XC_FILL_TEXT("at", percent(from, first)),
                             XC_FILL_TEXT("to", percent(to, second))};
    XC_PAGE_WRITE(page, shape, fills, out);
}

static void draw_grid(xc_page *page, const xc_scale *scale, xc_buffer *out) {
    for (size_t i = 0; i < scale->tick_count; i++) {
        double at = xc_scale_at(scale, scale->ticks[i]);
        draw(page, "grid", at, at, out);
    }
}

// A point, a span between bounds, or an arrow towards an open side.
static void draw_figure(xc_page *page, const xc_scale *scale, const xc_claim *claim,
                        xc_buffer *out) {
    double low = xc_scale_at(scale, least_of(claim));
    double high = xc_scale_at(scale, greatest_of(claim));
    bool open_up = claim->low.known && !claim->high.known;
    bool open_down = claim->high.known && !claim->low.known;
    if (open_up) {
        draw(page, "bar-open", low, 97, out);
        draw(page, "arrow-up", 97, 97, out);
        draw(page, "cap", low, low, out);
    } else if (open_down) {
        draw(page, "bar-open", 1, high, out);
        draw(page, "arrow-down", 1, 1, out);
        draw(page, "cap", high, high, out);
    } else if (high > low) {
        draw(page, "bar", low, high, out);
        draw(page, "cap", low, low, out);
        draw(page, "cap", high, high, out);
    }
    if (claim->value.known && !open_up && !open_down) {
        double at = xc_scale_at(scale, xc_decimal_double(claim->value.value));
        draw(page, claim->qualifier == XC_EXACT ? "dot" : "ring", at, at, out);
    }
}

static void write_label(const plot_row *row, xc_buffer *via) {
    for (size_t i = 0; i < row->via_count; i++) {
        xc_buffer_print(via, "%s%.*s", i ? ", " : "", XC_PRINT(row->via[i]));
    }
}

static void write_row(xc_page *page, const xc_scale *scale, const plot_row *row,
                      xc_buffer *out) {
    xc_buffer marks = {0};
    xc_buffer figures = {0};
    xc_buffer via = {0};
    for (size_t i = 0; i < row->count; i++) {
        draw_figure(page, scale, row->figures[i], &marks);
        xc_buffer_text(&figures, i ? "; " : "");
        xc_figure_claim(row->figures[i], &figures);
    }
    write_label(row, &via);
    const xc_fill fills[] = {
        XC_FILL_TEXT("origin", row->origin), XC_FILL_TEXT("via", xc_buffer_slice(&via)),
        XC_FILL_TEXT("figures", xc_buffer_slice(&figures)), XC_FILL_MARKUP("marks", &marks)};
    XC_PAGE_WRITE(page, "plot-row", fills, out);
    xc_buffer_release(&marks);
    xc_buffer_release(&figures);
    xc_buffer_release(&via);
}

static void write_axis(xc_page *page, const xc_scale *scale, xc_buffer *out) {
    for (size_t i = 0; i < scale->tick_count; i++) {
        char at[24];
        xc_buffer label = {0};
        xc_scale_label(scale->ticks[i], &label);
        const xc_fill fills[] = {
            XC_FILL_TEXT("at", percent(xc_scale_at(scale, scale->ticks[i]), at)),
            XC_FILL_TEXT("label", xc_buffer_slice(&label))};
        XC_PAGE_WRITE(page, "tick", fills, out);
        xc_buffer_release(&label);
    }
}

static xc_scale scale_of(const plot_row *rows, size_t count) {
    double least = least_of(rows->figures[0]);
    double greatest = greatest_of(rows->figures[0]);
    for (size_t i = 0; i < count; i++) {
        for (size_t j = 0; j < rows[i].count; j++) {
            least = fmin(least, least_of(rows[i].figures[j]));
            greatest = fmax(greatest, greatest_of(rows[i].figures[j]));
        }
    }
    return xc_scale_make(least, greatest);
}

void xc_page_plot(xc_page *page, const xc_claim **claims, size_t count, xc_buffer *out) {
    plot_row *rows = xc_arena_array(page->arena, MOST_ROWS, sizeof *rows);
    if (!rows) {
        out->status = XC_NO_MEMORY;
        return;
    }
    size_t used = collect(claims, count, rows);
    if (used == 0 || (used == 1 && rows[0].count == 1)) {
        return;
    }
    sort_rows(rows, used);
    xc_scale scale = scale_of(rows, used);
    xc_buffer lines = {0};
    xc_buffer axis = {0};
    xc_buffer grid = {0};
    draw_grid(page, &scale, &grid);
    for (size_t i = 0; i < used; i++) {
        write_row(page, &scale, &rows[i], &lines);
    }
    write_axis(page, &scale, &axis);
    const xc_fill fills[] = {
        XC_FILL_MARKUP("rows", &lines), XC_FILL_MARKUP("axis", &axis),
        XC_FILL_MARKUP("grid", &grid),
        XC_FILL_TEXT("logarithmic", xc_slice_of(scale.logarithmic ? "yes" : ""))};
    XC_PAGE_WRITE(page, "plot", fills, out);
    xc_buffer_release(&lines);
    xc_buffer_release(&axis);
    xc_buffer_release(&grid);
}
