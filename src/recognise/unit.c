// SPDX-License-Identifier: MIT
// Units and currencies beside a number, compound durations, rates.
#include "draft.h"

static bool is_as_written(const xc_reader *r, size_t i, size_t tokens,
                          const xc_unit_word *word) {
    xc_slice bytes = xc_slice_sub(r->text->bytes, r->text->tokens[i].start,
                                  r->text->tokens[i + tokens - 1].end);
    return xc_slice_equal(bytes, word->written);
}

const xc_unit_word *xc_unit_before(const xc_reader *r, size_t i, size_t *end) {
    *end = i;
    if (i >= r->limit) {
        return NULL;
    }
    xc_phrase_match match = xc_phrases_match(r->words->units, r->text, i, r->limit);
    for (uint32_t p = 0; p < match.payload_count; p++) {
        const xc_unit_word *word = &r->words->unit_words[match.payloads[p]];
        if (word->forms & XC_FORM_BEFORE &&
            (!(word->forms & XC_FORM_SYMBOL) || is_as_written(r, i, match.tokens, word))) {
            *end = i + match.tokens;
            *end += xc_is_mark(r, *end, '-') && xc_is_glued(r, *end) ? 1 : 0;
            return word;
        }
    }
    return NULL;
}

// Whether the unit may stand behind this number in the form that it has here.
static bool fits(const xc_reader *r, size_t i, size_t tokens, const xc_unit_word *word,
                 const xc_cardinal *number) {
    if (word->kind == XC_MONEY && !(word->forms & XC_FORM_AFTER)) {
        return false;
    }
    if (word->forms & XC_FORM_LARGE) {
        return xc_decimal_compare(number->value, xc_decimal_of(1000)) >= 0;
    }
    if (word->forms & (XC_FORM_SYMBOL | XC_FORM_GLUED)) {
        return number->digits && is_as_written(r, i, tokens, word) &&
               (!(word->forms & XC_FORM_GLUED) || xc_is_glued(r, i));
    }
    return word->forms & XC_FORM_WORD;
}

// "two second-half goals", "four quarter-finals": the unit is the begin of another word.
static bool begins_compound(const xc_reader *r, size_t end, const xc_unit_word *word,
                            bool hyphen) {
    return !hyphen && word->kind == XC_DURATION && xc_is_mark(r, end, '-') &&
           xc_is_glued(r, end) && xc_is_glued(r, end + 1) &&
           !(xc_context_at(r, end + 1) & XC_LENGTH_AFTER);
}

const xc_unit_word *xc_unit_after(const xc_reader *r, const xc_cardinal *number, size_t *end) {
    size_t at = number->end;
    bool hyphen = xc_is_mark(r, at, '-') && xc_is_glued(r, at) && xc_is_glued(r, at + 1);
    at += hyphen ? 1 : 0;
    *end = number->end;
    if (at >= r->limit) {
        return NULL;
    }
    xc_phrase_match match = xc_phrases_match(r->words->units, r->text, at, r->limit);
    const xc_unit_word *best = NULL;
    for (uint32_t p = 0; p < match.payload_count; p++) {
        const xc_unit_word *word = &r->words->unit_words[match.payloads[p]];
        if (fits(r, at, match.tokens, word, number) &&
            (!best || !(word->forms & XC_FORM_WORD))) {
            best = word;
        }
    }
    if (!best || begins_compound(r, at + match.tokens, best, hyphen)) {
        return NULL;
    }
    *end = at + match.tokens;
    return best;
}

typedef struct span_of_time {
    const char *unit;
    int64_t seconds;
} span_of_time;

static int64_t seconds_of(xc_slice unit) {
    static const span_of_time spans[] = {
        {"second", 1},        {"minute", 60},     {"hour", 3600},
        {"day", 86400},       {"week", 604800},   {"month", 2592000},
        {"quarter", 7776000}, {"year", 31536000}, {"decade", 315360000}};
    for (size_t i = 0; i < sizeof spans / sizeof *spans; i++) {
        if (xc_slice_is(unit, spans[i].unit)) {
            return spans[i].seconds;
        }
    }
    return 0;
}

// Adds "30 minutes" to "1 hour": the sum is in the smaller unit.
static bool add_duration(xc_quantity_draft *draft, const xc_cardinal *more,
                         const xc_unit_word *unit) {
    int64_t greater = seconds_of(draft->unit->unit);
    int64_t smaller = seconds_of(unit->unit);
    xc_decimal sum;
    if (!smaller || greater <= smaller || greater % smaller != 0 ||
        !xc_decimal_multiply(draft->number.value, xc_decimal_of(greater / smaller), &sum) ||
        !xc_decimal_add(sum, more->value, &sum)) {
        return false;
    }
    draft->number.value = sum;
    draft->unit = unit;
    return true;
}

// "an hour and a half"
static bool add_part_of_unit(const xc_reader *r, size_t at, xc_quantity_draft *draft) {
    size_t tokens = 0;
    if (xc_number_word_at(r, at, XC_ARTICLE, &tokens)) {
        at += tokens;
    }
    const xc_number_word *part = xc_number_word_at(r, at, XC_PART, &tokens);
    xc_decimal value;
    if (!part || part->value.exponent != 0 || part->value.digits > 4 ||
        !xc_divide(xc_decimal_of(1), part->value.digits, &value) ||
        !xc_decimal_add(draft->number.value, value, &draft->number.value)) {
        return false;
    }
    draft->last = at + tokens;
    return true;
}

void xc_duration_extend(const xc_reader *r, xc_quantity_draft *draft) {
    while (draft->unit && draft->unit->kind == XC_DURATION && !draft->range) {
        size_t tokens = 0;
        size_t at = draft->last + (xc_is_mark(r, draft->last, ',') ? 1 : 0);
        bool joined = xc_number_word_at(r, at, XC_AND, &tokens) != NULL;
        at += joined ? tokens : 0;
        if (joined && add_part_of_unit(r, at, draft)) {
            return;
        }
        xc_cardinal more;
        size_t end = 0;
        const xc_unit_word *unit = NULL;
        if (!xc_cardinal_read(r, at, &more) || more.why || more.vague ||
            !(unit = xc_unit_after(r, &more, &end)) || unit->kind != XC_DURATION ||
            !add_duration(draft, &more, unit)) {
            return;
        }
        draft->last = end;
        draft->number_last = more.end;
    }
}

void xc_rate_read(const xc_reader *r, xc_quantity_draft *draft) {
    size_t at = draft->last;
    if (!(xc_context_at(r, at) & XC_PER) || draft->kind == XC_DURATION ||
        draft->kind == XC_AGE) {
        return;
    }
    bool article = xc_context_at(r, at) & XC_ANY_ARTICLE;
    at++;
    xc_phrase_match match = xc_phrases_match(r->words->units, r->text, at, r->limit);
    for (uint32_t p = 0; p < match.payload_count; p++) {
        const xc_unit_word *word = &r->words->unit_words[match.payloads[p]];
        if ((word->kind == XC_DURATION || (word->kind == XC_PHYSICAL && !article) ||
             (draft->kind == XC_MONEY && word->kind == XC_PHYSICAL)) &&
            !(word->forms & XC_FORM_GLUED)) {
            draft->per = word->unit;
            draft->last = at + match.tokens;
            return;
        }
    }
    const xc_token *token = xc_reader_token(r, at);
    if (!article && draft->kind == XC_MONEY && token && token->kind == XC_TOKEN_WORD) {
        draft->per = xc_token_slice(r->text, at);
        draft->last = at + 1;
    }
}
