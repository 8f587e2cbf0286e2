// SPDX-License-Identifier: MIT
/// The words that numbers are made of and surrounded by, as `claims/<language>/*.csv` tell
/// them.
#ifndef CROSSCLAIM_RECOGNISE_QUANTITY_NUMBER_WORDS_H
#define CROSSCLAIM_RECOGNISE_QUANTITY_NUMBER_WORDS_H

#include "recognise/language_parts.h"

/// Kinds of number words: bits, so that several can be asked for at once.
typedef enum xc_number_kind {
    XC_DIGIT_WORD = 1 << 0,
    XC_TEEN_WORD = 1 << 1,
    XC_TEN_WORD = 1 << 2,
    XC_ZERO_WORD = 1 << 3,
    XC_SCALE_WORD = 1 << 4,
    XC_SUFFIX = 1 << 5,
    XC_ARTICLE = 1 << 6,
    XC_AMOUNT = 1 << 7,
    XC_VAGUE_WORD = 1 << 8,
    XC_PART = 1 << 9,
    XC_PARTS = 1 << 10,
    XC_ORDINAL_WORD = 1 << 11,
    XC_ENDING = 1 << 12,
    XC_NEGATIVE = 1 << 13,
    XC_POINT = 1 << 14,
    XC_AND = 1 << 15,
    XC_MULTIPLE_WORD = 1 << 16,
    XC_FOLD = 1 << 17,
    XC_GLYPH = 1 << 18,
    XC_EXPONENT = 1 << 19,
} xc_number_kind;

typedef struct xc_number_word {
    xc_number_kind kind;
    xc_decimal value;
    xc_slice written;
} xc_number_word;

typedef enum xc_hedge_side {
    XC_HEDGE_BEFORE = 1 << 0,
    XC_HEDGE_AFTER = 1 << 1,
    XC_HEDGE_FURTHER = 1 << 2,
    XC_HEDGE_FURTHER_AFTER = 1 << 3,
    XC_HEDGE_BETWEEN = 1 << 4,
    XC_HEDGE_FROM = 1 << 5,
    XC_HEDGE_TO = 1 << 6,
    XC_HEDGE_OR = 1 << 7,
    XC_HEDGE_AND = 1 << 8,
    XC_HEDGE_WHOLE = 1 << 9,
    XC_HEDGE_SHARE = 1 << 10,
} xc_hedge_side;

typedef struct xc_hedge_word {
    xc_hedge_side side;
    xc_qualifier qualifier;
    xc_slice written;
} xc_hedge_word;

typedef enum xc_unit_form {
    XC_FORM_WORD = 1 << 0,   ///< behind any number, in any case
    XC_FORM_SYMBOL = 1 << 1, ///< behind digits, case as written
    XC_FORM_GLUED = 1 << 2,  ///< the same, with no space before it
    XC_FORM_BEFORE = 1 << 3, ///< before its number
    XC_FORM_LARGE = 1 << 4,  ///< behind numbers from 1000 on
    XC_FORM_AFTER = 1 << 5,  ///< of money that may stand behind too
} xc_unit_form;

typedef struct xc_unit_word {
    xc_slice unit;
    xc_slice written;
    xc_decimal scale;
    xc_quantity_kind kind;
    unsigned forms;  ///< of xc_unit_form
    bool singular;   ///< the first spelling of its row
    xc_slice shared; ///< of a currency: what several countries call theirs ("dollar"), or empty
    bool bare;       ///< the words do not tell whose it is
    xc_slice alone;  ///< of a lesser currency unit that stands alone: "cent"
} xc_unit_word;

/// What a single word beside a number may tell: bits.
typedef enum xc_context {
    XC_NAME_BEFORE = 1 << 0,
    XC_SCORE_BEFORE = 1 << 1,
    XC_CHANGE_BEFORE = 1 << 2,
    XC_YEAR_BEFORE = 1 << 3,
    XC_PLURAL = 1 << 4,
    XC_FUNCTION = 1 << 5,
    XC_ONE_BEFORE = 1 << 6,
    XC_ONE_AFTER = 1 << 7,
    XC_LENGTH_AFTER = 1 << 8,
    XC_CALIBRE_AFTER = 1 << 9,
    XC_ZERO_NOUN = 1 << 10,
    XC_ZERO_AFTER = 1 << 11,
    XC_DURATION_BEFORE = 1 << 12,
    XC_STRONG = 1 << 13,
    XC_THAN = 1 << 14,
    XC_OF = 1 << 15,
    XC_PER = 1 << 16,
    XC_OLD = 1 << 17,
    XC_BE_AFTER = 1 << 18,
    XC_PHONE_BEFORE = 1 << 19,
    XC_LASTING = 1 << 20,
    XC_ANY_ARTICLE = 1 << 21,
    XC_ZERO_PRONOUN = 1 << 22,
    XC_NO = 1 << 23,
    XC_NONE = 1 << 24,
    XC_TIMES = 1 << 25,
    XC_MULTIPLE_AFTER = 1 << 26,
    XC_BY = 1 << 27,
    XC_FROM = 1 << 28,
    XC_BRAND = 1 << 29,
    XC_STREET_AFTER = 1 << 30,
} xc_context;

struct xc_quantity_words {
    xc_arena *arena;
    xc_phrases *numbers; ///< payload: index of a number word
    xc_phrases *hedges;
    xc_phrases *units; ///< with currencies
    xc_number_word *number_words;
    xc_hedge_word *hedge_words;
    xc_unit_word *unit_words;
    size_t number_count, number_capacity;
    size_t hedge_count, hedge_capacity;
    size_t unit_count, unit_capacity;
    uint32_t *contexts; ///< of xc_context, by word
    const char **names; ///< by word: why the number behind a XC_NAME_BEFORE is none
    size_t context_count;
    xc_slice plural_ending; ///< empty if the language has none
    uint8_t *roles;         ///< of xc_word_role, by word
    size_t role_count;
};

/// What a word may do in a quantity: most words of a text do nothing, and are passed by.
typedef enum xc_word_role {
    XC_WORD_BEGINS = 1, ///< a quantity may begin with it
    XC_WORD_ALONE = 2,  ///< and be nothing more
    XC_WORD_INSIDE = 4, ///< it stands somewhere in a phrase
} xc_word_role;

static inline unsigned xc_role_of(const xc_quantity_words *words, xc_word word) {
    return word < words->role_count ? words->roles[word] : 0;
}

/// The contexts of a word, 0 for none.
static inline uint32_t xc_contexts_of(const xc_quantity_words *words, xc_word word) {
    return word < words->context_count ? words->contexts[word] : 0;
}

/// Tells by word number what may begin a quantity or stand in one; the last step of loading.
XC_MUST_CHECK xc_status xc_quantity_roles_make(xc_quantity_words *words, xc_lexicon *lexicon,
                                               xc_error *error);

#endif
