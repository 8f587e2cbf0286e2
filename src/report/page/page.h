// SPDX-License-Identifier: MIT
/// The page: index.html, one file that works from a file address and asks the network for
/// nothing. Its markup stands in reports/template.html; here it is filled, part by part.
#ifndef CROSSCLAIM_REPORT_PAGE_PAGE_H
#define CROSSCLAIM_REPORT_PAGE_PAGE_H

#include "report/page/template.h"
#include "report/view.h"

/// Appends the page.
XC_MUST_CHECK xc_status page_bytes(const xc_case_content *content,
                                   const xc_report_options *options, xc_buffer *out,
                                   xc_error *error);

/// A page that stays under 15 MB opens at once; what does not fit is counted on the page and
/// stands in the tables.
enum { PAGE_GROUP_BYTES = 11000000, PAGE_DOCUMENT_BYTES = 3500000 };
/// Plots are a third of what a browser has to build: the first groups by rank have them.
enum { PAGE_PLOTTED = 300 };

/// What the parts of the page share while it is made.
typedef struct report_page {
    const case_view *view;
    const xc_report_options *options;
    page_template *template;
    xc_arena *arena;
    const xc_claim **by_document; ///< all claims: by document key, title before text, start
    const xc_claim_state *states; ///< for each claim: what was decided
    bool *shown;                  ///< for each claim: a row of the page shows it
    bool *has_text;               ///< for each document: its text stands in the page
    bool open_documents;          ///< their texts are seen at once
    size_t groups_shown, documents_shown; ///< the first by rank, the first by label
} report_page;

#define FILL_TEXT(name, text) ((template_fill){(name), (text), false})
#define FILL_MARKUP(name, buffer) ((template_fill){(name), xc_buffer_slice(buffer), true})
/// Writes a block of the page's template.
#define PAGE_WRITE(page, block, fills, out)                                                    \
    template_write((page)->template, (block), (fills), sizeof(fills) / sizeof *(fills), (out))

/// Chooses what fits on the page; false when memory is out.
bool page_prepare(report_page *page);
/// What was compared, and the discrepancies that matter most.
void page_top(report_page *page, xc_buffer *out);
/// Topic by topic, measure by measure, group by group.
void page_groups(report_page *page, xc_buffer *out);
/// The contents list of the same.
void page_contents(report_page *page, xc_buffer *out);
/// The group's claims as rows of its table.
void page_rows(report_page *page, const xc_group *group, const xc_claim **claims, size_t count,
               xc_buffer *out);
/// A group of one claim, which needs no table.
/// @param related the written list of related groups
void page_single(report_page *page, const xc_group *group, const xc_claim *claim,
                 const xc_buffer *related, xc_buffer *out);
/// Claims that a reviewer left out, which are in no group; nothing where there are none.
void page_left_out(report_page *page, xc_buffer *out);
/// What was said of a group by a reviewer, in words; nothing where nothing was.
void page_decided(const report_page *page, const xc_claim *member, xc_buffer *out);
/// Appends a file of the templates' folder: a style, a script.
XC_MUST_CHECK xc_status page_file_read(const char *templates, const char *name, xc_arena *arena,
                                       xc_buffer *out, xc_error *error);
/// Words into the page's arena; the buffer is released.
xc_slice page_keep(const report_page *page, xc_buffer *words);
/// A place along an axis, in percent or pixels, printed into `out` in tenths: "12.5", "40".
xc_slice page_place(double at, char out[24]);
/// "#" and an id, in the page's arena.
xc_slice page_prefixed(const report_page *page, const char *prefix, xc_slice id);
/// Every source's figure with its bounds on one shared axis; nothing where there is nothing to
/// compare.
void page_plot(report_page *page, const xc_claim **claims, size_t count, xc_buffer *out);
/// The figures over time; nothing where they are too few to show a course.
void page_times(report_page *page, const xc_claim **claims, size_t count, xc_buffer *out);
/// Who says what: least and greatest figure of each kind of speaker.
void page_sides(report_page *page, const xc_claim **claims, size_t count, xc_buffer *out);
/// By which program, packs and command the page was made.
/// @param generator the program, with its version
void page_made(report_page *page, xc_slice generator, xc_buffer *out);
/// The documents with their texts, each claim's words marked.
void page_documents(report_page *page, xc_buffer *out);
/// The claim's words stand in a text that the page shows.
bool page_shows_words(const report_page *page, const xc_claim *claim);
/// By outlet: what each gives that others give too, from whom, and how it differs from them.
void page_outlets(report_page *page, xc_buffer *out);
/// Incident by incident: the figures in the order in which pages gave them, and the latest that
/// each body gave.
void page_timelines(report_page *page, xc_buffer *out);
/// Incident by incident: its places on a map and the figures of each; nothing of one whose places
/// are fewer than two.
void page_maps(report_page *page, xc_buffer *out);
/// The claims of a document, in the order of its text.
const xc_claim **page_claims_of(const report_page *page, xc_slice key, size_t *count);
/// "conflict" has "≠", and so on: a sign beside the word, never colour alone.
const char *page_sign(xc_verdict verdict);

/// Walks topics and measures in the order of their first group's rank.
typedef struct page_walk {
    const xc_group **groups; ///< by topic, measure, rank
    size_t count;
} page_walk;
bool page_walk_make(report_page *page, page_walk *out);

#endif
