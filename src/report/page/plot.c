// SPDX-License-Identifier: MIT
// Plots: every source's figure with its bounds on one axis, and the figures over time. Places
// along an axis are percentages, so that a plot fits any width and its text keeps its size.
#include "report/figure.h"
#include "report/page/page.h"
#include "report/page/scale.h"
#include "report/said.h"
#include "report/words.h"

#include <math.h>
#include <stdlib.h>

enum { MOST_ROWS = 40, MOST_FIGURES = 6 };

// The different figures of one origin on one day.
typedef struct plot_row {
    xc_slice origin, day; // of publication
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
    return a->qualifier == b->qualifier && xc_slice_equal(a->unit, b->unit) &&
           xc_number_equal(a->value, b->value) && xc_number_equal(a->low, b->low) &&
           xc_number_equal(a->high, b->high);
}

// Days in a duration's unit, 0 for any other unit.
static double days_in(xc_slice unit) {
    const xc_time_unit *time = xc_time_unit_of(unit);
    return time ? xc_time_unit_days(time) : 0;
}

// What an axis measures: the one unit of all figures, days for durations in several units, else
// the first figure's unit, which other figures then do not share.
typedef struct axis_unit {
    xc_slice unit;
    bool days;
} axis_unit;

static axis_unit unit_of(const xc_claim **claims, size_t count) {
    axis_unit axis = {0};
    const xc_claim *first = NULL;
    bool same = true;
    bool durations = true;
    for (size_t i = 0; i < count; i++) {
        if (has_figure(claims[i])) {
            first = first ? first : claims[i];
            same = same && xc_slice_equal(first->unit, claims[i]->unit);
            durations = durations && days_in(claims[i]->unit) > 0;
        }
    }
    axis.unit = first ? first->unit : (xc_slice){0};
    axis.days = !same && durations;
    return axis;
}

static bool is_on_axis(const axis_unit *axis, const xc_claim *claim) {
    return has_figure(claim) && (axis->days || xc_slice_equal(claim->unit, axis->unit));
}

static double on_axis(const axis_unit *axis, const xc_claim *claim, xc_number number) {
    return xc_decimal_double(number.value) * (axis->days ? days_in(claim->unit) : 1);
}

static double least_of(const axis_unit *axis, const xc_claim *claim) {
    return on_axis(axis, claim,
                   claim->low.known     ? claim->low
                   : claim->value.known ? claim->value
                                        : claim->high);
}

static double greatest_of(const axis_unit *axis, const xc_claim *claim) {
    return on_axis(axis, claim,
                   claim->high.known    ? claim->high
                   : claim->value.known ? claim->value
                                        : claim->low);
}

static void add_outlet(const case_view *view, plot_row *row, const xc_claim *claim) {
    xc_slice outlet = view_publisher(view, claim);
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

static void add_figure(const case_view *view, const axis_unit *axis, plot_row *row,
                       const xc_claim *claim) {
    add_outlet(view, row, claim);
    for (size_t i = 0; i < row->count; i++) {
        if (same_figure(row->figures[i], claim)) {
            return;
        }
    }
    if (row->count < MOST_FIGURES) { // kept by size
        size_t at = row->count++;
        for (; at && least_of(axis, row->figures[at - 1]) > least_of(axis, claim); at--) {
            row->figures[at] = row->figures[at - 1];
        }
        row->figures[at] = claim;
    }
    if (row->count == 1 || least_of(axis, claim) < row->sort) {
        row->sort = least_of(axis, claim);
    }
}

// One row an origin and day, at most MOST_ROWS of them.
static size_t collect(const case_view *view, const axis_unit *axis, const xc_claim **claims,
                      size_t count, plot_row *rows) {
    size_t used = 0;
    for (size_t i = 0; i < count; i++) {
        if (!is_on_axis(axis, claims[i])) {
            continue;
        }
        xc_slice origin = view_origin(view, claims[i]);
        xc_slice day = xc_slice_sub(claims[i]->published, 0, 10);
        size_t at = 0;
        while (at < used && !(xc_slice_equal(rows[at].origin, origin) &&
                              xc_slice_equal(rows[at].day, day))) {
            at++;
        }
        if (at == used && used == MOST_ROWS) {
            continue;
        }
        if (at == used) {
            rows[used++] = (plot_row){.origin = origin, .day = day};
        }
        add_figure(view, axis, &rows[at], claims[i]);
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

static void draw(report_page *page, const char *shape, double from, double to, xc_buffer *out) {
    char first[24];
    char second[24];
    const template_fill fills[] = {FILL_TEXT("at", page_place(from, first)),
                                   FILL_TEXT("to", page_place(to, second))};
    PAGE_WRITE(page, shape, fills, out);
}

static void draw_grid(report_page *page, const plot_scale *scale, xc_buffer *out) {
    for (size_t i = 0; i < scale->tick_count; i++) {
        double at = scale_at(scale, scale->ticks[i]);
        draw(page, "grid", at, at, out);
    }
}

// A point, a span between bounds, or an arrow towards an open side.
static void draw_figure(report_page *page, const axis_unit *axis, const plot_scale *scale,
                        const xc_claim *claim, bool *arrow, xc_buffer *out) {
    double low = scale_at(scale, least_of(axis, claim));
    double high = scale_at(scale, greatest_of(axis, claim));
    bool open_up = claim->low.known && !claim->high.known;
    bool open_down = claim->high.known && !claim->low.known;
    if (open_up) {
        if (!*arrow) { // the row's least figure comes first: its arrow holds for the others
            draw(page, "bar-open", low, 97, out);
            draw(page, "arrow-up", 97, 97, out);
            *arrow = true;
        }
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
        double at = scale_at(scale, on_axis(axis, claim, claim->value));
        draw(page, claim->qualifier == XC_EXACT ? "dot" : "ring", at, at, out);
    }
}

static void write_label(const plot_row *row, xc_buffer *via) {
    for (size_t i = 0; i < row->via_count; i++) {
        xc_buffer_print(via, "%s%.*s", i ? ", " : "", XC_PRINT(row->via[i]));
    }
}

// An origin that stands in several rows has its day in each.
static bool is_dated(const plot_row *rows, size_t count, const plot_row *row) {
    size_t same = 0;
    for (size_t i = 0; i < count; i++) {
        same += xc_slice_equal(rows[i].origin, row->origin);
    }
    return same > 1;
}

// All say one number: there is nothing to see in a plot of it.
static bool is_one_number(const plot_row *rows, size_t count) {
    const xc_claim *first = rows[0].figures[0];
    for (size_t i = 0; i < count; i++) {
        for (size_t j = 0; j < rows[i].count; j++) {
            const xc_claim *claim = rows[i].figures[j];
            if (!claim->value.known || !xc_number_equal(claim->value, first->value) ||
                !xc_slice_equal(claim->unit, first->unit)) {
                return false;
            }
        }
    }
    return true;
}

static void write_row(report_page *page, const axis_unit *axis, const plot_scale *scale,
                      const plot_row *row, bool dated, xc_buffer *out) {
    xc_buffer day = {0};
    xc_buffer marks = {0};
    xc_buffer figures = {0};
    xc_buffer via = {0};
    bool arrow = false;
    for (size_t i = 0; i < row->count; i++) {
        draw_figure(page, axis, scale, row->figures[i], &arrow, &marks);
        xc_buffer_text(&figures, i ? "; " : "");
        said_figure(page->view, row->figures[i], &figures);
    }
    write_label(row, &via);
    if (dated) {
        xc_date_words(row->day, &day);
    }
    const template_fill fills[] = {
        FILL_TEXT("origin", row->origin), FILL_TEXT("day", xc_buffer_slice(&day)),
        FILL_TEXT("via", xc_buffer_slice(&via)),
        FILL_TEXT("figures", xc_buffer_slice(&figures)), FILL_MARKUP("marks", &marks)};
    PAGE_WRITE(page, "plot-row", fills, out);
    xc_buffer_release(&day);
    xc_buffer_release(&marks);
    xc_buffer_release(&figures);
    xc_buffer_release(&via);
}

static void write_axis(report_page *page, const plot_scale *scale, xc_buffer *out) {
    for (size_t i = 0; i < scale->tick_count; i++) {
        char at[24];
        xc_buffer label = {0};
        scale_label(scale->ticks[i], &label);
        const template_fill fills[] = {
            FILL_TEXT("at", page_place(scale_at(scale, scale->ticks[i]), at)),
            FILL_TEXT("label", xc_buffer_slice(&label))};
        PAGE_WRITE(page, "tick", fills, out);
        xc_buffer_release(&label);
    }
}

static plot_scale scale_of(const axis_unit *axis, const plot_row *rows, size_t count) {
    double least = least_of(axis, rows->figures[0]);
    double greatest = greatest_of(axis, rows->figures[0]);
    for (size_t i = 0; i < count; i++) {
        for (size_t j = 0; j < rows[i].count; j++) {
            least = fmin(least, least_of(axis, rows[i].figures[j]));
            greatest = fmax(greatest, greatest_of(axis, rows[i].figures[j]));
        }
    }
    return scale_make(least, greatest);
}

void page_plot(report_page *page, const xc_claim **claims, size_t count, xc_buffer *out) {
    plot_row *rows = xc_arena_array(page->arena, MOST_ROWS, sizeof *rows);
    if (!rows) {
        out->status = XC_NO_MEMORY;
        return;
    }
    axis_unit measured = unit_of(claims, count);
    size_t used = collect(page->view, &measured, claims, count, rows);
    if (used == 0 || (used == 1 && rows[0].count == 1) || is_one_number(rows, used)) {
        return;
    }
    sort_rows(rows, used);
    plot_scale scale = scale_of(&measured, rows, used);
    xc_buffer lines = {0};
    xc_buffer axis = {0};
    xc_buffer unit = {0};
    xc_buffer grid = {0};
    draw_grid(page, &scale, &grid);
    for (size_t i = 0; i < used; i++) {
        write_row(page, &measured, &scale, &rows[i], is_dated(rows, used, &rows[i]), &lines);
    }
    write_axis(page, &scale, &axis);
    figure_unit(measured.days ? XC_SLICE("day") : measured.unit, (xc_number){0}, &unit);
    const template_fill fills[] = {
        FILL_MARKUP("rows", &lines), FILL_MARKUP("axis", &axis), FILL_MARKUP("grid", &grid),
        FILL_TEXT("unit", xc_buffer_slice(&unit)),
        FILL_TEXT("logarithmic", xc_slice_of(scale.logarithmic ? "yes" : ""))};
    PAGE_WRITE(page, "plot", fills, out);
    xc_buffer_release(&lines);
    xc_buffer_release(&axis);
    xc_buffer_release(&grid);
    xc_buffer_release(&unit);
}
