// SPDX-License-Identifier: MIT
/// The words that numbers are made of and surrounded by, as `claims/<language>/*.csv` tell
/// them.
#ifndef CROSSCLAIM_RECOGNISE_QUANTITY_NUMBER_WORDS_H
#define CROSSCLAIM_RECOGNISE_QUANTITY_NUMBER_WORDS_H

#include "recognise/language_parts.h"

/// Kinds of number words: bits, so that several can be asked for at once.
typedef enum number_kind {
    NUMBER_DIGIT_WORD = 1 << 0,
    NUMBER_TEEN_WORD = 1 << 1,
    NUMBER_TEN_WORD = 1 << 2,
    NUMBER_ZERO_WORD = 1 << 3,
    NUMBER_SCALE_WORD = 1 << 4,
    NUMBER_SUFFIX = 1 << 5,
    NUMBER_ARTICLE = 1 << 6,
    NUMBER_AMOUNT = 1 << 7,
    NUMBER_VAGUE_WORD = 1 << 8,
    NUMBER_PART = 1 << 9,
    NUMBER_PARTS = 1 << 10,
    NUMBER_ORDINAL_WORD = 1 << 11,
    NUMBER_ENDING = 1 << 12,
    NUMBER_NEGATIVE = 1 << 13,
    NUMBER_POINT = 1 << 14,
    NUMBER_AND = 1 << 15,
    NUMBER_MULTIPLE_WORD = 1 << 16,
    NUMBER_FOLD = 1 << 17,
    NUMBER_GLYPH = 1 << 18,
    NUMBER_EXPONENT = 1 << 19,
    NUMBER_HUNDRED_WORD = 1 << 20, ///< hundreds in one word: "doscientos"
    NUMBER_LONE = 1 << 21,         ///< a scale that stands without a number: "mil"
    NUMBER_JOIN = 1 << 22,         ///< between tens and ones: "treinta y uno"
} number_kind;

typedef struct number_word {
    number_kind kind;
    xc_decimal value;
    xc_slice written;
} number_word;

typedef enum hedge_side {
    HEDGE_BEFORE = 1 << 0,
    HEDGE_AFTER = 1 << 1,
    HEDGE_FURTHER = 1 << 2,
    HEDGE_FURTHER_AFTER = 1 << 3,
    HEDGE_BETWEEN = 1 << 4,
    HEDGE_FROM = 1 << 5,
    HEDGE_TO = 1 << 6,
    HEDGE_OR = 1 << 7,
    HEDGE_AND = 1 << 8,
    HEDGE_WHOLE = 1 << 9,
    HEDGE_SHARE = 1 << 10,
    HEDGE_RATHER = 1 << 11,
} hedge_side;

typedef struct hedge_word {
    hedge_side side;
    xc_qualifier qualifier;
    xc_slice written;
} hedge_word;

typedef enum unit_form {
    FORM_WORD = 1 << 0,   ///< behind any number, in any case
    FORM_SYMBOL = 1 << 1, ///< behind digits, case as written
    FORM_GLUED = 1 << 2,  ///< the same, with no space before it
    FORM_BEFORE = 1 << 3, ///< before its number
    FORM_LARGE = 1 << 4,  ///< behind numbers from 1000 on
    FORM_AFTER = 1 << 5,  ///< of money that may stand behind too
} unit_form;

typedef struct unit_word {
    xc_slice unit;
    xc_slice written;
    xc_decimal scale;
    xc_quantity_kind kind;
    unsigned forms;  ///< of unit_form
    bool singular;   ///< the first spelling of its row
    xc_slice shared; ///< of a currency: what several countries call theirs ("dollar"), or empty
    bool bare;       ///< the words do not tell whose it is
    xc_slice alone;  ///< of a lesser currency unit that stands alone: "cent"
} unit_word;

/// What a single word beside a number may tell: bits.
typedef enum number_context {
    CONTEXT_NAME_BEFORE = 1 << 0,
    CONTEXT_SCORE_BEFORE = 1 << 1,
    CONTEXT_CHANGE_BEFORE = 1 << 2,
    CONTEXT_YEAR_BEFORE = 1 << 3,
    CONTEXT_PLURAL = 1 << 4,
    CONTEXT_FUNCTION = 1 << 5,
    CONTEXT_ONE_BEFORE = 1 << 6,
    CONTEXT_ONE_AFTER = 1 << 7,
    CONTEXT_LENGTH_AFTER = 1 << 8,
    CONTEXT_CALIBRE_AFTER = 1 << 9,
    CONTEXT_ZERO_NOUN = 1 << 10,
    CONTEXT_ZERO_AFTER = 1 << 11,
    CONTEXT_DURATION_BEFORE = 1 << 12,
    CONTEXT_STRONG = 1 << 13,
    CONTEXT_THAN = 1 << 14,
    CONTEXT_OF = 1 << 15,
    CONTEXT_PER = 1 << 16,
    CONTEXT_OLD = 1 << 17,
    CONTEXT_BE_AFTER = 1 << 18,
    CONTEXT_PHONE_BEFORE = 1 << 19,
    CONTEXT_LASTING = 1 << 20,
    CONTEXT_ANY_ARTICLE = 1 << 21,
    CONTEXT_ZERO_PRONOUN = 1 << 22,
    CONTEXT_NO = 1 << 23,
    CONTEXT_NONE = 1 << 24,
    CONTEXT_TIMES = 1 << 25,
    CONTEXT_MULTIPLE_AFTER = 1 << 26,
    CONTEXT_BY = 1 << 27,
    CONTEXT_FROM = 1 << 28,
    CONTEXT_BRAND = 1 << 29,
    CONTEXT_STREET_AFTER = 1 << 30,
} number_context;

struct quantity_words {
    xc_arena *arena;
    xc_phrases *numbers; ///< payload: index of a number word
    xc_phrases *hedges;
    xc_phrases *units; ///< with currencies
    number_word *number_words;
    hedge_word *hedge_words;
    unit_word *unit_words;
    size_t number_count, number_capacity;
    size_t hedge_count, hedge_capacity;
    size_t unit_count, unit_capacity;
    uint32_t *contexts; ///< of number_context, by word
    const char **names; ///< by word: why the number behind a CONTEXT_NAME_BEFORE is none
    size_t context_count;
    xc_slice plural_ending; ///< empty if the language has none
    bool point_groups;      ///< "12.500" is twelve thousand and five hundred
    uint8_t *roles;         ///< of word_role, by word
    size_t role_count;
};

/// What a word may do in a quantity: most words of a text do nothing, and are passed by.
typedef enum word_role {
    WORD_BEGINS = 1, ///< a quantity may begin with it
    WORD_ALONE = 2,  ///< and be nothing more
    WORD_INSIDE = 4, ///< it stands somewhere in a phrase
} word_role;

static inline unsigned role_of(const quantity_words *words, xc_word word) {
    return word < words->role_count ? words->roles[word] : 0;
}

/// The contexts of a word, 0 for none.
static inline uint32_t contexts_of(const quantity_words *words, xc_word word) {
    return word < words->context_count ? words->contexts[word] : 0;
}

/// Tells by word number what may begin a quantity or stand in one; the last step of loading.
XC_MUST_CHECK xc_status quantity_roles_make(quantity_words *words, xc_lexicon *lexicon,
                                            xc_error *error);

#endif
