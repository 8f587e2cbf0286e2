// SPDX-License-Identifier: MIT
/// Words for people: why a group has its verdict.
#ifndef CROSSCLAIM_COMPARE_REASON_H
#define CROSSCLAIM_COMPARE_REASON_H

#include "compare/verdict.h"

/// One sentence that names sources and quotes their words; ptr NULL when memory is out.
xc_slice reason_of(const cluster *group, const judgement *j, xc_arena *arena);
/// The claim's words in quotation marks, cut where they are long.
void reason_quote(xc_buffer *out, const claim_profile *p);
/// SOURCE "words" (speaker)
void reason_voice(xc_buffer *out, const claim_profile *p);
/// The reason with a further sentence.
xc_slice reason_with(xc_slice reason, xc_slice sentence, xc_arena *arena);
/// The same where a reviewer set the verdict.
xc_slice decided_reason(const xc_decision *decision, xc_slice reason, xc_arena *arena);
/// The same where the verdict was set for a part of what the group holds now.
xc_slice outgrown_reason(const xc_decision *decision, xc_slice reason, xc_arena *arena);

#endif
