// SPDX-License-Identifier: MIT
/// Number expressions: digits, words, both mixed, vague words, fractions.
#ifndef CROSSCLAIM_RECOGNISE_QUANTITY_CARDINAL_H
#define CROSSCLAIM_RECOGNISE_QUANTITY_CARDINAL_H

#include "recognise/quantity/number_words.h"

/// Reads tokens [.., limit) of a text.
typedef struct xc_reader {
    const quantity_words *words;
    const xc_text *text;
    size_t *steps; ///< lookups made: the work done, in a measure that no clock disturbs
    size_t first;  ///< of the sentence
    size_t limit;
    bool money;    ///< a currency stands before: "$5m" is millions
    bool capitals; ///< the sentence is written in capitals
    bool hedged;   ///< a hedge stands before: "almost half" is a quantity
} xc_reader;

typedef struct cardinal_number {
    size_t end;          ///< token behind it
    xc_decimal value;    ///< of a vague one: the least it may be
    xc_decimal mantissa; ///< without its last scale
    xc_decimal scale;    ///< 1 if it has none
    bool vague;
    bool digits;   ///< begins with digits
    bool plain;    ///< digits alone, with no separator
    bool fraction; ///< one of another whole: half, 3/4, one in five
    bool ordinal;
    xc_decimal joined; ///< the part behind its last "and", 0 for none
    xc_decimal ten;    ///< the "twenty" that it ends in, 0 for none
    const char *why;   ///< no number after all: what it is
} cardinal_number;

/// What digits with separators are.
typedef enum digit_style {
    DIGITS_NUMBER,
    DIGITS_LIST, ///< "1,2,3"
    DIGITS_ADDRESS,
    DIGITS_LONG, ///< more digits than any count has
} digit_style;

/// @param points a point may part thousands too: "12.500"
digit_style digits_read(xc_slice bytes, bool points, xc_decimal *out);
/// a / b in 15 digits; false for b = 0.
XC_MUST_CHECK bool decimal_divide(xc_decimal a, int64_t b, xc_decimal *out);

/// The number word at token i that is of one of the kinds, NULL for none.
const number_word *number_word_at(const xc_reader *r, size_t i, unsigned kinds, size_t *tokens);
/// Reads the number that begins at token i.
bool cardinal_read(const xc_reader *r, size_t i, cardinal_number *out);

/// The longest phrase that starts at token i and ends before the reader's limit.
static inline xc_phrase_match reader_match(const xc_reader *r, const xc_phrases *phrases,
                                           size_t i) {
    ++*r->steps;
    return xc_phrases_match(phrases, r->text, i, r->limit);
}

static inline const xc_token *reader_token(const xc_reader *r, size_t i) {
    return i < r->limit ? &r->text->tokens[i] : NULL;
}

/// Whether token i stands right behind the one before it.
static inline bool is_glued(const xc_reader *r, size_t i) {
    return i < r->limit && i > r->first && !(r->text->tokens[i].flags & XC_TOKEN_SPACE_BEFORE);
}

static inline uint32_t context_at(const xc_reader *r, size_t i) {
    return i < r->limit ? contexts_of(r->words, r->text->tokens[i].word) : 0;
}

static inline bool mark_at(const xc_reader *r, size_t i, char mark) {
    return i < r->limit && r->text->tokens[i].mark == mark;
}

static inline bool number_at(const xc_reader *r, size_t i) {
    return i < r->limit && r->text->tokens[i].kind == XC_TOKEN_NUMBER;
}

/// Whether a plural noun stands within the next few words ("120 armed men").
bool counts_noun(const xc_reader *r, size_t i);

#endif
