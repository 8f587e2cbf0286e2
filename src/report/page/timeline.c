// SPDX-License-Identifier: MIT
// What was known when: the figures of an incident in the order in which pages gave them, and the
// latest that each body gave.
#include "report/page/page.h"
#include "report/page/time_axis.h"
#include "report/said.h"
#include "report/words.h"

#include <stdlib.h>

enum { MOST_INCIDENTS = 20, MOST_TELLINGS = 100 };

// A figure as one body gives it through one outlet.
typedef struct telling {
    const xc_claim *claim;
    const xc_group *group;
    size_t order; // of the group in its incident
    int64_t second;
    xc_slice body, figure;
} telling;

typedef struct tellings {
    telling *items;
    size_t count;
    bool cut; // there were more
} tellings;

static bool is_same_telling(const telling *a, const telling *b) {
    return a->group == b->group && a->claim->modality == b->claim->modality &&
           xc_slice_equal(a->figure, b->figure) && xc_slice_equal_fold(a->body, b->body);
}

// One that was told before by the same body is no news; its first telling stands.
static void keep(tellings *all, const telling *one) {
    for (size_t i = 0; i < all->count; i++) {
        telling *known = &all->items[i];
        if (is_same_telling(known, one)) {
            *known = one->second < known->second ? *one : *known;
            return;
        }
    }
    if (all->count < MOST_TELLINGS) {
        all->items[all->count++] = *one;
    } else {
        all->cut = true;
    }
}

static void collect_group(const report_page *page, const xc_group *group, size_t order,
                          tellings *all) {
    size_t count = 0;
    const xc_claim **claims = view_members(page->view, group, page->arena, &count);
    for (size_t i = 0; claims && i < count; i++) {
        const xc_claim *claim = claims[i];
        telling one = {.claim = claim, .group = group, .order = order};
        bool figure = claim->value.known || claim->low.known || claim->high.known;
        if (!figure || !time_axis_moment(claim->published, &one.second)) {
            continue;
        }
        xc_buffer words = {0};
        said_figure(page->view, claim, &words);
        one.figure = page_keep(page, &words);
        one.body = claim->attribution.len ? claim->attribution : view_origin(page->view, claim);
        keep(all, &one);
    }
}

// What one outlet alone tells stands with its other figures.
static void collect(const report_page *page, const xc_incident *incident, tellings *all) {
    for (size_t i = 0; i < incident->group_count; i++) {
        const xc_group *group = view_group(page->view, incident->groups[i]);
        if (group && group->sources > 1) {
            collect_group(page, group, i, all);
        }
    }
}

static int by_time(const void *a, const void *b) {
    const telling *first = a;
    const telling *second = b;
    if (first->second != second->second) {
        return first->second < second->second ? -1 : 1;
    }
    if (first->order != second->order) {
        return first->order < second->order ? -1 : 1;
    }
    return xc_slice_compare(first->claim->id, second->claim->id);
}

static xc_slice day_words(const report_page *page, xc_slice published) {
    enum { DAY_BYTES = 10 }; // 2023-09-14
    xc_buffer words = {0};
    words_moment(xc_slice_sub(published, 0,
                              published.len < DAY_BYTES ? published.len : (size_t)DAY_BYTES),
                 &words);
    return page_keep(page, &words);
}

static xc_slice measure_words(const report_page *page, const xc_group *group) {
    xc_buffer words = {0};
    words_name(group->measure, &words);
    return page_keep(page, &words);
}

// The claim's row where the page has one, else its group.
static xc_slice link_of(const report_page *page, const telling *one) {
    bool shown = page->shown[one->claim - page->view->content->claims];
    return page_prefixed(page, "#", shown ? one->claim->id : one->group->id);
}

static void write_tellings(report_page *page, const tellings *all, xc_buffer *out) {
    xc_slice day = {0};
    for (size_t i = 0; i < all->count; i++) {
        const telling *one = &all->items[i];
        const xc_claim *claim = one->claim;
        xc_slice today = day_words(page, claim->published);
        bool asserted = claim->modality == XC_ASSERTED;
        const template_fill fills[] = {
            FILL_TEXT("day", xc_slice_equal(day, today) ? (xc_slice){0} : today),
            FILL_TEXT("href", link_of(page, one)),
            FILL_TEXT("figure", one->figure),
            FILL_TEXT("measure", measure_words(page, one->group)),
            FILL_TEXT("place", claim->place),
            FILL_TEXT("modality", asserted ? (xc_slice){0}
                                           : xc_slice_of(xc_modality_text(claim->modality))),
            FILL_TEXT("speaker", claim->attribution),
            FILL_TEXT("source", view_publisher(page->view, claim))};
        PAGE_WRITE(page, "timeline-row", fills, out);
        day = today;
    }
}

// The body's own latest figure of a group, and the one before it; what is denied or only feared
// is no count of its own.
static bool latest_of(const tellings *all, size_t at, const telling **before) {
    const telling *one = &all->items[at];
    *before = NULL;
    if (one->claim->modality != XC_ASSERTED) {
        return false;
    }
    for (size_t i = 0; i < all->count; i++) {
        const telling *other = &all->items[i];
        if (i == at || other->group != one->group || other->claim->modality != XC_ASSERTED ||
            !xc_slice_equal_fold(other->body, one->body)) {
            continue;
        }
        if (i > at) {
            return false;
        }
        *before = other;
    }
    return true;
}

static void write_latest(report_page *page, const tellings *all, size_t order, xc_buffer *out) {
    bool first = true;
    for (size_t i = 0; i < all->count; i++) {
        const telling *one = &all->items[i];
        const telling *before;
        if (one->order != order || !latest_of(all, i, &before)) {
            continue;
        }
        const template_fill fills[] = {
            FILL_TEXT("about", first ? one->group->about : (xc_slice){0}),
            FILL_TEXT("href", link_of(page, one)),
            FILL_TEXT("body", one->body),
            FILL_TEXT("figure", one->figure),
            FILL_TEXT("day", day_words(page, one->claim->published)),
            FILL_TEXT("before", before ? before->figure : (xc_slice){0}),
            FILL_TEXT("before-day",
                      before ? day_words(page, before->claim->published) : (xc_slice){0})};
        PAGE_WRITE(page, "latest-row", fills, out);
        first = false;
    }
}

static void write_incident(report_page *page, const xc_incident *incident, const tellings *all,
                           xc_buffer *out) {
    xc_buffer rows = {0};
    xc_buffer latest = {0};
    xc_buffer counts = {0};
    write_tellings(page, all, &rows);
    for (size_t i = 0; i < incident->group_count; i++) {
        write_latest(page, all, i, &latest);
    }
    words_count(all->count, "figure", "figures", &counts);
    xc_buffer_text(&counts, " from ");
    words_count(incident->documents, "document", "documents", &counts);
    const template_fill fills[] = {
        FILL_TEXT("name", incident->name), FILL_TEXT("counts", xc_buffer_slice(&counts)),
        FILL_MARKUP("rows", &rows), FILL_MARKUP("latest", &latest),
        FILL_TEXT("more",
                  all->cut ? XC_SLICE("Later figures stand in claims.csv.") : (xc_slice){0})};
    PAGE_WRITE(page, "timeline", fills, out);
    xc_buffer_release(&rows);
    xc_buffer_release(&latest);
    xc_buffer_release(&counts);
}

void page_timelines(report_page *page, xc_buffer *out) {
    const xc_case_content *content = page->view->content;
    tellings all = {xc_arena_array(page->arena, MOST_TELLINGS, sizeof(telling)), 0, false};
    if (!all.items) {
        out->status = XC_NO_MEMORY;
        return;
    }
    size_t written = 0;
    for (size_t i = 0; i < content->incident_count && written < MOST_INCIDENTS; i++) {
        all.count = 0;
        all.cut = false;
        collect(page, &content->incidents[i], &all);
        if (all.count > 1) {
            qsort(all.items, all.count, sizeof *all.items, by_time);
            write_incident(page, &content->incidents[i], &all, out);
            written++;
        }
    }
}
