// SPDX-License-Identifier: MIT
// What stands before a report's first sentence and is no part of it.
#include "crossclaim/text.h"

enum { LONGEST_DATELINE = 16 }; // tokens

static char mark_at(const xc_text *text, uint32_t token) {
    const xc_token *t = &text->tokens[token];
    return t->kind == XC_TOKEN_PUNCTUATION ? t->mark : 0;
}

// What may stand before the agency: names, dates, numbers, commas and stops.
static bool may_stand(const xc_text *text, uint32_t token) {
    const xc_token *t = &text->tokens[token];
    char mark = mark_at(text, token);
    return t->kind == XC_TOKEN_NUMBER || mark == ',' || mark == '.' ||
           (t->kind == XC_TOKEN_WORD && t->flags & XC_TOKEN_CAPITAL);
}

// Behind the bracket that closes the one at `at`; 0 where none does.
static uint32_t behind_bracket(const xc_text *text, uint32_t at, uint32_t end) {
    for (uint32_t i = at + 1; i < end; i++) {
        if (mark_at(text, i) == ')') {
            return i > at + 1 ? i + 1 : 0;
        }
    }
    return 0;
}

uint32_t xc_dateline_end(const xc_text *text, size_t sentence) {
    const xc_sentence *s = &text->sentences[sentence];
    uint32_t first = s->first_token;
    bool opens = !sentence || s[-1].paragraph != s->paragraph;
    if (!opens || first == s->last_token || !(text->tokens[first].flags & XC_TOKEN_CAPITAL)) {
        return first;
    }
    uint32_t longest = first + LONGEST_DATELINE;
    uint32_t end = s->last_token < longest ? s->last_token : longest;
    uint32_t at = first;
    while (at < end && may_stand(text, at)) {
        at++;
    }
    bool loud = text->tokens[first].flags & XC_TOKEN_CAPITALS;
    if (at < end && mark_at(text, at) == '(') {
        at = behind_bracket(text, at, end);
        loud = at > 0;
    }
    bool dash = loud && at < end && mark_at(text, at) == '-' &&
                text->tokens[at].flags & XC_TOKEN_SPACE_BEFORE;
    return dash && at + 1 < s->last_token ? at + 1 : first;
}
