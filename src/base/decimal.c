// SPDX-License-Identifier: MIT
// Exact decimals: digits × 10^exponent.
#include "crossclaim/base/decimal.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

enum { MOST_DIGITS = 18, MOST_EXPONENT = 40 };

// The least of 64 bits has no opposite in them: it is kept out, here and where sums are made.
static xc_decimal shortest(int64_t digits, int32_t exponent) {
    if (digits == 0) {
        return (xc_decimal){0};
    }
    digits = digits == INT64_MIN ? -INT64_MAX : digits;
    while (digits % 10 == 0) {
        digits /= 10;
        exponent++;
    }
    return (xc_decimal){digits, exponent};
}

xc_decimal xc_decimal_of(int64_t integer) {
    return shortest(integer, 0);
}

xc_number xc_number_of(int64_t integer) {
    return (xc_number){shortest(integer, 0), true};
}

xc_number xc_number_from(xc_decimal value) {
    return (xc_number){value, true};
}

// Digits read so far; zeros wait until a further digit makes them significant.
typedef struct reading {
    int64_t digits;
    int32_t exponent, zeros;
    int significant;
} reading;

static bool take_digit(reading *r, int digit, bool fraction) {
    if (digit == 0) {
        r->zeros += r->digits != 0;
        r->exponent -= fraction;
        return r->zeros <= 2 * MOST_EXPONENT && r->exponent >= -2 * MOST_EXPONENT;
    }
    r->significant += r->zeros + 1;
    if (r->significant > MOST_DIGITS) {
        return false;
    }
    for (; r->zeros > 0; r->zeros--) {
        r->digits *= 10;
    }
    r->digits = r->digits * 10 + digit;
    r->exponent -= fraction;
    return r->exponent >= -MOST_EXPONENT;
}

bool xc_decimal_parse(xc_slice text, xc_decimal *out) {
    bool negative = text.len && text.ptr[0] == '-';
    reading r = {0};
    bool fraction = false;
    bool any = false;
    for (size_t at = negative || (text.len && text.ptr[0] == '+'); at < text.len; at++) {
        char c = text.ptr[at];
        if (c == '.' && !fraction) {
            fraction = true;
            continue;
        }
        if (c < '0' || c > '9' || !take_digit(&r, c - '0', fraction)) {
            return false;
        }
        any = true;
    }
    if (!any || (r.digits && r.exponent + r.zeros > MOST_EXPONENT)) {
        return false;
    }
    *out = r.digits ? (xc_decimal){negative ? -r.digits : r.digits, r.exponent + r.zeros}
                    : (xc_decimal){0};
    return true;
}

bool xc_decimal_is_plain(xc_decimal a) {
    const int64_t most = 1000000000000000000;
    if (a.digits >= most || a.digits <= -most || a.exponent < -MOST_DIGITS) {
        return false;
    }
    xc_decimal magnitude = {a.digits < 0 ? -a.digits : a.digits, a.exponent};
    return xc_decimal_compare(magnitude, xc_decimal_of(most)) <= 0;
}

// Brings both to the smaller exponent; false on overflow.
static bool align(xc_decimal *a, xc_decimal *b) {
    xc_decimal *high = a->exponent > b->exponent ? a : b;
    int32_t exponent = a->exponent < b->exponent ? a->exponent : b->exponent;
    while (high->exponent > exponent) {
        if (__builtin_mul_overflow(high->digits, (int64_t)10, &high->digits)) {
            return false;
        }
        high->exponent--;
    }
    return true;
}

int xc_decimal_compare(xc_decimal a, xc_decimal b) {
    if ((a.digits < 0) != (b.digits < 0) || a.digits == 0 || b.digits == 0) {
        return (a.digits > b.digits) - (a.digits < b.digits);
    }
    int32_t first = a.exponent;
    int32_t second = b.exponent;
    bool negative = a.digits < 0;
    if (!align(&a, &b)) { // so far apart that the greater exponent has the greater magnitude
        return ((first > second) != negative) ? 1 : -1;
    }
    return (a.digits > b.digits) - (a.digits < b.digits);
}

bool xc_decimal_add(xc_decimal a, xc_decimal b, xc_decimal *out) {
    if (a.digits == 0 || b.digits == 0) {
        *out = a.digits ? a : b;
        return true;
    }
    int64_t sum = 0;
    if (!align(&a, &b) || __builtin_add_overflow(a.digits, b.digits, &sum) ||
        sum == INT64_MIN) {
        return false;
    }
    *out = shortest(sum, a.exponent);
    return true;
}

bool xc_decimal_multiply(xc_decimal a, xc_decimal b, xc_decimal *out) {
    int64_t product = 0;
    int32_t exponent = a.exponent + b.exponent;
    if (__builtin_mul_overflow(a.digits, b.digits, &product) || product == INT64_MIN ||
        exponent > MOST_EXPONENT || exponent < -MOST_EXPONENT) {
        return false;
    }
    *out = shortest(product, exponent);
    return true;
}

xc_decimal xc_decimal_negate(xc_decimal a) {
    a.digits = -a.digits;
    return a;
}

double xc_decimal_double(xc_decimal a) {
    return a.exponent < 0 ? (double)a.digits / pow(10, -a.exponent)
                          : (double)a.digits * pow(10, a.exponent);
}

bool xc_decimal_is_integer(xc_decimal a) {
    return a.exponent >= 0;
}

size_t xc_decimal_print(xc_decimal a, char out[XC_DECIMAL_PRINTED]) {
    char digits[24];
    uint64_t magnitude = a.digits < 0 ? 0 - (uint64_t)a.digits : (uint64_t)a.digits;
    size_t length = (size_t)snprintf(digits, sizeof digits, "%" PRIu64, magnitude);
    size_t at = 0;
    if (a.digits < 0) {
        out[at++] = '-';
    }
    if (a.exponent >= 0) {
        memcpy(out + at, digits, length);
        at += length;
        for (int32_t i = 0; i < a.exponent && at < XC_DECIMAL_PRINTED - 1; i++) {
            out[at++] = '0';
        }
        out[at] = '\0';
        return at;
    }
    size_t places = (size_t)-a.exponent;
    if (places > MOST_EXPONENT) {
        places = MOST_EXPONENT;
    }
    if (length <= places) {
        out[at++] = '0';
        out[at++] = '.';
        for (size_t i = length; i < places; i++) {
            out[at++] = '0';
        }
        memcpy(out + at, digits, length);
        at += length;
    } else {
        memcpy(out + at, digits, length - places);
        at += length - places;
        out[at++] = '.';
        memcpy(out + at, digits + length - places, places);
        at += places;
    }
    out[at] = '\0';
    return at;
}

bool xc_number_equal(xc_number a, xc_number b) {
    return a.known == b.known && (!a.known || xc_decimal_compare(a.value, b.value) == 0);
}
