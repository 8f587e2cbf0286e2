// SPDX-License-Identifier: MIT
// The words before and behind a number that say how it is meant, and ranges.
#include "draft.h"

enum { MOST_HEDGES = 4 };

const xc_hedge_word *xc_hedge_at(const xc_reader *r, size_t i, unsigned sides, size_t *tokens) {
    if (i >= r->limit) {
        return NULL;
    }
    xc_phrase_match match = xc_phrases_match(r->words->hedges, r->text, i, r->limit);
    for (uint32_t p = 0; p < match.payload_count; p++) {
        const xc_hedge_word *word = &r->words->hedge_words[match.payloads[p]];
        if (word->side & sides) {
            *tokens = match.tokens;
            return word;
        }
    }
    return NULL;
}

static void take_before(const xc_hedge_word *word, xc_quantity_draft *draft) {
    switch (word->side) {
    case XC_HEDGE_BETWEEN:
        draft->between = true;
        break;
    case XC_HEDGE_FROM:
        draft->from = true;
        break;
    case XC_HEDGE_FURTHER:
        draft->further = true;
        break;
    case XC_HEDGE_BEFORE:
    case XC_HEDGE_AFTER:
    case XC_HEDGE_FURTHER_AFTER:
    case XC_HEDGE_TO:
    case XC_HEDGE_OR:
    case XC_HEDGE_AND:
    default:
        if (draft->qualifier == XC_EXACT) {
            draft->qualifier = word->qualifier;
        }
        draft->hedged = draft->hedged || word->qualifier != XC_EXACT;
        break;
    }
}

size_t xc_hedges_before(const xc_reader *r, size_t i, xc_quantity_draft *draft) {
    const unsigned sides =
        XC_HEDGE_BEFORE | XC_HEDGE_FURTHER | XC_HEDGE_BETWEEN | XC_HEDGE_FROM;
    for (int count = 0; count < MOST_HEDGES; count++) {
        size_t tokens = 0;
        const xc_hedge_word *word = xc_hedge_at(r, i, sides, &tokens);
        if (!word) {
            break;
        }
        take_before(word, draft);
        i += tokens;
    }
    return i;
}

// "12 more", not "12 more than".
static bool read_further(const xc_reader *r, xc_quantity_draft *draft) {
    size_t tokens = 0;
    if (draft->kind != XC_COUNT || draft->further ||
        !xc_hedge_at(r, draft->last, XC_HEDGE_FURTHER_AFTER, &tokens) ||
        xc_context_at(r, draft->last + tokens) & XC_THAN) {
        return false;
    }
    draft->further = true;
    draft->last += tokens;
    return true;
}

// The hedge behind a counted noun: "5,000 people or more". The noun stays outside.
static void read_distant_hedge(const xc_reader *r, xc_quantity_draft *draft) {
    enum { FARTHEST = 3 };
    if (draft->qualifier != XC_EXACT || draft->kind != XC_COUNT) {
        return;
    }
    for (size_t at = draft->last; at < draft->last + FARTHEST && at < r->limit; at++) {
        size_t tokens = 0;
        const xc_hedge_word *word = xc_hedge_at(r, at, XC_HEDGE_AFTER, &tokens);
        if (word && tokens > 1 && at > draft->last) {
            if (!(xc_context_at(r, at + tokens) & XC_THAN)) {
                draft->qualifier = word->qualifier;
            }
            return;
        }
        if (r->text->tokens[at].kind != XC_TOKEN_WORD || xc_context_at(r, at) & XC_FUNCTION) {
            return;
        }
    }
}

void xc_hedges_after(const xc_reader *r, xc_quantity_draft *draft) {
    size_t tokens = 0;
    size_t at = draft->last;
    if (read_further(r, draft)) {
        return;
    }
    if (xc_is_mark(r, at, '-') && xc_is_glued(r, at) && xc_is_glued(r, at + 1)) {
        at++;
        if (xc_context_at(r, at) & XC_STRONG) {
            draft->last = at + 1;
            return;
        }
    }
    const xc_hedge_word *word = xc_hedge_at(r, at, XC_HEDGE_AFTER, &tokens);
    if (!word || xc_context_at(r, at + tokens) & XC_THAN ||
        (tokens == 1 && xc_is_number(r, at + tokens))) {
        read_distant_hedge(r, draft);
        return;
    }
    draft->qualifier = word->qualifier;
    draft->last = at + tokens;
}

// The token behind the words that join the ends of a range, or `i` if none stand there.
static size_t read_join(const xc_reader *r, size_t i, const xc_quantity_draft *draft,
                        bool * or) {
    size_t tokens = 0;
    * or = false;
    if (draft->between) {
        return xc_hedge_at(r, i, XC_HEDGE_AND | XC_HEDGE_TO, &tokens) ? i + tokens : i;
    }
    if (xc_is_mark(r, i, '-')) {
        return i + 1;
    }
    const xc_hedge_word *word = xc_hedge_at(r, i, XC_HEDGE_TO | XC_HEDGE_OR, &tokens);
    if (!word) {
        return i;
    }
    * or = word->side == XC_HEDGE_OR;
    return i + tokens;
}

// "two to three million": the scale of the second number is that of the first too.
static void share_scale(const xc_cardinal *upper, xc_cardinal *lower) {
    xc_decimal one = xc_decimal_of(1);
    if (xc_decimal_compare(lower->scale, one) == 0 &&
        xc_decimal_compare(upper->scale, one) > 0 &&
        xc_decimal_compare(lower->value, upper->mantissa) < 0) {
        if (xc_decimal_multiply(lower->value, upper->scale, &lower->value)) {
            lower->scale = upper->scale;
        }
    }
}

static bool is_far(xc_decimal lower, xc_decimal upper) {
    xc_decimal thrice;
    return !xc_decimal_multiply(lower, xc_decimal_of(3), &thrice) ||
           xc_decimal_compare(upper, thrice) > 0;
}

// Whether the units of both ends agree; a missing one is that of the other end.
static bool units_agree(const xc_unit_word *a, const xc_unit_word *b) {
    return !a || !b || xc_slice_equal(a->unit, b->unit);
}

void xc_range_read(xc_reader *r, xc_quantity_draft *draft) {
    bool or = false;
    size_t at = read_join(r, draft->last, draft, & or);
    if (at == draft->last || draft->number.ordinal) {
        return;
    }
    size_t number = at;
    const xc_unit_word *before = xc_unit_before(r, at, &number);
    bool money = r->money;
    r->money = before ? before->kind == XC_MONEY : money;
    xc_cardinal upper;
    bool read = xc_cardinal_read(r, number, &upper);
    r->money = money;
    if (!read || upper.why || upper.ordinal || upper.vague || draft->number.vague) {
        return;
    }
    size_t end = upper.end;
    const xc_unit_word *unit = before ? before : xc_unit_after(r, &upper, &end);
    end = before ? upper.end : end;
    xc_cardinal lower = draft->number;
    share_scale(&upper, &lower);
    if (!units_agree(draft->unit, unit) || xc_decimal_compare(lower.value, upper.value) >= 0 ||
        (or &&(draft->unit || is_far(lower.value, upper.value)))) {
        return;
    }
    draft->number = lower;
    draft->upper = upper;
    draft->range = true;
    draft->number_last = upper.end;
    draft->last = end;
    draft->unit = unit ? unit : draft->unit;
}
