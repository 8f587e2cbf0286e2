// SPDX-License-Identifier: MIT
/// What the words of `times.csv` mean, by the numbers of their tokens.
#ifndef CROSSCLAIM_RECOGNISE_TIME_TIME_WORDS_H
#define CROSSCLAIM_RECOGNISE_TIME_TIME_WORDS_H

#include "recognise/language_parts.h"

/// The kinds of `times.csv`, explained at the top of `claims/en/times.csv`. A word may have
/// several.
typedef enum time_kind {
    TIME_MONTH,
    TIME_WEEKDAY,
    TIME_DAY,
    TIME_OVERNIGHT,
    TIME_NOW,
    TIME_UNTIL_NOW,
    TIME_PART,
    TIME_CLOCK,
    TIME_HALF_DAY,
    TIME_OCLOCK,
    TIME_CLOCK_HOURS,
    TIME_CLOCK_LEAD,
    TIME_CLOCK_MARK,
    TIME_ZONE,
    TIME_SEASON,
    TIME_UNIT,
    TIME_NUMBERED,
    TIME_WHICH,
    TIME_WITHIN,
    TIME_EDGE,
    TIME_REST,
    TIME_SHIFT,
    TIME_SHIFT_OF,
    TIME_BOUND,
    TIME_OPENER,
    TIME_JOINER,
    TIME_ONWARDS,
    TIME_LEADS,
    TIME_NEAR,
    TIME_PLAIN,
    TIME_RECORD,
    TIME_CITED,
    TIME_AT,
    TIME_FILLER,
    TIME_DETERMINER,
    TIME_OF,
    TIME_IN,
    TIME_ON,
    TIME_NUMBER,
    TIME_AMOUNT,
    TIME_ORDINAL,
    TIME_ORDINAL_ENDING,
    TIME_DECADE,
    TIME_DECADE_ENDING,
    TIME_HOLIDAY,
    TIME_EASTER,
    TIME_NTH_HOLIDAY,
    TIME_COUNTED,
    TIME_POSSESSIVE,
    TIME_FUTURE,
    TIME_PAST,
    TIME_PAST_ENDING,
    TIME_INTENT,
    TIME_NAME,
    TIME_NUMERIC_ORDER,
    TIME_KINDS
} time_kind;

/// Of TIME_UNIT and TIME_NUMBERED.
typedef enum time_unit {
    UNIT_NONE,
    UNIT_SECOND,
    UNIT_MINUTE,
    UNIT_HOUR,
    UNIT_DAY,
    UNIT_WEEKEND,
    UNIT_WEEK,
    UNIT_FORTNIGHT,
    UNIT_MONTH,
    UNIT_QUARTER,
    UNIT_HALF,
    UNIT_YEAR,
    UNIT_DECADE,
    UNIT_CENTURY
} time_unit;

/// Of TIME_PART: the night, whose small hours belong to the morning.
enum { TIME_NIGHT = 18 };

/// Of TIME_EDGE.
typedef enum time_edge {
    EDGE_NONE,
    EDGE_EARLY,
    EDGE_BEGIN,
    EDGE_MIDDLE,
    EDGE_LATE,
    EDGE_END
} time_edge;

/// Of TIME_BOUND.
typedef enum time_bound {
    BOUND_NONE,
    BOUND_SINCE,
    BOUND_AFTER,
    BOUND_UNTIL,
    BOUND_BEFORE,
    BOUND_BY
} time_bound;

/// Of `note`.
typedef enum time_note {
    NOTE_NONE,
    NOTE_WEAK,    ///< also an ordinary word: a time only where its neighbours say so
    NOTE_SHORT,   ///< an abbreviation, which a full stop may follow
    NOTE_ROLLING, ///< "the past week": seven days up to now, no calendar week
    NOTE_PLURAL,  ///< several of a unit
    NOTE_ANCHOR   ///< counts from the time told last, not from today
} time_note;

typedef struct time_row {
    uint8_t kind; ///< a time_kind
    uint8_t note; ///< a time_note
    int32_t value;
} time_row;

/// "'s" and its like: one token in a text, but none that a phrase could be cut from.
typedef struct time_clitic {
    xc_word word;
    uint32_t row;
} time_clitic;

enum { TIME_ENDINGS = 8, TIME_CLITICS = 16 };

struct time_words {
    xc_arena *arena;
    xc_phrases *phrases; ///< payloads are indexes of `rows`
    time_row *rows;
    size_t row_count, row_capacity;
    uint64_t *first_kinds; ///< [word]: kinds of all phrases that begin with it
    size_t word_count;
    xc_slice past_endings[TIME_ENDINGS];
    size_t past_ending_count;
    time_clitic clitics[TIME_CLITICS];
    size_t clitic_count;
    bool day_first[128]; ///< by the mark between the numbers of a date
};

#define TIME_BIT(kind) (UINT64_C(1) << (kind))

/// What the phrases are that may begin with the token: most begin none, and are passed by.
static inline uint64_t time_may_be(const time_words *words, const xc_token *token) {
    return token->word < words->word_count ? words->first_kinds[token->word] : 0;
}

#endif
