// SPDX-License-Identifier: MIT
// Where: the places of an incident whose figures are known, on a map of their own, and the least
// and greatest figure of each.
#include "report/page/map_frame.h"
#include "report/page/page.h"
#include "report/said.h"
#include "report/words.h"

#include <math.h>
#include <stdlib.h>

enum { MOST_MAPS = 20, MOST_PLACES = 40, MOST_GROUPS = 8 };

// A place and what is counted there, what a reviewer looks at first in front.
typedef struct map_place {
    xc_slice name;
    map_point at;
    const xc_group *groups[MOST_GROUPS];
    size_t group_count;
    size_t sources; // of the group that most have a part in
} map_place;

typedef struct place_list {
    map_place items[MOST_PLACES];
    size_t count;
} place_list;

// The group's place lies where a claim of that place says.
static bool locate(const report_page *page, const xc_group *group, map_point *out) {
    for (size_t i = 0; i < group->member_count; i++) {
        const xc_claim *claim = view_claim(page->view, group->members[i]);
        if (claim && claim->latitude.known && claim->longitude.known &&
            xc_slice_equal(claim->place, group->place)) {
            out->latitude = xc_decimal_double(claim->latitude.value);
            out->longitude = xc_decimal_double(claim->longitude.value);
            return true;
        }
    }
    return false;
}

static map_place *place_of(place_list *list, xc_slice name, map_point at) {
    for (size_t i = 0; i < list->count; i++) {
        if (xc_slice_equal(list->items[i].name, name)) {
            return &list->items[i];
        }
    }
    if (list->count == MOST_PLACES) {
        return NULL;
    }
    list->items[list->count] = (map_place){.name = name, .at = at};
    return &list->items[list->count++];
}

static void collect(const report_page *page, const xc_incident *incident, place_list *list) {
    list->count = 0;
    for (size_t i = 0; i < incident->group_count; i++) {
        const xc_group *group = view_group(page->view, incident->groups[i]);
        map_point at;
        if (!group || !group->place.len || !(group->low.known || group->high.known) ||
            !locate(page, group, &at)) {
            continue;
        }
        map_place *place = place_of(list, group->place, at);
        if (place && place->group_count < MOST_GROUPS) {
            place->groups[place->group_count++] = group;
            place->sources = group->sources > place->sources ? group->sources : place->sources;
        }
    }
}

static void draw_line(report_page *page, double x1, double x2, double y1, double y2,
                      xc_buffer *out) {
    char values[4][24];
    const template_fill fills[] = {
        FILL_TEXT("x1", page_place(x1, values[0])), FILL_TEXT("x2", page_place(x2, values[1])),
        FILL_TEXT("y1", page_place(y1, values[2])), FILL_TEXT("y2", page_place(y2, values[3]))};
    PAGE_WRITE(page, "map-line", fills, out);
}

static void draw_text(report_page *page, const char *block, double x, double y, xc_slice label,
                      xc_buffer *out) {
    char values[2][24];
    const template_fill fills[] = {FILL_TEXT("x", page_place(x, values[0])),
                                   FILL_TEXT("y", page_place(y, values[1])),
                                   FILL_TEXT("label", label)};
    PAGE_WRITE(page, block, fills, out);
}

static void draw_grid(report_page *page, const map_frame *frame, xc_buffer *out) {
    for (size_t i = 0; i < frame->parallel_count; i++) {
        xc_buffer label = {0};
        double y = map_y(frame, (map_point){frame->parallels[i], frame->west});
        map_parallel_label(frame->parallels[i], &label);
        draw_line(page, 0, 100, y, y, out);
        draw_text(page, "map-parallel", 0, y, xc_buffer_slice(&label), out);
        xc_buffer_release(&label);
    }
    for (size_t i = 0; i < frame->meridian_count; i++) {
        xc_buffer label = {0};
        double x = map_x(frame, (map_point){frame->north, frame->meridians[i]});
        map_meridian_label(frame->meridians[i], &label);
        draw_line(page, x, x, 0, 100, out);
        draw_text(page, "map-meridian", x, 0, xc_buffer_slice(&label), out);
        xc_buffer_release(&label);
    }
}

static void draw_bar(report_page *page, const map_frame *frame, xc_buffer *out) {
    char from[24];
    char to[24];
    xc_buffer label = {0};
    xc_buffer_print(&label, "%g km", frame->bar_kilometres);
    const template_fill fills[] = {FILL_TEXT("x1", page_place(100 - 3 - frame->bar, from)),
                                   FILL_TEXT("x2", page_place(100 - 3, to)),
                                   FILL_TEXT("label", xc_buffer_slice(&label))};
    PAGE_WRITE(page, "map-bar", fills, out);
    xc_buffer_release(&label);
}

// What stands on the map already, in percent.
typedef struct map_box {
    double left, right, middle;
} map_box;

// A name that would stand upon another is left out: it stands in the table.
static bool has_room(const map_box *boxes, size_t count, const map_box *box) {
    const double line = 8; // percent of a small screen's map that a line of text takes
    for (size_t i = 0; i < count; i++) {
        if (fabs(boxes[i].middle - box->middle) < line && boxes[i].left < box->right &&
            box->left < boxes[i].right) {
            return false;
        }
    }
    return box->left >= 0 && box->right <= 100;
}

static void draw_name(report_page *page, const map_place *place, double x, double y,
                      map_box *boxes, size_t *used, xc_buffer *out) {
    const double letter = 2.1; // likewise
    const double gap = 2.5;
    const double above = 5.5;
    double length = letter * (double)place->name.len + gap;
    const struct {
        const char *block;
        map_box box;
    } choices[] = {{"map-name", {x, x + length, y}},
                   {"map-name-left", {x - length, x, y}},
                   {"map-name-above", {x - length / 2, x + length / 2, y - above}},
                   {"map-name-below", {x - length / 2, x + length / 2, y + above}}};
    for (size_t i = 0; i < sizeof choices / sizeof *choices; i++) {
        if (has_room(boxes, *used, &choices[i].box)) {
            boxes[(*used)++] = choices[i].box;
            draw_text(page, choices[i].block, x, y, place->name, out);
            return;
        }
    }
}

static void draw_dot(report_page *page, const map_place *place, double x, double y,
                     xc_buffer *out) {
    char values[3][24];
    (void)snprintf(values[2], sizeof values[2], "%.1f",
                   fmin(3 + 2 * sqrt((double)place->sources), 13));
    const template_fill fills[] = {
        FILL_TEXT("x", page_place(x, values[0])), FILL_TEXT("y", page_place(y, values[1])),
        FILL_TEXT("r", xc_slice_of(values[2])), FILL_TEXT("label", place->name)};
    PAGE_WRITE(page, "map-dot", fills, out);
}

static void draw_places(report_page *page, const map_frame *frame, const place_list *list,
                        xc_buffer *out) {
    map_box boxes[MOST_PLACES];
    size_t used = 0;
    for (size_t i = list->count; i > 0; i--) { // the foremost on top
        const map_place *place = &list->items[i - 1];
        draw_dot(page, place, map_x(frame, place->at), map_y(frame, place->at), out);
    }
    for (size_t i = 0; i < list->count; i++) {
        const map_place *place = &list->items[i];
        draw_name(page, place, map_x(frame, place->at), map_y(frame, place->at), boxes, &used,
                  out);
    }
}

static void write_rows(report_page *page, const map_place *place, xc_buffer *out) {
    for (size_t i = 0; i < place->group_count; i++) {
        const xc_group *group = place->groups[i];
        xc_buffer low = {0};
        xc_buffer high = {0};
        xc_buffer unit = {0};
        xc_buffer sources = {0};
        said_span_parts(page->view, group, &low, &high, &unit);
        words_count(group->sources, "source", "sources", &sources);
        const template_fill fills[] = {FILL_TEXT("place", i ? (xc_slice){0} : place->name),
                                       FILL_TEXT("href", page_prefixed(page, "#", group->id)),
                                       FILL_TEXT("about", group->about),
                                       FILL_TEXT("low", xc_buffer_slice(&low)),
                                       FILL_TEXT("high", xc_buffer_slice(&high)),
                                       FILL_TEXT("unit", xc_buffer_slice(&unit)),
                                       FILL_TEXT("sources", xc_buffer_slice(&sources))};
        PAGE_WRITE(page, "map-row", fills, out);
        xc_buffer_release(&low);
        xc_buffer_release(&high);
        xc_buffer_release(&unit);
        xc_buffer_release(&sources);
    }
}

static void write_map(report_page *page, const xc_incident *incident, const place_list *list,
                      xc_buffer *out) {
    map_point points[MOST_PLACES];
    xc_buffer marks = {0};
    xc_buffer rows = {0};
    xc_buffer counts = {0};
    for (size_t i = 0; i < list->count; i++) {
        points[i] = list->items[i].at;
        write_rows(page, &list->items[i], &rows);
    }
    map_frame frame = map_frame_make(points, list->count);
    draw_grid(page, &frame, &marks);
    draw_bar(page, &frame, &marks);
    draw_places(page, &frame, list, &marks);
    words_count(list->count, "place", "places", &counts);
    const template_fill fills[] = {FILL_TEXT("name", incident->name),
                                   FILL_TEXT("counts", xc_buffer_slice(&counts)),
                                   FILL_MARKUP("marks", &marks), FILL_MARKUP("rows", &rows)};
    PAGE_WRITE(page, "map", fills, out);
    xc_buffer_release(&marks);
    xc_buffer_release(&rows);
    xc_buffer_release(&counts);
}

void page_maps(report_page *page, xc_buffer *out) {
    const xc_case_content *content = page->view->content;
    place_list *list = xc_arena_alloc(page->arena, sizeof *list);
    if (!list) {
        out->status = XC_NO_MEMORY;
        return;
    }
    size_t written = 0;
    for (size_t i = 0; i < content->incident_count && written < MOST_MAPS; i++) {
        collect(page, &content->incidents[i], list);
        if (list->count > 1) {
            write_map(page, &content->incidents[i], list, out);
            written++;
        }
    }
}
