// SPDX-License-Identifier: MIT
/// Figures that differ between the versions that an outlet had under one address.
#ifndef CROSSCLAIM_REPORT_SILENT_H
#define CROSSCLAIM_REPORT_SILENT_H

#include "report/view.h"

typedef struct silent_change {
    const xc_group *group;
    const xc_claim *one, *other; ///< in the order of their documents
} silent_change;

/// Finds them, group by group, in the order of groups.
/// @param arena owns the array
/// @return NULL when memory is out
silent_change *silent_changes(const case_view *view, xc_arena *arena, size_t *count);
/// "The Post has 27 in monday/flood.html and 31 in tuesday/flood.html"
void silent_change_print(const case_view *view, const silent_change *change, xc_buffer *out);

#endif
