// SPDX-License-Identifier: MIT
// Who speaks: the words that name a speaker, read from a sentence and found again in the text.
#ifndef CROSSCLAIM_EXTRACT_SPEAKER_SPEAKER_H
#define CROSSCLAIM_EXTRACT_SPEAKER_SPEAKER_H

#include "extract/tokens.h"

// What the words of a speaker say: "Colonel Ada Orlov of the border guards".
typedef struct speaker_naming {
    uint32_t sentence;
    xc_span all;    // with titles, descriptions and what stands between commas
    xc_span name;   // Ada Orlov; empty for a pronoun
    xc_span office; // governor, before or behind the name
    xc_span place;  // of an office that stands apart from its name
    xc_span body;   // border guards: whom a person speaks for
    xc_span way;    // of a statement that is told through others: cited by TASS
    xc_attribution_kind kind;
    bool person;
    bool pronoun;
    bool source;   // figures, data: "figures from the ministry show"
    bool definite; // "the ministry", "the colonel": named before
} speaker_naming;

// A sentence of the text, seen for its speakers.
typedef struct speech_reading {
    sentence_scan scan; // a view of its own: `sentence` moves
    const speaker_words *words;
    bool shouting; // the sentence is in capitals: they tell nothing
} speech_reading;

static inline uint32_t speech_cues(const speech_reading *speech, int64_t token) {
    if (!scan_in(&speech->scan, token)) {
        return 0;
    }
    return speaker_cues(speech->words, speech->scan.text->tokens[token].word);
}

static inline uint32_t speech_grammar(const speech_reading *speech, int64_t token) {
    return scan_grammar(&speech->scan, token);
}

// Whether another noun group begins there: "the president" in "The bill the president signed".
static inline bool speech_names_another(const speech_reading *speech, int64_t token) {
    return speech_grammar(speech, token) & G_DETERMINER &&
           !(speech_grammar(speech, token - 1) & (G_PREPOSITION | G_OF));
}

static inline xc_slice speech_slice(const speech_reading *speech, xc_span words) {
    return scan_slice(&speech->scan, words);
}

// The longest phrase of a speaker's name at the token that ends before `limit`; speech_noun
// asks more of the names of agencies.
static inline speaker_noun speech_noun_at(const speech_reading *speech, uint32_t token,
                                          uint32_t limit) {
    return speaker_noun_at(speech->words, speech->scan.text, token, limit);
}

bool speech_capital(const speech_reading *speech, uint32_t token);
// "'s" behind an owner.
bool speech_owner(const speech_reading *speech, uint32_t token);
// A hyphen inside a name; a dash stands between words even where no space is set.
bool speech_hyphen(const speech_reading *speech, uint32_t token);
bool speech_mark(const speech_reading *speech, int64_t token, const char *marks);
// Where the subject of the sentence may start: behind "On Monday,", "For its part,".
uint32_t speech_opening_end(const speech_reading *speech, uint32_t limit);
void speech_go(speech_reading *speech, uint32_t sentence);

// extent.c: the words beside a verb that name who speaks.
// The subject of the verb at a token; empty where it has none.
// @param apposition gets what stands between commas beside it
xc_span speaker_before(const speech_reading *speech, uint32_t verb, xc_span *apposition,
                       xc_span *way);
// The words behind a token ("according to", "said").
xc_span speaker_behind(const speech_reading *speech, uint32_t token, xc_span *apposition);

// institution.c: the institution among the words that describe a person; empty if they name
// none.
xc_span speaker_body(const speech_reading *speech, xc_span described);

// naming.c: what those words say.
// @return whether they can name a speaker
bool speaker_read(const speech_reading *speech, xc_span words, xc_span apposition,
                  speaker_naming *out);
// The same of words that no lexicon knows and that can only be a speaker: "the zoo said".
bool speaker_read_anyone(const speech_reading *speech, xc_span words, speaker_naming *out);

#endif
