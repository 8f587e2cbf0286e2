// SPDX-License-Identifier: MIT
// The top of the page: what was compared, and the discrepancies that matter most.
#include "report/foreign.h"
#include "report/overview.h"
#include "report/page/page.h"
#include "report/said.h"
#include "report/silent.h"
#include "report/words.h"

enum { MOST_LISTED = 1000 };

static void write_tally(report_page *page, const case_overview *overview, xc_buffer *out) {
    for (int i = 0; i < XC_VERDICTS; i++) {
        xc_buffer count = {0};
        xc_buffer_print(&count, "%zu", overview->verdicts[i]);
        const template_fill fills[] = {
            FILL_TEXT("verdict", xc_slice_of(xc_verdict_text((xc_verdict)i))),
            FILL_TEXT("sign", xc_slice_of(page_sign((xc_verdict)i))),
            FILL_TEXT("count", xc_buffer_slice(&count)),
            FILL_TEXT("meaning", xc_slice_of(verdict_is((xc_verdict)i)))};
        PAGE_WRITE(page, "tally", fills, out);
        xc_buffer_release(&count);
    }
}

// Who says it, and as of when: "Civic Lantern, 14 Sept 2023, 22:10 (UTC+2)".
static void write_teller(const report_page *page, const xc_claim *claim, xc_buffer *out) {
    xc_slice as_of = claim->from.len ? (xc_slice){0} : claim->to;
    xc_slice publisher = view_publisher(page->view, claim);
    xc_buffer_append(out, publisher);
    if (as_of.len || claim->published.len) {
        xc_buffer_text(out, as_of.len ? ", as of " : ", ");
        words_moment(as_of.len ? as_of : claim->published, out);
    }
}

// A figure of the headline with its teller; the group's span where the reason names no two.
typedef struct headline_figure {
    xc_buffer figure, unit, teller;
    xc_slice speaker;
} headline_figure;

static void fill_figure(const report_page *page, const xc_claim *claim, headline_figure *out) {
    said_parts(page->view, claim, &out->figure, &out->unit);
    write_teller(page, claim, &out->teller);
    out->speaker = claim->attribution;
}

static void release_figure(headline_figure *one) {
    xc_buffer_release(&one->figure);
    xc_buffer_release(&one->unit);
    xc_buffer_release(&one->teller);
}

static bool tells(const xc_claim *claim, xc_number number) {
    return xc_number_equal(claim->value, number) || xc_number_equal(claim->low, number) ||
           xc_number_equal(claim->high, number);
}

// "all figures: 150 to 11,300", where others stand beyond the two.
static void write_range(const report_page *page, const xc_group *group, const xc_claim *pair[2],
                        xc_buffer *out) {
    bool low = tells(pair[0], group->low) || tells(pair[1], group->low);
    bool high = tells(pair[0], group->high) || tells(pair[1], group->high);
    if (group->low.known && !(low && high)) {
        xc_buffer_text(out, "all figures: ");
        said_span(page->view, group, out);
    }
}

static void write_legend(report_page *page, xc_buffer *out) {
    for (int i = 0; i < XC_VERDICTS; i++) {
        const template_fill fills[] = {
            FILL_TEXT("verdict", xc_slice_of(xc_verdict_text((xc_verdict)i))),
            FILL_TEXT("sign", xc_slice_of(page_sign((xc_verdict)i))),
            FILL_TEXT("meaning", xc_slice_of(verdict_is((xc_verdict)i)))};
        PAGE_WRITE(page, "legend-row", fills, out);
    }
}

static void write_one_foremost(report_page *page, const xc_group *group, xc_buffer *out) {
    headline_figure figures[2] = {{.figure = {0}}, {.figure = {0}}};
    const xc_claim *pair[2];
    xc_buffer range = {0};
    bool numbers = group->low.known || group->high.known;
    bool two = numbers && said_pair(page->view, group, pair);
    if (two) {
        fill_figure(page, pair[0], &figures[0]);
        fill_figure(page, pair[1], &figures[1]);
        write_range(page, group, pair, &range);
    } else {
        said_span(page->view, group, &range);
    }
    const char *between = group->verdict == XC_UPDATED ? "then" : "against";
    const template_fill fills[] = {
        FILL_TEXT("href", xc_arena_print(page->arena, "#%.*s", XC_PRINT(group->id))),
        FILL_TEXT("verdict", xc_slice_of(xc_verdict_text(group->verdict))),
        FILL_TEXT("sign", xc_slice_of(page_sign(group->verdict))),
        FILL_TEXT("about", group->about),
        FILL_TEXT("reason", group->reason),
        FILL_TEXT("first", xc_buffer_slice(&figures[0].figure)),
        FILL_TEXT("first-unit", xc_buffer_slice(&figures[0].unit)),
        FILL_TEXT("first-teller", xc_buffer_slice(&figures[0].teller)),
        FILL_TEXT("first-speaker", figures[0].speaker),
        FILL_TEXT("between", xc_slice_of(between)),
        FILL_TEXT("second", xc_buffer_slice(&figures[1].figure)),
        FILL_TEXT("second-unit", xc_buffer_slice(&figures[1].unit)),
        FILL_TEXT("second-teller", xc_buffer_slice(&figures[1].teller)),
        FILL_TEXT("second-speaker", figures[1].speaker),
        FILL_TEXT("range", xc_buffer_slice(&range))};
    PAGE_WRITE(page, "foremost", fills, out);
    release_figure(&figures[0]);
    release_figure(&figures[1]);
    xc_buffer_release(&range);
}

static void write_foremost(report_page *page, xc_buffer *out) {
    const xc_group *groups[FOREMOST];
    size_t count = overview_foremost(page->view->content, groups);
    for (size_t i = 0; i < count; i++) {
        write_one_foremost(page, groups[i], out);
    }
}

static void write_item(report_page *page, xc_slice name, xc_slice text, xc_buffer *out) {
    const template_fill fills[] = {FILL_TEXT("name", name), FILL_TEXT("text", text)};
    PAGE_WRITE(page, "item", fills, out);
}

static void write_skips(report_page *page, xc_buffer *out) {
    const xc_case_content *content = page->view->content;
    for (size_t i = 0; i < content->skip_count && i < MOST_LISTED; i++) {
        write_item(page, content->skipped[i].path, content->skipped[i].reason, out);
    }
    if (content->skip_count > MOST_LISTED) {
        xc_buffer more = {0};
        xc_buffer_print(&more, "and %zu more", content->skip_count - MOST_LISTED);
        write_item(page, xc_buffer_slice(&more), (xc_slice){0}, out);
        xc_buffer_release(&more);
    }
}

static void write_blanks(report_page *page, xc_buffer *out) {
    const xc_case_content *content = page->view->content;
    size_t listed = 0;
    for (size_t i = 0; i < content->document_count && listed < MOST_LISTED; i++) {
        const xc_document *document = &content->documents[i];
        bool no_source = document->source.len == 0;
        bool no_date = document->published.len == 0;
        if (no_source || no_date) {
            write_item(page, document->label,
                       xc_slice_of(no_source && no_date ? "no outlet, no date"
                                   : no_source          ? "no outlet"
                                                        : "no date"),
                       out);
            listed++;
        }
    }
}

static void write_packs(report_page *page, xc_buffer *out) {
    const xc_case_content *content = page->view->content;
    for (size_t i = 0; i < content->pack_count; i++) {
        xc_buffer_print(out, "%s%.*s", i ? ", " : "", XC_PRINT(content->packs[i].name));
    }
}

static void write_foreign(report_page *page, xc_buffer *out) {
    xc_buffer languages = {0};
    size_t count = foreign_documents(page->view->content, page->arena, &languages);
    if (count) {
        words_count(count, "document is in a language", "documents are in languages", out);
        xc_buffer_print(out, " without rules (%.*s): kept, and no claims were looked for.",
                        XC_PRINT(xc_buffer_slice(&languages)));
    }
    if (languages.status != XC_OK) {
        out->status = languages.status;
    }
    xc_buffer_release(&languages);
}

static void write_changes(report_page *page, xc_buffer *out) {
    for (size_t i = 0; i < page->options->change_count; i++) {
        write_item(page, page->options->changes[i], (xc_slice){0}, out);
    }
}

static void write_silent(report_page *page, xc_buffer *out) {
    size_t count = 0;
    const silent_change *changes = silent_changes(page->view, page->arena, &count);
    if (!changes) {
        out->status = XC_NO_MEMORY;
    }
    for (size_t i = 0; changes && i < count && i < MOST_LISTED; i++) {
        xc_buffer words = {0};
        silent_change_print(page->view, &changes[i], &words);
        write_item(page, changes[i].group->about, xc_buffer_slice(&words), out);
        xc_buffer_release(&words);
    }
}

// "9 documents from 7 sources, published 12 to 16 May 2021; 1 without a date."
static void write_lede(const case_overview *overview, xc_buffer *out) {
    overview_write(overview, out);
    if (overview->without_source || overview->without_date) {
        xc_buffer_text(out, "; ");
    }
    if (overview->without_source) {
        xc_buffer_print(out, "%zu without a known outlet", overview->without_source);
    }
    if (overview->without_date) {
        xc_buffer_print(out, "%s%zu without a date", overview->without_source ? ", " : "",
                        overview->without_date);
    }
    xc_buffer_char(out, '.');
}

static void write_headline(const case_overview *overview, xc_buffer *out) {
    size_t conflicts = overview->verdicts[XC_CONFLICT];
    if (overview->comparisons == 0) {
        xc_buffer_text(out, "Nothing to compare");
        return;
    }
    if (conflicts) {
        words_count(conflicts, "contradiction", "contradictions", out);
    } else {
        xc_buffer_text(out, "No contradiction");
    }
    xc_buffer_text(out, " in ");
    words_count(overview->comparisons, "comparison", "comparisons", out);
}

static void write_numbers(const case_overview *overview, xc_buffer *out) {
    xc_buffer_print(out,
                    "%zu found, %zu read, %zu ignored, %zu skipped; %zu claims in %zu groups",
                    overview->counts.found, overview->counts.read, overview->counts.ignored,
                    overview->counts.skipped, overview->claims, overview->groups);
}

typedef struct top_parts {
    xc_buffer headline, lede, tally, foremost, skips, blanks, foreign, packs, changes, silent,
        numbers, left_out, legend;
} top_parts;

static void release_parts(top_parts *parts) {
    xc_buffer_release(&parts->headline);
    xc_buffer_release(&parts->lede);
    xc_buffer_release(&parts->tally);
    xc_buffer_release(&parts->foremost);
    xc_buffer_release(&parts->skips);
    xc_buffer_release(&parts->blanks);
    xc_buffer_release(&parts->foreign);
    xc_buffer_release(&parts->packs);
    xc_buffer_release(&parts->changes);
    xc_buffer_release(&parts->silent);
    xc_buffer_release(&parts->numbers);
    xc_buffer_release(&parts->left_out);
    xc_buffer_release(&parts->legend);
}

static void write_left_out(const report_page *page, xc_buffer *out) {
    size_t groups = page->view->content->group_count;
    if (page->groups_shown < groups) {
        xc_buffer_print(
            out,
            "This page shows %zu of %zu groups, those that matter most; all stand in "
            "groups.csv and claims.xlsx.",
            page->groups_shown, groups);
    }
    if (page->groups_shown > PAGE_PLOTTED) {
        xc_buffer_print(out, "%sPlots are drawn for the %d that matter most.",
                        out->len ? " " : "", PAGE_PLOTTED);
    }
}

void page_top(report_page *page, xc_buffer *out) {
    case_overview overview;
    if (!overview_make(page->view->content, page->arena, &overview)) {
        out->status = XC_NO_MEMORY;
        return;
    }
    top_parts parts = {.headline = {0}};
    write_headline(&overview, &parts.headline);
    write_lede(&overview, &parts.lede);
    write_tally(page, &overview, &parts.tally);
    write_foremost(page, &parts.foremost);
    write_skips(page, &parts.skips);
    write_blanks(page, &parts.blanks);
    write_foreign(page, &parts.foreign);
    write_packs(page, &parts.packs);
    write_changes(page, &parts.changes);
    write_silent(page, &parts.silent);
    write_numbers(&overview, &parts.numbers);
    write_left_out(page, &parts.left_out);
    write_legend(page, &parts.legend);
    const template_fill fills[] = {FILL_TEXT("headline", xc_buffer_slice(&parts.headline)),
                                   FILL_TEXT("lede", xc_buffer_slice(&parts.lede)),
                                   FILL_MARKUP("tally", &parts.tally),
                                   FILL_MARKUP("foremost", &parts.foremost),
                                   FILL_MARKUP("skips", &parts.skips),
                                   FILL_MARKUP("blanks", &parts.blanks),
                                   FILL_MARKUP("changes", &parts.changes),
                                   FILL_MARKUP("silent", &parts.silent),
                                   FILL_MARKUP("legend", &parts.legend),
                                   FILL_TEXT("foreign", xc_buffer_slice(&parts.foreign)),
                                   FILL_TEXT("packs", xc_buffer_slice(&parts.packs)),
                                   FILL_TEXT("numbers", xc_buffer_slice(&parts.numbers)),
                                   FILL_TEXT("left-out", xc_buffer_slice(&parts.left_out))};
    PAGE_WRITE(page, "top", fills, out);
    release_parts(&parts);
}
