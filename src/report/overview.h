// SPDX-License-Identifier: MIT
/// A case in a few numbers: what the top of the page and the summary tell.
#ifndef CROSSCLAIM_REPORT_OVERVIEW_H
#define CROSSCLAIM_REPORT_OVERVIEW_H

#include "crossclaim/report.h"

typedef struct case_overview {
    size_t documents, claims, groups;
    size_t comparisons;    ///< groups that more than one source gives a figure for
    size_t sources;        ///< outlets; a document without one is a source of its own
    size_t without_source; ///< documents
    size_t without_date;   ///< documents
    size_t broken;         ///< documents that had bytes of no letter
    size_t replaced;       ///< how many such bytes
    size_t doubtful;       ///< documents that have under a tenth of what their page shows
    size_t verdicts[XC_VERDICTS];
    xc_slice first, last; ///< earliest and latest publication date, as days; empty if unknown
    xc_read_counts counts;
} case_overview;

/// False when memory is out. @param arena owns the dates
bool overview_make(const xc_case_content *content, xc_arena *arena, case_overview *out);

enum { FOREMOST = 5 };

/// What the page and the terminal list first: the first conflicts by rank; where they are few, the
/// first counts that moved. @return how many of `out` are filled
size_t overview_foremost(const xc_case_content *content, const xc_group *out[FOREMOST]);

/// "9 documents from 7 sources, published 12 to 16 May 2021"
void overview_write(const case_overview *overview, xc_buffer *out);

#endif
