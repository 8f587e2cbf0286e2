// SPDX-License-Identifier: MIT
// Words that set what is told of earlier times apart from what a page is about:
// `claims/<language>/happenings.csv` (columns role,words).
#ifndef CROSSCLAIM_EXTRACT_RULES_HAPPENING_WORDS_H
#define CROSSCLAIM_EXTRACT_RULES_HAPPENING_WORDS_H

#include "extract/rules/word_bits.h"

// What a word may do, each with its name in the file.
#define HAPPENING_ROLES(ROLE)                                                                  \
    ROLE(SINCE, since)     /* since (the war began): from there on */                          \
    ROLE(RECORD, record)   /* deadliest, worst: measures it by what was before */              \
    ROLE(TELLING, telling) /* speaking, interview: what stands behind is where it was told */  \
    ROLE(SPEECH, speech)   /* accuse, remarks: what somebody says, which may be of anywhere */ \
    ROLE(FIRE, fire)       /* opened (fire), under (fire): shots, and nothing that burns */    \
    ROLE(SHOTS, shots)     /* fire, gunfire: what such words stand before */                   \
    ROLE(FIGURE, figure)   /* heart (attack), charm (offensive): no happening of the kind */   \
    ROLE(LASTING, lasting) /* war, drought: what it led to it led to over a long time */       \
    ROLE(WHILE, while)     /* while: what it opens is another scene of the same time */        \
    ROLE(SUBURB, suburb)   /* suburban (Lorvik): beside the town that it names */              \
    ROLE(FORCE, force)     /* army, soldiers: a country before them is whose, not where */     \
    ROLE(ELSEWHERE, elsewhere) /* 23 elsewhere in (Ostland): there alone, and not in the town */

enum {
#define HAPPENING_POSITION(name, written) HAPPENING_AT_##name,
    HAPPENING_ROLES(HAPPENING_POSITION)
#undef HAPPENING_POSITION
};

typedef enum happening_cue {
#define HAPPENING_BIT(name, written) HAPPENING_##name = 1u << HAPPENING_AT_##name,
    HAPPENING_ROLES(HAPPENING_BIT)
#undef HAPPENING_BIT
} happening_cue;

// A missing file leaves *out without words.
// @param arena owns *out
XC_MUST_CHECK xc_status happening_words_load(const char *language_directory,
                                             xc_lexicon *lexicon, xc_arena *arena,
                                             word_bits *out, xc_error *error);

#endif
