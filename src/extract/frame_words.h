// SPDX-License-Identifier: MIT
// Words that level 5 asks for: which happening, where. `claims/<language>/frames.csv`
// (columns role,words).
#ifndef CROSSCLAIM_EXTRACT_FRAME_WORDS_H
#define CROSSCLAIM_EXTRACT_FRAME_WORDS_H

#include "crossclaim/extract.h"

typedef enum xc_frame_role {
    XC_FRAME_EVENT = 1u << 0,          // earthquake, offensive
    XC_FRAME_EVENT_MODIFIER = 1u << 1, // landmine (explosion), military (operation)
    XC_FRAME_LOCATIVE = 1u << 2,       // in, at, near: what stands behind it is a place
    XC_FRAME_DIRECTION = 1u << 3,      // southern (Iran)
    XC_FRAME_TITLE = 1u << 4,          // president, captain: stands before a person's name
    XC_FRAME_PARTICLE = 1u << 5,       // de, al, bin: small words inside it
    XC_FRAME_ONE = 1u << 6,            // a, an: one of its kind, not named before
    XC_FRAME_THE = 1u << 7,            // the: one that is known
    XC_FRAME_NTH = 1u << 8,            // second, third: one more of those told before
    XC_FRAME_JOINS = 1u << 9,          // and: adds to a list, as "or" does not
    XC_FRAME_TRUTH = 1u << 10,         // evidence, true: denied, they deny what follows
} xc_frame_role;

// By word number.
typedef struct xc_frame_words {
    uint32_t *roles;
    uint32_t count;
} xc_frame_words;

// A missing file leaves *out empty: a language without frames has claims without events.
// @param arena owns *out
XC_MUST_CHECK xc_status xc_frame_words_load(const char *language_directory, xc_lexicon *lexicon,
                                            xc_arena *arena, xc_frame_words *out,
                                            xc_error *error);

static inline uint32_t xc_frame_roles(const xc_frame_words *words, xc_word word) {
    return word < words->count ? words->roles[word] : 0;
}

#endif
