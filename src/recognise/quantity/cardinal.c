// SPDX-License-Identifier: MIT
// Whole numbers, decimals, vague words and fractions into one value.
#include "recognise/quantity/cardinal_parts.h"

// "four score and seven".
static void add_to_scores(const xc_reader *r, const number_word *word, cardinal_number *out) {
    size_t tokens = 0;
    number_group more;
    if (word->kind == NUMBER_AMOUNT && !decimal_is_below(word->value, 40) &&
        decimal_is_below(word->value, 100) &&
        number_word_at(r, out->end, NUMBER_AND, &tokens) &&
        tens_read(r, out->end + tokens, &more) && decimal_is_below(more.value, 20) &&
        xc_decimal_add(out->value, more.value, &out->value)) {
        out->mantissa = out->value;
        out->end = more.end;
    }
}

// "several hundred", "a couple of dozen", "tens of thousands".
static bool read_vague(const xc_reader *r, size_t i, cardinal_number *out) {
    size_t tokens = 0;
    const number_word *word = number_word_at(r, i, NUMBER_VAGUE_WORD | NUMBER_AMOUNT, &tokens);
    if (!word) {
        return false;
    }
    *out = (cardinal_number){.end = i + tokens,
                             .value = word->value,
                             .mantissa = word->value,
                             .scale = xc_decimal_of(1),
                             .vague = word->kind == NUMBER_VAGUE_WORD};
    add_to_scores(r, word, out);
    size_t end = 0;
    const number_word *scale = scale_word_at(r, out->end, &end);
    while (scale && xc_decimal_multiply(out->value, scale->value, &out->value)) {
        out->end = end;
        scale = scale_word_at(r, end, &end);
    }
    return true;
}

// Digits behind "point": "point one two", "point seventy-one", "point 1". *places is how many.
static bool read_places(const xc_reader *r, size_t i, number_group *out, int32_t *places) {
    if (digits_group(r, i, out)) {
        *places = (int32_t)(r->text->tokens[i].end - r->text->tokens[i].start);
        return !out->why && out->plain && *places < 12;
    }
    bool read = tens_read(r, i, out);
    *places = decimal_is_below(out->value, 10) ? 1 : 2;
    return read;
}

// "five point one two".
static void read_point(const xc_reader *r, cardinal_number *out) {
    enum { MOST_PLACES = 12 };
    if (!number_word_is(r, out->end, NUMBER_POINT)) {
        return;
    }
    size_t at = out->end + 1;
    int32_t all = 0;
    int32_t places = 0;
    number_group digits;
    xc_decimal part;
    while (all < MOST_PLACES && read_places(r, at, &digits, &places)) {
        all += places;
        if (!xc_decimal_multiply(digits.value, (xc_decimal){1, -all}, &part) ||
            !xc_decimal_add(out->value, part, &out->value)) {
            return;
        }
        at = out->end = digits.end;
        if (places > 1) {
            return;
        }
    }
}

// "1e6", "1.3e-2".
static void read_exponent(const xc_reader *r, cardinal_number *out) {
    size_t tokens = 0;
    size_t at = out->end;
    if (!out->digits || !is_glued(r, at) || !number_word_at(r, at, NUMBER_EXPONENT, &tokens)) {
        return;
    }
    at++;
    bool negative = mark_at(r, at, '-');
    at += negative ? 1 : 0;
    number_group power;
    if (!is_glued(r, at) || !digits_group(r, at, &power) || power.why || !power.plain ||
        !decimal_is_below(power.value, 18) || !xc_decimal_is_integer(power.value)) {
        return;
    }
    int32_t exponent = (int32_t)xc_decimal_double(power.value);
    if (xc_decimal_multiply(out->value, (xc_decimal){1, negative ? -exponent : exponent},
                            &out->value)) {
        out->end = power.end;
        out->plain = false;
    }
}

// Cut to 15 digits, so that powers do not overflow.
static xc_decimal rounded(xc_decimal value) {
    while (value.digits > INT64_C(999999999999999)) {
        value.digits = (value.digits + 5) / 10;
        value.exponent++;
    }
    return value;
}

// "1.1^23", "2^-1".
static void read_power(const xc_reader *r, cardinal_number *out) {
    enum { MOST = 99 };
    size_t at = out->end + 1;
    number_group power;
    if (!out->digits || !is_glued(r, out->end) ||
        !xc_slice_is(xc_token_slice(r->text, out->end), "^")) {
        return;
    }
    bool negative = mark_at(r, at, '-');
    at += reader_token(r, at) && !number_at(r, at) ? 1 : 0;
    if (!digits_group(r, at, &power) || power.why || !power.plain ||
        !decimal_is_below(power.value, MOST + 1)) {
        return;
    }
    xc_decimal value = xc_decimal_of(1);
    for (int64_t n = integer_of(power.value); n > 0; n--) {
        xc_decimal factor = rounded(out->value);
        value = rounded(value);
        while (value.digits > 999999999) { // the product of nine digits each fits
            value = (xc_decimal){(value.digits + 5) / 10, value.exponent + 1};
        }
        if (!xc_decimal_multiply(value, factor, &value)) {
            return;
        }
    }
    if (negative) {
        int32_t exponent = value.exponent;
        if (!decimal_divide(xc_decimal_of(1), value.digits, &value) ||
            !xc_decimal_multiply(value, (xc_decimal){1, -exponent}, &value)) {
            return;
        }
    }
    out->value = value;
    out->end = power.end;
    out->plain = false;
}

static bool read_unsigned(const xc_reader *r, size_t i, cardinal_number *out) {
    size_t tokens = 0;
    if (read_vague(r, i, out) || leading_part_read(r, i, out)) {
        return true;
    }
    const number_word *glyph = number_word_at(r, i, NUMBER_GLYPH, &tokens);
    if (glyph) {
        *out = (cardinal_number){.end = i + tokens, .value = glyph->value, .digits = true};
        out->fraction = true;
        late_scale(r, out);
        return true;
    }
    if (slash_read(r, i, out)) {
        late_scale(r, out);
        return true;
    }
    if (!integer_read(r, i, out)) {
        return false;
    }
    if (out->why) {
        return true;
    }
    bool scaled = !decimal_is_below(out->scale, 2);
    read_exponent(r, out);
    read_power(r, out);
    read_point(r, out);
    if (part_add(r, out) || !scaled) {
        late_scale(r, out);
    }
    part_or_ordinal(r, out);
    if (!out->fraction && !out->ordinal && !scaled) {
        share_read(r, out);
    }
    return true;
}

// A minus sign: glued to its digits, and not to a word before it ("COVID -19" is a name).
static bool is_minus(const xc_reader *r, size_t i) {
    if (!mark_at(r, i, '-') || !number_at(r, i + 1) || !is_glued(r, i + 1)) {
        return false;
    }
    if (i == r->first) {
        return true;
    }
    const xc_token *before = &r->text->tokens[i - 1];
    return is_glued(r, i)
               ? before->kind == XC_TOKEN_SYMBOL || before->mark == '('
               : !(before->kind == XC_TOKEN_WORD && before->flags & XC_TOKEN_CAPITAL);
}

bool cardinal_read(const xc_reader *r, size_t i, cardinal_number *out) {
    size_t tokens = 0;
    size_t at = i;
    bool negative = true;
    if (is_minus(r, i)) {
        at++;
    } else if (number_word_at(r, i, NUMBER_NEGATIVE, &tokens)) {
        at += tokens;
        at += mark_at(r, at, '-') ? 1 : 0;
    } else {
        negative = false;
    }
    if (!read_unsigned(r, at, out)) {
        return false;
    }
    if (negative) {
        out->value = xc_decimal_negate(out->value);
        out->mantissa = xc_decimal_negate(out->mantissa);
        out->plain = false;
    }
    return true;
}
