// SPDX-License-Identifier: MIT
/// Which of a case's claims a reviewer's decisions are about now.
#ifndef CROSSCLAIM_COMPARE_DECISION_TRACE_H
#define CROSSCLAIM_COMPARE_DECISION_TRACE_H

#include "crossclaim/store.h"

static const uint32_t NO_CLAIM = UINT32_MAX;

typedef struct trace {
    uint32_t *claims; ///< in the content's order of claims; NO_CLAIM where one is gone
    size_t count;     ///< how many the decision names
    bool whole;       ///< all of them are there
    bool moved;       ///< some were found again by their sentences
} trace;

/// One trace a decision. A claim that has another id now (its page was read anew) is found
/// again by its line of the decision's evidence, as `xc_decision_evidence` writes it.
XC_MUST_CHECK xc_status traces_make(const xc_case_content *content, xc_arena *arena,
                                    trace **out, xc_error *error);

#endif
