// SPDX-License-Identifier: MIT
// Words that tell how a figure belongs to those whom it counts: `claims/<language>/counting.csv`
// (columns role,words).
#ifndef CROSSCLAIM_EXTRACT_RULES_COUNTING_WORDS_H
#define CROSSCLAIM_EXTRACT_RULES_COUNTING_WORDS_H

#include "extract/rules/word_bits.h"

// What a word may do, each with its name in the file.
#define COUNTING_ROLES(ROLE)                                                                   \
    ROLE(WITH, with)         /* with, alongside: may join one who shares what is told */       \
    ROLE(TOGETHER, together) /* together (with), along (with): it does */                      \
    ROLE(GIVES, gives)       /* put (the dead at 12), number, estimate */                      \
    ROLE(AS, as)             /* at, as: between such a verb and its figure */                  \
    ROLE(TELLS, tells) /* speak (of 12), admit (to 12): their figure is of what was told */

enum {
#define COUNTING_POSITION(name, written) COUNTING_AT_##name,
    COUNTING_ROLES(COUNTING_POSITION)
#undef COUNTING_POSITION
};

typedef enum counting_role {
#define COUNTING_BIT(name, written) COUNTING_##name = 1u << COUNTING_AT_##name,
    COUNTING_ROLES(COUNTING_BIT)
#undef COUNTING_BIT
} counting_role;

// A missing file leaves *out without words.
// @param arena owns *out
XC_MUST_CHECK xc_status counting_words_load(const char *language_directory, xc_lexicon *lexicon,
                                            xc_arena *arena, word_bits *out, xc_error *error);

#endif
