// SPDX-License-Identifier: MIT
/// The parts of bench_copies.
#ifndef BENCH_COPIES_H
#define BENCH_COPIES_H

#include "crossclaim/base.h"

/// How a page came about.
typedef enum copy_kind {
    REPORT,   ///< an outlet's own
    ROUND_UP, ///< own words, and the first paragraph of three reports
    WHOLE,
    TRIMMED, ///< to the first third
    INSIDE,  ///< most of it, between paragraphs of the outlet's own
    REORDERED,
    EDITED, ///< words and numbers here and there
    COPY_KINDS
} copy_kind;

typedef struct copies_made {
    xc_document *documents;
    size_t *stories; ///< of each document, the number that copies share
    copy_kind *kinds;
    size_t count;
} copies_made;

/// About so many pages; the same seed gives the same ones.
/// @return false where memory ran out
bool copies_make(size_t documents, uint64_t seed, xc_arena *arena, copies_made *out);

#endif
