// SPDX-License-Identifier: MIT
// Words that name a speaker and words that announce one: `claims/<language>/speakers.csv`
// (columns role,of,words) and the agencies of `claims/world/agencies.csv`.
#ifndef CROSSCLAIM_EXTRACT_RULES_SPEAKER_WORDS_H
#define CROSSCLAIM_EXTRACT_RULES_SPEAKER_WORDS_H

#include "extract/rules/word_bits.h"

// Single words that announce a speaker or stand for one.
typedef enum xc_cue {
    XC_CUE_SAY = 1u << 0,       // said: what follows or precedes is what was said
    XC_CUE_TELL = 1u << 1,      // told: its object is who heard it
    XC_CUE_PUT = 1u << 2,       // put the toll at
    XC_CUE_COUNT = 1u << 3,     // counts, recorded: only bodies do
    XC_CUE_SHOW = 1u << 4,      // figures show
    XC_CUE_CITE = 1u << 5,      // citing; quoted X as saying
    XC_CUE_CARRIED = 1u << 6,   // cited by, carried by: the way of a statement
    XC_CUE_ACCORDING = 1u << 7, // according to
    XC_CUE_AGENT = 1u << 8,     // confirmed by, released by
    XC_CUE_SOURCE = 1u << 9,    // the ministry's toll, figures from
    XC_CUE_HE = 1u << 10,
    XC_CUE_THEY = 1u << 11,
    XC_CUE_IT = 1u << 12,
    XC_CUE_LIVES = 1u << 13,    // "claimed 200 lives" says nothing
    XC_CUE_ISSUED = 1u << 14,   // figures released by
    XC_CUE_CONTRAST = 1u << 15, // ", but": what follows is another's
    XC_CUE_NOUN = 1u << 16,     // names a speaker by itself: police
    XC_CUE_BETWEEN = 1u << 17,  // stands between a speaker and the verb: repeatedly
    XC_CUE_CLAUSE = 1u << 18,   // says nothing before a number: added 20 points
    XC_CUE_ANYONE = 1u << 19,   // whatever its subject is speaks: said
} xc_cue;

// What a phrase does in a speaker's name. Several may hold of one phrase.
typedef enum xc_name_part {
    XC_PART_SIDE = 1u << 0,       // separatist: outweighs any body
    XC_PART_BODY = 1u << 1,       // ministry: speaks as one
    XC_PART_PERSON = 1u << 2,     // doctor
    XC_PART_ABOUT = 1u << 3,      // health: tells the kind of an official
    XC_PART_WEAK = 1u << 4,       // official: its kind is told by what stands beside it
    XC_PART_TITLE = 1u << 5,      // stands before a name and is left out
    XC_PART_OFFICE = 1u << 6,     // governor: a title that belongs to the name
    XC_PART_MOUTHPIECE = 1u << 7, // spokesman, statement: who stands behind it speaks
    XC_PART_SOURCE = 1u << 8,     // figures, data: like a mouthpiece
} xc_name_part;

// A phrase of a speaker's name, as it was found.
typedef struct xc_speaker_noun {
    uint32_t tokens; // 0: none
    uint32_t parts;  // of xc_name_part
    xc_attribution_kind kind;
    unsigned weight; // of the kind: the greatest of a name decides
} xc_speaker_noun;

typedef struct xc_speaker_words {
    xc_word_bits cues; // of xc_cue
    xc_phrases *phrases;
    struct xc_whole_name *wholes; // "UN": the name that stands for it
    size_t whole_count;
} xc_speaker_words;

// A missing file leaves *out without words: claims then have no speakers.
// @param arena owns what *out points to but the phrases: xc_speaker_words_release
XC_MUST_CHECK xc_status xc_speaker_words_load(const char *language_directory,
                                              xc_lexicon *lexicon, xc_arena *arena,
                                              xc_speaker_words *out, xc_error *error);
void xc_speaker_words_release(xc_speaker_words *words);

static inline uint32_t xc_speaker_cues(const xc_speaker_words *words, xc_word word) {
    return xc_word_bits_of(&words->cues, word);
}

// The longest phrase of a speaker's name at the token that ends before `limit`.
xc_speaker_noun xc_speaker_noun_at(const xc_speaker_words *words, const xc_text *text,
                                   size_t token, size_t limit);
// The name that stands for a shorter one ("United Nations" for "UN"), or the name itself.
xc_slice xc_speaker_whole_name(const xc_speaker_words *words, xc_slice name);

#endif
