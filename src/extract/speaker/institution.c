// SPDX-License-Identifier: MIT
// The institution in the words that describe a person: "Colonel Ada Orlov of the border
// guards".
#include "extract/speaker/speaker.h"

enum {
    LONGEST = 10, // tokens
    STOPS = XC_G_DETERMINER | XC_G_PREPOSITION | XC_G_OF | XC_G_FROM | XC_G_RELATIVE |
            XC_G_POSSESSIVE | XC_G_PRONOUN | XC_G_BE | XC_G_HAVE,
};

static xc_speaker_noun noun_at(const xc_speech *speech, uint32_t token, uint32_t limit) {
    return xc_speaker_noun_at(speech->words, speech->scan.text, token, limit);
}

static bool is_word(const xc_speech *speech, uint32_t token) {
    return xc_scan_token(&speech->scan, token)->kind == XC_TOKEN_WORD;
}

// Whether the institution's name goes on to the left over a token: "Selva city", not "the".
static bool goes_before(const xc_speech *speech, uint32_t token) {
    return is_word(speech, token) && !xc_speech_owner(speech, token) &&
           !(xc_scan_grammar(&speech->scan, token) & (STOPS | XC_G_CONJUNCTION | XC_G_ADVERB));
}

// How many tokens the name goes on to the right: "of Health", "and Works Agency".
static uint32_t goes_behind(const xc_speech *speech, uint32_t token, uint32_t limit) {
    uint32_t grammar = xc_scan_grammar(&speech->scan, token);
    bool joins = grammar & (XC_G_OF | XC_G_CONJUNCTION) || xc_speech_mark(speech, token, "-&");
    if (joins) {
        return token + 1 < limit && xc_speech_capital(speech, token + 1) ? 2 : 0;
    }
    xc_speaker_noun noun = noun_at(speech, token, limit);
    if (noun.parts & (XC_PART_TITLE | XC_PART_MOUTHPIECE | XC_PART_PERSON)) {
        return 0;
    }
    bool part = noun.parts & (XC_PART_BODY | XC_PART_ABOUT | XC_PART_WEAK);
    return part ? noun.tokens : xc_speech_capital(speech, token) ? 1 : 0;
}

xc_words xc_speaker_body(const xc_speech *speech, xc_words described) {
    uint32_t token = described.first;
    while (token < described.last &&
           !(noun_at(speech, token, described.last).parts & XC_PART_BODY)) {
        token++;
    }
    if (token >= described.last) {
        return (xc_words){0};
    }
    xc_words body = {token, token + noun_at(speech, token, described.last).tokens};
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
