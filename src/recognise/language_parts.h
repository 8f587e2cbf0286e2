// SPDX-License-Identifier: MIT
/// How a language is made of its two parts, numbers and times, and what each of them offers.
/// Times run first, so that the numbers inside dates and clock times are known to be none.
#ifndef CROSSCLAIM_RECOGNISE_LANGUAGE_PARTS_H
#define CROSSCLAIM_RECOGNISE_LANGUAGE_PARTS_H

#include "crossclaim/recognise.h"

/// Number words, hedges, units, currencies.
typedef struct quantity_words quantity_words;
/// Months, weekdays, time prepositions.
typedef struct time_words time_words;

struct xc_language {
    xc_arena *arena; ///< holds the language itself
    quantity_words *quantities;
    time_words *times;
};

XC_MUST_CHECK xc_status quantity_words_load(const char *language_directory, xc_lexicon *lexicon,
                                            quantity_words **out, xc_error *error);
void quantity_words_free(quantity_words *words); ///< NULL is allowed

XC_MUST_CHECK xc_status time_words_load(const char *language_directory, xc_lexicon *lexicon,
                                        time_words **out, xc_error *error);
void time_words_free(time_words *words); ///< NULL is allowed

/// Fills out->times and out->time_count.
XC_MUST_CHECK xc_status find_times(const time_words *words, const xc_text *text,
                                   xc_date reference, xc_arena *arena, xc_mentions *out,
                                   xc_error *error);
/// Fills out->quantities and out->quantity_count; out->times is filled before. A number within
/// a time that is no duration becomes an XC_NO_QUANTITY "a date" or "a clock time". *steps
/// tells the lookups made: work in a measure that no clock disturbs.
XC_MUST_CHECK xc_status find_quantities(const quantity_words *words, const xc_text *text,
                                        xc_arena *arena, xc_mentions *out, size_t *steps,
                                        xc_error *error);
/// What xc_latest_date does, on the time part.
xc_date find_latest_date(const time_words *words, const xc_text *text);

#endif
