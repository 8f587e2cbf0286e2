// SPDX-License-Identifier: MIT
/// Dates as people write them, in English.
#ifndef CROSSCLAIM_BASE_DATE_WORDS_H
#define CROSSCLAIM_BASE_DATE_WORDS_H

#include "crossclaim/base/buffer.h"

/// "14 May 2021", "May 2021", "14 May 2021, 18:20"; bytes that are no ISO 8601 date as they
/// are.
void xc_date_words(xc_slice iso, xc_buffer *out);
/// "12 to 16 May 2021", "30 Apr to 2 May 2021", "14 May 2021" where both are one or one is
/// empty.
void xc_date_words_span(xc_slice from, xc_slice to, xc_buffer *out);
/// The month, 1 to 12, that a word names in any case: in full, or by its first three letters, as
/// mails and feeds do (RFC 5322, 3.3); 0 where it names none.
int xc_month_of(xc_slice word);

#endif
