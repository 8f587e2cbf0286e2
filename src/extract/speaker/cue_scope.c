// SPDX-License-Identifier: MIT
// Which words of a sentence a speaker vouches for.
#include "extract/speaker/cue.h"

enum {
    MOST_BEHIND = 14,  // tokens between "said" and the clause's end
    MOST_OPENING = 30, // tokens of what opens a sentence
    MOST_REACH = 120,  // tokens that are looked through for ", but"
};

static bool in_time(const xc_speech *speech, uint32_t token) {
    return xc_scan_in_time(&speech->scan, speech->scan.sentence_index, token);
}

// Where what follows a speaker ceases to be said: at ", but", and in "As he announced it, 12
// died" at the comma.
void xc_cue_set_reach(const xc_speech *speech, xc_speaker *speaker) {
    speaker->reach = UINT32_MAX;
    uint32_t start = speech->scan.sentence->first_token;
    bool aside =
        xc_speech_grammar(speech, start) & XC_G_SUBORDINATE && speaker->first <= start + 2;
    uint32_t last = speech->scan.sentence->last_token;
    for (uint32_t token = speaker->last; token < last && token - speaker->last < MOST_REACH;
         token++) {
        if (xc_speech_mark(speech, token, ",") &&
            (aside || xc_speech_cues(speech, (int64_t)token + 1) & XC_CUE_CONTRAST)) {
            speaker->reach = token;
            return;
        }
    }
}

static uint32_t past_time(const xc_speech *speech, uint32_t token) {
    uint32_t last = speech->scan.sentence->last_token;
    while (token < last &&
           (in_time(speech, token) || (xc_speech_grammar(speech, token) & XC_G_ADVERB &&
                                       !xc_speech_mark(speech, token, ",")))) {
        token++;
    }
    return token;
}

static bool ends_clause(const xc_speech *speech, uint32_t token) {
    return token >= speech->scan.sentence->last_token ||
           xc_speech_mark(speech, token, ",.;\"!?)") || xc_speech_dash(speech, token);
}

// Whether nothing that was said follows the verb: ", police said." ", she told reporters in
// Selva on Monday,"
static bool is_closed(const xc_speech *speech, uint32_t token) {
    enum {
        VERBS = XC_G_BE | XC_G_HAVE | XC_G_DO | XC_G_PRONOUN | XC_G_RELATIVE |
                XC_G_MODAL_PREDICTED | XC_G_MODAL_CONDITIONAL
    };
    token = past_time(speech, token);
    if (ends_clause(speech, token)) {
        return true;
    }
    if (!(xc_speech_grammar(speech, token) & XC_G_PREPOSITION)) {
        return false;
    }
    uint32_t end = token;
    while (end - token < MOST_BEHIND && !ends_clause(speech, end) &&
           !(xc_speech_grammar(speech, end) & VERBS)) {
        end++;
    }
    return ends_clause(speech, end);
}

// The token before a speaker's words, articles and adverbs passed over.
static int64_t before_words(const xc_speech *speech, uint32_t first) {
    int64_t token = (int64_t)first - 1;
    while (token >= speech->scan.sentence->first_token &&
           (xc_speech_grammar(speech, token) &
            (XC_G_DETERMINER | XC_G_ADVERB | XC_G_POSSESSIVE)) &&
           !xc_speech_mark(speech, token, ",\"")) {
        token--;
    }
    return token;
}

// "In a statement,", "On Monday,", "However,": nothing was said there.
static bool is_opening(const xc_speech *speech, int64_t comma) {
    uint32_t first = speech->scan.sentence->first_token;
    uint32_t g = xc_speech_grammar(speech, first);
    bool opens = g & (XC_G_PREPOSITION | XC_G_SUBORDINATE | XC_G_CONJUNCTION | XC_G_ADVERB |
                      XC_G_FROM) ||
                 in_time(speech, first);
    opens = opens && comma - first < MOST_OPENING;
    for (int64_t token = first; opens && token < comma; token++) {
        opens = !xc_speech_mark(speech, token, ",\"");
    }
    return opens || comma <= (int64_t)first + 1;
}

void xc_cue_set_scope(const xc_speech *speech, xc_speaker *speaker, uint32_t behind) {
    bool closed = is_closed(speech, behind);
    int64_t boundary = before_words(speech, speaker->first);
    bool quoted =
        xc_speech_mark(speech, boundary, "\"") ||
        (xc_speech_mark(speech, boundary, ",") && xc_speech_mark(speech, boundary - 1, "\""));
    bool ends = past_time(speech, behind) + 1 >= speech->scan.sentence->last_token;
    bool parted = xc_speech_mark(speech, boundary, ",") || xc_speech_dash(speech, boundary);
    speaker->vouches_behind =
        !closed || !xc_speech_mark(speech, past_time(speech, behind), ".");
    speaker->vouches_before = quoted || (parted && (closed || !is_opening(speech, boundary))) ||
                              (ends && boundary >= speech->scan.sentence->first_token);
}
