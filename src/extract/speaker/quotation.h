// SPDX-License-Identifier: MIT
// Passages between quotation marks, over sentences and paragraphs.
#ifndef CROSSCLAIM_EXTRACT_SPEAKER_QUOTATION_H
#define CROSSCLAIM_EXTRACT_SPEAKER_QUOTATION_H

#include "extract/cascade.h"

typedef struct quoted_passage {
    uint32_t first, last; // tokens [first,last), marks included
    bool closed;          // by a mark; else it runs to the paragraph's end
} quoted_passage;

typedef struct quoted_passages {
    quoted_passage *items; // in text order
    size_t count, capacity;
} quoted_passages;

// @param near by sentence: 0 where none is looked for
// @param arena owns *out
XC_MUST_CHECK xc_status quotations_find(const xc_text *text, const uint8_t *near,
                                        xc_arena *arena, quoted_passages *out, xc_error *error);
// The quotation that a token stands in; NULL for none.
const quoted_passage *quotation_at(const quoted_passages *quotations, uint32_t token);

#endif
