// SPDX-License-Identifier: MIT
// Finds the quantities of a text, sentence by sentence, and gives each its bounds.
#include "recognise/quantity/assemble.h"
#include "recognise/quantity/currency.h"

typedef struct finder {
    xc_reader reader;
    xc_arena *arena;
    xc_mentions *out;
    size_t capacity;
    size_t time; // the first time mention that does not end before the current token
    uint32_t sentence;
    bool heading;
    money_names *money; // quantities of money that several countries name alike
    size_t money_count, money_capacity;
} finder;

// The number one below or above a bound that a count leaves out; others keep the bound.
static xc_number next_to(const quantity_draft *draft, xc_decimal bound, int64_t step) {
    xc_decimal moved;
    if (draft->kind == XC_COUNT && xc_decimal_is_integer(bound) &&
        xc_decimal_add(bound, xc_decimal_of(step), &moved)) {
        return xc_number_from(moved);
    }
    return xc_number_from(bound);
}

static void set_bounds(const quantity_draft *draft, xc_decimal value, xc_quantity *q) {
    q->value = xc_number_from(value);
    switch (q->qualifier) {
    case XC_AT_LEAST:
        q->low = q->value;
        break;
    case XC_MORE_THAN:
        q->low = next_to(draft, value, 1);
        break;
    case XC_AT_MOST:
        q->high = q->value;
        break;
    case XC_LESS_THAN:
    case XC_ALMOST:
        q->high = next_to(draft, value, -1);
        break;
    case XC_VAGUE:
        q->value = (xc_number){0};
        q->low = xc_number_from(value);
        break;
    case XC_ABOUT:
        break;
    case XC_EXACT:
    case XC_RANGE:
    case XC_NO_QUALIFIER:
    case XC_QUALIFIERS:
    default:
        q->low = q->high = q->value;
        break;
    }
}

static xc_decimal scaled(const quantity_draft *draft, xc_decimal value) {
    xc_decimal out = draft->negative ? xc_decimal_negate(value) : value;
    if (draft->unit && !draft->unit->alone.len) {
        return xc_decimal_multiply(out, draft->unit->scale, &out) ? out : value;
    }
    return out;
}

static bool set_unit(finder *f, const quantity_draft *draft, xc_quantity *q) {
    if (draft->unit) {
        q->unit = draft->unit->alone.len ? draft->unit->alone : draft->unit->unit;
    }
    if (draft->per.len && !draft->why) {
        q->unit =
            xc_arena_print(f->arena, "%.*s/%.*s", XC_PRINT(q->unit), XC_PRINT(draft->per));
        q->kind = XC_RATE;
        return q->unit.ptr != NULL;
    }
    return true;
}

static bool note_money(finder *f, const unit_word *word) {
    if (!word || !word->shared.len) {
        return true;
    }
    money_names *money =
        xc_arena_grow(f->arena, &f->money, f->money_count, &f->money_capacity, sizeof *money);
    if (money) {
        *money = (money_names){f->out->quantity_count - 1, word};
        f->money_count++;
    }
    return money != NULL;
}

static bool add_quantity(finder *f, const quantity_draft *draft) {
    xc_quantity *q = xc_arena_grow(f->arena, &f->out->quantities, f->out->quantity_count,
                                   &f->capacity, sizeof *q);
    if (!q) {
        return false;
    }
    const xc_token *tokens = f->reader.text->tokens;
    *q = (xc_quantity){.start = tokens[draft->first].start,
                       .end = tokens[draft->last - 1].end,
                       .number_start = tokens[draft->number_first].start,
                       .number_end = tokens[draft->number_last - 1].end,
                       .first_token = (uint32_t)draft->first,
                       .last_token = (uint32_t)draft->last,
                       .sentence = f->sentence,
                       .kind = draft->why ? XC_NO_QUANTITY : draft->kind,
                       .qualifier = draft->qualifier,
                       .further = draft->further,
                       .zero = draft->zero,
                       .why = draft->why};
    f->out->quantity_count++;
    if (draft->range) {
        q->qualifier = XC_RANGE;
        q->low = xc_number_from(scaled(draft, draft->number.value));
        q->high = xc_number_from(scaled(draft, draft->upper.value));
    } else if (draft->unstated) {
        q->qualifier = XC_VAGUE;
    } else if (!draft->number.why) {
        q->qualifier = draft->number.vague ? XC_VAGUE : draft->qualifier;
        set_bounds(draft, scaled(draft, draft->number.value), q);
    }
    return set_unit(f, draft, q) && (draft->why || note_money(f, draft->unit));
}

// Sets how far the reader may look from token i: up to the next time, or to the end of the one
// that it is in. @return that time, NULL if i is in none
static const xc_time_mention *set_limit(finder *f, size_t i, size_t sentence_end) {
    const xc_mentions *out = f->out;
    while (f->time < out->time_count && out->times[f->time].last_token <= i) {
        f->time++;
    }
    f->reader.limit = sentence_end;
    if (f->time == out->time_count || out->times[f->time].first_token >= sentence_end) {
        return NULL;
    }
    const xc_time_mention *time = &out->times[f->time];
    if (time->duration_only) {
        return NULL;
    }
    bool inside = time->first_token <= i;
    f->reader.limit = inside ? time->last_token : time->first_token;
    return inside ? time : NULL;
}

static const char *name_time(const xc_reader *r, const xc_time_mention *time,
                             const quantity_draft *draft) {
    bool has_hour = time->from.precision >= XC_HOUR || time->to.precision >= XC_HOUR;
    size_t first = draft->number_first;
    bool clock =
        mark_at(r, draft->number_last, ':') || (first > r->first && mark_at(r, first - 1, ':'));
    return has_hour || clock ? "a clock time" : "a date";
}

// Whether a quantity may begin with token i: most tokens are passed by here.
static bool may_begin(const xc_reader *r, size_t i, size_t end) {
    const xc_token *token = &r->text->tokens[i];
    if (token->kind == XC_TOKEN_NUMBER || token->mark == '-') {
        return true;
    }
    unsigned role = role_of(r->words, token->word);
    if (!(role & WORD_BEGINS) || role & WORD_ALONE) {
        return role & WORD_BEGINS;
    }
    const xc_token *next = i + 1 < end ? token + 1 : NULL;
    return next && (next->kind == XC_TOKEN_NUMBER || next->mark ||
                    role_of(r->words, next->word) & WORD_INSIDE);
}

// Whether no word of the sentence is in small letters.
static bool is_in_capitals(const xc_text *text, const xc_sentence *sentence) {
    for (size_t i = sentence->first_token; i < sentence->last_token; i++) {
        const xc_token *t = &text->tokens[i];
        if (t->kind == XC_TOKEN_WORD && !(t->flags & XC_TOKEN_CAPITAL) &&
            t->end - t->start > 2) {
            return false;
        }
    }
    return true;
}

static bool find_in_sentence(finder *f, const xc_sentence *sentence) {
    xc_reader *r = &f->reader;
    r->first = sentence->first_token;
    f->heading = sentence->heading;
    r->capitals = is_in_capitals(r->text, sentence);
    for (size_t i = sentence->first_token; i < sentence->last_token;) {
        if (!may_begin(r, i, sentence->last_token)) {
            i++;
            continue;
        }
        const xc_time_mention *time = set_limit(f, i, sentence->last_token);
        quantity_draft draft;
        if (!quantity_read(r, i, &draft)) {
            i++;
            continue;
        }
        if (!draft.why && time && draft.kind != XC_DURATION && draft.kind != XC_AGE) {
            draft.why = name_time(r, time, &draft);
            draft.first = draft.number_first;
            draft.last = draft.number_last;
        }
        if (!draft.why) {
            draft.why = quantity_refuse(r, &draft, f->heading);
        }
        if (!add_quantity(f, &draft)) {
            return false;
        }
        i = draft.last;
    }
    return true;
}

xc_status find_quantities(const quantity_words *words, const xc_text *text, xc_arena *arena,
                          xc_mentions *out, size_t *steps, xc_error *error) {
    *steps = 0;
    out->quantities = NULL;
    out->quantity_count = 0;
    finder f = {
        .reader = {.words = words, .text = text, .steps = steps}, .arena = arena, .out = out};
    for (size_t i = 0; i < text->sentence_count; i++) {
        f.sentence = (uint32_t)i;
        if (!find_in_sentence(&f, &text->sentences[i])) {
            return xc_fail_memory(error);
        }
    }
    currency_settle(out->quantities, f.money, f.money_count);
    return XC_OK;
}
