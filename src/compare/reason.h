// SPDX-License-Identifier: MIT
/// Words for people: what a group is about, and why it has its verdict.
#ifndef XC_COMPARE_REASON_H
#define XC_COMPARE_REASON_H

#include "verdict.h"

/// One sentence that names sources and quotes their words; ptr NULL when memory is out.
xc_slice reason_of(const cluster *group, const judgement *j, xc_arena *arena);
/// SOURCE "words" (speaker)
void reason_voice(xc_buffer *out, const claim_profile *p);
/// The reason with a further sentence.
xc_slice reason_with(xc_slice reason, xc_slice sentence, xc_arena *arena);
/// The same where a reviewer set the verdict.
xc_slice decided_reason(const xc_decision *decision, xc_slice reason, xc_arena *arena);
/// One line; `group` has its fields set already.
xc_slice about_of(const cluster *members, const xc_group *group, xc_arena *arena);

#endif
