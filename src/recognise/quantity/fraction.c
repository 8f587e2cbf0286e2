// SPDX-License-Identifier: MIT
// Parts of a whole: "3/4", "two thirds", "half a million", "one in five".
#include "recognise/quantity/cardinal_parts.h"

static bool divide_by(xc_cardinal *out, xc_decimal below, size_t end) {
    if (!xc_divide(out->value, xc_integer_of(below), &out->value)) {
        return false;
    }
    out->fraction = true;
    out->end = end;
    return true;
}

// The fraction "3/4" at i.
bool xc_slash_read(const xc_reader *r, size_t i, xc_cardinal *out) {
    xc_decimal above;
    xc_decimal below;
    if (!xc_is_number(r, i) || !xc_is_mark(r, i + 1, '/') || !xc_is_glued(r, i + 1) ||
        !xc_is_number(r, i + 2) || !xc_is_glued(r, i + 2) ||
        (xc_is_mark(r, i + 3, '/') && xc_is_glued(r, i + 3)) ||
        xc_digits_read(xc_token_slice(r->text, i), &above) != XC_DIGITS_NUMBER ||
        xc_digits_read(xc_token_slice(r->text, i + 2), &below) != XC_DIGITS_NUMBER ||
        xc_decimal_compare(above, below) >= 0 || !xc_is_below(below, 1001) ||
        below.exponent < 0) {
        return false;
    }
    int64_t bottom = below.digits;
    for (int32_t e = below.exponent; e > 0; e--) {
        bottom *= 10;
    }
    *out = (xc_cardinal){
        .end = i + 3, .digits = true, .fraction = true, .scale = xc_decimal_of(1)};
    return xc_divide(above, bottom, &out->value);
}

// What stands behind a whole number and adds a part to it: "½", "1/2", "and a half".
bool xc_part_add(const xc_reader *r, xc_cardinal *out) {
    size_t tokens = 0;
    const xc_number_word *glyph = xc_number_word_at(r, out->end, XC_GLYPH, &tokens);
    if (glyph && xc_decimal_add(out->value, glyph->value, &out->value)) {
        out->end += tokens;
        return true;
    }
    xc_cardinal part;
    if (out->digits && xc_slash_read(r, out->end, &part) &&
        xc_decimal_add(out->value, part.value, &out->value)) {
        out->end = part.end;
        return true;
    }
    if (!xc_number_word_is(r, out->end, XC_AND)) {
        return false;
    }
    size_t at = out->end + 1;
    xc_decimal above = xc_decimal_of(1);
    const xc_number_word *count = xc_number_word_at(r, at, XC_ARTICLE | XC_DIGIT_WORD, &tokens);
    if (count) {
        above = count->value;
        at += tokens;
    }
    const xc_number_word *below = xc_number_word_at(r, at, XC_PART | XC_PARTS, &tokens);
    xc_decimal value;
    if (!below ||
        (!count && !xc_is_below(below->value, 3) &&
         xc_decimal_compare(below->value, xc_decimal_of(4)) != 0) ||
        !xc_divide(above, xc_integer_of(below->value), &value)) {
        return false;
    }
    size_t end = 0;
    const xc_number_word *scale = xc_scale_word_at(r, at + tokens, &end);
    if (scale && xc_decimal_compare(scale->value, out->scale) < 0) {
        if (!xc_decimal_multiply(value, scale->value,
                                 &value)) { // "a billion and half a million"
            return false;
        }
        at = end - tokens;
    }
    out->end = at + tokens;
    return xc_decimal_add(out->value, value, &out->value);
}

// "three twenty-fifths", "one twenty-fifth": a denominator of two words behind the number.
static bool read_compound_part(const xc_reader *r, size_t at, unsigned kinds,
                               xc_cardinal *out) {
    size_t tokens = 0;
    const xc_number_word *ten = xc_number_word_at(r, at, XC_TEN_WORD, &tokens);
    if (!ten || !xc_is_mark(r, at + 1, '-')) {
        return false;
    }
    const xc_number_word *part = xc_number_word_at(r, at + 2, kinds, &tokens);
    xc_decimal below;
    return part && xc_is_below(part->value, 10) &&
           xc_decimal_add(ten->value, part->value, &below) &&
           divide_by(out, below, at + 2 + tokens);
}

// "one hundred thirty-fifths": the ten at the number's end belongs to the denominator.
static bool read_tens_of_part(xc_cardinal *out, xc_decimal part, size_t end) {
    xc_decimal below;
    xc_decimal above;
    if (out->ten.digits == 0 || !xc_is_below(part, 10) ||
        !xc_decimal_add(out->value, xc_decimal_negate(out->ten), &above) || above.digits <= 0 ||
        !xc_decimal_add(out->ten, part, &below)) {
        return false;
    }
    out->value = above;
    return divide_by(out, below, end);
}

// "two hundred and fifty-four hundredths": "and" parts the whole from its fraction.
static bool divide_joined(const xc_reader *r, xc_cardinal *out, xc_decimal below, size_t end) {
    xc_decimal whole;
    xc_cardinal part = {.value = out->joined};
    if (out->joined.digits == 0) {
        return divide_by(out, below, end);
    }
    if (!xc_decimal_add(out->value, xc_decimal_negate(out->joined), &whole) ||
        !divide_by(&part, below, end)) {
        return false;
    }
    size_t behind = end;
    const xc_number_word *scale = xc_scale_word_at(r, end, &behind);
    if (scale && xc_decimal_compare(scale->value, whole) < 0) { // "and three quarters million"
        if (!xc_decimal_multiply(part.value, scale->value, &part.value)) {
            return false;
        }
        end = behind;
    }
    out->end = end;
    return xc_decimal_add(whole, part.value, &out->value);
}

static bool read_ordinal(const xc_reader *r, size_t at, xc_cardinal *out) {
    size_t tokens = 0;
    if (out->digits && xc_is_glued(r, at) && xc_number_word_at(r, at, XC_ENDING, &tokens)) {
        out->ordinal = true;
        out->end = at + tokens;
        return true;
    }
    at += xc_is_mark(r, at, '-') ? 1 : 0;
    const xc_number_word *ordinal = xc_number_word_at(r, at, XC_ORDINAL_WORD, &tokens);
    if (!out->ten.digits || !ordinal || !xc_is_below(ordinal->value, 10) ||
        !xc_decimal_add(out->value, ordinal->value, &out->value)) {
        return false;
    }
    out->ordinal = true;
    out->end = at + tokens;
    return true;
}

void xc_part_or_ordinal(const xc_reader *r, xc_cardinal *out) {
    size_t tokens = 0;
    size_t at = out->end;
    if (read_ordinal(r, at, out) || out->digits) {
        return;
    }
    bool hyphen = xc_is_mark(r, at, '-');
    at += hyphen ? 1 : 0;
    bool one = xc_decimal_compare(out->value, xc_decimal_of(1)) == 0;
    unsigned kinds = one ? XC_PART : XC_PARTS;
    const xc_number_word *below = xc_number_word_at(r, at, kinds, &tokens);
    if (!below) {
        (void)read_compound_part(r, at, kinds, out);
    } else if (!(hyphen && read_tens_of_part(out, below->value, at + tokens))) {
        (void)divide_joined(r, out, below->value, at + tokens);
    }
}

// Whether the whole that "in" or "out of" names is one that people divide by.
static bool is_whole(const xc_reader *r, const xc_cardinal *whole) {
    return !whole->why && xc_decimal_is_integer(whole->value) &&
           xc_is_below(whole->value, 1001) && !xc_is_below(whole->value, 1) &&
           (!xc_is_glued(r, whole->end) || xc_ends_clause(r, whole->end)) &&
           !xc_reader_match(r, r->words->units, whole->end).tokens;
}

// Whether people say "in" or "out of" this number to mean a share.
static bool is_usual_whole(const xc_cardinal *number) {
    xc_decimal whole = number->value;
    return xc_is_below(whole, 11) || (!number->digits && whole.exponent >= 2) ||
           (whole.digits == 1 && !xc_is_below(whole, 100)) ||
           xc_decimal_compare(whole, xc_decimal_of(20)) == 0;
}

// "one in five", "3 out of 10"; "1 over 3" only where nothing follows.
void xc_share_read(const xc_reader *r, xc_cardinal *out) {
    xc_phrase_match match = xc_reader_match(r, r->words->hedges, out->end);
    unsigned sides = 0;
    for (uint32_t p = 0; p < match.payload_count; p++) {
        sides |= r->words->hedge_words[match.payloads[p]].side;
    }
    xc_cardinal whole;
    if (!(sides & XC_HEDGE_SHARE) || !xc_decimal_is_integer(out->value) ||
        !xc_integer_read(r, out->end + match.tokens, &whole) || !is_whole(r, &whole)) {
        return;
    }
    bool hedge_too = sides & XC_HEDGE_BEFORE;
    if (!xc_ends_clause(r, whole.end) && !is_usual_whole(&whole)) {
        return; // "29 out of 262 towns" counts towns
    }
    if (hedge_too ? !xc_ends_clause(r, whole.end)
                  : xc_decimal_compare(out->value, whole.value) >= 0) {
        return;
    }
    (void)divide_by(out, whole.value, whole.end);
}

// "half a million", "a quarter of the town", "half an hour"; a bare "half" only if hedged.
bool xc_leading_part_read(const xc_reader *r, size_t i, xc_cardinal *out) {
    size_t tokens = 0;
    size_t at = i;
    bool article = xc_number_word_at(r, at, XC_ARTICLE, &tokens) != NULL;
    at += article ? tokens : 0;
    const xc_number_word *part = xc_number_word_at(r, at, XC_PART, &tokens);
    if (!part || (i > r->first && xc_number_word_is(r, i - 1, XC_ORDINAL_WORD))) {
        return false; // "the second half" is none
    }
    *out = (xc_cardinal){.end = at + tokens, .fraction = true, .scale = xc_decimal_of(1)};
    if (!xc_divide(xc_decimal_of(1), xc_integer_of(part->value), &out->value)) {
        return false;
    }
    bool half = xc_is_below(part->value, 3);
    size_t next = out->end;
    size_t end = 0;
    size_t behind = next + (xc_context_at(r, next) & XC_OF ? 1 : 0);
    size_t scaled = behind + (xc_number_word_is(r, behind, XC_ARTICLE) ? 1 : 0);
    if (xc_scale_word_at(r, scaled, &end) &&
        (half || article || scaled > next || xc_is_below(part->value, 5))) {
        out->end = scaled;
        xc_late_scale(r, out);
        return true;
    }
    bool measured = xc_reader_match(r, r->words->units, scaled).tokens > 0;
    if (measured && behind == next && (half || article)) {
        out->end = scaled;
        return true;
    }
    if (xc_context_at(r, next) & XC_OF) {
        return half || article;
    }
    if (r->hedged || xc_ends_clause(r, next)) {
        return article || (half && r->hedged);
    }
    return half && xc_context_at(r, next) & XC_ANY_ARTICLE;
}
