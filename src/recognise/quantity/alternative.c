// SPDX-License-Identifier: MIT
// Two vague numbers for one thing: "dozens or even hundreds of people", "thousands, if not tens of
// thousands, of homes". Nobody counted: the lesser one is what there is at least.
#include "recognise/quantity/assemble.h"

enum { MOST_JOINERS = 2 };

// "or even", "perhaps", "if not"; the token behind them, `i` where none stand there.
static size_t behind_joiners(const xc_reader *r, size_t i) {
    for (int count = 0; count < MOST_JOINERS; count++) {
        size_t tokens = 0;
        if (!hedge_at(r, i, HEDGE_RATHER | HEDGE_OR, &tokens)) {
            break;
        }
        i += tokens;
    }
    return i;
}

// "tens or hundreds of thousands": the thousands are those of both.
static void share_scale(const cardinal_number *other, cardinal_number *number) {
    static const int64_t scales[] = {1000000000, 1000000, 1000};
    for (size_t i = 0; i < sizeof scales / sizeof *scales; i++) {
        xc_decimal scale = xc_decimal_of(scales[i]);
        xc_decimal least;
        bool parted = xc_decimal_multiply(scale, xc_decimal_of(20), &least) &&
                      xc_decimal_compare(other->value, least) >= 0;
        if (parted && xc_decimal_compare(number->value, xc_decimal_of(20)) == 0 &&
            xc_decimal_multiply(number->value, scale, &number->value)) {
            number->mantissa = number->value;
            return;
        }
    }
}

void alternative_read(const xc_reader *r, cardinal_number *number) {
    if (!number->vague) {
        return;
    }
    bool comma = mark_at(r, number->end, ',');
    size_t joiners = number->end + (comma ? 1 : 0);
    size_t at = behind_joiners(r, joiners);
    cardinal_number other;
    if (at == joiners || !cardinal_read(r, at, &other) || !other.vague || other.why ||
        xc_decimal_compare(other.value, number->value) <= 0) {
        return;
    }
    share_scale(&other, number);
    number->end = other.end;
    number->end += comma && mark_at(r, other.end, ',') ? 1 : 0;
}
