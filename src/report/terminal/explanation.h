// SPDX-License-Identifier: MIT
/// What the two forms of an explanation share.
#ifndef CROSSCLAIM_REPORT_TERMINAL_EXPLANATION_H
#define CROSSCLAIM_REPORT_TERMINAL_EXPLANATION_H

#include "crossclaim/report.h"
#include "report/terminal/wrap.h"

/// "count", "percent" ... "other".
const char *quantity_kind_text(xc_quantity_kind kind);
/// The claim names a place that no claim before it names.
bool explained_place_is_new(const xc_claims *claims, size_t index);
/// A field of a claim, and the words of the page that it was read from.
typedef struct explained_read {
    const char *field; ///< as the claim names it; "from" or "to" of a time
    size_t start, end; ///< bytes into the text
} explained_read;

enum { EXPLAINED_READS = 4 };

/// @param out EXPLAINED_READS of them
/// @return how many fields words tell
size_t explained_reads(const xc_claim *claim, explained_read *out);
/// A sentence's tree, a word a line below the word that it hangs on.
/// @param line scratch
void explain_tree(terminal_text *terminal, const xc_text *text, const xc_tree *tree,
                  xc_buffer *line);

#endif
