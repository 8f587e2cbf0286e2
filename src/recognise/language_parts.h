// SPDX-License-Identifier: MIT
/// How a language is made of its two parts, numbers and times, and what each of them offers.
/// Times run first, so that the numbers inside dates and clock times are known to be none.
#ifndef CROSSCLAIM_RECOGNISE_LANGUAGE_PARTS_H
#define CROSSCLAIM_RECOGNISE_LANGUAGE_PARTS_H

#include "crossclaim/recognise.h"

/// Number words, hedges, units, currencies.
typedef struct xc_quantity_words xc_quantity_words;
/// Months, weekdays, time prepositions.
typedef struct xc_time_words xc_time_words;

struct xc_language {
    xc_arena *arena; ///< holds the language itself
    xc_quantity_words *quantities;
    xc_time_words *times;
};

XC_MUST_CHECK xc_status xc_quantity_words_load(const char *language_directory,
                                               xc_lexicon *lexicon, xc_quantity_words **out,
                                               xc_error *error);
void xc_quantity_words_free(xc_quantity_words *words); ///< NULL is allowed

XC_MUST_CHECK xc_status xc_time_words_load(const char *language_directory, xc_lexicon *lexicon,
                                           xc_time_words **out, xc_error *error);
void xc_time_words_free(xc_time_words *words); ///< NULL is allowed

/// Fills out->times and out->time_count.
XC_MUST_CHECK xc_status xc_find_times(const xc_time_words *words, const xc_text *text,
                                      xc_date reference, xc_arena *arena, xc_mentions *out,
                                      xc_error *error);
/// Fills out->quantities and out->quantity_count; out->times is filled before. A number within
/// a time that is no duration becomes an XC_NO_QUANTITY "a date" or "a clock time". *steps
/// tells the lookups made: work in a measure that no clock disturbs.
XC_MUST_CHECK xc_status xc_find_quantities(const xc_quantity_words *words, const xc_text *text,
                                           xc_arena *arena, xc_mentions *out, size_t *steps,
                                           xc_error *error);
/// What xc_latest_date does, on the time part.
xc_date xc_find_latest_date(const xc_time_words *words, const xc_text *text);

#endif
