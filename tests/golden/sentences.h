// SPDX-License-Identifier: MIT
/// Tables of sentences with the claims that they should give; sentences/README.md has the form.
#ifndef CROSSCLAIM_TESTS_GOLDEN_SENTENCES_H
#define CROSSCLAIM_TESTS_GOLDEN_SENTENCES_H

#include "wanted.h"

enum { SENTENCE_CLAIMS = 8 };

typedef struct test_sentence {
    xc_slice text, published;
    wanted_claim claims[SENTENCE_CLAIMS];
    size_t count;
} test_sentence;

typedef struct test_sentences {
    test_sentence *items;
    size_t count, capacity;
} test_sentences;

/// Reads a table; false after a message with its line. What it gives points into `content` and
/// the arena.
bool sentences_parse(xc_slice path, xc_slice content, xc_arena *arena, test_sentences *out);

/// The texts as JSON Lines for the program's standard input: documents "line-0", "line-1", ...
/// @return a temporary file at its begin, for the caller to close; NULL if it cannot be written
FILE *sentences_documents(const test_sentences *table);

#endif
