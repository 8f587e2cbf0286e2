// SPDX-License-Identifier: MIT
// Units and currencies beside a number, compound durations, rates.
#include "recognise/quantity/assemble.h"

static bool is_as_written(const xc_reader *r, size_t i, size_t tokens, const unit_word *word) {
    xc_slice bytes = xc_slice_sub(r->text->bytes, r->text->tokens[i].start,
                                  r->text->tokens[i + tokens - 1].end);
    return bytes.len > 2 ? xc_slice_equal_fold(bytes, word->written)
                         : xc_slice_equal(bytes, word->written);
}

const unit_word *unit_before(const xc_reader *r, size_t i, size_t *end) {
    *end = i;
    if (i >= r->limit) {
        return NULL;
    }
    xc_phrase_match match = reader_match(r, r->words->units, i);
    for (uint32_t p = 0; p < match.payload_count; p++) {
        const unit_word *word = &r->words->unit_words[match.payloads[p]];
        if (word->forms & FORM_BEFORE && (!(word->forms & (FORM_SYMBOL | FORM_LARGE)) ||
                                          is_as_written(r, i, match.tokens, word))) {
            *end = i + match.tokens;
            *end += word->kind != XC_MONEY && mark_at(r, *end, '-') && is_glued(r, *end);
            return word;
        }
    }
    return NULL;
}

// Whether the unit may stand behind this number in the form that it has here.
static bool fits(const xc_reader *r, size_t i, size_t tokens, const unit_word *word,
                 const cardinal_number *number) {
    if (word->kind == XC_MONEY && !(word->forms & FORM_AFTER)) {
        return false;
    }
    if (word->forms & FORM_LARGE) {
        return xc_decimal_compare(number->value, xc_decimal_of(1000)) >= 0;
    }
    if (word->forms & (FORM_SYMBOL | FORM_GLUED)) {
        return (number->digits || word->kind == XC_MONEY) &&
               is_as_written(r, i, tokens, word) &&
               (!(word->forms & FORM_GLUED) || is_glued(r, i));
    }
    return word->forms & FORM_WORD;
}

// "two second-half goals", "four quarter-finals": the unit is the begin of another word.
static bool begins_compound(const xc_reader *r, size_t end, const unit_word *word,
                            bool hyphen) {
    return !hyphen && word->kind == XC_DURATION && mark_at(r, end, '-') && is_glued(r, end) &&
           is_glued(r, end + 1) && !(context_at(r, end + 1) & CONTEXT_LENGTH_AFTER);
}

const unit_word *unit_after(const xc_reader *r, const cardinal_number *number, size_t *end) {
    size_t at = number->end;
    bool hyphen = mark_at(r, at, '-') && is_glued(r, at) && is_glued(r, at + 1);
    at += hyphen ? 1 : 0;
    *end = number->end;
    if (at >= r->limit) {
        return NULL;
    }
    xc_phrase_match match = reader_match(r, r->words->units, at);
    const unit_word *best = NULL;
    for (uint32_t p = 0; p < match.payload_count; p++) {
        const unit_word *word = &r->words->unit_words[match.payloads[p]];
        if (fits(r, at, match.tokens, word, number) && (!best || !(word->forms & FORM_WORD))) {
            best = word;
        }
    }
    if (!best || begins_compound(r, at + match.tokens, best, hyphen)) {
        return NULL;
    }
    *end = at + match.tokens;
    return best;
}

// Seconds that a unit is taken for beside one of the clock ("a year and ten days").
static int64_t seconds_of(const xc_time_unit *unit) {
    enum { DAY = 86400, MONTH_DAYS = 30, YEAR_DAYS = 365, YEAR_MONTHS = 12 };
    int64_t years = unit->months / YEAR_MONTHS;
    return unit->seconds
               ? unit->seconds
               : (years ? years * YEAR_DAYS : (int64_t)unit->months * MONTH_DAYS) * DAY;
}

// How many of the smaller unit the greater one has; 0 if they do not add up.
static int64_t units_in(xc_slice greater, xc_slice smaller) {
    const xc_time_unit *one = xc_time_unit_of(greater);
    const xc_time_unit *other = xc_time_unit_of(smaller);
    if (!one || !other) {
        return 0;
    }
    bool both = one->months && other->months;
    int64_t more = both ? one->months : seconds_of(one);
    int64_t less = both ? other->months : seconds_of(other);
    return less > 0 && more > less && more % less == 0 ? more / less : 0;
}

enum { MOST_ADDENDS = 6 };

typedef struct addend {
    xc_decimal value;
    const unit_word *unit;
} addend;

typedef struct addends {
    addend items[MOST_ADDENDS];
    size_t count;
} addends;

// Whether a unit may follow the last one: a smaller one of time, or cents behind dollars.
static bool is_smaller(const addends *sum, const unit_word *unit) {
    const unit_word *last = sum->items[sum->count - 1].unit;
    return unit->kind == XC_MONEY ? unit->alone.len && !last->alone.len
                                  : units_in(last->unit, unit->unit) > 0;
}

// The sum in the last unit ("90 minutes"), or of money in the first.
static bool total(const addends *sum, xc_decimal *out) {
    const unit_word *last = sum->items[sum->count - 1].unit;
    *out = (xc_decimal){0};
    for (size_t i = 0; i < sum->count; i++) {
        const addend *item = &sum->items[i];
        int64_t times = item->unit->kind == XC_DURATION && item->unit != last
                            ? units_in(item->unit->unit, last->unit)
                            : 1;
        xc_decimal value = item->value;
        bool lesser = item->unit->alone.len > 0;
        if (!xc_decimal_multiply(value, xc_decimal_of(times), &value) ||
            (lesser && !xc_decimal_multiply(value, item->unit->scale, &value)) ||
            !xc_decimal_add(*out, value, out)) {
            return false;
        }
    }
    return true;
}

// "an hour and a half"
static bool add_part_of_unit(const xc_reader *r, size_t at, quantity_draft *draft) {
    size_t tokens = 0;
    if (number_word_at(r, at, NUMBER_ARTICLE, &tokens)) {
        at += tokens;
    }
    const number_word *part = number_word_at(r, at, NUMBER_PART, &tokens);
    xc_decimal value;
    if (!part || part->value.exponent != 0 || part->value.digits > 4 ||
        !decimal_divide(xc_decimal_of(1), part->value.digits, &value) ||
        !xc_decimal_add(draft->number.value, value, &draft->number.value)) {
        return false;
    }
    draft->last = at + tokens;
    return true;
}

// "15 dollars and 50": hundredths that end the clause.
static bool is_bare_hundredths(const xc_reader *r, const quantity_draft *draft,
                               const cardinal_number *more) {
    const xc_token *behind = reader_token(r, more->end);
    return draft->unit->kind == XC_MONEY && !draft->unit->alone.len &&
           xc_decimal_is_integer(more->value) &&
           xc_decimal_compare(more->value, xc_decimal_of(100)) < 0 &&
           xc_decimal_compare(draft->number.scale, xc_decimal_of(1)) == 0 && !more->fraction &&
           (!behind || behind->mark == '.' || behind->mark == '!' || behind->mark == '?');
}

// One more addend behind draft->last; false if there is none.
static bool read_addend(const xc_reader *r, quantity_draft *draft, addends *sum) {
    static const unit_word hundredths = {
        .alone = XC_SLICE_INIT("hundredth"), .scale = {1, -2}, .kind = XC_MONEY};
    size_t tokens = 0;
    size_t at = draft->last;
    bool joined = number_word_at(r, at, NUMBER_AND, &tokens) != NULL;
    at += joined ? tokens : 0;
    cardinal_number more;
    if (!cardinal_read(r, at, &more) || more.why || more.vague || more.ordinal) {
        return false;
    }
    size_t end = 0;
    const unit_word *unit = unit_after(r, &more, &end);
    if (!unit && is_bare_hundredths(r, draft, &more)) {
        unit = &hundredths;
        end = more.end;
    }
    if (!unit || unit->kind != draft->unit->kind || !is_smaller(sum, unit)) {
        return false;
    }
    sum->items[sum->count++] = (addend){more.value, unit};
    draft->last = end;
    draft->number_last = more.end;
    return true;
}

void unit_extend(const xc_reader *r, quantity_draft *draft) {
    size_t tokens = 0;
    if (!draft->unit || draft->range || draft->number.vague || draft->unit->alone.len ||
        (draft->kind != XC_DURATION && draft->kind != XC_MONEY)) {
        return;
    }
    if (draft->kind == XC_DURATION && number_word_at(r, draft->last, NUMBER_AND, &tokens) &&
        add_part_of_unit(r, draft->last + tokens, draft)) {
        return;
    }
    addends sum = {.items = {{draft->number.value, draft->unit}}, .count = 1};
    while (sum.count < MOST_ADDENDS && read_addend(r, draft, &sum)) {
    }
    if (total(&sum, &draft->number.value) && draft->kind == XC_DURATION) {
        draft->unit = sum.items[sum.count - 1].unit;
    }
}

void rate_read(const xc_reader *r, quantity_draft *draft) {
    size_t at = draft->last;
    if (!(context_at(r, at) & CONTEXT_PER) || draft->kind == XC_DURATION ||
        draft->kind == XC_AGE) {
        return;
    }
    bool article = context_at(r, at) & CONTEXT_ANY_ARTICLE;
    at++;
    xc_phrase_match match = reader_match(r, r->words->units, at);
    for (uint32_t p = 0; p < match.payload_count; p++) {
        const unit_word *word = &r->words->unit_words[match.payloads[p]];
        if ((word->kind == XC_DURATION || (word->kind == XC_PHYSICAL && !article) ||
             (draft->kind == XC_MONEY && word->kind == XC_PHYSICAL)) &&
            !(word->forms & FORM_GLUED)) {
            draft->per = word->unit;
            draft->last = at + match.tokens;
            return;
        }
    }
    const xc_token *token = reader_token(r, at);
    if (!article && draft->kind == XC_MONEY && token && token->kind == XC_TOKEN_WORD) {
        draft->per = xc_token_slice(r->text, at);
        draft->last = at + 1;
    }
}
