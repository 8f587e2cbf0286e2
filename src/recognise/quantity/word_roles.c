// SPDX-License-Identifier: MIT
// What each word may do in a quantity: most words of a text are passed over by it.
#include "recognise/quantity/number_words.h"

typedef struct loader {
    xc_quantity_words *words;
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
        l->words->roles[text.tokens[i].word] |=
            (uint8_t)(XC_WORD_INSIDE | (i == 0 ? first : 0u));
    }
    return true;
}

static unsigned number_role(xc_number_kind kind) {
    const unsigned inner = XC_SUFFIX | XC_POINT | XC_AND | XC_ENDING | XC_FOLD | XC_EXPONENT |
                           XC_ORDINAL_WORD | XC_PARTS;
    const unsigned alone = XC_DIGIT_WORD | XC_TEEN_WORD | XC_TEN_WORD | XC_ZERO_WORD |
                           XC_VAGUE_WORD | XC_AMOUNT | XC_MULTIPLE_WORD | XC_GLYPH;
    if (kind & inner) {
        return 0;
    }
    return XC_WORD_BEGINS | (kind & alone ? XC_WORD_ALONE : 0u);
}

static unsigned hedge_role(xc_hedge_side side) {
    const unsigned before =
        XC_HEDGE_BEFORE | XC_HEDGE_FURTHER | XC_HEDGE_BETWEEN | XC_HEDGE_FROM | XC_HEDGE_WHOLE;
    return side & before ? XC_WORD_BEGINS : 0;
}

static unsigned unit_role(const xc_unit_word *word) {
    if (word->kind == XC_PERCENT && word->forms & XC_FORM_WORD) {
        return XC_WORD_BEGINS | XC_WORD_ALONE;
    }
    return word->forms & XC_FORM_BEFORE ? XC_WORD_BEGINS : 0;
}

static bool add_all_roles(loader *l, xc_arena *scratch) {
    const xc_quantity_words *w = l->words;
    bool added = true;
    for (size_t i = 0; added && i < w->number_count; i++) {
        const xc_number_word *word = &w->number_words[i];
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
        w->roles[i] |= (uint8_t)(context ? XC_WORD_INSIDE : 0);
        w->roles[i] |= (uint8_t)(context & (XC_NO | XC_NONE) ? XC_WORD_BEGINS : 0);
        w->roles[i] |= (uint8_t)(context & XC_LASTING ? XC_WORD_BEGINS | XC_WORD_ALONE : 0);
    }
    return added;
}

xc_status xc_quantity_roles_make(xc_quantity_words *words, xc_lexicon *lexicon,
                                 xc_error *error) {
    xc_arena *scratch = xc_arena_new();
    words->role_count = (size_t)xc_lexicon_count(lexicon) + 1;
    words->roles = xc_arena_alloc(words->arena, words->role_count);
    loader l = {words, lexicon, error};
    bool made = scratch && words->roles && add_all_roles(&l, scratch);
    xc_arena_free(scratch);
    return made ? XC_OK : xc_fail_memory(error);
}
