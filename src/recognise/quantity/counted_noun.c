// SPDX-License-Identifier: MIT
// Whether a number counts the noun behind it.
#include "recognise/quantity/cardinal.h"

// A word of more than three letters in the plural; in capitals too.
static bool has_plural_ending(const xc_reader *r, xc_slice word) {
    xc_slice ending = r->words->plural_ending;
    return ending.len && word.len > 2 + ending.len &&
           xc_slice_equal_fold(xc_slice_sub(word, word.len - ending.len, word.len), ending);
}

bool counts_noun(const xc_reader *r, size_t i) {
    enum { FARTHEST = 4 };
    for (size_t at = i; at < r->limit && at < i + FARTHEST; at++) {
        const xc_token *t = &r->text->tokens[at];
        uint32_t contexts = context_at(r, at);
        if (contexts & CONTEXT_PLURAL) {
            return true;
        }
        if (mark_at(r, at, '-') && at > i) {
            continue;
        }
        if (t->kind != XC_TOKEN_WORD || contexts & CONTEXT_FUNCTION) {
            return false;
        }
        if (has_plural_ending(r, xc_token_slice(r->text, at))) {
            return true;
        }
    }
    return false;
}
