// SPDX-License-Identifier: MIT
// Parts of a whole: "3/4", "two thirds", "half a million", "one in five".
#include "recognise/quantity/cardinal_parts.h"

static bool divide_by(cardinal_number *out, xc_decimal below, size_t end) {
    if (!decimal_divide(out->value, integer_of(below), &out->value)) {
        return false;
    }
    out->fraction = true;
    out->end = end;
    return true;
}

// The fraction "3/4" at i.
bool slash_read(const xc_reader *r, size_t i, cardinal_number *out) {
    xc_decimal above;
    xc_decimal below;
    if (!number_at(r, i) || !mark_at(r, i + 1, '/') || !is_glued(r, i + 1) ||
        !number_at(r, i + 2) || !is_glued(r, i + 2) ||
        (mark_at(r, i + 3, '/') && is_glued(r, i + 3)) ||
        digits_read(xc_token_slice(r->text, i), r->words->point_groups, &above) !=
            DIGITS_NUMBER ||
        digits_read(xc_token_slice(r->text, i + 2), r->words->point_groups, &below) !=
            DIGITS_NUMBER ||
        xc_decimal_compare(above, below) >= 0 || !decimal_is_below(below, 1001) ||
        below.exponent < 0) {
        return false;
    }
    int64_t bottom = below.digits;
    for (int32_t e = below.exponent; e > 0; e--) {
        bottom *= 10;
    }
    *out = (cardinal_number){
        .end = i + 3, .digits = true, .fraction = true, .scale = xc_decimal_of(1)};
    return decimal_divide(above, bottom, &out->value);
}

// What stands behind a whole number and adds a part to it: "½", "1/2", "and a half".
bool part_add(const xc_reader *r, cardinal_number *out) {
    size_t tokens = 0;
    const number_word *glyph = number_word_at(r, out->end, NUMBER_GLYPH, &tokens);
    if (glyph && xc_decimal_add(out->value, glyph->value, &out->value)) {
        out->end += tokens;
        return true;
    }
    cardinal_number part;
    if (out->digits && slash_read(r, out->end, &part) &&
        xc_decimal_add(out->value, part.value, &out->value)) {
        out->end = part.end;
        return true;
    }
    if (!number_word_is(r, out->end, NUMBER_AND)) {
        return false;
    }
    size_t at = out->end + 1;
    xc_decimal above = xc_decimal_of(1);
    const number_word *count =
        number_word_at(r, at, NUMBER_ARTICLE | NUMBER_DIGIT_WORD, &tokens);
    if (count) {
        above = count->value;
        at += tokens;
    }
    const number_word *below = number_word_at(r, at, NUMBER_PART | NUMBER_PARTS, &tokens);
    xc_decimal value;
    if (!below ||
        (!count && !decimal_is_below(below->value, 3) &&
         xc_decimal_compare(below->value, xc_decimal_of(4)) != 0) ||
        !decimal_divide(above, integer_of(below->value), &value)) {
        return false;
    }
    size_t end = 0;
    const number_word *scale = scale_word_at(r, at + tokens, &end);
    if (scale && xc_decimal_compare(scale->value, out->scale) < 0) {
        if (!xc_decimal_multiply(value, scale->value,
                                 &value)) { // "a billion and half a million"
            return false;
        }
        at = end - tokens;
    }
    out->end = at + tokens;
    bool of_scale = !scale && !decimal_is_below(out->scale, 1000); // "a million and a half"
    if (of_scale && !xc_decimal_multiply(value, out->scale, &value)) {
        return false;
    }
    return xc_decimal_add(out->value, value, &out->value);
}

// "three twenty-fifths", "one twenty-fifth": a denominator of two words behind the number.
static bool read_compound_part(const xc_reader *r, size_t at, unsigned kinds,
                               cardinal_number *out) {
    size_t tokens = 0;
    const number_word *ten = number_word_at(r, at, NUMBER_TEN_WORD, &tokens);
    if (!ten || !mark_at(r, at + 1, '-')) {
        return false;
    }
    const number_word *part = number_word_at(r, at + 2, kinds, &tokens);
    xc_decimal below;
    return part && decimal_is_below(part->value, 10) &&
           xc_decimal_add(ten->value, part->value, &below) &&
           divide_by(out, below, at + 2 + tokens);
}

// "one hundred thirty-fifths": the ten at the number's end belongs to the denominator.
static bool read_tens_of_part(cardinal_number *out, xc_decimal part, size_t end) {
    xc_decimal below;
    xc_decimal above;
    if (out->ten.digits == 0 || !decimal_is_below(part, 10) ||
        !xc_decimal_add(out->value, xc_decimal_negate(out->ten), &above) || above.digits <= 0 ||
        !xc_decimal_add(out->ten, part, &below)) {
        return false;
    }
    out->value = above;
    return divide_by(out, below, end);
}

// "two hundred and fifty-four hundredths": "and" parts the whole from its fraction.
static bool divide_joined(const xc_reader *r, cardinal_number *out, xc_decimal below,
                          size_t end) {
    xc_decimal whole;
    cardinal_number part = {.value = out->joined};
    if (out->joined.digits == 0) {
        return divide_by(out, below, end);
    }
    if (!xc_decimal_add(out->value, xc_decimal_negate(out->joined), &whole) ||
        !divide_by(&part, below, end)) {
        return false;
    }
    size_t behind = end;
    const number_word *scale = scale_word_at(r, end, &behind);
    if (scale && xc_decimal_compare(scale->value, whole) < 0) { // "and three quarters million"
        if (!xc_decimal_multiply(part.value, scale->value, &part.value)) {
            return false;
        }
        end = behind;
    }
    out->end = end;
    return xc_decimal_add(whole, part.value, &out->value);
}

static bool read_ordinal(const xc_reader *r, size_t at, cardinal_number *out) {
    size_t tokens = 0;
    if (out->digits && is_glued(r, at) && number_word_at(r, at, NUMBER_ENDING, &tokens)) {
        out->ordinal = true;
        out->end = at + tokens;
        return true;
    }
    at += mark_at(r, at, '-') ? 1 : 0;
    const number_word *ordinal = number_word_at(r, at, NUMBER_ORDINAL_WORD, &tokens);
    if (!out->ten.digits || !ordinal || !decimal_is_below(ordinal->value, 10) ||
        !xc_decimal_add(out->value, ordinal->value, &out->value)) {
        return false;
    }
    out->ordinal = true;
    out->end = at + tokens;
    return true;
}

// "three quarters of a million".
static void read_part_of_scale(const xc_reader *r, cardinal_number *out) {
    size_t end = 0;
    size_t at = out->end + 1;
    if (!out->fraction || !(context_at(r, out->end) & CONTEXT_OF) ||
        !number_word_is(r, at, NUMBER_ARTICLE) || !scale_word_at(r, at + 1, &end)) {
        return;
    }
    out->end = at + 1;
    late_scale(r, out);
}

// "ten quarters of the town", "four quarters of growth": what can be no share of one whole counts
// quarters, or halves of a match.
static bool is_counted_part(const xc_reader *r, const cardinal_number *number, xc_decimal below,
                            size_t end) {
    size_t behind = 0;
    return decimal_is_below(below, 5) && xc_decimal_compare(below, xc_decimal_of(3)) != 0 &&
           xc_decimal_compare(number->value, below) >= 0 && !scale_word_at(r, end, &behind) &&
           xc_decimal_is_integer(number->value);
}

void part_or_ordinal(const xc_reader *r, cardinal_number *out) {
    size_t tokens = 0;
    size_t at = out->end;
    if (read_ordinal(r, at, out) || out->digits) {
        return;
    }
    bool hyphen = mark_at(r, at, '-');
    at += hyphen ? 1 : 0;
    bool one = xc_decimal_compare(out->value, xc_decimal_of(1)) == 0;
    unsigned kinds = one ? NUMBER_PART : NUMBER_PARTS;
    const number_word *below = number_word_at(r, at, kinds, &tokens);
    if (!below) {
        (void)read_compound_part(r, at, kinds, out);
    } else if (!hyphen && is_counted_part(r, out, below->value, at + tokens)) {
        return;
    } else if (!(hyphen && read_tens_of_part(out, below->value, at + tokens))) {
        (void)divide_joined(r, out, below->value, at + tokens);
        read_part_of_scale(r, out);
    }
}

// Whether the whole that "in" or "out of" names is one that people divide by.
static bool is_whole(const xc_reader *r, const cardinal_number *whole) {
    return !whole->why && xc_decimal_is_integer(whole->value) &&
           decimal_is_below(whole->value, 1001) && !decimal_is_below(whole->value, 1) &&
           (!is_glued(r, whole->end) || clause_ends_at(r, whole->end)) &&
           !reader_match(r, r->words->units, whole->end).tokens;
}

// Whether people say "in" or "out of" this number to mean a share.
static bool is_usual_whole(const cardinal_number *number) {
    xc_decimal whole = number->value;
    return decimal_is_below(whole, 11) || (!number->digits && whole.exponent >= 2) ||
           (whole.digits == 1 && !decimal_is_below(whole, 100)) ||
           xc_decimal_compare(whole, xc_decimal_of(20)) == 0;
}

// "one in five", "3 out of 10"; "1 over 3" only where nothing follows.
void share_read(const xc_reader *r, cardinal_number *out) {
    xc_phrase_match match = reader_match(r, r->words->hedges, out->end);
    unsigned sides = 0;
    for (uint32_t p = 0; p < match.payload_count; p++) {
        sides |= r->words->hedge_words[match.payloads[p]].side;
    }
    cardinal_number whole;
    if (!(sides & HEDGE_SHARE) || !xc_decimal_is_integer(out->value) ||
        !integer_read(r, out->end + match.tokens, &whole) || !is_whole(r, &whole)) {
        return;
    }
    bool hedge_too = sides & HEDGE_BEFORE;
    if (!clause_ends_at(r, whole.end) && !is_usual_whole(&whole)) {
        return; // "29 out of 262 towns" counts towns
    }
    if (hedge_too ? !clause_ends_at(r, whole.end)
                  : xc_decimal_compare(out->value, whole.value) >= 0) {
        return;
    }
    (void)divide_by(out, whole.value, whole.end);
}

// "half a million", "a quarter of the town", "half an hour"; a bare "half" only if hedged.
bool leading_part_read(const xc_reader *r, size_t i, cardinal_number *out) {
    size_t tokens = 0;
    size_t at = i;
    bool article = number_word_at(r, at, NUMBER_ARTICLE, &tokens) != NULL;
    at += article ? tokens : 0;
    const number_word *part = number_word_at(r, at, NUMBER_PART, &tokens);
    if (!part || (i > r->first && number_word_is(r, i - 1, NUMBER_ORDINAL_WORD))) {
        return false; // "the second half" is none
    }
    *out = (cardinal_number){.end = at + tokens, .fraction = true, .scale = xc_decimal_of(1)};
    if (!decimal_divide(xc_decimal_of(1), integer_of(part->value), &out->value)) {
        return false;
    }
    bool half = decimal_is_below(part->value, 3);
    size_t next = out->end;
    size_t end = 0;
    size_t behind = next + (context_at(r, next) & CONTEXT_OF ? 1 : 0);
    size_t scaled = behind + (number_word_is(r, behind, NUMBER_ARTICLE) ? 1 : 0);
    if (scale_word_at(r, scaled, &end) &&
        (half || article || scaled > next || decimal_is_below(part->value, 5))) {
        out->end = scaled;
        late_scale(r, out);
        return true;
    }
    bool measured = reader_match(r, r->words->units, scaled).tokens > 0;
    if (measured && behind == next && (half || article)) {
        out->end = scaled;
        return true;
    }
    if (context_at(r, next) & CONTEXT_OF) {
        return half || article;
    }
    if (r->hedged || clause_ends_at(r, next)) {
        return article || (half && r->hedged);
    }
    return half && context_at(r, next) & CONTEXT_ANY_ARTICLE;
}
