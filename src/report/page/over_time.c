// SPDX-License-Identifier: MIT
// The figures of a group over time, for counts that grow.
#include "report/page/page.h"
#include "report/page/scale.h"
#include "report/page/time_axis.h"
#include "report/said.h"
#include "report/withdrawn.h"
#include "report/words.h"

#include <math.h>
#include <stdlib.h>

enum { LEAST_POINTS = 3, MOST_POINTS = 60, TOP = 26, BOTTOM = 132 };

typedef struct point {
    const xc_claim *claim;
    int64_t second;
    double low, high, figure; // `figure` is the number, or the bound where none is stated
    bool open_up, open_down;
    bool as_of;     // the page tells when the figure held
    bool carries;   // a stated number that is asserted and stands: the line may go on from it
    bool withdrawn; // a page of the group says that it stands no more
} point;

// When the figure held; where that is not told, when its page was published. The time of what
// happened is the same for all figures of a toll and says nothing of it.
static bool time_of(const xc_claim *claim, point *out) {
    out->as_of = claim->to.len && !claim->from.len && time_axis_moment(claim->to, &out->second);
    return out->as_of || time_axis_moment(claim->published, &out->second);
}

static void fill_bounds(point *out) {
    const xc_claim *claim = out->claim;
    xc_number least = claim->low.known     ? claim->low
                      : claim->value.known ? claim->value
                                           : claim->high;
    xc_number greatest = claim->high.known    ? claim->high
                         : claim->value.known ? claim->value
                                              : claim->low;
    out->low = xc_decimal_double(least.value);
    out->high = xc_decimal_double(greatest.value);
    out->figure = claim->value.known ? xc_decimal_double(claim->value.value)
                  : claim->low.known ? out->low
                                     : out->high;
    out->open_up = claim->low.known && !claim->high.known;
    out->open_down = claim->high.known && !claim->low.known;
    out->carries = claim->value.known && claim->modality == XC_ASSERTED && !out->open_down &&
                   !out->withdrawn;
}

static int compare_points(const void *a, const void *b) {
    const point *first = a;
    const point *second = b;
    if (first->second != second->second) {
        return first->second < second->second ? -1 : 1;
    }
    return (first->figure > second->figure) - (first->figure < second->figure);
}

static bool same_mark(const point *a, const point *b) {
    return a->low == b->low && a->high == b->high && a->figure == b->figure &&
           a->open_up == b->open_up && a->open_down == b->open_down &&
           (a->claim->modality == XC_ASSERTED) == (b->claim->modality == XC_ASSERTED);
}

// A figure that several pages repeat stands once, at the first that gives it; one whose time is
// told stands at each such time. Vague words show no course.
static size_t collect(const case_view *view, const xc_claim **claims, size_t count,
                      point *points) {
    size_t used = 0;
    withdrawn_figures gone = withdrawn_find(view, claims, count);
    for (size_t i = 0; i < count; i++) {
        point one = {.claim = claims[i], .withdrawn = withdrawn_has(&gone, claims[i])};
        bool figure = claims[i]->value.known || claims[i]->low.known || claims[i]->high.known;
        bool same_unit = xc_slice_equal(claims[i]->unit, claims[0]->unit);
        if (!figure || !same_unit || said_in_words(view, claims[i]) ||
            !time_of(claims[i], &one)) {
            continue;
        }
        fill_bounds(&one);
        size_t at = 0;
        while (at < used &&
               !(same_mark(&points[at], &one) &&
                 (points[at].second == one.second || (!points[at].as_of && !one.as_of)))) {
            at++;
        }
        if (at < used) {
            points[at] = one.second < points[at].second ? one : points[at];
        } else if (used < MOST_POINTS) {
            points[used++] = one;
        }
    }
    qsort(points, used, sizeof *points, compare_points);
    return used;
}

static plot_scale figure_scale(const point *points, size_t count) {
    double least = points->low;
    double greatest = points->high;
    for (size_t i = 0; i < count; i++) {
        least = fmin(least, points[i].low);
        greatest = fmax(greatest, points[i].high);
    }
    return scale_make(least, greatest);
}

// A label that stands already: its middle and half its width in percent, and its height in
// pixels.
typedef struct label_box {
    double x, half, y;
} label_box;

typedef struct plot {
    report_page *page;
    const point *points;
    size_t count;
    plot_scale scale;
    time_axis axis;
    xc_buffer marks;
    label_box labels[MOST_POINTS];
    size_t label_count;
    bool exact, hedged, bounded, line, apart, withdrawn; // which marks the legend has to name
} plot;

static double height_of(const plot *one, double figure) {
    return BOTTOM - (scale_at(&one->scale, figure) - 4) / 90 * (BOTTOM - TOP);
}

static double x_of(const plot *one, size_t index) {
    return time_axis_at(&one->axis, one->points[index].second);
}

static double y_of(const plot *one, size_t index) {
    return height_of(one, one->points[index].figure);
}

static void draw_line(plot *one, const char *block, double x1, double x2, double y1,
                      double y2) {
    char values[4][24];
    const template_fill fills[] = {
        FILL_TEXT("x1", page_place(x1, values[0])), FILL_TEXT("x2", page_place(x2, values[1])),
        FILL_TEXT("y1", page_place(y1, values[2])), FILL_TEXT("y2", page_place(y2, values[3]))};
    PAGE_WRITE(one->page, block, fills, &one->marks);
}

static void draw_text(plot *one, const char *block, double x, double y, xc_slice text) {
    char values[2][24];
    const template_fill fills[] = {FILL_TEXT("x", page_place(x, values[0])),
                                   FILL_TEXT("y", page_place(y, values[1])),
                                   FILL_TEXT("label", text)};
    PAGE_WRITE(one->page, block, fills, &one->marks);
}

static void draw_axes(plot *one) {
    for (size_t i = 0; i < one->scale.tick_count; i++) {
        xc_buffer label = {0};
        double y = height_of(one, one->scale.ticks[i]);
        scale_label(one->scale.ticks[i], &label);
        draw_line(one, "time-grid", 0, 100, y, y);
        draw_text(one, "time-figure", 0, y - 3, xc_buffer_slice(&label));
        xc_buffer_release(&label);
    }
    for (size_t i = 0; i < one->axis.tick_count; i++) {
        xc_buffer label = {0};
        double x = time_axis_at(&one->axis, one->axis.ticks[i]);
        time_axis_label(&one->axis, i, &label);
        draw_line(one, "time-grid", x, x, BOTTOM + 8, BOTTOM + 13);
        draw_text(one, "time-tick", x, BOTTOM + 38, xc_buffer_slice(&label));
        xc_buffer_release(&label);
    }
}

// A range as a line between its ends, an open side as an arrow.
static void draw_bounds(plot *one, size_t index) {
    const point *p = &one->points[index];
    double x = x_of(one, index);
    if (p->open_up || p->open_down) {
        double end = p->open_up ? fmax(y_of(one, index) - 18, 6) : y_of(one, index) + 18;
        draw_line(one, "time-bound", x, x, y_of(one, index), end);
        draw_text(one, p->open_up ? "time-up" : "time-down", x, end, (xc_slice){0});
        one->bounded = true;
    } else if (p->high > p->low) {
        draw_line(one, "time-bound", x, x, height_of(one, p->low), height_of(one, p->high));
        one->bounded = true;
    }
}

static void draw_mark(plot *one, size_t index) {
    const point *p = &one->points[index];
    bool asserted = p->claim->modality == XC_ASSERTED;
    bool exact = p->claim->qualifier == XC_EXACT;
    draw_bounds(one, index);
    if (p->withdrawn) {
        one->withdrawn = true;
        draw_text(one, "time-withdrawn", x_of(one, index), y_of(one, index), (xc_slice){0});
    } else if (!asserted) {
        one->apart = true;
        draw_text(one, "time-apart", x_of(one, index), y_of(one, index), (xc_slice){0});
    } else if (p->claim->value.known) {
        *(exact ? &one->exact : &one->hedged) = true;
        draw_text(one, exact ? "time-dot" : "time-ring", x_of(one, index), y_of(one, index),
                  (xc_slice){0});
    }
}

// A label that would stand upon another is left out: its figure stands in the table.
static void draw_label(plot *one, size_t index) {
    enum { LINE = 15, ABOVE = 10, BELOW = 18 };
    const double letter = 2.1; // percent of a small screen that a figure takes
    xc_buffer text = {0};
    said_figure(one->page->view, one->points[index].claim, &text);
    double half = letter * (double)text.len / 2;
    bool below = one->points[index].open_up; // an arrow stands above
    label_box box = {fmin(fmax(x_of(one, index), half), 100 - half), half,
                     y_of(one, index) + (below ? BELOW : -ABOVE)};
    bool crowded = false;
    for (size_t i = 0; i < one->label_count; i++) {
        const label_box *other = &one->labels[i];
        crowded = crowded || (fabs(other->x - box.x) < other->half + box.half &&
                              fabs(other->y - box.y) < LINE);
    }
    for (size_t i = 0; i < one->count; i++) { // nor upon a mark
        double apart = y_of(one, i) - box.y;
        crowded = crowded || (i != index && fabs(x_of(one, i) - box.x) < box.half + 2 &&
                              apart > -LINE && apart < 4);
    }
    if (!crowded) {
        draw_text(one, "time-label", box.x, box.y, xc_buffer_slice(&text));
        one->labels[one->label_count++] = box;
    }
    xc_buffer_release(&text);
}

// The line joins each new highest count to the one before; other figures are points alone.
static void draw_marks(plot *one) {
    size_t highest = SIZE_MAX;
    for (size_t i = 0; i < one->count; i++) {
        const point *p = &one->points[i];
        if (!p->carries || (highest != SIZE_MAX && p->figure < one->points[highest].figure)) {
            continue;
        }
        if (highest != SIZE_MAX) {
            one->line = true;
            draw_line(one, "time-step", x_of(one, highest), x_of(one, i), y_of(one, highest),
                      y_of(one, i));
        }
        highest = i;
    }
    for (size_t i = 0; i < one->count; i++) {
        draw_mark(one, i);
    }
    for (size_t i = one->count; i > 0; i--) { // the latest first: they are asked for
        draw_label(one, i - 1);
    }
}

static xc_slice yes_if(bool value) {
    return xc_slice_of(value ? "yes" : "");
}

void page_times(report_page *page, const xc_claim **claims, size_t count, xc_buffer *out) {
    point *points = xc_arena_array(page->arena, MOST_POINTS, sizeof *points);
    plot *one = xc_arena_alloc(page->arena, sizeof *one);
    if (!points || !one) {
        out->status = XC_NO_MEMORY;
        return;
    }
    size_t used = collect(page->view, claims, count, points);
    if (used < LEAST_POINTS || points[0].second == points[used - 1].second) {
        return;
    }
    *one = (plot){.page = page,
                  .points = points,
                  .count = used,
                  .scale = figure_scale(points, used),
                  .axis = time_axis_make(points[0].second, points[used - 1].second)};
    draw_axes(one);
    draw_marks(one);
    const template_fill fills[] = {FILL_MARKUP("marks", &one->marks),
                                   FILL_TEXT("exact", yes_if(one->exact)),
                                   FILL_TEXT("hedged", yes_if(one->hedged)),
                                   FILL_TEXT("bounded", yes_if(one->bounded)),
                                   FILL_TEXT("apart", yes_if(one->apart)),
                                   FILL_TEXT("withdrawn", yes_if(one->withdrawn)),
                                   FILL_TEXT("line", yes_if(one->line)),
                                   FILL_TEXT("logarithmic", yes_if(one->scale.logarithmic))};
    PAGE_WRITE(page, "times", fills, out);
    xc_buffer_release(&one->marks);
}
