// SPDX-License-Identifier: MIT
/// Words for people that several outputs use.
#ifndef CROSSCLAIM_REPORT_WORDS_H
#define CROSSCLAIM_REPORT_WORDS_H

#include "crossclaim/base.h"

/// What a verdict means, in a sentence.
const char *verdict_is(xc_verdict verdict);
/// "the outlet's own voice", "government", "international body".
const char *attribution_kind_is(xc_attribution_kind kind);
/// How a related group differs: "another class", "another area" ...
const char *difference_is(xc_slice difference);
/// "forced_to_flee" as "forced to flee".
void words_name(xc_slice name, xc_buffer *out);
/// A date as people write it, a clock time with its zone: "14 May 2021, 22:10 (UTC+2)".
void words_moment(xc_slice time, xc_buffer *out);
/// "1 document", "2 documents".
void words_count(size_t count, const char *one, const char *many, xc_buffer *out);

#endif
