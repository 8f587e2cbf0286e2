// SPDX-License-Identifier: MIT
/// The sentence that stands beside a claim: verbatim, and of a length that a reader can check. A
/// longer one is cut at words around the claim, with `…` at each cut.
#ifndef CROSSCLAIM_BASE_EVIDENCE_H
#define CROSSCLAIM_BASE_EVIDENCE_H

#include "crossclaim/base/arena.h"

/// Characters (code points) of the longest evidence, its marks included.
enum { XC_EVIDENCE_LENGTH = 600 };

/// @param start,end bytes of the claim's words in the sentence
/// @return the sentence itself where it is short; else a copy in the arena of what stands around
/// the claim, or its first characters where the claim is longer; a NULL slice when memory is out
xc_slice xc_evidence_cut(xc_slice sentence, size_t start, size_t end, xc_arena *arena);
/// What stands between the marks: verbatim in the text. A sentence that was not cut may begin or
/// end with the mark itself; look for it whole first.
xc_slice xc_evidence_core(xc_slice evidence);

#endif
