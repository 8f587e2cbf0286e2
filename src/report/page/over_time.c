// SPDX-License-Identifier: MIT
// The figures of a group over time, for counts that grow.
#include "report/figure.h"
#include "report/page/page.h"
#include "report/page/scale.h"
#include "report/words.h"

#include <math.h>
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

static int compare_points(const void *a, const void *b) {
    const point *first = a;
    const point *second = b;
    if (first->second != second->second) {
        return first->second < second->second ? -1 : 1;
    }
    return (first->figure > second->figure) - (first->figure < second->figure);
}

// The stated numbers in order of time, equal ones once: a vague word or an open bound shows no
// course.
static size_t collect(const xc_claim **claims, size_t count, point *points) {
    size_t used = 0;
    for (size_t i = 0; i < count && used < MOST_POINTS; i++) {
        point one = {.claim = claims[i]};
        xc_number figure = claims[i]->value;
        bool same_unit = xc_slice_equal(claims[i]->unit, claims[0]->unit);
        if (figure.known && same_unit && time_of(claims[i], &one.second)) {
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

static plot_scale figure_scale(const point *points, size_t count) {
    double least = points->figure;
    double greatest = points->figure;
    for (size_t i = 0; i < count; i++) {
        least = points[i].figure < least ? points[i].figure : least;
        greatest = points[i].figure > greatest ? points[i].figure : greatest;
    }
    return scale_make(least, greatest);
}

static double height_of(const plot_scale *scale, double figure) {
    return BOTTOM - (scale_at(scale, figure) - 4) / 90 * (BOTTOM - TOP);
}

static double time_at(const point *points, size_t count, int64_t second) {
    double span = (double)(points[count - 1].second - points->second);
    return 8 + (double)(second - points->second) / span * 82;
}

typedef struct plot {
    report_page *page;
    const point *points;
    size_t count;
    plot_scale scale;
    xc_buffer marks;
    double label_x, label_y; // of the label before
} plot;

static double x_of(const plot *one, size_t index) {
    return time_at(one->points, one->count, one->points[index].second);
}

static double y_of(const plot *one, size_t index) {
    return height_of(&one->scale, one->points[index].figure);
}

static void write_point(plot *one, size_t index, bool grows) {
    char x[24];
    char y[24];
    char label_y[24];
    (void)snprintf(x, sizeof x, "%.2f", x_of(one, index));
    (void)snprintf(y, sizeof y, "%.1f", y_of(one, index));
    (void)snprintf(label_y, sizeof label_y, "%.1f", y_of(one, index) - 9);
    bool crowded =
        fabs(x_of(one, index) - one->label_x) < 9 && fabs(y_of(one, index) - one->label_y) < 15;
    xc_buffer label = {0};
    if (grows && !crowded) {
        figure_number(one->points[index].claim->value, &label);
        one->label_x = x_of(one, index);
        one->label_y = y_of(one, index);
    }
    bool exact = one->points[index].claim->qualifier == XC_EXACT;
    const template_fill fills[] = {FILL_TEXT("x", xc_slice_of(x)),
                                   FILL_TEXT("y", xc_slice_of(y)),
                                   FILL_TEXT("label-y", xc_slice_of(label_y)),
                                   FILL_TEXT("exact", xc_slice_of(exact ? "yes" : "")),
                                   FILL_TEXT("label", xc_buffer_slice(&label))};
    PAGE_WRITE(one->page, "time-point", fills, &one->marks);
    xc_buffer_release(&label);
}

static void write_step(plot *one, size_t from, size_t to) {
    char values[4][24];
    (void)snprintf(values[0], 24, "%.2f", x_of(one, from));
    (void)snprintf(values[1], 24, "%.2f", x_of(one, to));
    (void)snprintf(values[2], 24, "%.1f", y_of(one, from));
    (void)snprintf(values[3], 24, "%.1f", y_of(one, to));
    const template_fill fills[] = {
        FILL_TEXT("x1", xc_slice_of(values[0])), FILL_TEXT("x2", xc_slice_of(values[1])),
        FILL_TEXT("y1", xc_slice_of(values[2])), FILL_TEXT("y2", xc_slice_of(values[3]))};
    PAGE_WRITE(one->page, "time-step", fills, &one->marks);
}

// The line joins each new highest count to the one before; other figures are points alone.
static void write_marks(plot *one) {
    size_t highest = 0;
    for (size_t i = 1; i < one->count; i++) {
        if (one->points[i].figure >= one->points[highest].figure) {
            write_step(one, highest, i);
            highest = i;
        }
    }
    highest = 0;
    for (size_t i = 0; i < one->count; i++) {
        bool grows = i == 0 || one->points[i].figure > one->points[highest].figure;
        highest = grows ? i : highest;
        write_point(one, i, grows);
    }
}

static void write_day(int64_t second, xc_buffer *out) {
    char printed[XC_DATE_PRINTED];
    int64_t day_number = second >= 0 ? second / 86400 : (second - 86399) / 86400;
    xc_date day = xc_date_of_days((int32_t)day_number);
    size_t length = xc_date_print(day, printed);
    xc_date_words((xc_slice){printed, length}, out);
}

void page_times(report_page *page, const xc_claim **claims, size_t count, xc_buffer *out) {
    point *points = xc_arena_array(page->arena, MOST_POINTS, sizeof *points);
    if (!points) {
        out->status = XC_NO_MEMORY;
        return;
    }
    size_t used = collect(claims, count, points);
    if (used < LEAST_POINTS || points[0].second == points[used - 1].second) {
        return;
    }
    plot one = {.page = page,
                .points = points,
                .count = used,
                .scale = figure_scale(points, used),
                .label_x = -100};
    xc_buffer first = {0};
    xc_buffer last = {0};
    write_marks(&one);
    write_day(points[0].second, &first);
    write_day(points[used - 1].second, &last);
    const template_fill fills[] = {FILL_MARKUP("marks", &one.marks),
                                   FILL_TEXT("first", xc_buffer_slice(&first)),
                                   FILL_TEXT("last", xc_buffer_slice(&last))};
    PAGE_WRITE(page, "times", fills, out);
    xc_buffer_release(&one.marks);
    xc_buffer_release(&first);
    xc_buffer_release(&last);
}
