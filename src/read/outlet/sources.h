// SPDX-License-Identifier: MIT
/// What the user's `--sources` file tells of documents.
#ifndef CROSSCLAIM_READ_OUTLET_SOURCES_H
#define CROSSCLAIM_READ_OUTLET_SOURCES_H

#include "crossclaim/read.h"

/// Lays the first row that matches the document's label over the document; an empty cell
/// leaves what is there. The label may be met with or without its "#N".
/// @param sources may be NULL
/// @param arena   the document's
/// @return XC_OK or XC_NO_MEMORY
XC_MUST_CHECK xc_status sources_apply(const xc_sources *sources, xc_arena *arena,
                                      xc_document *document, xc_error *error);

/// Whether the pattern, in which `*` stands for any bytes and `?` for one, matches all of the
/// text. Takes at most pattern × text steps.
bool glob_matches(xc_slice pattern, xc_slice text);

#endif
