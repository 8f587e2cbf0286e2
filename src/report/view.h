// SPDX-License-Identifier: MIT
/// A case's content with the ways between its records: which claims a group has, which document
/// a claim stands in, which group an id means. Made once for an output, then only read.
#ifndef CROSSCLAIM_REPORT_VIEW_H
#define CROSSCLAIM_REPORT_VIEW_H

#include "crossclaim/report.h"

typedef struct view_index {
    const struct index_entry *entries; ///< by key
    size_t count;
} view_index;

typedef struct case_view {
    const xc_case_content *content;
    view_index claims, documents, groups, incidents;
} case_view;

/// @param arena owns the view's arrays
XC_MUST_CHECK xc_status view_open(const xc_case_content *content, xc_arena *arena,
                                  case_view *out, xc_error *error);
/// NULL where the id is unknown.
const xc_claim *view_claim(const case_view *view, xc_slice id);
const xc_document *view_document(const case_view *view, xc_slice key);
const xc_group *view_group(const case_view *view, xc_slice id);
const xc_incident *view_incident(const case_view *view, xc_slice id);
/// All groups as they stand inside a chapter: incident by incident, that of the first rank first,
/// by rank within each; behind them those of none.
/// @return NULL when memory is out
const xc_group **view_by_incident(const case_view *view, xc_arena *arena);
/// The group's claims in the order of its members, unknown ids left out.
/// @return NULL when memory is out
const xc_claim **view_members(const case_view *view, const xc_group *group, xc_arena *arena,
                              size_t *count);
/// What a measure is, NULL if no pack declares it.
const xc_measure *view_measure(const case_view *view, xc_slice topic, xc_slice measure);
/// "Casualties"; the topic's own name where no pack gives it a title.
xc_slice view_topic_title(const case_view *view, xc_slice topic);
/// Who published the claim: the outlet, or the document's title where no outlet is known.
xc_slice view_publisher(const case_view *view, const xc_claim *claim);
/// Where the figure comes from: the agency whose copy it is, or who published it.
xc_slice view_origin(const case_view *view, const xc_claim *claim);
/// The claim's words in its document; empty where the document's text is not there.
xc_slice view_words(const case_view *view, const xc_claim *claim);

#endif
