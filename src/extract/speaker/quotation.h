// SPDX-License-Identifier: MIT
// Passages between quotation marks, over sentences and paragraphs.
#ifndef CROSSCLAIM_EXTRACT_SPEAKER_QUOTATION_H
#define CROSSCLAIM_EXTRACT_SPEAKER_QUOTATION_H

#include "extract/cascade.h"

typedef struct xc_quotation {
    uint32_t first, last; // tokens [first,last), marks included
    bool closed;          // by a mark; else it runs to the paragraph's end
} xc_quotation;

typedef struct xc_quotations {
    xc_quotation *items; // in text order
    size_t count, capacity;
} xc_quotations;

// @param near by sentence: 0 where none is looked for
// @param arena owns *out
XC_MUST_CHECK xc_status xc_quotations_find(const xc_text *text, const uint8_t *near,
                                           xc_arena *arena, xc_quotations *out,
                                           xc_error *error);
// The quotation that a token stands in; NULL for none.
const xc_quotation *xc_quotation_at(const xc_quotations *quotations, uint32_t token);

#endif
