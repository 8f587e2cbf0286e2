// SPDX-License-Identifier: MIT
// Digits and their separators into an exact decimal.
#include "recognise/quantity/cardinal.h"

#include <string.h>

enum { MOST_DIGITS = 18, MOST_GROUPS = 8 };

typedef struct groups {
    char digits[MOST_DIGITS + 2];
    size_t digit_count;
    size_t lengths[MOST_GROUPS];
    char separators[MOST_GROUPS]; // [i] stands before group i; 's' for spaces and apostrophes
    size_t count;
    bool too_long;
} groups;

static groups cut(xc_slice bytes) {
    groups g = {.count = 1};
    for (size_t i = 0; i < bytes.len; i++) {
        char c = bytes.ptr[i];
        if (c >= '0' && c <= '9') {
            if (g.digit_count == 0 && c == '0' && g.count == 1) {
                g.lengths[0]++; // leading zeros take no room
                continue;
            }
            if (g.digit_count >= MOST_DIGITS) {
                g.too_long = true;
                return g;
            }
            g.digits[g.digit_count++] = c;
            g.lengths[g.count - 1]++;
        } else if (g.count > 1 && g.lengths[g.count - 1] == 0) {
            continue; // a separator of several bytes
        } else if (g.count == MOST_GROUPS) {
            g.too_long = true;
            return g;
        } else {
            g.separators[g.count] = c == ',' || c == '.' ? c : 's';
            g.count++;
        }
    }
    return g;
}

// Whether groups [1, end) are thousands, or the lakhs and crores of Indian grouping.
static bool are_thousands(const groups *g, size_t end) {
    bool threes = g->lengths[0] <= 3;
    bool indian = g->lengths[0] <= 2 && end >= 3;
    for (size_t i = 1; i < end; i++) {
        threes = threes && g->lengths[i] == 3;
        indian = indian && g->lengths[i] == (i + 1 == end ? 3u : 2u);
    }
    return threes || indian;
}

static bool all_separators(const groups *g, size_t end) {
    for (size_t i = 2; i < end; i++) {
        if (g->separators[i] != g->separators[1]) {
            return false;
        }
    }
    return true;
}

// How many of the last digits stand behind the decimal mark; -1 if this is no number.
static int decimals_of(const groups *g, bool points, digit_style *what) {
    size_t last = g->count - 1;
    if (last == 0) {
        return 0;
    }
    char mark = g->separators[last];
    bool same = all_separators(g, g->count);
    if (same && (points || mark != '.' || last > 1) && are_thousands(g, g->count) &&
        g->lengths[0] > 0) {
        return 0;
    }
    bool decimal =
        mark != 's' && (last == 1 || (all_separators(g, last) && g->separators[1] != mark &&
                                      are_thousands(g, last)));
    if (decimal) {
        return (int)g->lengths[last];
    }
    *what = mark == ',' ? DIGITS_LIST : DIGITS_ADDRESS;
    return -1;
}

digit_style digits_read(xc_slice bytes, bool points, xc_decimal *out) {
    groups g = cut(bytes);
    if (g.too_long) {
        return DIGITS_LONG;
    }
    digit_style what = DIGITS_NUMBER;
    int decimals = decimals_of(&g, points, &what);
    if (decimals < 0) {
        return what;
    }
    char plain[MOST_DIGITS + MOST_GROUPS + 4];
    size_t whole = g.digit_count > (size_t)decimals ? g.digit_count - (size_t)decimals : 0;
    size_t length = 0;
    plain[length++] = '0';
    memcpy(plain + length, g.digits, whole);
    length += whole;
    if (decimals > 0 && decimals <= MOST_DIGITS) {
        plain[length++] = '.';
        for (size_t zeros = (size_t)decimals; zeros > g.digit_count; zeros--) {
            plain[length++] = '0';
        }
        memcpy(plain + length, g.digits + whole, g.digit_count - whole);
        length += g.digit_count - whole;
    }
    return xc_decimal_parse((xc_slice){plain, length}, out) ? DIGITS_NUMBER : DIGITS_LONG;
}

bool decimal_divide(xc_decimal a, int64_t b, xc_decimal *out) {
    if (b <= 0 || a.digits < 0) {
        return false;
    }
    int64_t rest = a.digits;
    int64_t quotient = rest / b;
    int32_t exponent = a.exponent;
    rest %= b;
    while (rest != 0 && quotient < INT64_C(100000000000000) && rest < INT64_MAX / 10) {
        rest *= 10;
        quotient = quotient * 10 + rest / b;
        rest %= b;
        exponent--;
    }
    if (rest >= b - rest && rest != 0) {
        quotient++;
    }
    return xc_decimal_multiply(xc_decimal_of(quotient), (xc_decimal){1, exponent}, out);
}
