// SPDX-License-Identifier: MIT
/// Groups out of clusters.
#ifndef CROSSCLAIM_COMPARE_GROUPING_H
#define CROSSCLAIM_COMPARE_GROUPING_H

#include "crossclaim/compare.h"

#include "compare/decision/decide.h"

/// @param arena owns *out
XC_MUST_CHECK xc_status groups_make(const clusters *all, const decisions *decided,
                                    const xc_case_content *content, xc_arena *arena,
                                    xc_groups *out, xc_error *error);

#endif
