// SPDX-License-Identifier: MIT
/// What the files of this folder share and nobody else needs.
#ifndef CROSSCLAIM_TEXT_TEXT_PARTS_H
#define CROSSCLAIM_TEXT_TEXT_PARTS_H

#include "crossclaim/text.h"

/// Words of more bytes than this are in no lexicon: names and words of real languages are
/// shorter, and it lets a lookup fold on the stack.
enum { WORD_LIMIT = 128 };

/// Folds into `out`; the length, or SIZE_MAX if it does not fit.
size_t fold_into(xc_slice text, char *out, size_t size);

typedef struct token_list {
    xc_token *tokens;
    size_t count, capacity;
} token_list;

/// Cuts bytes into tokens; `list` is empty before.
XC_MUST_CHECK xc_status text_tokenise(xc_slice bytes, const xc_lexicon *lexicon,
                                      xc_arena *arena, token_list *list, xc_error *error);

/// How many bytes from `at` are a file name, an address, a hash or another identifier; 0 for
/// none. `*run` is where the run of bytes that was looked at ends.
size_t identifier_length(xc_slice text, size_t at, size_t *run);

/// What a splitter knows of a word.
typedef enum stop_kind {
    STOP_PLAIN = 0, ///< no abbreviation
    STOP_TITLE,     ///< "Mr.": a name follows, the sentence goes on
    STOP_NUMBER,    ///< "No.": goes on if a number follows
    STOP_MAYBE,     ///< "Inc.": goes on unless a word that opens sentences follows
    STOP_STARTER,   ///< "The": opens a sentence
} stop_kind;

stop_kind splitter_stop(const xc_splitter *splitter, xc_word word);

/// Cuts tokens into sentences.
XC_MUST_CHECK xc_status find_sentences(xc_text *text, const xc_splitter *splitter,
                                       xc_arena *arena, xc_error *error);

#endif
