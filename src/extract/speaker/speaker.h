// SPDX-License-Identifier: MIT
// Who speaks: the words that name a speaker, read from a sentence and found again in the text.
#ifndef CROSSCLAIM_EXTRACT_SPEAKER_SPEAKER_H
#define CROSSCLAIM_EXTRACT_SPEAKER_SPEAKER_H

#include "extract/cascade.h"

// Tokens [first,last).
typedef struct token_words {
    uint32_t first, last;
} token_words;

static inline bool words_any(token_words words) {
    return words.first < words.last;
}

// What the words of a speaker say: "Colonel Ada Orlov of the border guards".
typedef struct speaker_naming {
    uint32_t sentence;
    token_words all;    // with titles, descriptions and what stands between commas
    token_words name;   // Ada Orlov; empty for a pronoun
    token_words office; // governor, before or behind the name
    token_words place;  // of an office that stands apart from its name
    token_words body;   // border guards: whom a person speaks for
    token_words way;    // of a statement that is told through others: cited by TASS
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
    if (token < speech->scan.sentence->first_token ||
        token >= speech->scan.sentence->last_token) {
        return 0;
    }
    return speaker_cues(speech->words, speech->scan.text->tokens[token].word);
}

static inline xc_slice speech_slice(const speech_reading *speech, token_words words) {
    const xc_token *tokens = speech->scan.text->tokens;
    return words_any(words) ? xc_slice_sub(speech->scan.text->bytes, tokens[words.first].start,
                                           tokens[words.last - 1].end)
                            : (xc_slice){0};
}

bool speech_capital(const speech_reading *speech, uint32_t token);
// "'s" behind an owner.
bool speech_owner(const speech_reading *speech, uint32_t token);
bool speech_mark(const speech_reading *speech, int64_t token, const char *marks);
void speech_go(speech_reading *speech, uint32_t sentence);

// speaker_span.c: the words beside a verb that name who speaks.
// The subject of the verb at a token; empty where it has none.
// @param apposition gets what stands between commas beside it
token_words speaker_before(const speech_reading *speech, uint32_t verb, token_words *apposition,
                           token_words *way);
// The words behind a token ("according to", "said").
token_words speaker_behind(const speech_reading *speech, uint32_t token,
                           token_words *apposition);

// speaker_body.c: the institution among the words that describe a person; empty if they name
// none.
token_words speaker_body(const speech_reading *speech, token_words described);

// speaker_name.c: what those words say.
// @return whether they can name a speaker
bool speaker_read(const speech_reading *speech, token_words words, token_words apposition,
                  speaker_naming *out);
// The same of words that no lexicon knows and that can only be a speaker: "the zoo said".
bool speaker_read_anyone(const speech_reading *speech, token_words words, speaker_naming *out);

#endif
