// SPDX-License-Identifier: MIT
// Speakers that a headline sets off by a colon or a dash.
#include "extract/speaker/cue.h"

enum {
    MOST_HEADLINE = 7, // tokens
    SPEAKING_NOUNS = XC_PART_BODY | XC_PART_PERSON | XC_PART_WEAK | XC_PART_SIDE,
};

static bool can_head(const xc_speech *speech, xc_words words, xc_naming *naming) {
    if (!xc_words_any(words) || words.last - words.first > MOST_HEADLINE ||
        !xc_speaker_read(speech, words, (xc_words){0}, naming)) {
        return false;
    }
    for (uint32_t token = words.first; token < words.last; token++) {
        if (xc_scan_token(&speech->scan, token)->kind == XC_TOKEN_NUMBER ||
            xc_speech_grammar(speech, token) & XC_G_BE) {
            return false;
        }
    }
    return naming->kind != XC_OTHER ||
           xc_speaker_noun_at(speech->words, speech->scan.text, words.last - 1, words.last)
                   .parts &
               SPEAKING_NOUNS;
}

// "12 killed: police", "12 killed - ministry", "Police: 12 killed".
bool xc_cue_headline(const xc_speech *speech, xc_speaker *out) {
    uint32_t first = speech->scan.sentence->first_token;
    uint32_t last = speech->scan.sentence->last_token;
    for (uint32_t token = first + 1; token + 1 < last; token++) {
        bool colon = xc_speech_mark(speech, token, ":");
        if (!colon && !xc_speech_dash(speech, token)) {
            continue;
        }
        xc_speaker speaker = {0};
        if (can_head(speech, (xc_words){token + 1, last}, &speaker.naming)) {
            speaker.first = token;
            speaker.last = last;
            speaker.vouches_before = true;
            *out = speaker;
            return true;
        }
        if (colon && can_head(speech, (xc_words){first, token}, &speaker.naming)) {
            speaker.first = first;
            speaker.last = token + 1;
            speaker.vouches_behind = true;
            *out = speaker;
            return true;
        }
    }
    return false;
}
