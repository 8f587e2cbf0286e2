// SPDX-License-Identifier: MIT
// Puts hedges, numbers and units together to one quantity.
#include "recognise/quantity/assemble.h"

static xc_quantity_kind kind_of(const quantity_draft *draft) {
    if (draft->unit) {
        return draft->unit->kind;
    }
    if (draft->number.fraction) {
        return XC_FRACTION;
    }
    return xc_decimal_is_integer(draft->number.value) ? XC_COUNT : XC_PHYSICAL;
}

// "a month", "another day", "all week": a unit of time whose number is one and not written.
static bool read_implied(const xc_reader *r, size_t at, quantity_draft *draft) {
    size_t tokens = 0;
    bool article = number_word_at(r, at, NUMBER_ARTICLE, &tokens) != NULL;
    size_t noun = article ? at + tokens : at;
    bool led =
        draft->first > r->first &&
        contexts_of(r->words, r->text->tokens[draft->first - 1].word) & CONTEXT_DURATION_BEFORE;
    bool halved = draft->first == at && article; // "an hour and a half"
    bool whole = draft->whole && !article;
    noun += whole && mark_at(r, noun, '-') ? 1 : 0;
    if (!(article && (draft->hedged || led || halved)) && !draft->further && !whole) {
        return false;
    }
    draft->number = (cardinal_number){.end = noun,
                                      .value = xc_decimal_of(1),
                                      .mantissa = xc_decimal_of(1),
                                      .scale = xc_decimal_of(1)};
    size_t end = 0;
    draft->unit = unit_after(r, &draft->number, &end);
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
    unit_extend(r, draft);
    hedges_after(r, draft);
    return (article && (draft->hedged || led)) || draft->further || whole || draft->last > end;
}

// "twice as many", "tenfold", "double the".
static bool read_multiple(const xc_reader *r, size_t at, quantity_draft *draft) {
    size_t tokens = 0;
    const number_word *word = number_word_at(r, at, NUMBER_MULTIPLE_WORD, &tokens);
    bool joined = mark_at(r, at + tokens, '-') && is_glued(r, at + tokens);
    if (!word || joined ||
        (word->kind == NUMBER_MULTIPLE_WORD && word->value.digits < 5 &&
         !(context_at(r, at + tokens) & CONTEXT_MULTIPLE_AFTER))) {
        return false;
    }
    draft->number = (cardinal_number){.end = at + tokens, .value = word->value};
    draft->number_first = at;
    draft->number_last = draft->last = at + tokens;
    draft->kind = XC_MULTIPLE;
    return true;
}

// "three times as many", "10-fold".
static void check_multiple(const xc_reader *r, quantity_draft *draft) {
    size_t tokens = 0;
    size_t at = draft->last;
    if (draft->kind != XC_COUNT) {
        return;
    }
    if (context_at(r, at) & CONTEXT_TIMES && context_at(r, at + 1) & CONTEXT_MULTIPLE_AFTER) {
        draft->kind = XC_MULTIPLE;
        draft->last = at + 1;
        return;
    }
    at += mark_at(r, at, '-') ? 1 : 0;
    if (number_word_at(r, at, NUMBER_FOLD, &tokens)) {
        draft->kind = XC_MULTIPLE;
        draft->last = at + tokens;
    }
}

// The currency or other unit that stands before the number, with its sign.
static size_t read_unit_before(const xc_reader *r, size_t at, quantity_draft *draft) {
    size_t end = 0;
    bool minus = mark_at(r, at, '-') && !is_glued(r, at) && is_glued(r, at + 1);
    draft->unit = unit_before(r, minus ? at + 1 : at, &end);
    draft->negative = minus && draft->unit;
    if (draft->unit && draft->unit->kind == XC_MONEY && mark_at(r, end, '-') &&
        is_glued(r, end) && number_at(r, end + 1)) { // "$-5"
        draft->negative = true;
        end++;
    }
    return draft->unit ? end : at;
}

static bool is_age_word(const xc_reader *r, size_t first) {
    for (size_t steps = 1; steps <= 2 && first >= r->first + steps; steps++) {
        uint32_t context = contexts_of(r->words, r->text->tokens[first - steps].word);
        if (context & CONTEXT_OLD) {
            return true;
        }
        if (!(context & CONTEXT_OF)) {
            return false;
        }
    }
    return false;
}

// "Petrov, 42, said": an age between commas behind a name.
static bool is_age_between_commas(const xc_reader *r, const quantity_draft *draft) {
    size_t i = draft->first;
    if (i < r->first + 2 || !draft->number.plain || draft->last != i + 1 ||
        xc_decimal_compare(draft->number.value, xc_decimal_of(120)) > 0) {
        return false;
    }
    const xc_token *name = &r->text->tokens[i - 2];
    return r->text->tokens[i - 1].mark == ',' && mark_at(r, draft->last, ',') &&
           name->kind == XC_TOKEN_WORD && name->flags & XC_TOKEN_CAPITAL;
}

static void check_age(const xc_reader *r, quantity_draft *draft) {
    static const unit_word years = {
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
static void check_change(const xc_reader *r, quantity_draft *draft) {
    size_t steps = 1;
    if (draft->first < r->first + 1 || draft->kind == XC_DURATION || draft->kind == XC_AGE) {
        return;
    }
    uint32_t context = contexts_of(r->words, r->text->tokens[draft->first - 1].word);
    bool by = context & CONTEXT_BY;
    if (by && draft->first >= r->first + 2) {
        steps = 2;
        context = contexts_of(r->words, r->text->tokens[draft->first - steps].word);
    }
    if (context & CONTEXT_CHANGE_BEFORE && (by || draft->from || draft->kind == XC_PERCENT)) {
        draft->kind = XC_CHANGE;
    }
}

// Whether "from 12 to 15", "by 3% to 15" stands behind a word of change: two figures, no range.
static bool is_change_from(const xc_reader *r, const quantity_draft *draft) {
    size_t tokens = 0;
    if (!draft->from && !(draft->unit && hedge_at(r, draft->last, HEDGE_TO, &tokens))) {
        return false;
    }
    for (size_t steps = 1; steps <= 6 && draft->first >= r->first + steps; steps++) {
        uint32_t context = contexts_of(r->words, r->text->tokens[draft->first - steps].word);
        if (context & CONTEXT_CHANGE_BEFORE) {
            return true;
        }
    }
    return false;
}

// The unit behind the number; "more" may stand between ("two more weeks").
static void read_unit_behind(const xc_reader *r, quantity_draft *draft) {
    size_t end = draft->number.end;
    size_t tokens = 0;
    draft->unit = unit_after(r, &draft->number, &end);
    if (!draft->unit && hedge_at(r, end, HEDGE_FURTHER_AFTER, &tokens)) {
        cardinal_number moved = draft->number;
        moved.end += tokens;
        draft->unit = unit_after(r, &moved, &end);
        draft->further = draft->further || draft->unit;
    }
    if (!draft->unit && draft->number.vague && context_at(r, end) & CONTEXT_OF) {
        cardinal_number moved = draft->number; // "thousands of dollars"
        moved.end++;
        draft->unit = unit_after(r, &moved, &end);
    }
    draft->last = draft->unit ? end : draft->number.end;
}

// "75 USD million": the scale behind the currency.
static void read_scale_behind(const xc_reader *r, quantity_draft *draft) {
    size_t tokens = 0;
    if (!draft->unit || draft->unit->kind != XC_MONEY ||
        xc_decimal_compare(draft->number.scale, xc_decimal_of(1)) != 0) {
        return;
    }
    const number_word *scale =
        number_word_at(r, draft->last, NUMBER_SCALE_WORD | NUMBER_SUFFIX, &tokens);
    if (scale && draft->number.digits &&
        xc_decimal_multiply(draft->number.value, scale->value, &draft->number.value)) {
        draft->number.scale = scale->value;
        draft->last += tokens;
    }
}

static void read_rest(xc_reader *r, quantity_draft *draft) {
    if (!draft->unit) {
        alternative_read(r, &draft->number);
    }
    draft->last = draft->number_last = draft->number.end;
    size_t end = draft->last;
    if (!draft->unit) {
        read_unit_behind(r, draft);
    } else if (draft->unit->kind == XC_MONEY) { // "$5 US", "$5 million dollars"
        const unit_word *again = unit_after(r, &draft->number, &end);
        draft->last = again && again->kind == XC_MONEY ? end : draft->last;
    }
    read_scale_behind(r, draft);
    if (!is_change_from(r, draft)) {
        range_read(r, draft);
    }
    draft->kind = kind_of(draft);
    unit_extend(r, draft);
    check_multiple(r, draft);
    check_age(r, draft);
    hedges_after(r, draft);
    bounds_join(r, draft);
    rate_read(r, draft);
    check_change(r, draft);
    if (draft->opened && !draft->range) { // "from two sides"
        draft->first = draft->opened;
    }
}

// "R26 million" is money, "the R26" a road: a letter before its number means a currency only with
// a scale, thousands or places.
static bool is_road(const xc_reader *r, size_t number, const quantity_draft *draft) {
    return draft->unit->forms & FORM_LARGE && draft->unit->forms & FORM_BEFORE &&
           (draft->number.plain || !draft->number.digits || !is_glued(r, number));
}

// A quantity with its hedges, number and unit.
static bool read_stated(xc_reader *r, size_t i, quantity_draft *draft) {
    *draft = (quantity_draft){.first = i};
    size_t at = hedges_before(r, i, draft);
    size_t number = read_unit_before(r, at, draft);
    r->money = draft->unit && draft->unit->kind == XC_MONEY;
    r->hedged = draft->hedged || draft->between;
    if (!draft->unit && read_multiple(r, number, draft)) {
        return true;
    }
    if (!cardinal_read(r, number, &draft->number)) {
        return !draft->unit && read_implied(r, at, draft);
    }
    if (draft->unit && is_road(r, number, draft)) {
        return false;
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
static bool read_zero(const xc_reader *r, size_t i, quantity_draft *draft) {
    uint32_t context = context_at(r, i);
    bool two_words = context & CONTEXT_NO && context_at(r, i + 1) & CONTEXT_ZERO_PRONOUN;
    size_t last = two_words ? i + 2 : i + 1;
    bool none =
        (two_words || context & CONTEXT_NONE) && context_at(r, last) & CONTEXT_ZERO_AFTER;
    bool no = false;
    if (context & CONTEXT_NO) {
        for (size_t at = i + 1; at <= i + 2; at++) {
            no = no || context_at(r, at) & CONTEXT_ZERO_NOUN;
        }
    }
    if (!none && !no) {
        return false;
    }
    *draft = (quantity_draft){.first = i,
                              .last = last,
                              .number_first = i,
                              .number_last = last,
                              .kind = XC_COUNT,
                              .zero = true};
    return true;
}

// "a small percentage": a share is named, but not how great it is.
static bool read_unstated(const xc_reader *r, size_t i, quantity_draft *draft) {
    if (r->text->tokens[i].kind != XC_TOKEN_WORD) {
        return false;
    }
    xc_phrase_match match = reader_match(r, r->words->units, i);
    size_t behind = i + match.tokens;
    cardinal_number number;
    if (context_at(r, behind) & CONTEXT_OF && cardinal_read(r, behind + 1, &number)) {
        return false;
    }
    for (uint32_t p = 0; p < match.payload_count; p++) {
        const unit_word *word = &r->words->unit_words[match.payloads[p]];
        if (word->kind == XC_PERCENT && word->forms & FORM_WORD) {
            *draft = (quantity_draft){.first = i,
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
static bool read_plural(const xc_reader *r, size_t i, quantity_draft *draft) {
    if (!(context_at(r, i) & CONTEXT_LASTING)) {
        return false;
    }
    xc_phrase_match match = reader_match(r, r->words->units, i + 1);
    for (uint32_t p = 0; p < match.payload_count; p++) {
        const unit_word *word = &r->words->unit_words[match.payloads[p]];
        if (word->kind != XC_DURATION || word->singular || !(word->forms & FORM_WORD)) {
            continue;
        }
        *draft = (quantity_draft){.first = i + 1,
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

bool quantity_read(xc_reader *r, size_t i, quantity_draft *draft) {
    return read_stated(r, i, draft) || read_zero(r, i, draft) || read_unstated(r, i, draft) ||
           read_plural(r, i, draft);
}
