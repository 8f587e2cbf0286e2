// SPDX-License-Identifier: MIT
// Number words and digits into a whole: "two hundred and fifty thousand", "1.2 million".
#include "recognise/quantity/cardinal_parts.h"

enum { SPELLED = NUMBER_DIGIT_WORD | NUMBER_TEEN_WORD | NUMBER_TEN_WORD | NUMBER_ZERO_WORD };

const number_word *number_word_at(const xc_reader *r, size_t i, unsigned kinds,
                                  size_t *tokens) {
    if (i >= r->limit) {
        return NULL;
    }
    xc_phrase_match match = reader_match(r, r->words->numbers, i);
    for (uint32_t p = 0; p < match.payload_count; p++) {
        const number_word *word = &r->words->number_words[match.payloads[p]];
        if (word->kind & kinds) {
            *tokens = match.tokens;
            return word;
        }
    }
    return NULL;
}

bool number_word_is(const xc_reader *r, size_t i, unsigned kind) {
    size_t tokens = 0;
    return number_word_at(r, i, kind, &tokens) != NULL;
}

bool decimal_is_below(xc_decimal value, int64_t bound) {
    return xc_decimal_compare(value, xc_decimal_of(bound)) < 0;
}

int64_t integer_of(xc_decimal value) {
    int64_t integer = value.digits;
    for (int32_t e = value.exponent; e > 0 && integer < INT64_MAX / 10; e--) {
        integer *= 10;
    }
    return integer;
}

bool clause_ends_at(const xc_reader *r, size_t i) {
    return i >= r->limit || r->text->tokens[i].kind == XC_TOKEN_PUNCTUATION;
}

// "twenty-one", "twelve", "nought".
bool tens_read(const xc_reader *r, size_t i, number_group *out) {
    size_t tokens = 0;
    const number_word *word = number_word_at(r, i, SPELLED, &tokens);
    if (!word) {
        return false;
    }
    *out = (number_group){.end = i + tokens, .value = word->value};
    if (word->kind != NUMBER_TEN_WORD) {
        return true;
    }
    bool joined = mark_at(r, out->end, '-') || number_word_is(r, out->end, NUMBER_JOIN);
    size_t next = out->end + (joined ? 1 : 0);
    const number_word *digit = number_word_at(r, next, NUMBER_DIGIT_WORD, &tokens);
    if (digit && xc_decimal_add(word->value, digit->value, &out->value)) {
        out->end = next + tokens;
    } else {
        out->ten = word->value;
    }
    return true;
}

// Three digits and nothing else, a space before them: a group of thousands.
static bool is_thousands_group(const xc_reader *r, size_t i) {
    if (!number_at(r, i)) {
        return false;
    }
    const xc_token *t = &r->text->tokens[i];
    return t->end - t->start == 3 && t->start == r->text->tokens[i - 1].end + 1 &&
           !(t->flags & XC_TOKEN_LINE_BEFORE);
}

// Joins "10 000" and "1 414 021".
static void join_thousands(const xc_reader *r, size_t i, number_group *out) {
    const xc_token *t = &r->text->tokens[i];
    if (t->end - t->start > 3 || r->text->bytes.ptr[t->start] == '0' ||
        !xc_decimal_is_integer(out->value)) {
        return;
    }
    while (is_thousands_group(r, out->end)) {
        xc_decimal more;
        xc_decimal joined;
        if (digits_read(xc_token_slice(r->text, out->end), r->words->point_groups, &more) !=
                DIGITS_NUMBER ||
            !xc_decimal_multiply(out->value, xc_decimal_of(1000), &joined) ||
            !xc_decimal_add(joined, more, &joined)) {
            return;
        }
        out->value = joined;
        out->plain = false;
        out->end++;
    }
}

// "16.181": up to three digits, a point, three more.
static bool is_grouped_by_point(xc_slice bytes) {
    const char *point = bytes.len >= 5 && bytes.len <= 7 ? bytes.ptr + bytes.len - 4 : NULL;
    if (!point || *point != '.' || bytes.ptr[0] == '0') {
        return false;
    }
    for (const char *at = bytes.ptr; at < bytes.ptr + bytes.len; at++) {
        if (at != point && (*at < '0' || *at > '9')) {
            return false;
        }
    }
    return true;
}

// Whether what stands behind the number comes in whole ones: "16.181 people" is how others than
// English write thousands, "1.250 metres" and "2.125 goals per match" are not.
static bool counts_whole_ones(const xc_reader *r, size_t behind, bool is_large) {
    enum { FARTHEST = 6 };
    size_t end = 0;
    if (!counts_noun(r, behind) || reader_match(r, r->words->units, behind).payload_count ||
        scale_word_at(r, behind, &end)) {
        return false;
    }
    bool is_person = false;
    for (size_t at = behind; at < r->limit && at < behind + FARTHEST; at++) {
        uint32_t contexts = context_at(r, at);
        is_person = is_person || (contexts & CONTEXT_PLURAL);
        if (contexts & CONTEXT_PER) {
            return false;
        }
    }
    return is_large || is_person;
}

bool digits_group(const xc_reader *r, size_t i, number_group *out) {
    static const char *const whys[] = {NULL, "a list of numbers", "an address",
                                       "an identifier"};
    if (!number_at(r, i)) {
        return false;
    }
    xc_slice bytes = xc_token_slice(r->text, i);
    *out = (number_group){.end = i + 1, .digits = true, .plain = true};
    bool points = r->words->point_groups ||
                  (is_grouped_by_point(bytes) && counts_whole_ones(r, i + 1, bytes.len > 5));
    digit_style what = digits_read(bytes, points, &out->value);
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
const number_word *scale_word_at(const xc_reader *r, size_t i, size_t *end) {
    size_t tokens = 0;
    if (mark_at(r, i, '-') && is_glued(r, i) && is_glued(r, i + 1)) {
        i++;
    }
    const number_word *word = number_word_at(r, i, NUMBER_SCALE_WORD, &tokens);
    *end = i + tokens;
    return word;
}

static bool multiply(xc_decimal *value, xc_decimal by) {
    return xc_decimal_multiply(*value, by, value);
}

// "[and] fifty-four" behind a hundred.
static void read_after_hundred(const xc_reader *r, number_group *out) {
    size_t at = out->end;
    bool joined = number_word_is(r, at, NUMBER_AND);
    at += joined ? 1 : 0;
    number_group rest;
    size_t end = 0;
    if (!(joined && digits_group(r, at, &rest) && !rest.why) && !tens_read(r, at, &rest)) {
        return;
    }
    const number_word *scale = scale_word_at(r, rest.end, &end);
    bool dozens = scale && decimal_is_below(scale->value, 100); // "three hundred and two dozen"
    if (dozens && multiply(&rest.value, scale->value)) {
        rest.end = end;
    }
    if ((scale && !dozens && decimal_is_below(scale->value, 1000)) ||
        !decimal_is_below(rest.value, 100) || decimal_is_below(rest.value, 1) ||
        !xc_decimal_is_integer(rest.value)) {
        return;
    }
    if (xc_decimal_add(out->value, rest.value, &out->value)) {
        out->end = rest.end;
        out->ten = rest.ten;
        out->joined = joined ? rest.value : (xc_decimal){0};
    }
}

// A number that begins with its scale: "a million", "mil"; "hundred" behind a hedge.
static bool read_leading_scale(const xc_reader *r, size_t i, number_group *out) {
    size_t tokens = 0;
    size_t end = 0;
    bool article = number_word_at(r, i, NUMBER_ARTICLE, &tokens) != NULL;
    bool lone = !article && number_word_is(r, i, NUMBER_LONE);
    i += article ? tokens : 0;
    if (!scale_word_at(r, i, &end) || (!article && !lone && !r->hedged)) {
        return false;
    }
    *out = (number_group){.end = i, .value = xc_decimal_of(1)};
    return true;
}

// "doscientos", "trescientas cuarenta y dos".
static bool read_hundred_word(const xc_reader *r, size_t i, number_group *out) {
    size_t tokens = 0;
    const number_word *word = number_word_at(r, i, NUMBER_HUNDRED_WORD, &tokens);
    if (!word) {
        return false;
    }
    *out = (number_group){.end = i + tokens, .value = word->value, .hundreds = true};
    read_after_hundred(r, out);
    return true;
}

// Digits or words below a thousand, with "hundred".
static bool read_group(const xc_reader *r, size_t i, number_group *out) {
    size_t end = 0;
    if (read_hundred_word(r, i, out)) {
        return true;
    }
    if (!digits_group(r, i, out) && !tens_read(r, i, out) && !read_leading_scale(r, i, out)) {
        return false;
    }
    if (out->why) {
        return true;
    }
    const number_word *scale = scale_word_at(r, out->end, &end);
    if (scale && xc_decimal_compare(scale->value, xc_decimal_of(100)) == 0 &&
        (out->digits || decimal_is_below(out->value, 100)) &&
        multiply(&out->value, scale->value)) {
        out->end = end;
        out->plain = false;
        out->hundreds = true;
        read_after_hundred(r, out);
    }
    return true;
}

// Whether a letter glued to digits is a scale here: "5m people", "$3b", "10K".
static bool is_suffix(const xc_reader *r, size_t i, const number_word *word) {
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
    if (!is_glued(r, i)) {
        bool exact = clause_ends_at(r, i + 1) &&
                     r->text->tokens[i - 1].end - r->text->tokens[i - 1].start > 3;
        return bytes.ptr[0] >= 'A' && bytes.ptr[0] <= 'Z' && (exact || counts_noun(r, i + 1));
    }
    bool ambiguous = bytes.ptr[0] == 'm' || bytes.ptr[0] == 'b';
    return !ambiguous ||
           (counts_noun(r, i + 1) && !(context_at(r, i + 1) & CONTEXT_LENGTH_AFTER));
}

static const number_word *suffix_at(const xc_reader *r, size_t i) {
    if (i >= r->limit) {
        return NULL;
    }
    xc_phrase_match match = xc_phrases_match(r->words->numbers, r->text, i, i + 1);
    for (uint32_t p = 0; p < match.payload_count; p++) {
        const number_word *word = &r->words->number_words[match.payloads[p]];
        if (word->kind == NUMBER_SUFFIX && is_suffix(r, i, word)) {
            return word;
        }
    }
    return NULL;
}

// One term of a sum: a group times its scales, "two hundred thousand".
typedef struct term {
    number_group group;
    xc_decimal mantissa, scale;
} term;

static bool read_term(const xc_reader *r, size_t i, term *out) {
    if (!read_group(r, i, &out->group)) {
        return false;
    }
    number_group *g = &out->group;
    out->mantissa = g->value;
    out->scale = xc_decimal_of(1);
    if (g->why) {
        return true;
    }
    const number_word *suffix = g->digits && g->end == i + 1 ? suffix_at(r, g->end) : NULL;
    if (suffix && multiply(&g->value, suffix->value)) {
        out->scale = suffix->value;
        g->end++;
        g->plain = false;
        return true;
    }
    size_t end = 0;
    const number_word *scale = scale_word_at(r, g->end, &end);
    while (scale && multiply(&g->value, scale->value) && multiply(&out->scale, scale->value)) {
        g->end = end;
        g->plain = false;
        g->ten = (xc_decimal){0};
        g->joined = (xc_decimal){0};
        scale = scale_word_at(r, end, &end);
    }
    return true;
}

// "five thousand, six hundred": words of one number, a comma between them.
static bool is_comma_inside(const xc_reader *r, size_t i, const cardinal_number *before) {
    number_group next;
    return !before->digits && mark_at(r, i, ',') && !number_at(r, i + 1) &&
           !number_word_is(r, i + 1, NUMBER_ARTICLE) && read_group(r, i + 1, &next) &&
           next.hundreds;
}

// Where the next term of the sum may begin: behind "and", a hyphen or a comma.
static size_t next_term(const xc_reader *r, size_t i, const cardinal_number *before,
                        bool *joined) {
    *joined = number_word_is(r, i, NUMBER_AND);
    if (is_comma_inside(r, i, before)) {
        return i + 1;
    }
    if (*joined || (mark_at(r, i, '-') && is_glued(r, i) && is_glued(r, i + 1))) {
        return i + 1;
    }
    return i;
}

static void take_term(cardinal_number *out, const term *t) {
    out->end = t->group.end;
    out->ten = t->group.ten;
    out->joined = t->group.joined;
    out->mantissa = t->mantissa;
    out->scale = t->scale;
}

// The sum of terms whose scales descend: "three million two hundred thousand and five".
bool integer_read(const xc_reader *r, size_t i, cardinal_number *out) {
    term t;
    if (!read_term(r, i, &t)) {
        return false;
    }
    *out = (cardinal_number){.value = t.group.value,
                             .digits = t.group.digits,
                             .plain = t.group.plain,
                             .why = t.group.why};
    take_term(out, &t);
    xc_decimal last = t.scale;
    while (!decimal_is_below(last, 1000)) {
        bool joined = false;
        size_t at = next_term(r, out->end, out, &joined);
        xc_decimal sum;
        if (number_word_is(r, at, NUMBER_ARTICLE) || !read_term(r, at, &t) || t.group.why ||
            (t.group.digits && !t.group.hundreds && decimal_is_below(t.scale, 100)) ||
            xc_decimal_compare(t.group.value, last) >= 0 ||
            !xc_decimal_add(out->value, t.group.value, &sum)) {
            break;
        }
        out->value = sum;
        last = t.scale;
        take_term(out, &t);
        out->joined = joined ? t.group.value : t.group.joined;
        out->mantissa = sum;
        out->scale = xc_decimal_of(1);
    }
    return true;
}

// A scale behind a number that had none yet: "two and a half million".
void late_scale(const xc_reader *r, cardinal_number *out) {
    size_t end = 0;
    const number_word *scale = scale_word_at(r, out->end, &end);
    out->mantissa = out->value;
    if (scale && multiply(&out->value, scale->value)) {
        out->scale = scale->value;
        out->end = end;
        out->fraction = false;
    }
}
