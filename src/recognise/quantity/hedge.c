// SPDX-License-Identifier: MIT
// The words before and behind a number that say how it is meant, and ranges.
#include "recognise/quantity/assemble.h"

enum { MOST_HEDGES = 4 };

const hedge_word *hedge_at(const xc_reader *r, size_t i, unsigned sides, size_t *tokens) {
    if (i >= r->limit) {
        return NULL;
    }
    xc_phrase_match match = reader_match(r, r->words->hedges, i);
    for (uint32_t p = 0; p < match.payload_count; p++) {
        const hedge_word *word = &r->words->hedge_words[match.payloads[p]];
        if (word->side & sides) {
            *tokens = match.tokens;
            return word;
        }
    }
    return NULL;
}

static void take_before(const hedge_word *word, quantity_draft *draft) {
    switch (word->side) {
    case HEDGE_BETWEEN:
        draft->between = true;
        break;
    case HEDGE_FROM:
        draft->from = true;
        break;
    case HEDGE_FURTHER:
        draft->further = true;
        break;
    case HEDGE_WHOLE:
        draft->whole = true;
        break;
    case HEDGE_SHARE:
    case HEDGE_BEFORE:
    case HEDGE_AFTER:
    case HEDGE_FURTHER_AFTER:
    case HEDGE_TO:
    case HEDGE_OR:
    case HEDGE_AND:
    case HEDGE_RATHER:
    default:
        if (draft->qualifier == XC_EXACT) {
            draft->qualifier = word->qualifier;
        }
        draft->hedged = draft->hedged || word->qualifier != XC_EXACT;
        break;
    }
}

size_t hedges_before(const xc_reader *r, size_t i, quantity_draft *draft) {
    const unsigned sides =
        HEDGE_BEFORE | HEDGE_FURTHER | HEDGE_BETWEEN | HEDGE_FROM | HEDGE_WHOLE;
    for (int count = 0; count < MOST_HEDGES; count++) {
        size_t tokens = 0;
        const hedge_word *word = hedge_at(r, i, sides, &tokens);
        if (!word) {
            break;
        }
        take_before(word, draft);
        i += tokens;
        if (word->side == HEDGE_BETWEEN || word->side == HEDGE_FROM) {
            draft->opened = i;
        }
    }
    return i;
}

// "12 more", not "12 more than".
static bool read_further(const xc_reader *r, quantity_draft *draft) {
    size_t tokens = 0;
    if (draft->kind != XC_COUNT || draft->further ||
        !hedge_at(r, draft->last, HEDGE_FURTHER_AFTER, &tokens) ||
        context_at(r, draft->last + tokens) & CONTEXT_THAN) {
        return false;
    }
    draft->further = true;
    draft->last += tokens;
    return true;
}

// The hedge behind a counted noun: "5,000 people or more". The noun stays outside.
static void read_distant_hedge(const xc_reader *r, quantity_draft *draft) {
    enum { FARTHEST = 3 };
    if (draft->qualifier != XC_EXACT || draft->kind != XC_COUNT) {
        return;
    }
    for (size_t at = draft->last; at < draft->last + FARTHEST && at < r->limit; at++) {
        size_t tokens = 0;
        const hedge_word *word = hedge_at(r, at, HEDGE_AFTER, &tokens);
        if (word && tokens > 1 && at > draft->last) {
            if (!(context_at(r, at + tokens) & CONTEXT_THAN)) {
                draft->qualifier = word->qualifier;
            }
            return;
        }
        if (r->text->tokens[at].kind != XC_TOKEN_WORD || context_at(r, at) & CONTEXT_FUNCTION) {
            return;
        }
    }
}

static bool is_number(const xc_reader *r, size_t i) {
    cardinal_number number;
    return cardinal_read(r, i, &number);
}

// "more than 20 or equal"
static xc_qualifier or_equal(xc_qualifier qualifier) {
    if (qualifier == XC_MORE_THAN) {
        return XC_AT_LEAST;
    }
    return qualifier == XC_LESS_THAN ? XC_AT_MOST : qualifier;
}

void hedges_after(const xc_reader *r, quantity_draft *draft) {
    size_t tokens = 0;
    size_t at = draft->last;
    if (read_further(r, draft)) {
        return;
    }
    if (mark_at(r, at, '-') && is_glued(r, at) && is_glued(r, at + 1)) {
        at++;
        if (context_at(r, at) & CONTEXT_STRONG) {
            draft->last = at + 1;
            return;
        }
    }
    const hedge_word *word = hedge_at(r, at, HEDGE_AFTER, &tokens);
    if (!word || context_at(r, at + tokens) & CONTEXT_THAN || is_number(r, at + tokens)) {
        read_distant_hedge(r, draft);
        return;
    }
    draft->qualifier =
        word->qualifier != XC_EXACT ? word->qualifier : or_equal(draft->qualifier);
    draft->last = at + tokens;
}

// The token behind the words that join the ends of a range, or `i` if none stand there.
static size_t read_join(const xc_reader *r, size_t i, const quantity_draft *draft,
                        bool *either) {
    size_t tokens = 0;
    *either = false;
    if (draft->between) {
        return hedge_at(r, i, HEDGE_AND | HEDGE_TO, &tokens) ? i + tokens : i;
    }
    if (mark_at(r, i, '-')) {
        bool hangs = is_glued(r, i) && !is_glued(r, i + 1); // "8- to 16-metre"
        if (!hangs || !hedge_at(r, i + 1, HEDGE_TO, &tokens)) {
            return i + 1;
        }
        i++;
    }
    const hedge_word *word = hedge_at(r, i, HEDGE_TO | HEDGE_OR, &tokens);
    if (!word) {
        return i;
    }
    *either = word->side == HEDGE_OR;
    return i + tokens;
}

// "rose in 2018 to 3.9 million": a year, and a figure that is none.
static bool is_year_beside(const cardinal_number *lower, const cardinal_number *upper) {
    return lower->plain && !upper->plain && xc_decimal_is_integer(lower->value) &&
           xc_decimal_compare(lower->value, xc_decimal_of(1900)) >= 0 &&
           xc_decimal_compare(lower->value, xc_decimal_of(2100)) <= 0;
}

// "two to three hundred": hundreds in words have no scale of their own.
static bool share_hundreds(const cardinal_number *upper, cardinal_number *lower) {
    xc_decimal hundreds;
    if (upper->digits || lower->digits || upper->value.digits <= 0 ||
        xc_decimal_compare(upper->scale, xc_decimal_of(1)) != 0 ||
        xc_decimal_compare(lower->scale, xc_decimal_of(1)) != 0 ||
        xc_decimal_compare(upper->value, xc_decimal_of(9900)) > 0 ||
        !xc_decimal_multiply(upper->value, (xc_decimal){1, -2}, &hundreds) ||
        !xc_decimal_is_integer(hundreds) || xc_decimal_compare(lower->value, hundreds) >= 0) {
        return false;
    }
    return xc_decimal_multiply(lower->value, xc_decimal_of(100), &lower->value);
}

// "two to three million": the scale of the second number is that of the first too.
static void share_scale(const cardinal_number *upper, cardinal_number *lower) {
    xc_decimal one = xc_decimal_of(1);
    if (share_hundreds(upper, lower)) {
        return;
    }
    if (xc_decimal_compare(lower->scale, one) == 0 &&
        xc_decimal_compare(upper->scale, one) > 0 &&
        xc_decimal_compare(lower->value, upper->mantissa) < 0) {
        if (xc_decimal_multiply(lower->value, upper->scale, &lower->value)) {
            lower->scale = upper->scale;
        }
    }
}

// Whether "or" parts two figures ("25k or 40k") and does not join neighbours ("two or three").
static bool is_choice(const quantity_draft *draft, const cardinal_number *lower,
                      const cardinal_number *upper) {
    xc_decimal twice;
    bool own_scale = xc_decimal_compare(draft->number.scale, xc_decimal_of(1)) > 0;
    return draft->unit || own_scale ||
           !xc_decimal_multiply(lower->value, xc_decimal_of(2), &twice) ||
           xc_decimal_compare(upper->value, twice) > 0;
}

// "rose by four to 27": a change and what it led to; "by two to three" is a range.
static bool is_change_and_total(const xc_reader *r, const quantity_draft *draft,
                                const cardinal_number *upper) {
    enum { FAR = 3 };
    xc_decimal far;
    return !draft->unit && draft->first > r->first &&
           (context_at(r, draft->first - 1) & CONTEXT_BY) && !mark_at(r, draft->last, '-') &&
           (!xc_decimal_multiply(draft->number.value, xc_decimal_of(FAR), &far) ||
            xc_decimal_compare(upper->value, far) > 0);
}

// Whether the units of both ends agree; a missing one is that of the other end.
static bool units_agree(const unit_word *a, const unit_word *b) {
    return !a || !b || xc_slice_equal(a->unit, b->unit);
}

void range_read(xc_reader *r, quantity_draft *draft) {
    bool either = false;
    size_t at = read_join(r, draft->last, draft, &either);
    if (at == draft->last || draft->number.ordinal) {
        return;
    }
    size_t number = at;
    const unit_word *before = unit_before(r, at, &number);
    bool money = r->money;
    r->money = before ? before->kind == XC_MONEY : money;
    cardinal_number upper;
    bool read = cardinal_read(r, number, &upper);
    r->money = money;
    if (!read || upper.why || upper.ordinal || upper.vague || draft->number.vague ||
        is_year_beside(&draft->number, &upper)) {
        return;
    }
    size_t end = upper.end;
    const unit_word *unit = before ? before : unit_after(r, &upper, &end);
    end = before ? upper.end : end;
    cardinal_number lower = draft->number;
    share_scale(&upper, &lower);
    if (!units_agree(draft->unit, unit) || xc_decimal_compare(lower.value, upper.value) >= 0 ||
        (either && is_choice(draft, &lower, &upper)) || is_change_and_total(r, draft, &upper)) {
        return;
    }
    draft->number = lower;
    draft->upper = upper;
    draft->range = true;
    draft->number_last = upper.end;
    draft->last = end;
    draft->unit = unit ? unit : draft->unit;
}

static bool is_lower_bound(xc_qualifier qualifier) {
    return qualifier == XC_AT_LEAST || qualifier == XC_MORE_THAN;
}

static bool is_upper_bound(xc_qualifier qualifier) {
    return qualifier == XC_AT_MOST || qualifier == XC_LESS_THAN;
}

void bounds_join(const xc_reader *r, quantity_draft *draft) {
    size_t tokens = 0;
    size_t joint = draft->last;
    bool lower = is_lower_bound(draft->qualifier);
    if ((!lower && !is_upper_bound(draft->qualifier)) || draft->range ||
        (!number_word_at(r, draft->last, NUMBER_AND, &tokens) &&
         !hedge_at(r, draft->last, HEDGE_AND | HEDGE_TO, &tokens))) {
        return;
    }
    quantity_draft other = {0};
    size_t at = hedges_before(r, draft->last + tokens, &other);
    cardinal_number number;
    if ((lower ? !is_upper_bound(other.qualifier) : !is_lower_bound(other.qualifier)) ||
        !cardinal_read(r, at, &number) || number.why || number.vague || number.ordinal) {
        return;
    }
    size_t end = number.end;
    const unit_word *unit = unit_after(r, &number, &end);
    const cardinal_number *least = lower ? &draft->number : &number;
    const cardinal_number *most = lower ? &number : &draft->number;
    if (!units_agree(draft->unit, unit) || xc_decimal_compare(least->value, most->value) >= 0) {
        return;
    }
    xc_decimal first = least->value;
    bool above = !draft->unit && !unit && xc_decimal_is_integer(first) &&
                 (lower ? draft->qualifier : other.qualifier) == XC_MORE_THAN &&
                 hedge_at(r, joint, HEDGE_TO, &tokens);
    if (above && !xc_decimal_add(first, xc_decimal_of(1), &first)) {
        return; // "from more than 1,000 to as many as 2,000" has 1,001 as its least
    }
    draft->upper = *most;
    draft->number = *least;
    draft->number.value = first;
    draft->range = true;
    draft->number_last = number.end;
    draft->last = end;
    draft->unit = unit ? unit : draft->unit;
}
