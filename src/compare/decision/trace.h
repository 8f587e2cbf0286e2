// SPDX-License-Identifier: MIT
/// Which of a case's claims a reviewer's decisions are about now.
#ifndef CROSSCLAIM_COMPARE_DECISION_TRACE_H
#define CROSSCLAIM_COMPARE_DECISION_TRACE_H

#include "compare/decision/claim_ids.h"

typedef struct trace {
    uint32_t *claims; ///< in the content's order of claims; NO_CLAIM where one is gone
    size_t count;     ///< how many the decision names
    size_t found;     ///< how many of them are there
    bool whole;       ///< all of them are
    bool moved;       ///< some were found again by their sentences
    bool undone;      ///< a later decision took it back
} trace;

/// One trace a decision. A claim that has another id now (its page was read anew) is found
/// again by its line of the decision's evidence, as `xc_decision_evidence` writes it.
XC_MUST_CHECK xc_status traces_make(const xc_case_content *content, xc_arena *arena,
                                    trace **out, xc_error *error);
/// Whether a decision on a document or an outlet ("source:NAME") is on this one.
bool is_target(xc_slice target, xc_slice document_key, xc_slice source);

#endif
