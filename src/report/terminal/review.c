// SPDX-License-Identifier: MIT
// Review in the terminal: topic by topic and verdict by verdict, what differs, why, who says
// what.
#include "report/decided.h"
#include "report/said.h"
#include "report/terminal/review_filter.h"
#include "report/terminal/wrap.h"
#include "report/view.h"
#include "report/words.h"

#include <stdio.h>

typedef struct review {
    const xc_review_options *options;
    case_view view;
    const xc_group **groups; // incident by incident
    xc_claim_state *states;  // of each claim: what was decided
    xc_arena *arena;
    terminal_text terminal;
    xc_buffer line;
} review;

static terminal_style style_of(xc_verdict verdict) {
    switch (verdict) {
    case XC_CONFLICT:
        return STYLE_RED;
    case XC_UPDATED:
        return STYLE_BLUE;
    case XC_AGREE:
        return STYLE_GREEN;
    case XC_COMPATIBLE:
    case XC_SINGLE:
    case XC_VERDICTS:
        break;
    }
    return STYLE_PLAIN;
}

static void add_part(xc_buffer *line, const char *between, xc_slice text) {
    if (text.len) {
        xc_buffer_print(line, "%s%.*s", between, XC_PRINT(text));
    }
}

// "Harbour Times (copy of NWA): at least 27, rescue workers, as of 15 May 2021"
static void show_claim(review *one, const xc_claim *claim, size_t number) {
    xc_buffer *line = &one->line;
    xc_buffer_clear(line);
    add_part(line, "", view_publisher(&one->view, claim));
    if (claim->wire.len) {
        xc_buffer_print(line, " (copy of %.*s)", XC_PRINT(claim->wire));
    }
    xc_buffer_text(line, ": ");
    if (claim->predicate.len) {
        xc_buffer_print(line, "%s%.*s %.*s",
                        xc_slice_is(claim->polarity, "negative") ? "not " : "",
                        XC_PRINT(claim->predicate), XC_PRINT(claim->object));
    } else {
        said_figure(&one->view, claim, line);
    }
    add_part(line, ", said by ", claim->attribution);
    if (claim->from.len || claim->to.len) {
        xc_buffer_text(line, claim->from.len ? ", " : ", as of ");
        xc_date_words_span(claim->from, claim->to, line);
    }
    if (claim->modality != XC_ASSERTED) {
        xc_buffer_print(line, ", %s", xc_modality_text(claim->modality));
    }
    char bullet[32] = "    - ";
    if (one->options->numbered) {
        (void)snprintf(bullet, sizeof bullet, "%4zu. ", number);
    }
    terminal_wrap(&one->terminal, STYLE_PLAIN, bullet, 6, xc_buffer_slice(line));
    terminal_wrap(&one->terminal, STYLE_DIM, "      ", 6, claim->evidence);
    xc_buffer_clear(line);
    decided_of_claim(one->view.content, &one->states[claim - one->view.content->claims], line);
    if (line->len) {
        terminal_wrap(&one->terminal, STYLE_BOLD, "      ", 6, xc_buffer_slice(line));
    }
}

static void show_related(review *one, const xc_group *group) {
    for (size_t i = 0; i < group->related_count; i++) {
        const xc_group *other = view_group(&one->view, group->related[i].group);
        if (!other) {
            continue;
        }
        xc_buffer_clear(&one->line);
        xc_buffer_print(&one->line, "%s: %.*s ", difference_is(group->related[i].difference),
                        XC_PRINT(other->about));
        said_span(&one->view, other, &one->line);
        xc_buffer_print(&one->line, " (%s, %.*s)", xc_verdict_text(other->verdict),
                        XC_PRINT(other->id));
        terminal_wrap(&one->terminal, STYLE_DIM, "    related, ", 6,
                      xc_buffer_slice(&one->line));
    }
}

static void show_group(review *one, const xc_group *group) {
    xc_arena_mark mark = xc_arena_here(one->arena);
    size_t count = 0;
    const xc_claim **claims = view_members(&one->view, group, one->arena, &count);
    if (!claims) {
        one->terminal.out->status = XC_NO_MEMORY;
        return;
    }
    xc_buffer_clear(&one->line);
    said_span(&one->view, group, &one->line);
    xc_buffer_print(&one->line, "%s%.*s", one->line.len ? ": " : "", XC_PRINT(group->about));
    terminal_wrap(&one->terminal, style_of(group->verdict), "  ", 4,
                  xc_buffer_slice(&one->line));
    terminal_wrap(&one->terminal, STYLE_PLAIN, "    ", 4, group->reason);
    xc_buffer_clear(&one->line);
    xc_buffer_print(&one->line, "%.*s: ", XC_PRINT(group->id));
    words_count(group->claims, "claim", "claims", &one->line);
    xc_buffer_text(&one->line, ", ");
    words_count(group->independent, "independent origin", "independent origins", &one->line);
    terminal_wrap(&one->terminal, STYLE_DIM, "    ", 4, xc_buffer_slice(&one->line));
    xc_buffer_clear(&one->line);
    if (count) {
        decided_of_group(one->view.content, &one->states[claims[0] - one->view.content->claims],
                         &one->line);
    }
    if (one->line.len) {
        terminal_wrap(&one->terminal, STYLE_BOLD, "    ", 4, xc_buffer_slice(&one->line));
    }
    for (size_t i = 0; i < count; i++) {
        show_claim(one, claims[i], i + 1);
    }
    show_related(one, group);
    xc_buffer_char(one->terminal.out, '\n');
    xc_arena_rewind(one->arena, mark);
}

// The topic's groups of one verdict, below a line that names it.
static size_t show_verdict(review *one, xc_slice topic, xc_verdict verdict) {
    const xc_case_content *content = one->view.content;
    const xc_incident *incident = NULL;
    size_t shown = 0;
    for (size_t i = 0; i < content->group_count; i++) {
        const xc_group *group = one->groups[i];
        if (group->verdict != verdict || !xc_slice_equal(group->topic, topic) ||
            !review_wants(&one->view, one->options, group)) {
            continue;
        }
        if (!shown++) {
            xc_buffer_clear(&one->line);
            xc_buffer_print(&one->line, "%s: %s", xc_verdict_text(verdict),
                            verdict_is(verdict));
            terminal_wrap(&one->terminal, STYLE_BOLD, "", 0, xc_buffer_slice(&one->line));
        }
        const xc_incident *of = view_incident(&one->view, group->incident);
        if (of != incident) {
            terminal_wrap(&one->terminal, STYLE_BOLD, "  ", 4,
                          of ? of->name : XC_SLICE("Also said"));
            incident = of;
        }
        show_group(one, group);
    }
    return shown;
}

static bool topic_is_new(const xc_case_content *content, size_t index) {
    for (size_t i = 0; i < index; i++) {
        if (xc_slice_equal(content->groups[i].topic, content->groups[index].topic)) {
            return false;
        }
    }
    return true;
}

static bool topic_is_wanted(review *one, xc_slice topic) {
    const xc_case_content *content = one->view.content;
    for (size_t i = 0; i < content->group_count; i++) {
        if (xc_slice_equal(content->groups[i].topic, topic) &&
            review_wants(&one->view, one->options, &content->groups[i])) {
            return true;
        }
    }
    return false;
}

static size_t show_topics(review *one) {
    const xc_case_content *content = one->view.content;
    size_t shown = 0;
    for (size_t i = 0; i < content->group_count; i++) {
        xc_slice topic = content->groups[i].topic;
        if (!topic_is_new(content, i) || !topic_is_wanted(one, topic)) {
            continue;
        }
        terminal_heading(&one->terminal, view_topic_title(&one->view, topic), '=');
        for (int verdict = 0; verdict < XC_VERDICTS; verdict++) {
            shown += show_verdict(one, topic, (xc_verdict)verdict);
        }
    }
    return shown;
}

void xc_report_review(const xc_case_content *content, const xc_review_options *options,
                      xc_buffer *out) {
    review one = {.options = options,
                  .arena = xc_arena_new(),
                  .terminal = {out, options->width ? options->width : 80, options->colour}};
    if (one.arena && view_open(content, one.arena, &one.view, NULL) == XC_OK &&
        xc_decisions_claims(content, one.arena, &one.states, NULL) == XC_OK) {
        one.groups = view_by_incident(&one.view, one.arena);
    }
    if (!one.groups) {
        out->status = XC_NO_MEMORY;
    } else if (show_topics(&one) == 0) {
        xc_buffer_text(out, content->group_count ? "No group fits.\n" : "No groups.\n");
    }
    xc_buffer_release(&one.line);
    xc_arena_free(one.arena);
}
