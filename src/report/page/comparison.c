// SPDX-License-Identifier: MIT
// The comparison: topic by topic, measure by measure, group by group.
#include "report/figure.h"
#include "report/page/page.h"
#include "report/said.h"
#include "report/words.h"

#include <stdlib.h>

// A group with the ranks that put it in its place: of its topic's and its measure's first.
typedef struct placed {
    const xc_group *group;
    size_t topic, measure, rank;
    bool bare;        // of a topic that has statements, not counts: behind those that count
    xc_slice speaker; // of such a statement
    bool single;      // of one source alone: behind those that can be compared
} placed;

static int compare_placed(const void *a, const void *b) {
    const placed *first = a;
    const placed *second = b;
    if (first->bare != second->bare) {
        return first->bare ? 1 : -1;
    }
    if (first->topic != second->topic) {
        return first->topic < second->topic ? -1 : 1;
    }
    if (first->measure != second->measure) {
        return first->measure < second->measure ? -1 : 1;
    }
    if (first->single != second->single) {
        return first->single ? 1 : -1;
    }
    int speakers = first->bare ? xc_slice_compare(first->speaker, second->speaker) : 0;
    if (speakers) {
        return speakers;
    }
    return (first->rank > second->rank) - (first->rank < second->rank);
}

// The first rank at which each topic and measure stands. There are few measures, so a list is
// searched for each group.
typedef struct first_rank {
    const xc_group *group;
} first_rank;

static void place(const xc_group *groups, size_t count, first_rank *measures, placed *out) {
    size_t known = 0;
    for (size_t i = 0; i < count; i++) {
        out[i] = (placed){.group = &groups[i],
                          .topic = i,
                          .measure = i,
                          .rank = i,
                          .single = groups[i].verdict == XC_SINGLE};
        bool new_measure = true;
        for (size_t j = 0; j < known; j++) {
            const xc_group *first = measures[j].group;
            if (xc_slice_equal(first->topic, groups[i].topic)) {
                size_t rank = (size_t)(first - groups);
                out[i].topic = rank < out[i].topic ? rank : out[i].topic;
                if (xc_slice_equal(first->measure, groups[i].measure)) {
                    out[i].measure = rank;
                    new_measure = false;
                }
            }
        }
        if (new_measure) {
            measures[known++].group = &groups[i];
        }
    }
}

static bool has_figure(const xc_group *group) {
    return group->low.known || group->high.known;
}

// Topics of which most groups have no figure stand behind the counts, by who speaks.
static void set_bare(const case_view *view, size_t count, placed *all) {
    for (size_t i = 0; i < count; i++) {
        size_t figures = 0;
        size_t groups = 0;
        bool first = all[i].topic == i;
        for (size_t j = i; first && j < count; j++) {
            groups += all[j].topic == i;
            figures += all[j].topic == i && has_figure(all[j].group);
        }
        all[i].bare = first ? figures * 2 < groups : all[all[i].topic].bare;
        const xc_claim *claim =
            all[i].group->member_count ? view_claim(view, all[i].group->members[0]) : NULL;
        all[i].speaker = all[i].bare && claim ? claim->attribution : (xc_slice){0};
    }
}

bool page_walk_make(report_page *page, page_walk *out) {
    const xc_case_content *content = page->view->content;
    size_t count = page->groups_shown;
    placed *all = xc_arena_array(page->arena, count + 1, sizeof *all);
    first_rank *measures = xc_arena_array(page->arena, count + 1, sizeof *measures);
    out->groups = xc_arena_array(page->arena, count + 1, sizeof(const xc_group *));
    if (!all || !measures || !out->groups) {
        return false;
    }
    place(content->groups, count, measures, all);
    set_bare(page->view, count, all);
    if (count) {
        qsort(all, count, sizeof *all, compare_placed);
    }
    for (size_t i = 0; i < count; i++) {
        out->groups[i] = all[i].group;
    }
    out->count = count;
    return true;
}

static void write_related(report_page *page, const xc_group *group, xc_buffer *out) {
    for (size_t i = 0; i < group->related_count; i++) {
        const xc_group *other = view_group(page->view, group->related[i].group);
        if (!other) {
            continue;
        }
        xc_buffer span = {0};
        said_span(page->view, other, &span);
        const template_fill fills[] = {
            FILL_TEXT("href", page_prefixed(page, "#", other->id)),
            FILL_TEXT("about", other->about),
            FILL_TEXT("difference", xc_slice_of(difference_is(group->related[i].difference))),
            FILL_TEXT("verdict", xc_slice_of(xc_verdict_text(other->verdict))),
            FILL_TEXT("sign", xc_slice_of(page_sign(other->verdict))),
            FILL_TEXT("span", xc_buffer_slice(&span))};
        PAGE_WRITE(page, "related", fills, out);
        xc_buffer_release(&span);
    }
}

static void write_counts(const xc_group *group, xc_buffer *out) {
    words_count(group->claims, "claim", "claims", out);
    xc_buffer_text(out, ", ");
    words_count(group->sources, "source", "sources", out);
    if (group->independent != group->sources) {
        xc_buffer_text(out, ", ");
        words_count(group->independent, "independent origin", "independent origins", out);
    }
}

// How many times the least figure goes into the greatest, for the page's order by spread.
static void write_spread(const xc_group *group, xc_buffer *out) {
    if (!group->low.known || !group->high.known) {
        return;
    }
    double least = xc_decimal_double(group->low.value);
    double greatest = xc_decimal_double(group->high.value);
    xc_buffer_print(out, "%.4g", least > 0 ? greatest / least : greatest - least + 1);
}

typedef struct group_parts {
    xc_buffer plot, times, sides, rows, related, counts, low, high, unit, spread, range,
        decided;
    const char *between;
} group_parts;

static void release_parts(group_parts *parts) {
    xc_buffer_release(&parts->plot);
    xc_buffer_release(&parts->times);
    xc_buffer_release(&parts->sides);
    xc_buffer_release(&parts->rows);
    xc_buffer_release(&parts->related);
    xc_buffer_release(&parts->counts);
    xc_buffer_release(&parts->low);
    xc_buffer_release(&parts->high);
    xc_buffer_release(&parts->unit);
    xc_buffer_release(&parts->spread);
    xc_buffer_release(&parts->range);
    xc_buffer_release(&parts->decided);
}

// A contradiction and a count that moved are shown by the two figures that their reason names, and
// the span of all stands back; else the span.
static void write_figures(const case_view *view, const xc_group *group, group_parts *parts) {
    const xc_claim *pair[2];
    bool moved = group->verdict == XC_CONFLICT || group->verdict == XC_UPDATED;
    parts->between = "to";
    if (!moved || !group->low.known || !said_pair(view, group, pair)) {
        said_span_parts(view, group, &parts->low, &parts->high, &parts->unit);
        return;
    }
    parts->between = group->verdict == XC_UPDATED ? "then" : "against";
    said_figure(view, pair[0], &parts->low);
    said_figure(view, pair[1], &parts->high);
    said_span(view, group, &parts->range);
}

static void fill_parts(report_page *page, const xc_group *group, const xc_claim **claims,
                       size_t count, group_parts *parts) {
    bool plotted = group - page->view->content->groups < PAGE_PLOTTED;
    if (plotted) {
        page_plot(page, claims, count, &parts->plot);
    }
    if (plotted && (group->verdict == XC_UPDATED || group->verdict == XC_CONFLICT)) {
        page_times(page, claims, count, &parts->times);
    }
    page_sides(page, claims, count, &parts->sides);
    page_rows(page, group, claims, count, &parts->rows);
    write_related(page, group, &parts->related);
    write_counts(group, &parts->counts);
    write_figures(page->view, group, parts);
    write_spread(group, &parts->spread);
    if (count) {
        page_decided(page, claims[0], &parts->decided);
    }
}

static void write_compared(report_page *page, const xc_group *group, const xc_claim **claims,
                           size_t count, xc_buffer *out) {
    group_parts parts = {.plot = {0}};
    bool open = group->verdict == XC_CONFLICT || group->verdict == XC_UPDATED;
    fill_parts(page, group, claims, count, &parts);
    const template_fill fills[] = {
        FILL_TEXT("id", group->id),
        FILL_TEXT("href", page_prefixed(page, "#", group->id)),
        FILL_TEXT("verdict", xc_slice_of(xc_verdict_text(group->verdict))),
        FILL_TEXT("sign", xc_slice_of(page_sign(group->verdict))),
        FILL_TEXT("meaning", xc_slice_of(verdict_is(group->verdict))),
        FILL_TEXT("topic", group->topic),
        FILL_TEXT("measure", group->measure),
        FILL_TEXT("place", group->place),
        FILL_TEXT("from", group->from.len ? group->from : group->to),
        FILL_TEXT("to", group->to.len ? group->to : group->from),
        FILL_TEXT("about", group->about),
        FILL_TEXT("reason", group->reason),
        FILL_TEXT("counts", xc_buffer_slice(&parts.counts)),
        FILL_TEXT("low", xc_buffer_slice(&parts.low)),
        FILL_TEXT("high", xc_buffer_slice(&parts.high)),
        FILL_TEXT("unit", xc_buffer_slice(&parts.unit)),
        FILL_TEXT("spread", xc_buffer_slice(&parts.spread)),
        FILL_TEXT("between", xc_slice_of(parts.between)),
        FILL_TEXT("range", xc_buffer_slice(&parts.range)),
        FILL_TEXT("decided", xc_buffer_slice(&parts.decided)),
        FILL_TEXT("open", xc_slice_of(open ? "yes" : "")),
        FILL_MARKUP("plot", &parts.plot),
        FILL_MARKUP("times", &parts.times),
        FILL_MARKUP("sides", &parts.sides),
        FILL_MARKUP("rows", &parts.rows),
        FILL_MARKUP("related", &parts.related)};
    PAGE_WRITE(page, "group", fills, out);
    release_parts(&parts);
}

// One claim alone needs no table.
static void write_single(report_page *page, const xc_group *group, const xc_claim *claim,
                         xc_buffer *out) {
    xc_buffer related = {0};
    write_related(page, group, &related);
    page_single(page, group, claim, &related, out);
    xc_buffer_release(&related);
}

static void write_group(report_page *page, const xc_group *group, xc_buffer *out) {
    xc_arena_mark mark = xc_arena_here(page->arena);
    size_t count = 0;
    const xc_claim **claims = view_members(page->view, group, page->arena, &count);
    if (!claims) {
        out->status = XC_NO_MEMORY;
    } else if (count == 1 && group->verdict == XC_SINGLE) {
        write_single(page, group, claims[0], out);
    } else {
        write_compared(page, group, claims, count, out);
    }
    xc_arena_rewind(page->arena, mark);
}

static bool same_topic(const xc_group *a, const xc_group *b) {
    return a && xc_slice_equal(a->topic, b->topic);
}

static bool same_measure(const xc_group *a, const xc_group *b) {
    return same_topic(a, b) && xc_slice_equal(a->measure, b->measure);
}

// How many conflicts the measure has that starts here.
static size_t count_conflicts(const page_walk *walk, size_t index) {
    size_t conflicts = 0;
    for (size_t i = index;
         i < walk->count && same_measure(walk->groups[index], walk->groups[i]); i++) {
        conflicts += walk->groups[i]->verdict == XC_CONFLICT;
    }
    return conflicts;
}

// The headings that change at this group of the walk.
static void write_headings(report_page *page, const page_walk *walk, size_t index,
                           const char *topic_block, const char *measure_block, xc_buffer *out) {
    const xc_group *before = index ? walk->groups[index - 1] : NULL;
    const xc_group *group = walk->groups[index];
    if (same_measure(before, group)) {
        return;
    }
    xc_buffer name = {0};
    xc_buffer conflicts = {0};
    if (count_conflicts(walk, index)) {
        words_count(count_conflicts(walk, index), "conflict", "conflicts", &conflicts);
    }
    const xc_measure *measure = view_measure(page->view, group->topic, group->measure);
    words_name(group->measure, &name);
    const template_fill fills[] = {
        FILL_TEXT("title", view_topic_title(page->view, group->topic)),
        FILL_TEXT("topic", group->topic),
        FILL_TEXT("id", group->measure),
        FILL_TEXT("topic-href", page_prefixed(page, "#topic-", group->topic)),
        FILL_TEXT("href", xc_arena_print(page->arena, "#m-%.*s-%.*s", XC_PRINT(group->topic),
                                         XC_PRINT(group->measure))),
        FILL_TEXT("measure", xc_buffer_slice(&name)),
        FILL_TEXT("is", measure ? measure->is : (xc_slice){0}),
        FILL_TEXT("conflicts", xc_buffer_slice(&conflicts))};
    if (!same_topic(before, group)) {
        PAGE_WRITE(page, topic_block, fills, out);
    }
    PAGE_WRITE(page, measure_block, fills, out);
    xc_buffer_release(&name);
    xc_buffer_release(&conflicts);
}

static bool starts_singles(const xc_group *before, const xc_group *group) {
    return group->verdict == XC_SINGLE &&
           (!same_measure(before, group) || before->verdict != XC_SINGLE);
}

// How many groups of one source alone stand from here on in the same measure.
static void open_singles(report_page *page, const page_walk *walk, size_t index,
                         xc_buffer *out) {
    size_t count = 0;
    while (index + count < walk->count &&
           same_measure(walk->groups[index], walk->groups[index + count])) {
        count++;
    }
    xc_buffer words = {0};
    words_count(count, "figure", "figures", &words);
    const template_fill fills[] = {FILL_TEXT("count", xc_buffer_slice(&words))};
    PAGE_WRITE(page, "singles-start", fills, out);
    xc_buffer_release(&words);
}

static void close_singles(report_page *page, bool *open, xc_buffer *out) {
    if (*open) {
        template_write(page->template, "singles-end", NULL, 0, out);
    }
    *open = false;
}

void page_groups(report_page *page, xc_buffer *out) {
    page_walk walk;
    if (!page_walk_make(page, &walk)) {
        out->status = XC_NO_MEMORY;
        return;
    }
    const xc_group *before = NULL;
    bool open = false;
    for (size_t i = 0; i < walk.count; i++) {
        if (!same_measure(before, walk.groups[i])) {
            close_singles(page, &open, out);
        }
        write_headings(page, &walk, i, "topic", "measure", out);
        if (starts_singles(before, walk.groups[i])) {
            open_singles(page, &walk, i, out);
            open = true;
        }
        write_group(page, walk.groups[i], out);
        before = walk.groups[i];
    }
    close_singles(page, &open, out);
}

void page_contents(report_page *page, xc_buffer *out) {
    page_walk walk;
    if (!page_walk_make(page, &walk)) {
        out->status = XC_NO_MEMORY;
        return;
    }
    for (size_t i = 0; i < walk.count; i++) {
        write_headings(page, &walk, i, "contents-topic", "contents-measure", out);
    }
}
