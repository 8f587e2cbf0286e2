// SPDX-License-Identifier: MIT
// Number words and digits into a value: "two hundred and fifty thousand", "1.2 million".
#include "cardinal.h"

enum { SPELLED = XC_DIGIT_WORD | XC_TEEN_WORD | XC_TEN_WORD | XC_ZERO_WORD };

// A number below a thousand, or digits, with its end.
typedef struct group {
    size_t end;
    xc_decimal value;
    bool digits, plain;
    bool ends_in_ten; // "twenty": a digit or an ordinal may follow
    bool hundreds;    // "hundred" is part of it
    const char *why;
} group;

const xc_number_word *xc_number_word_at(const xc_reader *r, size_t i, unsigned kinds,
                                        size_t *tokens) {
    if (i >= r->limit) {
        return NULL;
    }
    xc_phrase_match match = xc_phrases_match(r->words->numbers, r->text, i, r->limit);
    for (uint32_t p = 0; p < match.payload_count; p++) {
        const xc_number_word *word = &r->words->number_words[match.payloads[p]];
        if (word->kind & kinds) {
            *tokens = match.tokens;
            return word;
        }
    }
    return NULL;
}

static bool is_at(const xc_reader *r, size_t i, unsigned kind) {
    size_t tokens = 0;
    return xc_number_word_at(r, i, kind, &tokens) != NULL;
}

static bool is_below(xc_decimal value, int64_t bound) {
    return xc_decimal_compare(value, xc_decimal_of(bound)) < 0;
}

// "twenty-one", "twelve", "nought".
static bool read_tens(const xc_reader *r, size_t i, group *out) {
    size_t tokens = 0;
    const xc_number_word *word = xc_number_word_at(r, i, SPELLED, &tokens);
    if (!word) {
        return false;
    }
    *out = (group){.end = i + tokens, .value = word->value};
    if (word->kind != XC_TEN_WORD) {
        return true;
    }
    size_t next = out->end + (xc_is_mark(r, out->end, '-') ? 1 : 0);
    const xc_number_word *digit = xc_number_word_at(r, next, XC_DIGIT_WORD, &tokens);
    if (digit && xc_decimal_add(word->value, digit->value, &out->value)) {
        out->end = next + tokens;
    } else {
        out->ends_in_ten = true;
    }
    return true;
}

// Three digits and nothing else, a space before them: a group of thousands.
static bool is_thousands_group(const xc_reader *r, size_t i) {
    if (!xc_is_number(r, i)) {
        return false;
    }
    const xc_token *t = &r->text->tokens[i];
    return t->end - t->start == 3 && t->start == r->text->tokens[i - 1].end + 1 &&
           !(t->flags & XC_TOKEN_LINE_BEFORE);
}

// Joins "10 000" and "1 414 021".
static void join_thousands(const xc_reader *r, size_t i, group *out) {
    const xc_token *t = &r->text->tokens[i];
    if (t->end - t->start > 3 || r->text->bytes.ptr[t->start] == '0' ||
        !xc_decimal_is_integer(out->value)) {
        return;
    }
    while (is_thousands_group(r, out->end)) {
        xc_decimal more;
        xc_decimal joined;
        if (xc_digits_read(xc_token_slice(r->text, out->end), &more) != XC_DIGITS_NUMBER ||
            !xc_decimal_multiply(out->value, xc_decimal_of(1000), &joined) ||
            !xc_decimal_add(joined, more, &joined)) {
            return;
        }
        out->value = joined;
        out->plain = false;
        out->end++;
    }
}

static bool read_digits(const xc_reader *r, size_t i, group *out) {
    static const char *const whys[] = {NULL, "a list of numbers", "an address",
                                       "an identifier"};
    if (!xc_is_number(r, i)) {
        return false;
    }
    xc_slice bytes = xc_token_slice(r->text, i);
    *out = (group){.end = i + 1, .digits = true, .plain = true};
    xc_digits what = xc_digits_read(bytes, &out->value);
    out->why = whys[what];
    for (size_t b = 0; b < bytes.len; b++) {
        out->plain = out->plain && bytes.ptr[b] >= '0' && bytes.ptr[b] <= '9';
    }
    if (!out->why) {
        join_thousands(r, i, out);
    }
    return true;
}

// The scale word at i ("hundred", "million"); a hyphen may stand before it. *end is behind it.
static const xc_number_word *scale_at(const xc_reader *r, size_t i, size_t *end) {
    size_t tokens = 0;
    if (xc_is_mark(r, i, '-') && xc_is_glued(r, i) && xc_is_glued(r, i + 1)) {
        i++;
    }
    const xc_number_word *word = xc_number_word_at(r, i, XC_SCALE_WORD, &tokens);
    *end = i + tokens;
    return word;
}

static bool multiply(xc_decimal *value, xc_decimal by) {
    return xc_decimal_multiply(*value, by, value);
}

// "[and] fifty-four" behind a hundred.
static void read_after_hundred(const xc_reader *r, group *out) {
    size_t at = out->end;
    bool joined = is_at(r, at, XC_AND);
    at += joined ? 1 : 0;
    group rest;
    size_t end = 0;
    if (!(joined && read_digits(r, at, &rest) && !rest.why) && !read_tens(r, at, &rest)) {
        return;
    }
    const xc_number_word *scale = scale_at(r, rest.end, &end);
    if ((scale && is_below(scale->value, 1000)) || !is_below(rest.value, 100) ||
        is_below(rest.value, 1) || !xc_decimal_is_integer(rest.value)) {
        return;
    }
    if (xc_decimal_add(out->value, rest.value, &out->value)) {
        out->end = rest.end;
        out->ends_in_ten = rest.ends_in_ten;
    }
}

// Digits or words below a thousand, with "hundred".
static bool read_group(const xc_reader *r, size_t i, group *out) {
    size_t tokens = 0;
    size_t end = 0;
    if (!read_digits(r, i, out) && !read_tens(r, i, out)) {
        bool article = xc_number_word_at(r, i, XC_ARTICLE, &tokens) != NULL;
        const xc_number_word *scale = scale_at(r, article ? i + tokens : i, &end);
        if (!scale || (!article && !r->hedged)) {
            return false;
        }
        *out = (group){.end = article ? i + tokens : i, .value = xc_decimal_of(1)};
    }
    if (out->why) {
        return true;
    }
    const xc_number_word *scale = scale_at(r, out->end, &end);
    if (scale && xc_decimal_compare(scale->value, xc_decimal_of(100)) == 0 &&
        (out->digits || is_below(out->value, 100)) && multiply(&out->value, scale->value)) {
        out->end = end;
        out->plain = false;
        out->hundreds = true;
        read_after_hundred(r, out);
    }
    return true;
}

// Whether a letter glued to digits is a scale here: "5m people", "$3b", "10K".
static bool is_suffix(const xc_reader *r, size_t i, const xc_number_word *word) {
    xc_slice bytes = xc_token_slice(r->text, i);
    if (!xc_slice_equal(bytes, word->written)) {
        return false;
    }
    if (bytes.len > 1 || r->money) {
        return true;
    }
    if (bytes.ptr[0] == 'T') {
        return false;
    }
    if (!xc_is_glued(r, i)) {
        return bytes.ptr[0] >= 'A' && bytes.ptr[0] <= 'Z' && xc_counts_noun(r, i + 1);
    }
    bool ambiguous = bytes.ptr[0] == 'm' || bytes.ptr[0] == 'b';
    return !ambiguous ||
           (xc_counts_noun(r, i + 1) && !(xc_context_at(r, i + 1) & XC_LENGTH_AFTER));
}

static const xc_number_word *suffix_at(const xc_reader *r, size_t i) {
    if (i >= r->limit) {
        return NULL;
    }
    xc_phrase_match match = xc_phrases_match(r->words->numbers, r->text, i, i + 1);
    for (uint32_t p = 0; p < match.payload_count; p++) {
        const xc_number_word *word = &r->words->number_words[match.payloads[p]];
        if (word->kind == XC_SUFFIX && is_suffix(r, i, word)) {
            return word;
        }
    }
    return NULL;
}

// One term of a sum: a group times its scales, "two hundred thousand".
typedef struct term {
    group group;
    xc_decimal mantissa, scale;
} term;

static bool read_term(const xc_reader *r, size_t i, term *out) {
    if (!read_group(r, i, &out->group)) {
        return false;
    }
    group *g = &out->group;
    out->mantissa = g->value;
    out->scale = xc_decimal_of(1);
    if (g->why) {
        return true;
    }
    const xc_number_word *suffix = g->digits && g->end == i + 1 ? suffix_at(r, g->end) : NULL;
    if (suffix && multiply(&g->value, suffix->value)) {
        out->scale = suffix->value;
        g->end++;
        g->plain = false;
        return true;
    }
    size_t end = 0;
    const xc_number_word *scale = scale_at(r, g->end, &end);
    while (scale && multiply(&g->value, scale->value) && multiply(&out->scale, scale->value)) {
        g->end = end;
        g->plain = false;
        g->ends_in_ten = false;
        scale = scale_at(r, end, &end);
    }
    return true;
}

// Where the next term of the sum may begin: behind "and", or behind a hyphen.
static size_t next_term(const xc_reader *r, size_t i, bool *joined) {
    *joined = is_at(r, i, XC_AND);
    if (*joined || (xc_is_mark(r, i, '-') && xc_is_glued(r, i) && xc_is_glued(r, i + 1))) {
        return i + 1;
    }
    return i;
}

static void take_term(xc_cardinal *out, const term *t) {
    out->end = t->group.end;
    out->mantissa = t->mantissa;
    out->scale = t->scale;
}

// The sum of terms whose scales descend: "three million two hundred thousand and five".
static bool read_integer(const xc_reader *r, size_t i, xc_cardinal *out, bool *ends_in_ten) {
    term t;
    if (!read_term(r, i, &t)) {
        return false;
    }
    *out = (xc_cardinal){.value = t.group.value,
                         .digits = t.group.digits,
                         .plain = t.group.plain,
                         .why = t.group.why};
    take_term(out, &t);
    *ends_in_ten = t.group.ends_in_ten;
    xc_decimal last = t.scale;
    while (!is_below(last, 1000)) {
        bool joined = false;
        size_t at = next_term(r, out->end, &joined);
        xc_decimal sum;
        if (is_at(r, at, XC_ARTICLE) || !read_term(r, at, &t) || t.group.why ||
            (t.group.digits && !t.group.hundreds && is_below(t.scale, 100)) ||
            xc_decimal_compare(t.group.value, last) >= 0 ||
            !xc_decimal_add(out->value, t.group.value, &sum)) {
            break;
        }
        out->value = sum;
        *ends_in_ten = t.group.ends_in_ten;
        last = t.scale;
        take_term(out, &t);
        out->mantissa = sum;
        out->scale = xc_decimal_of(1);
    }
    return true;
}

// Digits behind "point": "point one two", "point seventy-one", "point 1". *places is how many.
static bool read_places(const xc_reader *r, size_t i, group *out, int32_t *places) {
    if (read_digits(r, i, out)) {
        *places = (int32_t)(r->text->tokens[i].end - r->text->tokens[i].start);
        return !out->why && out->plain && *places < 12;
    }
    bool read = read_tens(r, i, out);
    *places = is_below(out->value, 10) ? 1 : 2;
    return read;
}

// "five point one two".
static void read_point(const xc_reader *r, xc_cardinal *out) {
    enum { MOST_PLACES = 12 };
    if (!is_at(r, out->end, XC_POINT)) {
        return;
    }
    size_t at = out->end + 1;
    int32_t all = 0;
    int32_t places = 0;
    group digits;
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
static void read_exponent(const xc_reader *r, xc_cardinal *out) {
    size_t tokens = 0;
    size_t at = out->end;
    if (!out->digits || !xc_is_glued(r, at) ||
        !xc_number_word_at(r, at, XC_EXPONENT, &tokens)) {
        return;
    }
    at++;
    bool negative = xc_is_mark(r, at, '-');
    at += negative ? 1 : 0;
    group power;
    if (!xc_is_glued(r, at) || !read_digits(r, at, &power) || power.why || !power.plain ||
        !is_below(power.value, 18) || !xc_decimal_is_integer(power.value)) {
        return;
    }
    int32_t exponent = (int32_t)xc_decimal_double(power.value);
    if (xc_decimal_multiply(out->value, (xc_decimal){1, negative ? -exponent : exponent},
                            &out->value)) {
        out->end = power.end;
        out->plain = false;
    }
}

// A scale behind a number that had none yet: "two and a half million".
static void read_late_scale(const xc_reader *r, xc_cardinal *out) {
    size_t end = 0;
    const xc_number_word *scale = scale_at(r, out->end, &end);
    out->mantissa = out->value;
    if (scale && multiply(&out->value, scale->value)) {
        out->scale = scale->value;
        out->end = end;
        out->fraction = false;
    }
}

// The fraction "3/4" at i.
static bool read_slash(const xc_reader *r, size_t i, xc_cardinal *out) {
    xc_decimal above;
    xc_decimal below;
    if (!xc_is_number(r, i) || !xc_is_mark(r, i + 1, '/') || !xc_is_glued(r, i + 1) ||
        !xc_is_number(r, i + 2) || !xc_is_glued(r, i + 2) ||
        (xc_is_mark(r, i + 3, '/') && xc_is_glued(r, i + 3)) ||
        xc_digits_read(xc_token_slice(r->text, i), &above) != XC_DIGITS_NUMBER ||
        xc_digits_read(xc_token_slice(r->text, i + 2), &below) != XC_DIGITS_NUMBER ||
        xc_decimal_compare(above, below) >= 0 || !is_below(below, 1001) || below.exponent < 0) {
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
static bool add_part(const xc_reader *r, xc_cardinal *out) {
    size_t tokens = 0;
    const xc_number_word *glyph = xc_number_word_at(r, out->end, XC_GLYPH, &tokens);
    if (glyph && xc_decimal_add(out->value, glyph->value, &out->value)) {
        out->end += tokens;
        return true;
    }
    xc_cardinal part;
    if (out->digits && read_slash(r, out->end, &part) &&
        xc_decimal_add(out->value, part.value, &out->value)) {
        out->end = part.end;
        return true;
    }
    if (!is_at(r, out->end, XC_AND)) {
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
        (!count && !is_below(below->value, 3) &&
         xc_decimal_compare(below->value, xc_decimal_of(4)) != 0) ||
        !xc_divide(above, below->value.digits, &value) || below->value.exponent != 0 ||
        !xc_decimal_add(out->value, value, &out->value)) {
        return false;
    }
    out->end = at + tokens;
    return true;
}

static int64_t integer_of(xc_decimal value) {
    int64_t integer = value.digits;
    for (int32_t e = value.exponent; e > 0 && integer < INT64_MAX / 10; e--) {
        integer *= 10;
    }
    return integer;
}

static bool divide_by(xc_cardinal *out, xc_decimal below, size_t end) {
    if (!xc_divide(out->value, integer_of(below), &out->value)) {
        return false;
    }
    out->fraction = true;
    out->end = end;
    return true;
}

// "twenty-fifths" as a denominator: "three twenty-fifths", "one twenty-fifth".
static bool read_compound_part(const xc_reader *r, size_t at, unsigned kinds,
                               xc_cardinal *out) {
    size_t tokens = 0;
    const xc_number_word *ten = xc_number_word_at(r, at, XC_TEN_WORD, &tokens);
    if (!ten || !xc_is_mark(r, at + 1, '-')) {
        return false;
    }
    const xc_number_word *part = xc_number_word_at(r, at + 2, kinds, &tokens);
    xc_decimal below;
    return part && is_below(part->value, 10) &&
           xc_decimal_add(ten->value, part->value, &below) &&
           divide_by(out, below, at + 2 + tokens);
}

// "two thirds", "one-fifth", "twenty-first": what makes a fraction or an ordinal of a number.
static void read_part_or_ordinal(const xc_reader *r, xc_cardinal *out, bool ends_in_ten) {
    size_t tokens = 0;
    size_t at = out->end;
    if (out->digits && xc_is_glued(r, at) && xc_number_word_at(r, at, XC_ENDING, &tokens)) {
        out->ordinal = true;
        out->end = at + tokens;
        return;
    }
    at += xc_is_mark(r, at, '-') ? 1 : 0;
    const xc_number_word *ordinal = xc_number_word_at(r, at, XC_ORDINAL_WORD, &tokens);
    if (ends_in_ten && ordinal && is_below(ordinal->value, 10) &&
        xc_decimal_add(out->value, ordinal->value, &out->value)) {
        out->ordinal = true;
        out->end = at + tokens;
        return;
    }
    bool one = xc_decimal_compare(out->value, xc_decimal_of(1)) == 0;
    unsigned kinds = one ? XC_PART : XC_PARTS;
    const xc_number_word *below = xc_number_word_at(r, at, kinds, &tokens);
    if (out->digits || (below && divide_by(out, below->value, at + tokens))) {
        return;
    }
    (void)read_compound_part(r, at, kinds, out);
}

static bool ends_clause(const xc_reader *r, size_t i) {
    return i >= r->limit || r->text->tokens[i].kind == XC_TOKEN_PUNCTUATION;
}

// Whether the whole that "in" or "out of" names is one that people divide by.
static bool is_whole(const xc_reader *r, const xc_cardinal *whole) {
    return !whole->why && xc_decimal_is_integer(whole->value) && is_below(whole->value, 1001) &&
           !is_below(whole->value, 1) &&
           (!xc_is_glued(r, whole->end) || ends_clause(r, whole->end)) &&
           !xc_phrases_match(r->words->units, r->text, whole->end, r->limit).tokens;
}

// "one in five", "3 out of 10"; "1 over 3" only where nothing follows.
static void read_share(const xc_reader *r, xc_cardinal *out) {
    xc_phrase_match match = xc_phrases_match(r->words->hedges, r->text, out->end, r->limit);
    unsigned sides = 0;
    for (uint32_t p = 0; p < match.payload_count; p++) {
        sides |= r->words->hedge_words[match.payloads[p]].side;
    }
    xc_cardinal whole;
    bool ends_in_ten = false;
    if (!(sides & XC_HEDGE_SHARE) || !xc_decimal_is_integer(out->value) ||
        !read_integer(r, out->end + match.tokens, &whole, &ends_in_ten) ||
        !is_whole(r, &whole)) {
        return;
    }
    bool hedge_too = sides & XC_HEDGE_BEFORE;
    if (hedge_too ? !ends_clause(r, whole.end)
                  : xc_decimal_compare(out->value, whole.value) >= 0) {
        return;
    }
    (void)divide_by(out, whole.value, whole.end);
}

// "several hundred", "a couple of dozen", "tens of thousands".
static bool read_vague(const xc_reader *r, size_t i, xc_cardinal *out) {
    size_t tokens = 0;
    const xc_number_word *word = xc_number_word_at(r, i, XC_VAGUE_WORD | XC_AMOUNT, &tokens);
    if (!word) {
        return false;
    }
    *out = (xc_cardinal){.end = i + tokens,
                         .value = word->value,
                         .mantissa = word->value,
                         .scale = xc_decimal_of(1),
                         .vague = word->kind == XC_VAGUE_WORD};
    size_t end = 0;
    const xc_number_word *scale = scale_at(r, out->end, &end);
    while (scale && multiply(&out->value, scale->value)) {
        out->end = end;
        scale = scale_at(r, end, &end);
    }
    return true;
}

// "half a million", "a quarter of the town", "half an hour"; a bare "half" only if hedged.
static bool read_leading_part(const xc_reader *r, size_t i, xc_cardinal *out) {
    size_t tokens = 0;
    size_t at = i;
    bool article = xc_number_word_at(r, at, XC_ARTICLE, &tokens) != NULL;
    at += article ? tokens : 0;
    const xc_number_word *part = xc_number_word_at(r, at, XC_PART, &tokens);
    if (!part || (i > r->first && is_at(r, i - 1, XC_ORDINAL_WORD))) {
        return false; // "the second half" is none
    }
    *out = (xc_cardinal){.end = at + tokens, .fraction = true, .scale = xc_decimal_of(1)};
    if (!xc_divide(xc_decimal_of(1), integer_of(part->value), &out->value)) {
        return false;
    }
    bool half = is_below(part->value, 3);
    size_t next = out->end;
    size_t end = 0;
    size_t behind = next + (xc_context_at(r, next) & XC_OF ? 1 : 0);
    size_t scaled = behind + (is_at(r, behind, XC_ARTICLE) ? 1 : 0);
    if (scale_at(r, scaled, &end) &&
        (half || article || scaled > next || is_below(part->value, 5))) {
        out->end = scaled;
        read_late_scale(r, out);
        return true;
    }
    bool measured = xc_phrases_match(r->words->units, r->text, scaled, r->limit).tokens > 0;
    if (measured && behind == next && (half || article)) {
        out->end = scaled;
        return true;
    }
    if (xc_context_at(r, next) & XC_OF) {
        return half || article;
    }
    return (r->hedged && (half || article)) ||
           (half && xc_context_at(r, next) & XC_ANY_ARTICLE);
}

static bool read_unsigned(const xc_reader *r, size_t i, xc_cardinal *out) {
    bool ends_in_ten = false;
    size_t tokens = 0;
    if (read_vague(r, i, out) || read_leading_part(r, i, out)) {
        return true;
    }
    const xc_number_word *glyph = xc_number_word_at(r, i, XC_GLYPH, &tokens);
    if (glyph) {
        *out = (xc_cardinal){.end = i + tokens, .value = glyph->value, .digits = true};
        out->fraction = true;
        read_late_scale(r, out);
        return true;
    }
    if (read_slash(r, i, out)) {
        read_late_scale(r, out);
        return true;
    }
    if (!read_integer(r, i, out, &ends_in_ten)) {
        return false;
    }
    if (out->why) {
        return true;
    }
    bool scaled = !is_below(out->scale, 2);
    read_exponent(r, out);
    read_point(r, out);
    if (add_part(r, out) || !scaled) {
        read_late_scale(r, out);
    }
    read_part_or_ordinal(r, out, ends_in_ten);
    if (!out->fraction && !out->ordinal && !scaled) {
        read_share(r, out);
    }
    return true;
}

// A minus sign: glued to its digits, and not to a word before it ("COVID -19" is a name).
static bool is_minus(const xc_reader *r, size_t i) {
    if (!xc_is_mark(r, i, '-') || !xc_is_number(r, i + 1) || !xc_is_glued(r, i + 1)) {
        return false;
    }
    if (i == r->first) {
        return true;
    }
    const xc_token *before = &r->text->tokens[i - 1];
    return xc_is_glued(r, i)
               ? before->kind == XC_TOKEN_SYMBOL || before->mark == '('
               : !(before->kind == XC_TOKEN_WORD && before->flags & XC_TOKEN_CAPITAL);
}

bool xc_cardinal_read(const xc_reader *r, size_t i, xc_cardinal *out) {
    size_t tokens = 0;
    size_t at = i;
    bool negative = true;
    if (is_minus(r, i)) {
        at++;
    } else if (xc_number_word_at(r, i, XC_NEGATIVE, &tokens)) {
        at += tokens;
        at += xc_is_mark(r, at, '-') ? 1 : 0;
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

bool xc_counts_noun(const xc_reader *r, size_t i) {
    enum { FARTHEST = 4 };
    for (size_t at = i; at < r->limit && at < i + FARTHEST; at++) {
        const xc_token *t = &r->text->tokens[at];
        uint32_t contexts = xc_context_at(r, at);
        if (contexts & XC_PLURAL) {
            return true;
        }
        if (xc_is_mark(r, at, '-') && at > i) {
            continue;
        }
        if (t->kind != XC_TOKEN_WORD || contexts & XC_FUNCTION) {
            return false;
        }
        xc_slice bytes = xc_token_slice(r->text, at);
        char last = bytes.ptr[bytes.len - 1];
        if (bytes.len > 3 && (last == 's' || last == 'S')) {
            return true;
        }
    }
    return false;
}
