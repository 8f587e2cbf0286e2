// SPDX-License-Identifier: MIT
/// Dates as pages write them, for machines and for people.
#ifndef CROSSCLAIM_READ_PAGE_PRINTED_DATE_H
#define CROSSCLAIM_READ_PAGE_PRINTED_DATE_H

#include "read/page/page_words.h"

/// A date with the zone that was written beside its time.
typedef struct page_date {
    xc_date date;
    char zone[8]; ///< "", "Z" or "+04:00"
} page_date;

/// The first full date in a text: "2023-09-24T17:35:00+04:00", "Sun, 24 Sep 2023 13:35 GMT",
/// "24. September 2023", "September 24, 2023 5:35 pm", "24.09.2023", "20230924"; in Chinese,
/// Japanese and Korean year, month and day with their signs.
/// @param words     the names of months; may be NULL
/// @param day_first how 03/04/2023 is to be read; a page in American English has the month
/// first
XC_MUST_CHECK bool page_date_find(const page_words *words, xc_slice text, bool day_first,
                                  page_date *out);
/// The day that an address tells ("/2023/09/24/", "-20230924"); false if it tells none.
XC_MUST_CHECK bool page_date_of_url(xc_slice url, page_date *out);
/// Seconds or milliseconds since 1970, as some scripts write a date.
XC_MUST_CHECK bool page_date_of_seconds(xc_slice digits, page_date *out);
/// ISO 8601 in the arena; empty when memory is out.
xc_slice page_date_print(const page_date *date, xc_arena *arena);

#endif
