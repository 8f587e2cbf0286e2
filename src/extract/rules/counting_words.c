// SPDX-License-Identifier: MIT
// Loads `counting.csv`.
#include "extract/rules/counting_words.h"

static const char *const role_names[] = {
#define ROLE_NAME(name, written) #written,
    COUNTING_ROLES(ROLE_NAME)
#undef ROLE_NAME
        NULL};

xc_status counting_words_load(const char *language_directory, xc_lexicon *lexicon,
                              xc_arena *arena, word_bits *out, xc_error *error) {
    return word_bits_load(language_directory, "counting.csv", role_names, lexicon, arena, out,
                          error);
}
