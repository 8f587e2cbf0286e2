// SPDX-License-Identifier: MIT
/// What the two forms of an explanation share.
#ifndef CROSSCLAIM_REPORT_TERMINAL_EXPLANATION_H
#define CROSSCLAIM_REPORT_TERMINAL_EXPLANATION_H

#include "crossclaim/report.h"

/// "count", "percent" ... "other".
const char *quantity_kind_text(xc_quantity_kind kind);
/// The claim names a place that no claim before it names.
bool explained_place_is_new(const xc_claims *claims, size_t index);
/// One claim as a JSON object inside a line.
void claim_json(xc_json *json, const xc_claim *claim);

#endif
