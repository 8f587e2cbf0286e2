// SPDX-License-Identifier: MIT
/// What a document calls its language.
#ifndef CROSSCLAIM_READ_OUTLET_LANGUAGE_H
#define CROSSCLAIM_READ_OUTLET_LANGUAGE_H

#include "crossclaim/read.h"

/// Spells the language that a document states as its code: "English" and "en-GB" are "en".
/// @param languages may be NULL: then codes alone are known
/// @param arena     the document's
/// @return XC_OK or XC_NO_MEMORY
XC_MUST_CHECK xc_status language_spell(const xc_languages *languages, xc_arena *arena,
                                       xc_document *document, xc_error *error);

#endif
