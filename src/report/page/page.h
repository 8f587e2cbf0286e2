// SPDX-License-Identifier: MIT
/// The page: index.html, one file that works from a file address and asks the network for
/// nothing. Its markup stands in reports/template.html; here it is filled, part by part.
#ifndef CROSSCLAIM_REPORT_PAGE_PAGE_H
#define CROSSCLAIM_REPORT_PAGE_PAGE_H

#include "report/page/template.h"
#include "report/view.h"

/// Appends the page.
XC_MUST_CHECK xc_status xc_page_bytes(const xc_case_content *content,
                                      const xc_report_options *options, xc_buffer *out,
                                      xc_error *error);

/// A page that stays under 15 MB opens at once; what does not fit is counted on the page and
/// stands in the tables.
enum { XC_PAGE_GROUP_BYTES = 11000000, XC_PAGE_DOCUMENT_BYTES = 3500000 };

/// What the parts of the page share while it is made.
typedef struct xc_page {
    const xc_view *view;
    const xc_report_options *options;
    xc_template *template;
    xc_arena *arena;
    const xc_claim **by_document; ///< all claims: by document key, title before text, start
    bool *shown;                  ///< for each claim: a row of the page shows it
    bool *has_text;               ///< for each document: its text stands in the page
    size_t groups_shown, documents_shown; ///< the first by rank, the first by label
} xc_page;

#define XC_FILL_TEXT(name, text) ((xc_fill){(name), (text), false})
#define XC_FILL_MARKUP(name, buffer) ((xc_fill){(name), xc_buffer_slice(buffer), true})
/// Writes a block of the page's template.
#define XC_PAGE_WRITE(page, block, fills, out)                                                 \
    xc_template_write((page)->template, (block), (fills), sizeof(fills) / sizeof *(fills),     \
                      (out))

/// What was compared, and the discrepancies that matter most.
void xc_page_top(xc_page *page, xc_buffer *out);
/// Topic by topic, measure by measure, group by group.
void xc_page_groups(xc_page *page, xc_buffer *out);
/// The contents list of the same.
void xc_page_contents(xc_page *page, xc_buffer *out);
/// The group's claims as rows of its table.
void xc_page_rows(xc_page *page, const xc_group *group, const xc_claim **claims, size_t count,
                  xc_buffer *out);
/// A group of one claim, which needs no table.
/// @param related the written list of related groups
void xc_page_single(xc_page *page, const xc_group *group, const xc_claim *claim,
                    const xc_buffer *related, xc_buffer *out);
/// "#" and an id, in the page's arena.
xc_slice xc_page_prefixed(const xc_page *page, const char *prefix, xc_slice id);
/// Every source's figure with its bounds on one shared axis; nothing where there is nothing to
/// compare.
void xc_page_plot(xc_page *page, const xc_claim **claims, size_t count, xc_buffer *out);
/// The figures over time; nothing where they are too few to show a course.
void xc_page_times(xc_page *page, const xc_claim **claims, size_t count, xc_buffer *out);
/// Who says what: least and greatest figure of each kind of speaker.
void xc_page_sides(xc_page *page, const xc_claim **claims, size_t count, xc_buffer *out);
/// The documents with their texts, each claim's words marked.
void xc_page_documents(xc_page *page, xc_buffer *out);
/// The claim's words stand in a text that the page shows.
bool xc_page_shows_words(const xc_page *page, const xc_claim *claim);
/// The claims of a document, in the order of its text.
const xc_claim **xc_page_claims_of(const xc_page *page, xc_slice key, size_t *count);
/// The group's least and greatest figure (high stays empty where they are equal) and their
/// unit; nothing where units are mixed.
void xc_page_span(const xc_group *group, xc_buffer *low, xc_buffer *high, xc_buffer *unit);
/// "conflict" has "≠", and so on: a sign beside the word, never colour alone.
const char *xc_page_sign(xc_verdict verdict);

/// Walks topics and measures in the order of their first group's rank.
typedef struct xc_page_walk {
    const xc_group **groups; ///< by topic, measure, rank
    size_t count;
} xc_page_walk;
bool xc_page_walk_make(xc_page *page, xc_page_walk *out);

#endif
