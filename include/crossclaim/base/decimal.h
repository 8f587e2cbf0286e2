// SPDX-License-Identifier: MIT
/// A stated number, kept exactly: digits × 10^exponent. "1.5 million" is 15 × 10^5 and never a
/// binary fraction. Kept in its shortest form: no trailing zeros in `digits`, zero is 0 × 10^0,
/// so that equal numbers have equal fields.
#ifndef CROSSCLAIM_BASE_DECIMAL_H
#define CROSSCLAIM_BASE_DECIMAL_H

#include "crossclaim/base/slice.h"

/// digits × 10^exponent, in the shortest form.
typedef struct xc_decimal {
    int64_t digits;
    int32_t exponent;
} xc_decimal;

/// A number that may be unknown (an open bound, "dozens").
typedef struct xc_number {
    xc_decimal value;
    bool known;
} xc_number;

/// Bytes that any decimal needs when printed, its NUL included.
enum { XC_DECIMAL_PRINTED = 64 };

/// An integer as a decimal.
xc_decimal xc_decimal_of(int64_t integer);
/// The same, known.
xc_number xc_number_of(int64_t integer);
/// A decimal, known.
xc_number xc_number_from(xc_decimal value);
/// Reads "-12.50" and all that is printed of a number with at most 18 significant digits (zeros
/// at the end do not count); false where it is no such decimal.
XC_MUST_CHECK bool xc_decimal_parse(xc_slice text, xc_decimal *out);
/// < 0, 0, > 0.
int xc_decimal_compare(xc_decimal a, xc_decimal b);
/// False where the exact result does not fit; *out is then untouched.
XC_MUST_CHECK bool xc_decimal_add(xc_decimal a, xc_decimal b, xc_decimal *out);
/// Likewise.
XC_MUST_CHECK bool xc_decimal_multiply(xc_decimal a, xc_decimal b, xc_decimal *out);
/// The number with the other sign.
xc_decimal xc_decimal_negate(xc_decimal a);
/// The nearest double: for plots and tolerances, never for what is stated.
double xc_decimal_double(xc_decimal a);
/// Whether nothing stands behind the point.
bool xc_decimal_is_integer(xc_decimal a);
/// Whether a record may hold it: at most 18 significant digits, of magnitude 10^18 or less, at
/// most 18 places behind the point. What is plain is read back from every format that we write.
bool xc_decimal_is_plain(xc_decimal a);
/// Prints without exponent ("1500000", "12.3"), NUL-ended; gives the length.
size_t xc_decimal_print(xc_decimal a, char out[XC_DECIMAL_PRINTED]);
/// Both unknown, or both known and the same.
bool xc_number_equal(xc_number a, xc_number b);

#endif
