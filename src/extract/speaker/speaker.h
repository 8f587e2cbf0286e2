// SPDX-License-Identifier: MIT
// Who speaks: the words that name a speaker, read from a sentence and found again in the text.
#ifndef CROSSCLAIM_EXTRACT_SPEAKER_SPEAKER_H
#define CROSSCLAIM_EXTRACT_SPEAKER_SPEAKER_H

#include "extract/cascade.h"

// Tokens [first,last).
typedef struct xc_words {
    uint32_t first, last;
} xc_words;

static inline bool xc_words_any(xc_words words) {
    return words.first < words.last;
}

// What the words of a speaker say: "Colonel Ada Orlov of the border guards".
typedef struct xc_naming {
    uint32_t sentence;
    xc_words all;    // with titles, descriptions and what stands between commas
    xc_words name;   // Ada Orlov; empty for a pronoun
    xc_words office; // governor, before or behind the name
    xc_words place;  // of an office that stands apart from its name
    xc_words body;   // border guards: whom a person speaks for
    xc_words way;    // of a statement that is told through others: cited by TASS
    xc_attribution_kind kind;
    bool person;
    bool pronoun;
    bool source;   // figures, data: "figures from the ministry show"
    bool definite; // "the ministry", "the colonel": named before
} xc_naming;

// A sentence of the text, seen for its speakers.
typedef struct xc_speech {
    xc_scan scan; // a view of its own: `sentence` moves
    const xc_speaker_words *words;
    bool shouting; // the sentence is in capitals: they tell nothing
} xc_speech;

static inline uint32_t xc_speech_cues(const xc_speech *speech, int64_t token) {
    if (token < speech->scan.sentence->first_token ||
        token >= speech->scan.sentence->last_token) {
        return 0;
    }
    return xc_speaker_cues(speech->words, speech->scan.text->tokens[token].word);
}

static inline xc_slice xc_speech_slice(const xc_speech *speech, xc_words words) {
    const xc_token *tokens = speech->scan.text->tokens;
    return xc_words_any(words)
               ? xc_slice_sub(speech->scan.text->bytes, tokens[words.first].start,
                              tokens[words.last - 1].end)
               : (xc_slice){0};
}

bool xc_speech_capital(const xc_speech *speech, uint32_t token);
// "'s" behind an owner.
bool xc_speech_owner(const xc_speech *speech, uint32_t token);
bool xc_speech_mark(const xc_speech *speech, int64_t token, const char *marks);
void xc_speech_go(xc_speech *speech, uint32_t sentence);

// speaker_span.c: the words beside a verb that name who speaks.
// The subject of the verb at a token; empty where it has none.
// @param apposition gets what stands between commas beside it
xc_words xc_speaker_before(const xc_speech *speech, uint32_t verb, xc_words *apposition,
                           xc_words *way);
// The words behind a token ("according to", "said").
xc_words xc_speaker_behind(const xc_speech *speech, uint32_t token, xc_words *apposition);

// speaker_body.c: the institution among the words that describe a person; empty if they name
// none.
xc_words xc_speaker_body(const xc_speech *speech, xc_words described);

// speaker_name.c: what those words say.
// @return whether they can name a speaker
bool xc_speaker_read(const xc_speech *speech, xc_words words, xc_words apposition,
                     xc_naming *out);
// The same of words that no lexicon knows and that can only be a speaker: "the zoo said".
bool xc_speaker_read_anyone(const xc_speech *speech, xc_words words, xc_naming *out);

#endif
