// SPDX-License-Identifier: MIT
// By outlet: what each gives of that which others give too, from whom, and how it differs.
#include "report/page/page.h"
#include "report/said.h"
#include "report/words.h"

#include <math.h>
#include <stdlib.h>

enum { MOST_ENTRIES = 1000, MOST_FIGURES = 6 };

// How an outlet's figures lie beside those of the others.
typedef enum direction { AMONG, LOWER, HIGHER, SAME } direction;

typedef struct entry {
    xc_slice outlet;
    const xc_group *group;
    size_t order; // of the group on the page
    direction direction;
    xc_slice figures, speakers, others;
} entry;

// Least and greatest figure of some claims.
typedef struct extent {
    const xc_claim *least, *greatest;
    double low, high;
} extent;

static bool point_of(const xc_claim *claim, double *out) {
    xc_number number = claim->value.known ? claim->value
                       : claim->low.known ? claim->low
                                          : claim->high;
    *out = number.known ? xc_decimal_double(number.value) : 0;
    return number.known;
}

static void widen(extent *one, const xc_claim *claim, double at) {
    if (!one->least || at < one->low) {
        one->least = claim;
        one->low = at;
    }
    if (!one->greatest || at > one->high) {
        one->greatest = claim;
        one->high = at;
    }
}

static direction direction_of(const extent *mine, const extent *others) {
    if (mine->high < others->low) {
        return LOWER;
    }
    if (mine->low > others->high) {
        return HIGHER;
    }
    bool same = mine->low == mine->high && others->low == others->high;
    return same ? SAME : AMONG;
}

// Words one behind the other, each once.
typedef struct word_list {
    bool (*same)(xc_slice, xc_slice);
    xc_slice known[MOST_FIGURES];
    size_t used;
    xc_buffer all;
} word_list;

// @param words stay where they are as long as the list is used
static void list_add(word_list *list, xc_slice words) {
    for (size_t i = 0; i < list->used; i++) {
        if (list->same(list->known[i], words)) {
            return;
        }
    }
    xc_buffer_print(&list->all, "%s%.*s", list->used ? "; " : "", XC_PRINT(words));
    list->known[list->used++] = words;
}

static xc_slice list_end(word_list *list, xc_arena *arena) {
    xc_slice text = xc_arena_copy(arena, xc_buffer_slice(&list->all));
    xc_buffer_release(&list->all);
    return text;
}

// "11,300; 5,300".
static xc_slice list_figures(const report_page *page, const xc_claim **claims, size_t count,
                             xc_slice outlet) {
    word_list list = {.same = xc_slice_equal};
    for (size_t i = 0; i < count && list.used < MOST_FIGURES; i++) {
        double at;
        if (xc_slice_equal(view_publisher(page->view, claims[i]), outlet) &&
            point_of(claims[i], &at)) {
            xc_buffer one = {0};
            said_figure(page->view, claims[i], &one);
            list_add(&list, page_keep(page, &one));
        }
    }
    return list_end(&list, page->arena);
}

// Whom the outlet has it from.
static xc_slice list_speakers(const report_page *page, const xc_claim **claims, size_t count,
                              xc_slice outlet) {
    word_list list = {.same = xc_slice_equal_fold};
    for (size_t i = 0; i < count && list.used < MOST_FIGURES; i++) {
        if (xc_slice_equal(view_publisher(page->view, claims[i]), outlet)) {
            list_add(&list, claims[i]->attribution.len ? claims[i]->attribution
                                                       : XC_SLICE("the outlet itself"));
        }
    }
    return list_end(&list, page->arena);
}

static xc_slice span_of(const report_page *page, const extent *others) {
    xc_buffer span = {0};
    said_figure(page->view, others->least, &span);
    if (others->high > others->low) {
        xc_buffer_text(&span, " to ");
        said_figure(page->view, others->greatest, &span);
    }
    return page_keep(page, &span);
}

static bool is_first_of(const case_view *view, const xc_claim **claims, size_t index) {
    for (size_t i = 0; i < index; i++) {
        if (xc_slice_equal(view_publisher(view, claims[i]),
                           view_publisher(view, claims[index]))) {
            return false;
        }
    }
    return true;
}

// The entries of one group: one an outlet that gives a figure beside others that do.
static size_t add_group(const report_page *page, const xc_group *group, size_t order,
                        entry *entries, size_t used) {
    size_t count = 0;
    const xc_claim **claims = view_members(page->view, group, page->arena, &count);
    for (size_t i = 0; claims && i < count && used < MOST_ENTRIES; i++) {
        xc_slice outlet = view_publisher(page->view, claims[i]);
        extent mine = {0};
        extent others = {0};
        if (!is_first_of(page->view, claims, i)) {
            continue;
        }
        for (size_t k = 0; k < count; k++) {
            double at;
            bool same_unit = xc_slice_equal(claims[k]->unit, claims[i]->unit);
            // "dozens" is neither higher nor lower than 27
            if (same_unit && !said_in_words(page->view, claims[k]) &&
                point_of(claims[k], &at)) {
                bool own = xc_slice_equal(view_publisher(page->view, claims[k]), outlet);
                widen(own ? &mine : &others, claims[k], at);
            }
        }
        if (mine.least && others.least) {
            entries[used++] = (entry){.outlet = outlet,
                                      .group = group,
                                      .order = order,
                                      .direction = direction_of(&mine, &others),
                                      .figures = list_figures(page, claims, count, outlet),
                                      .speakers = list_speakers(page, claims, count, outlet),
                                      .others = span_of(page, &others)};
        }
    }
    return used;
}

static int by_outlet(const void *a, const void *b) {
    const entry *first = a;
    const entry *second = b;
    int order = xc_slice_compare_natural(first->outlet, second->outlet);
    return order ? order : (first->order > second->order) - (first->order < second->order);
}

static void write_entry(report_page *page, const entry *one, xc_buffer *out) {
    static const char *const words[] = {[AMONG] = "among what others give, ",
                                        [LOWER] = "lower than all others, ",
                                        [HIGHER] = "higher than all others, ",
                                        [SAME] = "as the others, "};
    const template_fill fills[] = {FILL_TEXT("href", page_prefixed(page, "#", one->group->id)),
                                   FILL_TEXT("about", one->group->about),
                                   FILL_TEXT("figures", one->figures),
                                   FILL_TEXT("speakers", one->speakers),
                                   FILL_TEXT("beside", xc_slice_of(words[one->direction])),
                                   FILL_TEXT("others", one->others)};
    PAGE_WRITE(page, "outlet-row", fills, out);
}

static void write_outlet(report_page *page, const entry *entries, size_t count,
                         xc_buffer *out) {
    xc_buffer rows = {0};
    xc_buffer counts = {0};
    size_t lower = 0;
    size_t higher = 0;
    for (size_t i = 0; i < count; i++) {
        write_entry(page, &entries[i], &rows);
        lower += entries[i].direction == LOWER;
        higher += entries[i].direction == HIGHER;
    }
    words_count(count, "figure that others give too", "figures that others give too", &counts);
    if (higher) {
        xc_buffer_print(&counts, ", %zu higher", higher);
    }
    if (lower) {
        xc_buffer_print(&counts, ", %zu lower", lower);
    }
    const template_fill fills[] = {FILL_TEXT("outlet", entries->outlet),
                                   FILL_TEXT("counts", xc_buffer_slice(&counts)),
                                   FILL_MARKUP("rows", &rows)};
    PAGE_WRITE(page, "outlet", fills, out);
    xc_buffer_release(&rows);
    xc_buffer_release(&counts);
}

void page_outlets(report_page *page, xc_buffer *out) {
    page_walk walk;
    entry *entries = xc_arena_array(page->arena, MOST_ENTRIES, sizeof *entries);
    if (!entries || !page_walk_make(page, &walk)) {
        out->status = XC_NO_MEMORY;
        return;
    }
    size_t used = 0;
    for (size_t i = 0; i < walk.count; i++) {
        if (walk.groups[i]->sources > 1) {
            used = add_group(page, walk.groups[i], i, entries, used);
        }
    }
    if (used) {
        qsort(entries, used, sizeof *entries, by_outlet);
    }
    for (size_t first = 0, last = 0; first < used; first = last) {
        while (last < used && xc_slice_equal(entries[first].outlet, entries[last].outlet)) {
            last++;
        }
        write_outlet(page, entries + first, last - first, out);
    }
    if (used == MOST_ENTRIES) {
        const template_fill fills[] = {
            FILL_TEXT("text", XC_SLICE("More stands in the sheet Matrix of claims.xlsx."))};
        PAGE_WRITE(page, "more-documents", fills, out);
    }
}
