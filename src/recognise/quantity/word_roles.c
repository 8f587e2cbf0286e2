// SPDX-License-Identifier: MIT
// What each word may do in a quantity: most words of a text are passed over by it.
#include "recognise/quantity/number_words.h"

typedef struct loader {
    quantity_words *words;
    xc_lexicon *lexicon;
    xc_error *error;
} loader;

// Gives the words of a phrase their roles.
static bool add_roles(loader *l, xc_arena *scratch, xc_slice phrase, unsigned first) {
    xc_text text;
    if (xc_text_split(phrase, l->lexicon, NULL, scratch, &text, l->error) != XC_OK) {
        return false;
    }
    for (size_t i = 0; i < text.token_count; i++) {
        l->words->roles[text.tokens[i].word] |= (uint8_t)(WORD_INSIDE | (i == 0 ? first : 0u));
    }
    return true;
}

static unsigned number_role(number_kind kind) {
    const unsigned inner = NUMBER_SUFFIX | NUMBER_POINT | NUMBER_AND | NUMBER_ENDING |
                           NUMBER_FOLD | NUMBER_EXPONENT | NUMBER_JOIN | NUMBER_ORDINAL_WORD |
                           NUMBER_PARTS;
    const unsigned alone = NUMBER_DIGIT_WORD | NUMBER_TEEN_WORD | NUMBER_TEN_WORD |
                           NUMBER_ZERO_WORD | NUMBER_VAGUE_WORD | NUMBER_AMOUNT |
                           NUMBER_MULTIPLE_WORD | NUMBER_GLYPH | NUMBER_HUNDRED_WORD |
                           NUMBER_LONE;
    if (kind & inner) {
        return 0;
    }
    return WORD_BEGINS | (kind & alone ? WORD_ALONE : 0u);
}

static unsigned hedge_role(hedge_side side) {
    const unsigned before =
        HEDGE_BEFORE | HEDGE_FURTHER | HEDGE_BETWEEN | HEDGE_FROM | HEDGE_WHOLE;
    return side & before ? WORD_BEGINS : 0;
}

static unsigned unit_role(const unit_word *word) {
    if (word->kind == XC_PERCENT && word->forms & FORM_WORD) {
        return WORD_BEGINS | WORD_ALONE;
    }
    return word->forms & FORM_BEFORE ? WORD_BEGINS : 0;
}

static bool add_all_roles(loader *l, xc_arena *scratch) {
    const quantity_words *w = l->words;
    bool added = true;
    for (size_t i = 0; added && i < w->number_count; i++) {
        const number_word *word = &w->number_words[i];
        added = add_roles(l, scratch, word->written, number_role(word->kind));
    }
    for (size_t i = 0; added && i < w->hedge_count; i++) {
        added = add_roles(l, scratch, w->hedge_words[i].written,
                          hedge_role(w->hedge_words[i].side));
    }
    for (size_t i = 0; added && i < w->unit_count; i++) {
        added = add_roles(l, scratch, w->unit_words[i].written, unit_role(&w->unit_words[i]));
    }
    for (size_t i = 0; added && i < w->context_count; i++) {
        uint32_t context = w->contexts[i];
        w->roles[i] |= (uint8_t)(context ? WORD_INSIDE : 0);
        w->roles[i] |= (uint8_t)(context & (CONTEXT_NO | CONTEXT_NONE) ? WORD_BEGINS : 0);
        w->roles[i] |= (uint8_t)(context & CONTEXT_LASTING ? WORD_BEGINS | WORD_ALONE : 0);
    }
    return added;
}

xc_status quantity_roles_make(quantity_words *words, xc_lexicon *lexicon, xc_error *error) {
    xc_arena *scratch = xc_arena_new();
    words->role_count = (size_t)xc_lexicon_count(lexicon) + 1;
    words->roles = xc_arena_alloc(words->arena, words->role_count);
    loader l = {words, lexicon, error};
    bool made = scratch && words->roles && add_all_roles(&l, scratch);
    xc_arena_free(scratch);
    return made ? XC_OK : xc_fail_memory(error);
}
