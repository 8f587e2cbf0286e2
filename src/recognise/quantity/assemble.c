// SPDX-License-Identifier: MIT
// Puts hedges, numbers and units together to one quantity.
#include "recognise/quantity/assemble.h"

static xc_quantity_kind kind_of(const xc_quantity_draft *draft) {
    if (draft->unit) {
        return draft->unit->kind;
    }
    if (draft->number.fraction) {
        return XC_FRACTION;
    }
    return xc_decimal_is_integer(draft->number.value) ? XC_COUNT : XC_PHYSICAL;
}

// "a month", "another day", "all week": a unit of time whose number is one and not written.
static bool read_implied(const xc_reader *r, size_t at, xc_quantity_draft *draft) {
    size_t tokens = 0;
    bool article = xc_number_word_at(r, at, XC_ARTICLE, &tokens) != NULL;
    size_t noun = article ? at + tokens : at;
    bool led =
        draft->first > r->first &&
        xc_contexts_of(r->words, r->text->tokens[draft->first - 1].word) & XC_DURATION_BEFORE;
    bool halved = draft->first == at && article; // "an hour and a half"
    bool whole = draft->whole && !article;
    noun += whole && xc_is_mark(r, noun, '-') ? 1 : 0;
    if (!(article && (draft->hedged || led || halved)) && !draft->further && !whole) {
        return false;
    }
    draft->number = (xc_cardinal){.end = noun,
                                  .value = xc_decimal_of(1),
                                  .mantissa = xc_decimal_of(1),
                                  .scale = xc_decimal_of(1)};
    size_t end = 0;
    draft->unit = xc_unit_after(r, &draft->number, &end);
    bool measured = draft->unit && draft->unit->kind == XC_PHYSICAL && draft->hedged && article;
    if (!draft->unit || !draft->unit->singular ||
        (draft->unit->kind != XC_DURATION && !measured)) {
        return false;
    }
    draft->kind = draft->unit->kind;
    draft->implied = true;
    draft->number_first = article ? at : noun;
    draft->number_last = article ? noun : end;
    draft->last = end;
    xc_unit_extend(r, draft);
    xc_hedges_after(r, draft);
    return (article && (draft->hedged || led)) || draft->further || whole || draft->last > end;
}

// "twice as many", "tenfold", "double the".
static bool read_multiple(const xc_reader *r, size_t at, xc_quantity_draft *draft) {
    size_t tokens = 0;
    const xc_number_word *word = xc_number_word_at(r, at, XC_MULTIPLE_WORD, &tokens);
    bool joined = xc_is_mark(r, at + tokens, '-') && xc_is_glued(r, at + tokens);
    if (!word || joined ||
        (word->kind == XC_MULTIPLE_WORD && word->value.digits < 5 &&
         !(xc_context_at(r, at + tokens) & XC_MULTIPLE_AFTER))) {
        return false;
    }
    draft->number = (xc_cardinal){.end = at + tokens, .value = word->value};
    draft->number_first = at;
    draft->number_last = draft->last = at + tokens;
    draft->kind = XC_MULTIPLE;
    return true;
}

// "three times as many", "10-fold".
static void check_multiple(const xc_reader *r, xc_quantity_draft *draft) {
    size_t tokens = 0;
    size_t at = draft->last;
    if (draft->kind != XC_COUNT) {
        return;
    }
    if (xc_context_at(r, at) & XC_TIMES && xc_context_at(r, at + 1) & XC_MULTIPLE_AFTER) {
        draft->kind = XC_MULTIPLE;
        draft->last = at + 1;
        return;
    }
    at += xc_is_mark(r, at, '-') ? 1 : 0;
    if (xc_number_word_at(r, at, XC_FOLD, &tokens)) {
        draft->kind = XC_MULTIPLE;
        draft->last = at + tokens;
    }
}

// The currency or other unit that stands before the number, with its sign.
static size_t read_unit_before(const xc_reader *r, size_t at, xc_quantity_draft *draft) {
    size_t end = 0;
    bool minus = xc_is_mark(r, at, '-') && !xc_is_glued(r, at) && xc_is_glued(r, at + 1);
    draft->unit = xc_unit_before(r, minus ? at + 1 : at, &end);
    draft->negative = minus && draft->unit;
    if (draft->unit && draft->unit->kind == XC_MONEY && xc_is_mark(r, end, '-') &&
        xc_is_glued(r, end) && xc_is_number(r, end + 1)) { // "$-5"
        draft->negative = true;
        end++;
    }
    return draft->unit ? end : at;
}

static bool is_age_word(const xc_reader *r, size_t first) {
    for (size_t steps = 1; steps <= 2 && first >= r->first + steps; steps++) {
        uint32_t context = xc_contexts_of(r->words, r->text->tokens[first - steps].word);
        if (context & XC_OLD) {
            return true;
        }
        if (!(context & XC_OF)) {
            return false;
        }
    }
    return false;
}

// "Petrov, 42, said": an age between commas behind a name.
static bool is_age_between_commas(const xc_reader *r, const xc_quantity_draft *draft) {
    size_t i = draft->first;
    if (i < r->first + 2 || !draft->number.plain || draft->last != i + 1 ||
        xc_decimal_compare(draft->number.value, xc_decimal_of(120)) > 0) {
        return false;
    }
    const xc_token *name = &r->text->tokens[i - 2];
    return r->text->tokens[i - 1].mark == ',' && xc_is_mark(r, draft->last, ',') &&
           name->kind == XC_TOKEN_WORD && name->flags & XC_TOKEN_CAPITAL;
}

static void check_age(const xc_reader *r, xc_quantity_draft *draft) {
    static const xc_unit_word years = {
        .unit = XC_SLICE_INIT("year"), .scale = {1, 0}, .kind = XC_AGE};
    if (draft->kind == XC_COUNT && !draft->further && !draft->number.vague &&
        (is_age_word(r, draft->first) || is_age_between_commas(r, draft))) {
        draft->kind = XC_AGE;
        draft->unit = &years;
    } else if (draft->kind == XC_DURATION && is_age_word(r, draft->first)) {
        draft->kind = XC_AGE;
    }
}

// "rose by 12", "up 4%", "up from 12"; but "lost 12 men" counts men.
static void check_change(const xc_reader *r, xc_quantity_draft *draft) {
    size_t steps = 1;
    if (draft->first < r->first + 1 || draft->kind == XC_DURATION || draft->kind == XC_AGE) {
        return;
    }
    uint32_t context = xc_contexts_of(r->words, r->text->tokens[draft->first - 1].word);
    bool by = context & XC_BY;
    if (by && draft->first >= r->first + 2) {
        steps = 2;
        context = xc_contexts_of(r->words, r->text->tokens[draft->first - steps].word);
    }
    if (context & XC_CHANGE_BEFORE && (by || draft->from || draft->kind == XC_PERCENT)) {
        draft->kind = XC_CHANGE;
    }
}

// Whether "from 12 to 15", "by 3% to 15" stands behind a word of change: two figures, no range.
static bool is_change_from(const xc_reader *r, const xc_quantity_draft *draft) {
    size_t tokens = 0;
    if (!draft->from && !(draft->unit && xc_hedge_at(r, draft->last, XC_HEDGE_TO, &tokens))) {
        return false;
    }
    for (size_t steps = 1; steps <= 6 && draft->first >= r->first + steps; steps++) {
        uint32_t context = xc_contexts_of(r->words, r->text->tokens[draft->first - steps].word);
        if (context & XC_CHANGE_BEFORE) {
            return true;
        }
    }
    return false;
}

// The unit behind the number; "more" may stand between ("two more weeks").
static void read_unit_behind(const xc_reader *r, xc_quantity_draft *draft) {
    size_t end = draft->number.end;
    size_t tokens = 0;
    draft->unit = xc_unit_after(r, &draft->number, &end);
    if (!draft->unit && xc_hedge_at(r, end, XC_HEDGE_FURTHER_AFTER, &tokens)) {
        xc_cardinal moved = draft->number;
        moved.end += tokens;
        draft->unit = xc_unit_after(r, &moved, &end);
        draft->further = draft->further || draft->unit;
    }
    if (!draft->unit && draft->number.vague && xc_context_at(r, end) & XC_OF) {
        xc_cardinal moved = draft->number; // "thousands of dollars"
        moved.end++;
        draft->unit = xc_unit_after(r, &moved, &end);
    }
    draft->last = draft->unit ? end : draft->number.end;
}

// "75 USD million": the scale behind the currency.
static void read_scale_behind(const xc_reader *r, xc_quantity_draft *draft) {
    size_t tokens = 0;
    if (!draft->unit || draft->unit->kind != XC_MONEY ||
        xc_decimal_compare(draft->number.scale, xc_decimal_of(1)) != 0) {
        return;
    }
    const xc_number_word *scale =
        xc_number_word_at(r, draft->last, XC_SCALE_WORD | XC_SUFFIX, &tokens);
    if (scale && draft->number.digits &&
        xc_decimal_multiply(draft->number.value, scale->value, &draft->number.value)) {
        draft->number.scale = scale->value;
        draft->last += tokens;
    }
}

static void read_rest(xc_reader *r, xc_quantity_draft *draft) {
    draft->last = draft->number_last = draft->number.end;
    size_t end = draft->last;
    if (!draft->unit) {
        read_unit_behind(r, draft);
    } else if (draft->unit->kind == XC_MONEY) { // "$5 US", "$5 million dollars"
        const xc_unit_word *again = xc_unit_after(r, &draft->number, &end);
        draft->last = again && again->kind == XC_MONEY ? end : draft->last;
    }
    read_scale_behind(r, draft);
    if (!is_change_from(r, draft)) {
        xc_range_read(r, draft);
    }
    draft->kind = kind_of(draft);
    xc_unit_extend(r, draft);
    check_multiple(r, draft);
    check_age(r, draft);
    xc_hedges_after(r, draft);
    xc_bounds_join(r, draft);
    xc_rate_read(r, draft);
    check_change(r, draft);
    if (draft->opened && !draft->range) { // "from two sides"
        draft->first = draft->opened;
    }
}

// A quantity with its hedges, number and unit.
static bool read_stated(xc_reader *r, size_t i, xc_quantity_draft *draft) {
    *draft = (xc_quantity_draft){.first = i};
    size_t at = xc_hedges_before(r, i, draft);
    size_t number = read_unit_before(r, at, draft);
    r->money = draft->unit && draft->unit->kind == XC_MONEY;
    r->hedged = draft->hedged || draft->between;
    if (!draft->unit && read_multiple(r, number, draft)) {
        return true;
    }
    if (!xc_cardinal_read(r, number, &draft->number)) {
        return !draft->unit && read_implied(r, at, draft);
    }
    draft->number_first = number;
    draft->number_last = draft->last = draft->number.end;
    if (draft->number.why) {
        draft->why = draft->number.why;
        return true;
    }
    read_rest(r, draft);
    return true;
}

// "no casualties", "none were hurt", "no one was hurt".
static bool read_zero(const xc_reader *r, size_t i, xc_quantity_draft *draft) {
    uint32_t context = xc_context_at(r, i);
    bool two_words = context & XC_NO && xc_context_at(r, i + 1) & XC_ZERO_PRONOUN;
    size_t last = two_words ? i + 2 : i + 1;
    bool none = (two_words || context & XC_NONE) && xc_context_at(r, last) & XC_ZERO_AFTER;
    bool no = false;
    if (context & XC_NO) {
        for (size_t at = i + 1; at <= i + 2; at++) {
            no = no || xc_context_at(r, at) & XC_ZERO_NOUN;
        }
    }
    if (!none && !no) {
        return false;
    }
    *draft = (xc_quantity_draft){.first = i,
                                 .last = last,
                                 .number_first = i,
                                 .number_last = last,
                                 .kind = XC_COUNT,
                                 .zero = true};
    return true;
}

// "a small percentage": a share is named, but not how great it is.
static bool read_unstated(const xc_reader *r, size_t i, xc_quantity_draft *draft) {
    if (r->text->tokens[i].kind != XC_TOKEN_WORD) {
        return false;
    }
    xc_phrase_match match = xc_reader_match(r, r->words->units, i);
    size_t behind = i + match.tokens;
    xc_cardinal number;
    if (xc_context_at(r, behind) & XC_OF && xc_cardinal_read(r, behind + 1, &number)) {
        return false;
    }
    for (uint32_t p = 0; p < match.payload_count; p++) {
        const xc_unit_word *word = &r->words->unit_words[match.payloads[p]];
        if (word->kind == XC_PERCENT && word->forms & XC_FORM_WORD) {
            *draft = (xc_quantity_draft){.first = i,
                                         .last = i + match.tokens,
                                         .number_first = i,
                                         .number_last = i + match.tokens,
                                         .unit = word,
                                         .kind = XC_RATE,
                                         .unstated = true};
            return true;
        }
    }
    return false;
}

// "for decades": a plural without a number is two or more.
static bool read_plural(const xc_reader *r, size_t i, xc_quantity_draft *draft) {
    if (!(xc_context_at(r, i) & XC_LASTING)) {
        return false;
    }
    xc_phrase_match match = xc_reader_match(r, r->words->units, i + 1);
    for (uint32_t p = 0; p < match.payload_count; p++) {
        const xc_unit_word *word = &r->words->unit_words[match.payloads[p]];
        if (word->kind != XC_DURATION || word->singular || !(word->forms & XC_FORM_WORD)) {
            continue;
        }
        *draft = (xc_quantity_draft){.first = i + 1,
                                     .last = i + 1 + match.tokens,
                                     .number_first = i + 1,
                                     .number_last = i + 1 + match.tokens,
                                     .number = {.end = i + 1,
                                                .value = xc_decimal_of(2),
                                                .mantissa = xc_decimal_of(2),
                                                .scale = xc_decimal_of(1),
                                                .vague = true},
                                     .unit = word,
                                     .kind = XC_DURATION,
                                     .implied = true};
        return true;
    }
    return false;
}

bool xc_quantity_read(xc_reader *r, size_t i, xc_quantity_draft *draft) {
    return read_stated(r, i, draft) || read_zero(r, i, draft) || read_unstated(r, i, draft) ||
           read_plural(r, i, draft);
}
