// SPDX-License-Identifier: MIT
// Words that level 5 asks for: which happening, where. `claims/<language>/frames.csv`
// (columns role,words).
#ifndef CROSSCLAIM_EXTRACT_RULES_FRAME_WORDS_H
#define CROSSCLAIM_EXTRACT_RULES_FRAME_WORDS_H

#include "extract/rules/word_bits.h"

// What a word may do, each with its name in the file. A word may do several.
#define FRAME_ROLES(ROLE)                                                                      \
    ROLE(EVENT, event)                   /* earthquake, offensive */                           \
    ROLE(EVENT_MODIFIER, event_modifier) /* landmine (explosion), military (operation) */      \
    ROLE(LOCATIVE, locative)             /* in, at, near: what stands behind it is a place */  \
    ROLE(DIRECTION, direction)           /* southern (Iran) */                                 \
    ROLE(TITLE, title)           /* president, captain: stands before a person's name */       \
    ROLE(PARTICLE, particle)     /* de, al, bin: small words inside a name */                  \
    ROLE(ONE, one)               /* a, an: one of its kind, not named before */                \
    ROLE(THE, the)               /* the: one that is known */                                  \
    ROLE(NTH, nth)               /* second, third: one more of those told before */            \
    ROLE(JOINS, joins)           /* and: adds to a list, as "or" does not */                   \
    ROLE(TWO, two)               /* both, the pair: two that were told before */               \
    ROLE(THREE, three)           /* the trio */                                                \
    ROLE(SINGLE, single)         /* one (of them) */                                           \
    ROLE(NO, no)                 /* no, little (evidence) */                                   \
    ROLE(TRUTH, truth)           /* evidence, true: denied, they deny what follows */          \
    ROLE(TOWARD, toward)         /* into, reached: what stands behind it is where one goes */  \
    ROLE(PLACE_KIND, place_kind) /* village, province: "Zinbi village", "the town of Bam" */   \
    ROLE(PLACE_TOWN, place_town) /* town, village: a PLACE_KIND that is no area */             \
    ROLE(PLACE_FEATURE, place_feature)   /* coast, mountains: part of a name with a capital */ \
    ROLE(PLACE_HEAD, place_head)         /* Lake, Mount: stands before the name */             \
    ROLE(PLACE_MODIFIER, place_modifier) /* refugee (camp), self-administered (zone) */        \
    ROLE(PLACE_HIT, place_hit)           /* struck, shelled: the object may be a place */      \
    ROLE(PLACE_LEAVE, place_leave)       /* fled, left: the object is where one comes from */  \
    ROLE(PLACE_BESIDE, place_beside)     /* "part of", "entrance to": beside what is meant */  \
    ROLE(PLACE_AGAIN, place_again)       /* "the country", "there": named before */            \
    ROLE(FACILITY, facility)             /* hospital, street: its name is no town's */         \
    ROLE(NOT_PLACE, not_place)           /* Parliament, Islam: "in" stands before it, too */   \
    ROLE(STREET, street)                 /* avenue: what it is called after is elsewhere */    \
    ROLE(ACTOR, actor)                   /* kingdom, assembly: it can say or do something */   \
    ROLE(HARM, harm)                     /* damage, deaths: what a happening leads to */       \
    ROLE(EVENT_OTHER, event_other)       /* earlier, another: not the event of the text */

enum {
#define FRAME_POSITION(name, written) FRAME_AT_##name,
    FRAME_ROLES(FRAME_POSITION)
#undef FRAME_POSITION
        FRAME_COUNT
};
_Static_assert(FRAME_COUNT <= 31, "every role is one bit of an int");

typedef enum frame_role {
#define FRAME_BIT(name, written) FRAME_##name = 1u << FRAME_AT_##name,
    FRAME_ROLES(FRAME_BIT)
#undef FRAME_BIT
} frame_role;

// "south" and "southern" are one: `claims/<language>/directions.csv` (columns word,adjective).
typedef struct direction_word {
    xc_word word;
    xc_slice adjective;
} direction_word;

typedef struct frame_words {
    word_bits roles; // of frame_role
    const direction_word *directions;
    size_t direction_count;
} frame_words;

// A missing file leaves *out empty: a language without frames has claims without events.
// @param arena owns *out
XC_MUST_CHECK xc_status frame_words_load(const char *language_directory, xc_lexicon *lexicon,
                                         xc_arena *arena, frame_words *out, xc_error *error);

static inline uint32_t frame_roles(const frame_words *words, xc_word word) {
    return word_bits_of(&words->roles, word);
}

// "southern" of "south"; empty for other words.
xc_slice frame_adjective(const frame_words *words, xc_word word);

#endif
