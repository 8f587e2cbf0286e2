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
    XC_FRAME_TWO = 1u << 24,           // both, the pair: two that were told before
    XC_FRAME_THREE = 1u << 25,         // the trio
    XC_FRAME_SINGLE = 1u << 26,        // one (of them)
    XC_FRAME_NO = 1u << 27,            // no, little (evidence)
    XC_FRAME_TRUTH = 1u << 10,         // evidence, true: denied, they deny what follows
    XC_FRAME_TOWARD = 1u << 11,        // into, reached: what stands behind it is where one goes
    XC_FRAME_PLACE_KIND = 1u << 12,    // village, province: "Zinbi village", "the town of Bam"
    XC_FRAME_PLACE_TOWN = 1u << 13,    // town, village: a PLACE_KIND that is no area
    XC_FRAME_PLACE_FEATURE = 1u << 14, // coast, mountains: part of a name with a capital
    XC_FRAME_PLACE_HEAD = 1u << 15,    // Lake, Mount: stands before the name
    XC_FRAME_PLACE_MODIFIER = 1u << 16, // refugee (camp), self-administered (zone)
    XC_FRAME_PLACE_HIT = 1u << 17,      // struck, shelled: the object may be a place
    XC_FRAME_PLACE_LEAVE = 1u << 18,    // fled, left: the object is where one comes from
    XC_FRAME_PLACE_BESIDE = 1u << 19,   // "part of", "entrance to": beside what is meant
    XC_FRAME_FACILITY = 1u << 20,       // hospital, street: its name is no town's
    XC_FRAME_NOT_PLACE = 1u << 21,      // Parliament, Islam: "in" stands before it, too
    XC_FRAME_NAME_PARTICLE = 1u << 22,  // de, la: small words inside a name
    XC_FRAME_ACTOR = 1u << 28,          // kingdom, assembly: it can say or do something
    XC_FRAME_HARM = 1u << 29,           // damage, deaths: what a happening leads to
    XC_FRAME_EVENT_OTHER = 1u << 23,    // earlier, another: not the event of the text
} xc_frame_role;

// "south" and "southern" are one: `claims/<language>/directions.csv` (columns word,adjective).
typedef struct xc_direction {
    xc_word word;
    xc_slice adjective;
} xc_direction;

// By word number.
typedef struct xc_frame_words {
    uint32_t *roles;
    uint32_t count;
    const xc_direction *directions;
    size_t direction_count;
} xc_frame_words;

// A missing file leaves *out empty: a language without frames has claims without events.
// @param arena owns *out
XC_MUST_CHECK xc_status xc_frame_words_load(const char *language_directory, xc_lexicon *lexicon,
                                            xc_arena *arena, xc_frame_words *out,
                                            xc_error *error);

static inline uint32_t xc_frame_roles(const xc_frame_words *words, xc_word word) {
    return word < words->count ? words->roles[word] : 0;
}

// "southern" of "south"; empty for other words.
xc_slice xc_frame_adjective(const xc_frame_words *words, xc_word word);

#endif
