// SPDX-License-Identifier: MIT
/// What a reviewer corrected, in place of what was read.
#ifndef CROSSCLAIM_COMPARE_DECISION_APPLY_H
#define CROSSCLAIM_COMPARE_DECISION_APPLY_H

#include "crossclaim/compare.h"

/// The content as it was decided: corrected fields in copies of claims and documents, without
/// the claims that are left out. Without decisions it is the content itself.
XC_MUST_CHECK xc_status content_as_decided(const xc_case_content *content, xc_arena *arena,
                                           xc_case_content *out, xc_error *error);
/// Sets one field of a claim, with what follows from it: a value its bounds, a measure its topic.
/// @return what is wrong, in words; NULL where nothing is
const char *claim_correct(const xc_case_content *content, xc_claim *claim, xc_slice field,
                          xc_slice value);
/// The same of a document, and, where it is on an outlet, of what may be said of one.
const char *document_correct(xc_document *document, xc_slice field, xc_slice value);

#endif
