// SPDX-License-Identifier: MIT
/// A case's content with the ways between its records: which claims a group has, which document
/// a claim stands in, which group an id means. Made once for an output, then only read.
#ifndef CROSSCLAIM_REPORT_VIEW_H
#define CROSSCLAIM_REPORT_VIEW_H

#include "crossclaim/report.h"

typedef struct xc_index {
    const struct xc_index_entry *entries; ///< by key
    size_t count;
} xc_index;

typedef struct xc_view {
    const xc_case_content *content;
    xc_index claims, documents, groups;
} xc_view;

/// @param arena owns the view's arrays
XC_MUST_CHECK xc_status xc_view_open(const xc_case_content *content, xc_arena *arena,
                                     xc_view *out, xc_error *error);
/// NULL where the id is unknown.
const xc_claim *xc_view_claim(const xc_view *view, xc_slice id);
const xc_document *xc_view_document(const xc_view *view, xc_slice key);
const xc_group *xc_view_group(const xc_view *view, xc_slice id);
/// The group's claims in the order of its members, unknown ids left out.
/// @return NULL when memory is out
const xc_claim **xc_view_members(const xc_view *view, const xc_group *group, xc_arena *arena,
                                 size_t *count);
/// What a measure is, NULL if no pack declares it.
const xc_measure *xc_view_measure(const xc_view *view, xc_slice topic, xc_slice measure);
/// "Casualties"; the topic's own name where no pack gives it a title.
xc_slice xc_view_topic_title(const xc_view *view, xc_slice topic);
/// "27 to 200", "9 to 10 months": the group's least and greatest figure; nothing where it has
/// none.
void xc_view_span(const xc_group *group, xc_buffer *out);
/// Who published the claim: the outlet, or the document where no outlet is known.
xc_slice xc_view_publisher(const xc_claim *claim);
/// Where the figure comes from: the agency whose copy it is, or who published it.
xc_slice xc_view_origin(const xc_claim *claim);

#endif
