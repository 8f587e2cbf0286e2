// SPDX-License-Identifier: MIT
/// Reports: tables, workbook, page and terminal text out of a case's content. One walk over the
/// records, one small file an output.
#ifndef CROSSCLAIM_REPORT_H
#define CROSSCLAIM_REPORT_H

#include "crossclaim/compare.h"
#include "crossclaim/extract.h"
#include "crossclaim/store.h"

/// How the report folder is written.
typedef struct xc_report_options {
    const char *templates; ///< the folder `reports`
    bool no_text;          ///< leaves the documents' texts out of the page
    bool no_bom;           ///< no byte-order mark in the folder's CSV files
    /// What changed since the last run, in words for people, a line each; may be empty.
    const xc_slice *changes;
    size_t change_count;
} xc_report_options;

/// Writes the report's files under temporary names, into a folder that is made if it is missing,
/// where what an interrupted run left is taken away. xc_report_place gives them their names, the
/// page last: who sees the new page sees the new tables beside it. xc_report_drop gives them up.
/// @return XC_OK, XC_IO, XC_BAD_INPUT (a template is damaged) or XC_NO_MEMORY; nothing is left
XC_MUST_CHECK xc_status xc_report_stage(const xc_case_content *content, const char *directory,
                                        const xc_report_options *options, xc_error *error);
/// The second half: gives the files their names.
/// @return XC_OK or XC_IO, also where nothing was staged: what was not placed is given up
XC_MUST_CHECK xc_status xc_report_place(const char *directory, xc_error *error);
/// Takes away what was staged and not placed.
void xc_report_drop(const char *directory);

/// Both: writes the whole report folder: index.html, claims.csv, groups.csv, documents.csv,
/// incidents.csv, sources.csv, claims.xlsx. Each file is whole or as it was.
/// @return as xc_report_stage: XC_OK, XC_IO ...
XC_MUST_CHECK xc_status xc_report_write(const xc_case_content *content, const char *directory,
                                        const xc_report_options *options, xc_error *error);

/// The tables that can be written.
typedef enum xc_table {
    XC_TABLE_CLAIMS,
    XC_TABLE_GROUPS,
    XC_TABLE_DOCUMENTS,
    XC_TABLE_DECISIONS,
    XC_TABLE_INCIDENTS
} xc_table;
/// How they are written.
typedef enum xc_table_format { XC_CSV, XC_JSONL, XC_XLSX } xc_table_format;

/// One table to a stream (CSV, JSON Lines). For XC_XLSX the whole workbook is written.
/// @return XC_OK, XC_USAGE (no such table), XC_IO, XC_LIMIT or XC_NO_MEMORY
XC_MUST_CHECK xc_status xc_report_table(const xc_case_content *content, xc_table table,
                                        xc_table_format format, FILE *stream, xc_error *error);
/// The same of what a reviewer vouched for alone; CSV and JSON Lines. Tables that hold neither
/// claims, groups nor documents are whole.
/// @return XC_OK, XC_USAGE (no such table), XC_IO, XC_LIMIT or XC_NO_MEMORY
XC_MUST_CHECK xc_status xc_report_confirmed(const xc_case_content *content, xc_table table,
                                            xc_table_format format, FILE *stream,
                                            xc_error *error);
/// One row of the table of decisions as a JSON line; nothing where the content has no such key.
/// @return XC_OK, XC_USAGE (no such table), XC_IO, XC_LIMIT or XC_NO_MEMORY
XC_MUST_CHECK xc_status xc_report_decision(const xc_case_content *content, xc_slice key,
                                           FILE *stream, xc_error *error);
/// Decisions whose evidence changed since they were made, a line each, in words for people:
/// which, and what became of it.
/// @param arena owns *lines
/// @return XC_OK or XC_NO_MEMORY
XC_MUST_CHECK xc_status xc_report_changed_decisions(const xc_case_content *content,
                                                    xc_arena *arena, xc_slice **lines,
                                                    size_t *count, xc_error *error);
/// One claim as a JSON line, appended to the buffer, whose status tells of failure.
void xc_report_claim_json(const xc_claim *claim, xc_buffer *out);
/// One document likewise.
void xc_report_document_json(const xc_document *document, xc_buffer *out);
/// What `explain` shows, as one JSON object on a line.
void xc_report_explanation_json(const xc_explanation *explanation, xc_buffer *out);
/// The same in words for people. @param colour whether ECMA-48 colours are used
void xc_report_explanation_text(const xc_explanation *explanation, bool colour, xc_buffer *out);
/// Why two claims are, or are not, one thing, as a JSON line.
void xc_report_link_json(const xc_link *pair, xc_buffer *out);
/// The same in words for people.
void xc_report_link_text(const xc_link *pair, bool colour, xc_buffer *out);

/// The summary that `compare` prints: what was read, and the discrepancies that matter most.
void xc_report_summary(const xc_case_content *content, xc_buffer *out);
/// Which groups `review` shows and how.
typedef struct xc_review_options {
    xc_slice topic, verdict, source, group; ///< empty: all
    xc_slice reviewer; ///< who is asked, for the queue; empty: nobody in particular
    xc_slice words;    ///< that its line, reason or claims hold, for the queue; empty: all
    bool colour;
    bool numbered;  ///< claims have numbers, 1 for the group's first
    unsigned width; ///< columns, 80 if 0
} xc_review_options;
/// Topic by topic and verdict by verdict: what differs, why, who says what.
void xc_report_review(const xc_case_content *content, const xc_review_options *options,
                      xc_buffer *out);
/// How far reviewers agree, and the disagreements that are open, in words.
/// @return XC_OK or XC_NO_MEMORY
XC_MUST_CHECK xc_status xc_report_agreement(const xc_case_content *content,
                                            const xc_review_options *options, xc_buffer *out,
                                            xc_error *error);
/// The groups that wait for a reviewer: first those whose decisions were made on other evidence
/// than there is now, and what two others disagree on, then those without a decision, by rank; what one source alone gives only
/// where it is asked for by verdict or group.
/// @param arena owns *out, of which `count` are filled
/// @return XC_OK or XC_NO_MEMORY
XC_MUST_CHECK xc_status xc_report_review_queue(const xc_case_content *content,
                                               const xc_review_options *options,
                                               xc_arena *arena, const xc_group ***out,
                                               size_t *count, xc_error *error);
/// The page on which a reviewer decides, as a server shows it.
typedef struct xc_review_page {
    const char *templates; ///< the folder `reports`
    xc_slice address;      ///< of the server, "http://127.0.0.1:8000", without a slash behind
    xc_slice name;         ///< of the case
    xc_slice group;        ///< id of the one that is shown; empty where none is left
    xc_slice form;         ///< the word that every form carries; empty: to be read only
    xc_slice topic, words; ///< what is asked for
    xc_slice reviewer;     ///< who decides
    xc_slice message;      ///< what came of the last decision; empty if none was made
    const xc_group **waiting; ///< the first of the queue, that is shown among them
    size_t waiting_count;
    size_t left;       ///< how many are in the queue
    uint64_t revision; ///< of the case: another once somebody decided
    bool comparing;    ///< groups and verdicts do not follow the last decisions yet
} xc_review_page;
/// @param out    the page is appended
/// @param policy the Content-Security-Policy that goes with it
/// @return XC_OK, XC_BAD_INPUT (a template is damaged), XC_IO or XC_NO_MEMORY
XC_MUST_CHECK xc_status xc_report_review_page(const xc_case_content *content,
                                              const xc_review_page *options, xc_buffer *out,
                                              xc_buffer *policy, xc_error *error);
/// The same as JSON Lines, what needs a look first on top: a group a line with the fields of
/// groups.csv, and `evidence`, its claims with the fields of claims.csv.
void xc_report_review_json(const xc_case_content *content, const xc_review_options *options,
                           xc_buffer *out);

#endif
