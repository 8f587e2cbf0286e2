// SPDX-License-Identifier: MIT
/// Text into tokens and sentences, in one pass over the bytes and without changing them. Every
/// token knows its bytes in the untouched text, and the number of its folded form in the
/// lexicon: all later levels compare numbers, not letters.
#ifndef CROSSCLAIM_TEXT_H
#define CROSSCLAIM_TEXT_H

#include "crossclaim/base.h"

/// The words that any pack or lexicon names, each with a number from 1. Filled while packs are
/// loaded, then only read: any number of threads may share it.
typedef struct xc_lexicon xc_lexicon;
typedef uint32_t xc_word; ///< 0: a word that no pack names

/// @return to be freed by xc_lexicon_free; NULL when memory is out
xc_lexicon *xc_lexicon_new(void);
/// NULL is allowed. The words that it gave die with it.
void xc_lexicon_free(xc_lexicon *lexicon);
/// The number of a word (folded first), given one if it is new; 0 when memory is out.
xc_word xc_lexicon_add(xc_lexicon *lexicon, xc_slice word);
/// The number of a word (folded first), 0 if no pack names it.
xc_word xc_lexicon_find(const xc_lexicon *lexicon, xc_slice word);
/// The folded form of a word's number.
xc_slice xc_lexicon_word(const xc_lexicon *lexicon, xc_word word);
/// How many words there are; numbers run from 1 to this.
uint32_t xc_lexicon_count(const xc_lexicon *lexicon);
/// Case folded, curly apostrophes straight, soft hyphens and zero-width marks gone,
/// compatibility forms and ligatures resolved (NFKC, Unicode Standard Annex 15).
/// @param arena owns *out
/// @return XC_OK or XC_NO_MEMORY
XC_MUST_CHECK xc_status xc_fold(xc_slice text, xc_arena *arena, xc_slice *out);

/// A text as it would be typed: for patterns, which know one apostrophe, one dash, one space.
typedef struct xc_straight {
    xc_slice text;
    const uint32_t *at; ///< where each byte stood, one more for the end; NULL: where it stands
} xc_straight;
/// Puts ' " - and a space in place of what the tokeniser takes for one of them (’ “ – and
/// no-break spaces), and leaves out what it ignores (soft hyphens). A text of ASCII is given
/// back as it is; any other must be shorter than 4 GB.
/// @param arena owns the copy
/// @return XC_OK or XC_NO_MEMORY
XC_MUST_CHECK xc_status xc_straighten(xc_slice text, xc_arena *arena, xc_straight *out);
/// Where a byte of the straight text, or its end, stood in the text it was made of.
size_t xc_straight_origin(const xc_straight *straight, size_t byte);

/// What a token is.
typedef enum xc_token_kind {
    XC_TOKEN_WORD = 1,    ///< letters; "didn't" is "did" and "n't", "Baku's" is "Baku" and "'s"
    XC_TOKEN_NUMBER,      ///< digits with their separators: "2,906" "1.5"
    XC_TOKEN_IDENTIFIER,  ///< file name, address, hash, handle: never a number or a word
    XC_TOKEN_PUNCTUATION, ///< one mark, see `mark`; a hyphen between words is one
    XC_TOKEN_SYMBOL,      ///< currency, percent, degree, anything else
} xc_token_kind;

/// How a token is written; bits.
typedef enum xc_token_flag {
    XC_TOKEN_CAPITAL = 1,  ///< starts with a capital
    XC_TOKEN_CAPITALS = 2, ///< all capitals, two letters or more
    XC_TOKEN_SPACE_BEFORE = 4,
    XC_TOKEN_LINE_BEFORE = 8, ///< a line break stands before it
    XC_TOKEN_CLITIC = 16,     ///< cut off a word at its apostrophe, whichever: "'s" "'re"
} xc_token_flag;

/// A word, number or mark, by its bytes in the untouched text.
typedef struct xc_token {
    uint32_t start, end; ///< bytes in the text
    xc_word word;        ///< of words and of marks that a lexicon names
    uint8_t kind;        ///< an xc_token_kind
    uint8_t flags;       ///< of xc_token_flag
    char mark; ///< of punctuation: its ASCII likeness (dashes '-', quotes '"', '\''), else 0
} xc_token;

/// Tokens [first,last) of a text, equal ends where there are none.
typedef struct xc_span {
    uint32_t first, last;
} xc_span;

/// Whether it holds no token.
static inline bool xc_span_is_empty(xc_span span) {
    return span.first >= span.last;
}

/// A sentence, by its bytes and its tokens.
typedef struct xc_sentence {
    uint32_t start, end;              ///< bytes in the text, white space around it left out
    uint32_t first_token, last_token; ///< [first,last) of the text's tokens
    uint32_t paragraph;               ///< from 0
    bool heading; ///< a headline, subheading or caption line without a full stop
} xc_sentence;

/// A text that was split. Its bytes and lexicon are the caller's, tokens and sentences the arena's.
typedef struct xc_text {
    xc_slice bytes;
    xc_token *tokens;
    size_t token_count;
    xc_sentence *sentences;
    size_t sentence_count;
    const xc_lexicon *lexicon;
} xc_text;

/// Data of a language that splitting needs: abbreviations after which a full stop ends no
/// sentence.
typedef struct xc_splitter xc_splitter;
/// Reads `abbreviations.csv` of a language's folder, if there is one.
/// @param lexicon gains its words; outlives it
/// @param out     freed by xc_splitter_free
/// @return XC_OK, XC_BAD_RULE with file and line, XC_IO or XC_NO_MEMORY
XC_MUST_CHECK xc_status xc_splitter_load(const char *language_directory, xc_lexicon *lexicon,
                                         xc_splitter **out, xc_error *error);
/// NULL is allowed.
void xc_splitter_free(xc_splitter *splitter);

/// Splits a text of less than 4 GB.
/// @param arena owns the tokens and sentences
/// @return XC_OK, XC_NO_MEMORY or XC_LIMIT (too long)
XC_MUST_CHECK xc_status xc_text_split(xc_slice bytes, const xc_lexicon *lexicon,
                                      const xc_splitter *splitter, xc_arena *arena,
                                      xc_text *out, xc_error *error);
/// The bytes of a token.
xc_slice xc_token_slice(const xc_text *text, size_t token);

/// Where a sentence begins behind its dateline, which is no part of it: "KABUL, Jan. 5 (Agency) -",
/// "KABUL -", at the start of a paragraph. A town in small letters has to have its agency in
/// brackets.
/// @return the token behind the dash; the sentence's first token where there is no dateline
uint32_t xc_dateline_end(const xc_text *text, size_t sentence);

/// Sequences of words ("more than", "New York") with what they stand for; the longest match
/// wins. Filled at load, then only read.
typedef struct xc_phrases xc_phrases;
/// @return to be freed by xc_phrases_free; NULL when memory is out
xc_phrases *xc_phrases_new(void);
/// NULL is allowed.
void xc_phrases_free(xc_phrases *phrases);
/// Adds a phrase, cut into tokens as a text is ("Nagorno-Karabakh" is three). A phrase may be
/// added with several payloads.
/// @return XC_OK or XC_NO_MEMORY
XC_MUST_CHECK xc_status xc_phrases_add(xc_phrases *phrases, xc_lexicon *lexicon,
                                       xc_slice phrase, uint32_t payload);
/// Cuts a phrase into the numbers of its words, giving new ones to words that have none: what
/// xc_phrases_add does first, for callers that join the same words into many phrases.
/// @param arena owns *words
/// @return XC_OK or XC_NO_MEMORY
XC_MUST_CHECK xc_status xc_lexicon_cut(xc_lexicon *lexicon, xc_slice phrase, xc_arena *arena,
                                       xc_word **words, size_t *count);
/// From here on payloads go before those that a phrase had until now: what a user adds comes
/// before what is shipped. Among themselves they keep their order.
void xc_phrases_prefer(xc_phrases *phrases);
/// Adds a phrase of words that are numbered already; `count` is at least 1.
/// @return XC_OK or XC_NO_MEMORY
XC_MUST_CHECK xc_status xc_phrases_add_words(xc_phrases *phrases, const xc_word *words,
                                             size_t count, uint32_t payload);
/// The phrase that was found; its payloads are owned by the phrases.
typedef struct xc_phrase_match {
    uint32_t tokens; ///< how many it covers, 0 for no match
    const uint32_t *payloads;
    uint32_t payload_count;
} xc_phrase_match;
/// The longest phrase that starts at the token and ends before `limit`.
xc_phrase_match xc_phrases_match(const xc_phrases *phrases, const xc_text *text, size_t token,
                                 size_t limit);
/// One word along the phrases, for callers that leave words of the text out ("took 12 people into
/// custody").
/// @param place 0 before the first word, then what the step before gave
/// @return the place behind the word; 0 where no phrase goes on with it
uint32_t xc_phrases_step(const xc_phrases *phrases, uint32_t place, xc_word word);
/// What the phrase that ends at a place stands for; `tokens` is not told.
xc_phrase_match xc_phrases_at(const xc_phrases *phrases, uint32_t place);

#endif
