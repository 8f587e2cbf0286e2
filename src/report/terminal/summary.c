// SPDX-License-Identifier: MIT
// The summary that `compare` prints.
#include "report/foreign.h"
#include "report/overview.h"
#include "report/said.h"
#include "report/silent.h"
#include "report/terminal/wrap.h"
#include "report/view.h"
#include "report/words.h"

enum { COLUMNS = 80 };

static void write_read(const case_overview *overview, terminal_text *terminal,
                       xc_buffer *line) {
    xc_buffer_clear(line);
    overview_write(overview, line);
    xc_buffer_print(line, "; %zu found, %zu read, %zu ignored, %zu skipped",
                    overview->counts.found, overview->counts.read, overview->counts.ignored,
                    overview->counts.skipped);
    terminal_wrap(terminal, STYLE_PLAIN, "", 0, xc_buffer_slice(line));
}

static void write_blanks(const case_overview *overview, terminal_text *terminal,
                         xc_buffer *line) {
    if (!overview->without_source && !overview->without_date) {
        return;
    }
    xc_buffer_clear(line);
    if (overview->without_source) {
        words_count(overview->without_source, "document has", "documents have", line);
        xc_buffer_text(line, " no known outlet");
    }
    if (overview->without_date) {
        xc_buffer_text(line, overview->without_source ? ", " : "");
        words_count(overview->without_date, "document has", "documents have", line);
        xc_buffer_text(line, " no known date");
    }
    xc_buffer_text(line, ": fill them in in sources.csv and run again with --sources");
    terminal_wrap(terminal, STYLE_PLAIN, "", 0, xc_buffer_slice(line));
}

// All of them, or the first few.
static void name_foreign(const xc_case_content *content, size_t count, xc_buffer *line) {
    size_t named = 0;
    for (size_t i = 0; i < content->document_count && named < FOREMOST; i++) {
        if (document_is_foreign(content, &content->documents[i])) {
            xc_buffer_print(line, "%s%.*s", named++ ? ", " : " (",
                            XC_PRINT(content->documents[i].label));
        }
    }
    xc_buffer_text(line, count > named ? " ...)" : ")");
}

static void write_foreign(const xc_case_content *content, xc_arena *arena,
                          terminal_text *terminal, xc_buffer *line) {
    xc_buffer languages = {0};
    size_t count = foreign_documents(content, arena, &languages);
    if (count) {
        xc_buffer_clear(line);
        words_count(count, "document is in a language", "documents are in languages", line);
        xc_buffer_print(line, " without rules (%.*s): kept, no claims",
                        XC_PRINT(xc_buffer_slice(&languages)));
        name_foreign(content, count, line);
        terminal_wrap(terminal, STYLE_PLAIN, "", 0, xc_buffer_slice(line));
    }
    if (languages.status != XC_OK) {
        terminal->out->status = languages.status;
    }
    xc_buffer_release(&languages);
}

static void write_broken(const case_overview *overview, terminal_text *terminal,
                         xc_buffer *line) {
    if (!overview->broken) {
        return;
    }
    xc_buffer_clear(line);
    words_count(overview->broken, "document has", "documents have", line);
    xc_buffer_text(line, " ");
    words_count(overview->replaced, "broken byte", "broken bytes", line);
    xc_buffer_text(line, ", shown as \xEF\xBF\xBD (column replaced of documents.csv)");
    terminal_wrap(terminal, STYLE_PLAIN, "", 0, xc_buffer_slice(line));
}

// The first few by name: who reads the summary alone has to know that a page was hardly read.
static void write_doubtful(const case_overview *overview, const xc_case_content *content,
                           terminal_text *terminal, xc_buffer *line) {
    if (!overview->doubtful) {
        return;
    }
    xc_buffer_clear(line);
    words_count(overview->doubtful, "document has", "documents have", line);
    xc_buffer_text(line, " under a tenth of what the page shows (column unread of "
                         "documents.csv):");
    size_t named = 0;
    for (size_t i = 0; i < content->document_count && named < FOREMOST; i++) {
        const xc_document *document = &content->documents[i];
        if (document->unread) {
            xc_buffer_print(line, "%s %.*s", named++ ? "," : "", XC_PRINT(document->label));
        }
    }
    xc_buffer_text(line, overview->doubtful > named ? " ..." : "");
    terminal_wrap(terminal, STYLE_PLAIN, "", 0, xc_buffer_slice(line));
}

static void write_verdicts(const case_overview *overview, terminal_text *terminal,
                           xc_buffer *line) {
    xc_buffer_clear(line);
    words_count(overview->claims, "claim", "claims", line);
    xc_buffer_text(line, " in ");
    words_count(overview->groups, "group", "groups", line);
    for (int i = 0; i < XC_VERDICTS && overview->groups; i++) {
        xc_buffer_print(line, "%s%zu %s", i ? ", " : ": ", overview->verdicts[i],
                        xc_verdict_text((xc_verdict)i));
    }
    terminal_wrap(terminal, STYLE_PLAIN, "", 0, xc_buffer_slice(line));
}

// "11,300 against 3,252": the two figures of the reason below; else the span.
static void write_figures(const case_view *view, const xc_group *group, xc_buffer *line) {
    const xc_claim *pair[2];
    if (group->low.known && said_pair(view, group, pair)) {
        said_figure(view, pair[0], line);
        xc_buffer_text(line, group->verdict == XC_UPDATED ? ", then " : " against ");
        said_figure(view, pair[1], line);
    } else {
        said_span(view, group, line);
    }
}

static void write_foremost(const case_view *view, terminal_text *terminal, xc_buffer *line) {
    const xc_group *groups[FOREMOST];
    size_t count = overview_foremost(view->content, groups);
    if (count) {
        xc_buffer_text(terminal->out, "\n");
        terminal_wrap(terminal, STYLE_BOLD, "", 0,
                      XC_SLICE("The discrepancies that matter most"));
    }
    for (size_t i = 0; i < count; i++) {
        xc_buffer_clear(line);
        write_figures(view, groups[i], line);
        xc_buffer_print(line, "%s%.*s", line->len ? ": " : "", XC_PRINT(groups[i]->about));
        char first[24];
        (void)snprintf(first, sizeof first, "%zu. ", i + 1);
        terminal_wrap(terminal, STYLE_PLAIN, first, 3, xc_buffer_slice(line));
        terminal_wrap(terminal, STYLE_PLAIN, "   ", 3, groups[i]->reason);
    }
}

static void write_silent(const case_view *view, xc_arena *arena, terminal_text *terminal,
                         xc_buffer *line) {
    size_t count = 0;
    const silent_change *changes = silent_changes(view, arena, &count);
    if (!changes) {
        line->status = terminal->out->status = XC_NO_MEMORY;
        return;
    }
    for (size_t i = 0; i < count && i < FOREMOST; i++) {
        if (i == 0) {
            xc_buffer_text(terminal->out, "\n");
            terminal_wrap(terminal, STYLE_BOLD, "", 0,
                          XC_SLICE("Changed under the same address"));
        }
        xc_buffer_clear(line);
        xc_buffer_print(line, "%.*s: ", XC_PRINT(changes[i].group->about));
        silent_change_print(view, &changes[i], line);
        terminal_wrap(terminal, STYLE_PLAIN, "", 0, xc_buffer_slice(line));
    }
}

void xc_report_summary(const xc_case_content *content, xc_buffer *out) {
    terminal_text terminal = {out, COLUMNS, false};
    xc_arena *arena = xc_arena_new();
    case_overview overview;
    case_view view;
    if (!arena || !overview_make(content, arena, &overview) ||
        view_open(content, arena, &view, NULL) != XC_OK) {
        out->status = XC_NO_MEMORY;
        xc_arena_free(arena);
        return;
    }
    xc_buffer line = {0};
    write_read(&overview, &terminal, &line);
    write_verdicts(&overview, &terminal, &line);
    write_foreign(content, arena, &terminal, &line);
    write_blanks(&overview, &terminal, &line);
    write_broken(&overview, &terminal, &line);
    write_doubtful(&overview, content, &terminal, &line);
    write_silent(&view, arena, &terminal, &line);
    write_foremost(&view, &terminal, &line);
    xc_buffer_release(&line);
    xc_arena_free(arena);
}
