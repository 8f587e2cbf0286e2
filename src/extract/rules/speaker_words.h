// SPDX-License-Identifier: MIT
// Words that name a speaker and words that announce one: `claims/<language>/speakers.csv`
// (columns role,of,words) and the agencies of `claims/world/agencies.csv`.
#ifndef CROSSCLAIM_EXTRACT_RULES_SPEAKER_WORDS_H
#define CROSSCLAIM_EXTRACT_RULES_SPEAKER_WORDS_H

#include "extract/rules/word_bits.h"

// Single words that announce a speaker or stand for one.
typedef enum cue_kind {
    CUE_SAY = 1u << 0,       // said: what follows or precedes is what was said
    CUE_TELL = 1u << 1,      // told: its object is who heard it
    CUE_PUT = 1u << 2,       // put the toll at
    CUE_COUNT = 1u << 3,     // counts, recorded: only bodies do
    CUE_SHOW = 1u << 4,      // figures show
    CUE_CITE = 1u << 5,      // citing; quoted X as saying
    CUE_CARRIED = 1u << 6,   // cited by, carried by: the way of a statement
    CUE_ACCORDING = 1u << 7, // according to
    CUE_AGENT = 1u << 8,     // confirmed by, released by
    CUE_SOURCE = 1u << 9,    // the ministry's toll, figures from
    CUE_HE = 1u << 10,
    CUE_THEY = 1u << 11,
    CUE_IT = 1u << 12,
    CUE_LIVES = 1u << 13,    // "claimed 200 lives" says nothing
    CUE_ISSUED = 1u << 14,   // figures released by
    CUE_CONTRAST = 1u << 15, // ", but": what follows is another's
    CUE_NOUN = 1u << 16,     // names a speaker by itself: police
    CUE_BETWEEN = 1u << 17,  // stands between a speaker and the verb: repeatedly
    CUE_CLAUSE = 1u << 18,   // says nothing before a number: added 20 points
    CUE_ANYONE = 1u << 19,   // whatever its subject is speaks: said
    CUE_BASE = 1u << 20,     // a base form, behind several alone: officials estimate
    CUE_CROWD = 1u << 21,    // a majority, voters: what they say is what a poll counted
} cue_kind;

// What a phrase does in a speaker's name. Several may hold of one phrase.
typedef enum name_part {
    PART_SIDE = 1u << 0,       // separatist: outweighs any body
    PART_BODY = 1u << 1,       // ministry: speaks as one
    PART_PERSON = 1u << 2,     // doctor
    PART_ABOUT = 1u << 3,      // health: tells the kind of an official
    PART_WEAK = 1u << 4,       // official: its kind is told by what stands beside it
    PART_TITLE = 1u << 5,      // stands before a name and is left out
    PART_OFFICE = 1u << 6,     // governor: a title that belongs to the name
    PART_MOUTHPIECE = 1u << 7, // spokesman, statement: who stands behind it speaks
    PART_SOURCE = 1u << 8,     // figures, data: like a mouthpiece
    PART_RECORD = 1u << 9,     // a poll, filings: speak where nobody is named behind them
} name_part;

// A phrase of a speaker's name, as it was found.
typedef struct speaker_noun {
    uint32_t tokens; // 0: none
    uint32_t parts;  // of name_part
    xc_attribution_kind kind;
    unsigned weight; // of the kind: the greatest of a name decides
} speaker_noun;

typedef struct speaker_words {
    word_bits cues; // of cue_kind
    xc_phrases *phrases;
    struct whole_name *wholes; // "UN": the name that stands for it
    size_t whole_count;
} speaker_words;

// A missing file leaves *out without words: claims then have no speakers.
// @param arena owns what *out points to but the phrases: speaker_words_release
XC_MUST_CHECK xc_status speaker_words_load(const char *language_directory, xc_lexicon *lexicon,
                                           xc_arena *arena, speaker_words *out,
                                           xc_error *error);
void speaker_words_release(speaker_words *words);

static inline uint32_t speaker_cues(const speaker_words *words, xc_word word) {
    return word_bits_of(&words->cues, word);
}

// The longest phrase of a speaker's name at the token that ends before `limit`.
speaker_noun speaker_noun_at(const speaker_words *words, const xc_text *text, size_t token,
                             size_t limit);
// The name that stands for a shorter one ("United Nations" for "UN"), or the name itself.
xc_slice speaker_whole_name(const speaker_words *words, xc_slice name);

#endif
