// SPDX-License-Identifier: MIT
// The institution in the words that describe a person: "Colonel Ada Orlov of the border
// guards".
#include "extract/speaker/speaker.h"

enum {
    LONGEST = 10, // tokens
    STOPS = G_DETERMINER | G_PREPOSITION | G_OF | G_FROM | G_RELATIVE | G_POSSESSIVE |
            G_PRONOUN | G_BE | G_HAVE,
};

// Whether the institution's name goes on to the left over a token: "Selva city", not "the".
static bool goes_before(const speech_reading *speech, uint32_t token) {
    // The words may be of another sentence than the one at work.
    bool word = scan_token_at(&speech->scan, token)->kind == XC_TOKEN_WORD;
    return word && !speech_owner(speech, token) &&
           !(scan_grammar(&speech->scan, token) & (STOPS | G_CONJUNCTION | G_ADVERB));
}

// How many tokens the name goes on to the right: "of Health", "and Works Agency".
static uint32_t goes_behind(const speech_reading *speech, uint32_t token, uint32_t limit) {
    uint32_t grammar = scan_grammar(&speech->scan, token);
    bool joins = grammar & (G_OF | G_CONJUNCTION) || speech_mark(speech, token, "-&");
    if (joins) {
        return token + 1 < limit && speech_capital(speech, token + 1) ? 2 : 0;
    }
    speaker_noun noun = speech_noun_at(speech, token, limit);
    if (noun.parts & (PART_TITLE | PART_MOUTHPIECE | PART_PERSON)) {
        return 0;
    }
    bool part = noun.parts & (PART_BODY | PART_ABOUT | PART_WEAK);
    return part ? noun.tokens : speech_capital(speech, token) ? 1 : 0;
}

xc_span speaker_body(const speech_reading *speech, xc_span described) {
    uint32_t token = described.first;
    while (token < described.last &&
           !(speech_noun_at(speech, token, described.last).parts & PART_BODY)) {
        token++;
    }
    if (token >= described.last) {
        return (xc_span){0};
    }
    xc_span body = {token, token + speech_noun_at(speech, token, described.last).tokens};
    while (body.first > described.first && body.last - body.first < LONGEST &&
           goes_before(speech, body.first - 1)) {
        body.first--;
    }
    while (body.last < described.last && body.last - body.first < LONGEST) {
        uint32_t more = goes_behind(speech, body.last, described.last);
        if (!more) {
            break;
        }
        body.last += more;
    }
    return body;
}
