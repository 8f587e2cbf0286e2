// SPDX-License-Identifier: MIT
// The figures of a group over time, for counts that grow.
#include "figure.h"
#include "page.h"
#include "scale.h"
#include "words.h"

#include <stdlib.h>

enum { LEAST_POINTS = 3, MOST_POINTS = 60, TOP = 22, BOTTOM = 112 };

typedef struct point {
    const xc_claim *claim;
    int64_t second;
    double figure;
} point;

// When the figure held: its as-of time or moment, else the day it was published.
static bool time_of(const xc_claim *claim, int64_t *second) {
    const xc_slice texts[] = {claim->to, claim->from, claim->published};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        xc_date date;
        if (texts[i].len && xc_date_parse(texts[i], &date) && date.precision >= XC_DAY) {
            *second = xc_date_first_second(date);
            return true;
        }
    }
    return false;
}

static xc_number figure_of(const xc_claim *claim) {
    return claim->value.known ? claim->value : claim->low.known ? claim->low : claim->high;
}

static int compare_points(const void *a, const void *b) {
    const point *first = a;
    const point *second = b;
    if (first->second != second->second) {
        return first->second < second->second ? -1 : 1;
    }
    return (first->figure > second->figure) - (first->figure < second->figure);
}

// The points in order of time, equal ones once.
static size_t collect(const xc_claim **claims, size_t count, point *points) {
    size_t used = 0;
    for (size_t i = 0; i < count && used < MOST_POINTS; i++) {
        point one = {.claim = claims[i]};
        xc_number figure = figure_of(claims[i]);
        if (figure.known && time_of(claims[i], &one.second)) {
            one.figure = xc_decimal_double(figure.value);
            points[used++] = one;
        }
    }
    qsort(points, used, sizeof *points, compare_points);
    size_t kept = 0;
    for (size_t i = 0; i < used; i++) {
        if (!kept || compare_points(&points[kept - 1], &points[i]) != 0) {
            points[kept++] = points[i];
        }
    }
    return kept;
}

static xc_scale figure_scale(const point *points, size_t count) {
    double least = points->figure;
    double greatest = points->figure;
    for (size_t i = 0; i < count; i++) {
        least = points[i].figure < least ? points[i].figure : least;
        greatest = points[i].figure > greatest ? points[i].figure : greatest;
    }
    return xc_scale_make(least, greatest);
}

static double height_of(const xc_scale *scale, double figure) {
    return BOTTOM - (xc_scale_at(scale, figure) - 4) / 90 * (BOTTOM - TOP);
}

static double time_at(const point *points, size_t count, int64_t second) {
    double span = (double)(points[count - 1].second - points->second);
    return 8 + (double)(second - points->second) / span * 82;
}

static void write_point(xc_page *page, const point *points, size_t count, size_t index,
                        const xc_scale *scale, xc_buffer *out) {
    const point *one = &points[index];
    char x[24];
    char y[24];
    char label_y[24];
    double height = height_of(scale, one->figure);
    (void)snprintf(x, sizeof x, "%.2f", time_at(points, count, one->second));
    (void)snprintf(y, sizeof y, "%.1f", height);
    (void)snprintf(label_y, sizeof label_y, "%.1f", height - 9);
    xc_buffer label = {0};
    xc_figure_number(figure_of(one->claim), &label);
    bool repeated = index && points[index - 1].figure == one->figure;
    const xc_fill fills[] = {
        XC_FILL_TEXT("x", xc_slice_of(x)), XC_FILL_TEXT("y", xc_slice_of(y)),
        XC_FILL_TEXT("label-y", xc_slice_of(label_y)),
        XC_FILL_TEXT("exact", xc_slice_of(one->claim->qualifier == XC_EXACT ? "yes" : "")),
        XC_FILL_TEXT("label", repeated ? (xc_slice){0} : xc_buffer_slice(&label))};
    XC_PAGE_WRITE(page, "time-point", fills, out);
    xc_buffer_release(&label);
}

static void write_step(xc_page *page, const point *points, size_t count, size_t index,
                       const xc_scale *scale, xc_buffer *out) {
    char values[4][24];
    (void)snprintf(values[0], 24, "%.2f", time_at(points, count, points[index - 1].second));
    (void)snprintf(values[1], 24, "%.2f", time_at(points, count, points[index].second));
    (void)snprintf(values[2], 24, "%.1f", height_of(scale, points[index - 1].figure));
    (void)snprintf(values[3], 24, "%.1f", height_of(scale, points[index].figure));
    const xc_fill fills[] = {
        XC_FILL_TEXT("x1", xc_slice_of(values[0])), XC_FILL_TEXT("x2", xc_slice_of(values[1])),
        XC_FILL_TEXT("y1", xc_slice_of(values[2])), XC_FILL_TEXT("y2", xc_slice_of(values[3]))};
    XC_PAGE_WRITE(page, "time-step", fills, out);
}

static void write_day(int64_t second, xc_buffer *out) {
    char printed[XC_DATE_PRINTED];
    int64_t day_number = second >= 0 ? second / 86400 : (second - 86399) / 86400;
    xc_date day = xc_date_of_days((int32_t)day_number);
    size_t length = xc_date_print(day, printed);
    xc_words_date((xc_slice){printed, length}, out);
}

void xc_page_times(xc_page *page, const xc_claim **claims, size_t count, xc_buffer *out) {
    point *points = xc_arena_array(page->arena, MOST_POINTS, sizeof *points);
    if (!points) {
        out->status = XC_NO_MEMORY;
        return;
    }
    size_t used = collect(claims, count, points);
    if (used < LEAST_POINTS || points[0].second == points[used - 1].second) {
        return;
    }
    xc_scale scale = figure_scale(points, used);
    xc_buffer marks = {0};
    xc_buffer first = {0};
    xc_buffer last = {0};
    for (size_t i = 1; i < used; i++) {
        write_step(page, points, used, i, &scale, &marks);
    }
    for (size_t i = 0; i < used; i++) {
        write_point(page, points, used, i, &scale, &marks);
    }
    write_day(points[0].second, &first);
    write_day(points[used - 1].second, &last);
    const xc_fill fills[] = {XC_FILL_MARKUP("marks", &marks),
                             XC_FILL_TEXT("first", xc_buffer_slice(&first)),
                             XC_FILL_TEXT("last", xc_buffer_slice(&last))};
    XC_PAGE_WRITE(page, "times", fills, out);
    xc_buffer_release(&marks);
    xc_buffer_release(&first);
    xc_buffer_release(&last);
}
