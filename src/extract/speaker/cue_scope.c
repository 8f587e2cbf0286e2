// SPDX-License-Identifier: MIT
// Which words of a sentence a speaker vouches for.
#include "extract/speaker/cue.h"

enum {
    MOST_BEHIND = 14,  // tokens between "said" and the clause's end
    MOST_OPENING = 30, // tokens of what opens a sentence
    MOST_REACH = 120,  // tokens that are looked through for ", but"
};

// Where what follows a speaker ceases to be said: at ", but", and in "As he announced it, 12
// died" at the comma.
void cue_set_reach(const speech_reading *speech, claim_speaker *speaker) {
    speaker->reach = UINT32_MAX;
    uint32_t start = speech->scan.sentence->first_token;
    bool aside = speech_grammar(speech, start) & G_SUBORDINATE && speaker->first <= start + 2;
    uint32_t last = speech->scan.sentence->last_token;
    // "As the daily noted, 12 died": told is what follows
    aside &= !speech_mark(speech, speaker->last, ",");
    for (uint32_t token = speaker->last; token < last && token - speaker->last < MOST_REACH;
         token++) {
        if (speech_mark(speech, token, ",") &&
            (aside || speech_cues(speech, (int64_t)token + 1) & CUE_CONTRAST)) {
            speaker->reach = token;
            return;
        }
    }
}

static uint32_t past_time(const speech_reading *speech, uint32_t token) {
    uint32_t last = speech->scan.sentence->last_token;
    while (token < last &&
           (scan_is_time(&speech->scan, token) ||
            (speech_grammar(speech, token) & G_ADVERB && !speech_mark(speech, token, ",")))) {
        token++;
    }
    return token;
}

static bool ends_clause(const speech_reading *speech, uint32_t token) {
    return token >= speech->scan.sentence->last_token ||
           speech_mark(speech, token, ",.;\"!?)") || scan_dash(&speech->scan, token);
}

// Whether nothing that was said follows the verb: ", police said." ", she told reporters in
// Selva on Monday,"
static bool is_closed(const speech_reading *speech, uint32_t token) {
    enum {
        VERBS = G_BE | G_HAVE | G_DO | G_PRONOUN | G_RELATIVE | G_MODAL_PREDICTED |
                G_MODAL_CONDITIONAL
    };
    token = past_time(speech, token);
    if (ends_clause(speech, token)) {
        return true;
    }
    if (!(speech_grammar(speech, token) & G_PREPOSITION)) {
        return false;
    }
    uint32_t end = token;
    while (end - token < MOST_BEHIND && !ends_clause(speech, end) &&
           !(speech_grammar(speech, end) & VERBS)) {
        end++;
    }
    return ends_clause(speech, end);
}

// The token before a speaker's words, articles and adverbs passed over.
static int64_t before_words(const speech_reading *speech, uint32_t first) {
    int64_t token = (int64_t)first - 1;
    while (token >= speech->scan.sentence->first_token &&
           (speech_grammar(speech, token) & (G_DETERMINER | G_ADVERB | G_POSSESSIVE)) &&
           !(speech_grammar(speech, token) & G_RELATIVE) &&
           !speech_mark(speech, token, ",\"")) {
        token--;
    }
    return token;
}

// "In a statement,", "On Monday,", "However,": nothing was said there.
static bool is_opening(const speech_reading *speech, int64_t comma) {
    uint32_t first = speech->scan.sentence->first_token;
    uint32_t g = speech_grammar(speech, first);
    bool opens = g & (G_PREPOSITION | G_SUBORDINATE | G_CONJUNCTION | G_ADVERB | G_FROM) ||
                 scan_is_time(&speech->scan, first);
    opens = opens && comma - first < MOST_OPENING;
    for (int64_t token = first; opens && token < comma; token++) {
        opens = !speech_mark(speech, token, ",\"");
    }
    return opens || comma <= (int64_t)first + 1;
}

void cue_set_scope(const speech_reading *speech, claim_speaker *speaker, uint32_t behind) {
    bool closed = is_closed(speech, behind);
    int64_t boundary = before_words(speech, speaker->first);
    bool quoted =
        speech_mark(speech, boundary, "\"") ||
        (speech_mark(speech, boundary, ",") && speech_mark(speech, boundary - 1, "\""));
    bool ends = past_time(speech, behind) + 1 >= speech->scan.sentence->last_token;
    bool parted = speech_mark(speech, boundary, ",") || scan_dash(&speech->scan, boundary);
    speaker->vouches_behind = !closed || !speech_mark(speech, past_time(speech, behind), ".");
    speaker->vouches_before = quoted || (parted && (closed || !is_opening(speech, boundary))) ||
                              (ends && boundary >= speech->scan.sentence->first_token);
}
