// SPDX-License-Identifier: MIT
// Numbers that are no quantities: years, scores, numbering, names, "one" as a pronoun.
#include "recognise/quantity/assemble.h"

typedef const char *refusal(const xc_reader *r, quantity_draft *draft, bool heading);

static const xc_token *before(const xc_reader *r, size_t i, size_t steps) {
    return i >= r->first + steps ? &r->text->tokens[i - steps] : NULL;
}

static uint32_t context_before(const xc_reader *r, size_t i, size_t steps) {
    const xc_token *t = before(r, i, steps);
    return t ? contexts_of(r->words, t->word) : 0;
}

static bool is_word(const xc_token *t) {
    return t && t->kind == XC_TOKEN_WORD;
}

static bool is_below(xc_decimal value, int64_t bound) {
    return xc_decimal_compare(value, xc_decimal_of(bound)) < 0;
}

// A bare number, alone with the words around it.
static bool is_bare(const quantity_draft *draft) {
    return draft->kind == XC_COUNT && !draft->further && !draft->number.vague;
}

// "the 1990s", "in his 40s": seconds by their looks.
static bool is_decade(const quantity_draft *draft) {
    return draft->unit && draft->unit->forms & FORM_GLUED && draft->kind == XC_DURATION &&
           xc_slice_is(draft->unit->unit, "second") && draft->number.plain &&
           draft->number.value.exponent > 0;
}

// "F16", "COVID-19", "Su-25"; "4x4", "3D", "1990s".
static const char *part_of_name(const xc_reader *r, quantity_draft *draft, bool heading) {
    (void)heading;
    size_t i = draft->number_first;
    const xc_token *t = before(r, i, 1);
    if (draft->unit && draft->unit->forms & FORM_GLUED && draft->kind == XC_DURATION &&
        i > r->first + 1 && is_word(t) && t->flags & XC_TOKEN_CAPITAL) {
        return "part of a name"; // "Model 3s"
    }
    if (is_decade(draft)) {
        return "a decade";
    }
    if (!draft->number.digits || draft->unit) {
        return NULL;
    }
    if (is_glued(r, i) && is_word(before(r, i, 1)) && draft->first == i) {
        return "part of a name";
    }
    if (is_glued(r, i) && before(r, i, 1)->mark == '-' && is_glued(r, i - 1) &&
        is_word(before(r, i, 2)) && draft->first == i) {
        return "part of a name";
    }
    size_t end = draft->number_last;
    if (is_glued(r, end) && is_word(reader_token(r, end))) {
        xc_slice tail = xc_token_slice(r->text, end);
        draft->last = end + 1;
        return xc_slice_equal_fold(tail, XC_SLICE("s")) ? "a decade" : "part of a name";
    }
    return NULL;
}

static const char *ordinal(const xc_reader *r, quantity_draft *draft, bool heading) {
    (void)r;
    (void)heading;
    return draft->number.ordinal ? "an ordinal" : NULL;
}

// The minutes of "09:10 hours".
static const char *minutes(const xc_reader *r, quantity_draft *draft, bool heading) {
    (void)heading;
    size_t i = draft->number_first;
    const xc_token *hours = before(r, i, 2);
    return draft->number.plain && is_glued(r, i) && mark_at(r, i - 1, ':') &&
                   is_glued(r, i - 1) && hours && hours->kind == XC_TOKEN_NUMBER
               ? "a clock time"
               : NULL;
}

// Numbers that marks join: "17:35", "5/6", "555-12-34".
static const char *joined_by_marks(const xc_reader *r, quantity_draft *draft, bool heading) {
    (void)heading;
    size_t end = draft->number_last;
    if (!draft->number.digits || draft->unit || !is_glued(r, end) || !number_at(r, end + 1) ||
        !is_glued(r, end + 1)) {
        return NULL;
    }
    char mark = r->text->tokens[end].mark;
    if (mark != ':' && mark != '/' && mark != '-') {
        return NULL;
    }
    size_t parts = 1;
    while (end + 1 < r->limit && r->text->tokens[end].mark == mark && is_glued(r, end) &&
           number_at(r, end + 1) && is_glued(r, end + 1)) {
        end += 2;
        parts++;
    }
    draft->last = end;
    if (mark == ':') {
        return "a clock time or a ratio";
    }
    if (mark == '/') {
        return "a date or numbering";
    }
    return parts > 2 || draft->range ? "a telephone number" : "a score";
}

// "(3)" and "3." at the begin of a sentence, "[5]".
static const char *numbering(const xc_reader *r, quantity_draft *draft, bool heading) {
    (void)heading;
    size_t i = draft->number_first;
    size_t end = draft->number_last;
    if (!draft->number.plain || draft->first != i || !is_bare(draft) || end != i + 1) {
        return NULL;
    }
    size_t start = r->first;
    start += mark_at(r, start, '(') && start + 1 == i ? 1 : 0;
    bool stop = mark_at(r, end, ')') || (mark_at(r, end, '.') && end + 1 < r->limit);
    if (start == i && stop && is_glued(r, end)) {
        return "list numbering";
    }
    const xc_token *open = before(r, i, 1);
    if (open && open->mark == '[' && mark_at(r, end, ']')) {
        return "a reference";
    }
    return NULL;
}

// "No. 5", "Resolution 822", "Route 3", "#4".
static const char *numbered_name(const xc_reader *r, quantity_draft *draft, bool heading) {
    (void)heading;
    size_t i = draft->first;
    if (!is_bare(draft) || draft->hedged || i != draft->number_first) {
        return NULL;
    }
    size_t steps = 1;
    const xc_token *t = before(r, i, 1);
    if (t && (t->mark == '.' || t->mark == '-')) {
        steps = 2;
        t = before(r, i, 2);
    }
    if (!t || !(contexts_of(r->words, t->word) & CONTEXT_NAME_BEFORE) ||
        (is_word(t) && steps == 1 &&
         (counts_noun(r, draft->last) ||
          (!draft->number.digits && !(t->flags & XC_TOKEN_CAPITAL))))) {
        return NULL;
    }
    return r->words->names[t->word];
}

static bool is_brand(const xc_reader *r, const quantity_draft *draft) {
    for (size_t steps = 1; steps <= 2; steps++) {
        const xc_token *t = before(r, draft->first, steps);
        if (t && contexts_of(r->words, t->word) & CONTEXT_BRAND) {
            return true;
        }
        if (!t || t->mark != '-') {
            return false;
        }
    }
    return false;
}

// "Boeing 737", "Model 3": a capitalised word before, and nothing that is counted behind.
static const char *named(const xc_reader *r, quantity_draft *draft, bool heading) {
    size_t i = draft->first;
    const xc_token *t = before(r, i, 1);
    if (!is_bare(draft) || !draft->number.plain || i != draft->number_first) {
        return NULL;
    }
    if (is_brand(r, draft)) {
        return "part of a name";
    }
    if (heading || r->capitals || i < r->first + 2 || !is_word(t) ||
        !(t->flags & XC_TOKEN_CAPITAL) ||
        contexts_of(r->words, t->word) & (CONTEXT_FUNCTION | CONTEXT_CHANGE_BEFORE) ||
        counts_noun(r, draft->last) || context_at(r, draft->last) & CONTEXT_BE_AFTER) {
        return NULL;
    }
    return "part of a name";
}

// "49 Old Mill Road", "9 E 71st St".
static const char *street(const xc_reader *r, quantity_draft *draft, bool heading) {
    enum { FARTHEST = 5 };
    (void)heading;
    if (!is_bare(draft) || !draft->number.plain || draft->hedged) {
        return NULL;
    }
    for (size_t at = draft->last; at < draft->last + FARTHEST; at++) {
        const xc_token *t = reader_token(r, at);
        if (!t || (is_word(t) && !(t->flags & XC_TOKEN_CAPITAL) && !is_glued(r, at)) ||
            t->kind == XC_TOKEN_PUNCTUATION) {
            return NULL;
        }
        if (at > draft->last && context_at(r, at) & CONTEXT_STREET_AFTER) {
            return "an address";
        }
    }
    return NULL;
}

// "Berg (14)": a number in brackets behind a name.
static const char *bracketed(const xc_reader *r, quantity_draft *draft, bool heading) {
    (void)heading;
    size_t i = draft->first;
    const xc_token *name = before(r, i, 2);
    return is_bare(draft) && draft->number.plain && draft->number_last == i + 1 &&
                   before(r, i, 1) && before(r, i, 1)->mark == '(' &&
                   mark_at(r, draft->last, ')') && is_word(name) &&
                   name->flags & XC_TOKEN_CAPITAL
               ? "a number in brackets"
               : NULL;
}

static bool is_year(xc_decimal value) {
    return xc_decimal_is_integer(value) && !is_below(value, 1500) && is_below(value, 2101);
}

static bool is_round(xc_decimal value) {
    return value.exponent >= 2;
}

static const char *year(const xc_reader *r, quantity_draft *draft, bool heading) {
    (void)heading;
    cardinal_number *number = &draft->number;
    size_t i = draft->number_first;
    if (!is_bare(draft) || !number->plain || !is_year(number->value) ||
        r->text->tokens[i].end - r->text->tokens[i].start != 4) {
        return NULL;
    }
    if (draft->range) {
        return draft->upper.plain && is_year(draft->upper.value) && !is_round(number->value)
                   ? "years"
                   : NULL;
    }
    bool counted = counts_noun(r, draft->last);
    if (draft->hedged) {
        return counted || is_round(number->value) ? NULL : "a year";
    }
    if (counted &&
        (is_round(number->value) || !(context_before(r, i, 1) & CONTEXT_YEAR_BEFORE))) {
        return NULL;
    }
    return "a year";
}

static bool near_score_word(const xc_reader *r, const quantity_draft *draft) {
    for (size_t steps = 1; steps <= 3; steps++) {
        if (context_before(r, draft->first, steps) & CONTEXT_SCORE_BEFORE) {
            return true;
        }
    }
    return context_at(r, draft->last) & CONTEXT_SCORE_BEFORE;
}

// "won 2-1", "a 3-2 defeat".
static const char *score(const xc_reader *r, quantity_draft *draft, bool heading) {
    (void)heading;
    size_t i = draft->number_first;
    if (!draft->range || draft->unit || !draft->number.plain || !draft->upper.plain ||
        draft->number_last != i + 3 || !mark_at(r, i + 1, '-') || !is_glued(r, i + 1) ||
        !is_below(draft->upper.value, 200)) {
        return NULL;
    }
    return near_score_word(r, draft) || !counts_noun(r, draft->last) ? "a score" : NULL;
}

static const char *telephone(const xc_reader *r, quantity_draft *draft, bool heading) {
    (void)heading;
    size_t i = draft->number_first;
    if (!draft->number.plain || !is_bare(draft)) {
        return NULL;
    }
    const xc_token *number = &r->text->tokens[i];
    size_t digits = number->end - number->start;
    const xc_token *plus = before(r, i, 1);
    bool marked = plus && plus->kind == XC_TOKEN_SYMBOL &&
                  r->text->bytes.ptr[plus->start] == '+' && is_glued(r, i) && digits > 4;
    bool called = digits >= 3 && context_before(r, i, 1) & CONTEXT_PHONE_BEFORE &&
                  !counts_noun(r, draft->last);
    if (digits >= 3 && r->text->bytes.ptr[number->start] == '0' && number_at(r, draft->last) &&
        draft->last == i + 1) { // "0845 125 2222"
        while (number_at(r, draft->last)) {
            draft->last++;
        }
        return "a telephone number";
    }
    return marked || called || (digits > 7 && r->text->bytes.ptr[number->start] == '0')
               ? "a telephone number"
               : NULL;
}

static const char *calibre(const xc_reader *r, quantity_draft *draft, bool heading) {
    (void)heading;
    if (draft->unit && xc_slice_is(draft->unit->unit, "mm")) {
        for (size_t at = draft->last; at < draft->last + 2; at++) {
            if (context_at(r, at) & CONTEXT_CALIBRE_AFTER) {
                return "a calibre";
            }
        }
    }
    return NULL;
}

// "one of them", "the one who", "at one point".
static const char *pronoun(const xc_reader *r, quantity_draft *draft, bool heading) {
    (void)heading;
    if (!is_bare(draft) || draft->number.digits || draft->hedged || draft->range ||
        draft->first != draft->number_first || draft->number_last != draft->number_first + 1 ||
        xc_decimal_compare(draft->number.value, xc_decimal_of(1)) != 0) {
        return NULL;
    }
    const xc_token *next = reader_token(r, draft->last);
    bool alone = draft->first > r->first && (!next || next->kind == XC_TOKEN_PUNCTUATION);
    return alone || context_at(r, draft->last) & CONTEXT_ONE_AFTER ||
                   context_before(r, draft->first, 1) & CONTEXT_ONE_BEFORE
               ? "\"one\" as a pronoun"
               : NULL;
}

// "a four-door car", "a two-state solution".
static const char *compound(const xc_reader *r, quantity_draft *draft, bool heading) {
    (void)heading;
    size_t end = draft->number_last;
    if (draft->kind != XC_COUNT || draft->last != end || !mark_at(r, end, '-') ||
        !is_glued(r, end) || !is_glued(r, end + 1) || number_at(r, end + 1)) {
        return NULL;
    }
    return "part of a compound";
}

const char *quantity_refuse(const xc_reader *r, quantity_draft *draft, bool heading) {
    static refusal *const refusals[] = {ordinal,   part_of_name, minutes,       joined_by_marks,
                                        numbering, pronoun,      numbered_name, year,
                                        score,     telephone,    calibre,       compound,
                                        named,     street,       bracketed};
    if (draft->implied || draft->zero || draft->unstated) {
        return NULL;
    }
    for (size_t i = 0; i < sizeof refusals / sizeof *refusals; i++) {
        const char *why = refusals[i](r, draft, heading);
        if (why) {
            return why;
        }
    }
    return NULL;
}
