// SPDX-License-Identifier: MIT
// Speakers that a headline sets off by a colon or a dash.
#include "extract/speaker/cue.h"

enum {
    MOST_HEADLINE = 7, // tokens
    SPEAKING_NOUNS = PART_BODY | PART_PERSON | PART_WEAK | PART_SIDE,
};

static bool can_head(const speech_reading *speech, xc_span words, speaker_naming *naming) {
    if (xc_span_is_empty(words) || words.last - words.first > MOST_HEADLINE ||
        !speaker_read(speech, words, (xc_span){0}, naming)) {
        return false;
    }
    for (uint32_t token = words.first; token < words.last; token++) {
        if (scan_token_at(&speech->scan, token)->kind == XC_TOKEN_NUMBER ||
            speech_grammar(speech, token) & G_BE) {
            return false;
        }
    }
    return naming->kind != XC_OTHER ||
           speech_noun_at(speech, words.last - 1, words.last).parts & SPEAKING_NOUNS;
}

// "12 killed: police", "12 killed - ministry", "Police: 12 killed".
bool cue_headline(const speech_reading *speech, claim_speaker *out) {
    uint32_t first = speech->scan.sentence->first_token;
    uint32_t last = speech->scan.sentence->last_token;
    for (uint32_t token = first + 1; token + 1 < last; token++) {
        bool colon = speech_mark(speech, token, ":");
        if (!colon && !scan_dash(&speech->scan, token)) {
            continue;
        }
        claim_speaker speaker = {0};
        if (can_head(speech, (xc_span){token + 1, last}, &speaker.naming)) {
            speaker.first = token;
            speaker.last = last;
            speaker.vouches_before = true;
            *out = speaker;
            return true;
        }
        if (colon && can_head(speech, (xc_span){first, token}, &speaker.naming)) {
            speaker.first = first;
            speaker.last = token + 1;
            speaker.vouches_behind = true;
            *out = speaker;
            return true;
        }
    }
    return false;
}

// "Ada Orlov and Ivo Kran": nothing but names.
static bool is_names(const speech_reading *speech, xc_span words) {
    bool all = words.last - words.first > 1;
    for (uint32_t token = words.first; all && token < words.last; token++) {
        all = speech_capital(speech, token) || speech_mark(speech, token, ".-") ||
              speech_grammar(speech, token) & G_CONJUNCTION;
    }
    return all;
}

bool cue_before_quotation(const speech_reading *speech, claim_speaker *out) {
    uint32_t first = speech->scan.sentence->first_token;
    uint32_t colon = first + 1;
    while (colon < speech->scan.sentence->last_token && !speech_mark(speech, colon, ":")) {
        colon++;
    }
    if (!speech_mark(speech, (int64_t)colon + 1, "\"")) {
        return false;
    }
    xc_span words = {colon, colon};
    while (words.first > first && colon - words.first < MOST_HEADLINE &&
           !speech_mark(speech, (int64_t)words.first - 1, "\",;:)") &&
           !scan_dash(&speech->scan, words.first - 1)) {
        words.first--;
    }
    for (uint32_t token = words.first; token < colon; token++) {
        if (speech_cues(speech, token) & (CUE_SAY | CUE_TELL | CUE_PUT | CUE_CITE)) {
            return false; // 'Police said: "..."' is a sentence
        }
    }
    claim_speaker speaker = {.first = words.first, .last = colon + 1, .vouches_behind = true};
    bool known = can_head(speech, words, &speaker.naming);
    if (!known && !(is_names(speech, words) &&
                    speaker_read(speech, words, (xc_span){0}, &speaker.naming))) {
        return false;
    }
    *out = speaker;
    return true;
}
