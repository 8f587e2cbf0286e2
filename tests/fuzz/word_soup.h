// SPDX-License-Identifier: MIT
/// Texts made of the words of a language's tables: three bytes of the fuzzer's input name one.
/// A change of one byte changes one word, so that the fuzzer's search works on words.
#ifndef CROSSCLAIM_TESTS_FUZZ_WORD_SOUP_H
#define CROSSCLAIM_TESTS_FUZZ_WORD_SOUP_H

#include "crossclaim/base.h"

enum { SOUP_MOST = 4096 };

typedef enum soup_language { SOUP_EN, SOUP_ES, SOUP_LANGUAGES } soup_language;

/// Writes the words to `out`, as many as fit. Three of eight give marks, numbers,
/// names and ends of lines, the others a word of `claims/<language>/*.csv` or of its packs. The
/// tables are read once in a process; aborts if they cannot be.
xc_slice word_soup(soup_language language, const uint8_t *bytes, size_t size,
                   char out[SOUP_MOST]);

#endif
