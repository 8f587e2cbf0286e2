// SPDX-License-Identifier: MIT
/// The parts that cardinal.c puts together: whole numbers (integer.c) and fractions
/// (fraction.c).
#ifndef CROSSCLAIM_RECOGNISE_QUANTITY_CARDINAL_PARTS_H
#define CROSSCLAIM_RECOGNISE_QUANTITY_CARDINAL_PARTS_H

#include "recognise/quantity/cardinal.h"

/// A number below a thousand, or digits, with its end.
typedef struct number_group {
    size_t end;
    xc_decimal value;
    xc_decimal joined; ///< the part behind "and", 0 for none
    xc_decimal ten;    ///< the "twenty" that it ends in, behind which a digit or an ordinal may
                       ///< follow; 0 for none
    bool digits, plain;
    bool hundreds; ///< "hundred" is part of it
    const char *why;
} number_group;

bool number_word_is(const xc_reader *r, size_t i, unsigned kinds);
bool decimal_is_below(xc_decimal value, int64_t bound);
/// The value of a whole decimal.
int64_t integer_of(xc_decimal value);
/// Whether nothing or a mark follows.
bool clause_ends_at(const xc_reader *r, size_t i);

/// Reads digits at i, with the groups of thousands behind them.
bool digits_group(const xc_reader *r, size_t i, number_group *out);
/// Reads "twenty-one", "twelve".
bool tens_read(const xc_reader *r, size_t i, number_group *out);
/// The scale word at i ("hundred", "million"); a hyphen may stand before it. *end is behind it.
const number_word *scale_word_at(const xc_reader *r, size_t i, size_t *end);
/// Multiplies by the scale at out->end, where the number has none yet: "two and a half
/// million".
void late_scale(const xc_reader *r, cardinal_number *out);
/// Reads the sum of terms whose scales descend: "three million two hundred thousand and five".
bool integer_read(const xc_reader *r, size_t i, cardinal_number *out);

/// Reads the fraction "3/4" at i.
bool slash_read(const xc_reader *r, size_t i, cardinal_number *out);
/// Reads a fraction that begins with its part: "half a million", "a quarter of the town".
bool leading_part_read(const xc_reader *r, size_t i, cardinal_number *out);
/// Adds the part behind a whole number: "½", "1/2", "and a half".
bool part_add(const xc_reader *r, cardinal_number *out);
/// Makes a fraction or an ordinal of the number: "two thirds", "twenty-first".
void part_or_ordinal(const xc_reader *r, cardinal_number *out);
/// Makes a share of it: "one in five", "3 out of 10".
void share_read(const xc_reader *r, cardinal_number *out);

#endif
