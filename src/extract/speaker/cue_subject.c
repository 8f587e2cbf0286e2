// SPDX-License-Identifier: MIT
// The subject of a verb that announces a speaker, and what of it tells that nobody speaks.
#include "extract/speaker/cue.h"

enum {
    MOST_BEHIND = 14, // tokens of a subject; between a verb and "that"
};

static uint32_t grammar(const speech_reading *speech, int64_t token) {
    return scan_grammar(&speech->scan, token);
}

// How many tokens the name of a subject goes on at a token: "A spokesman for the mayor", not
// "defended".
static uint32_t names_on(const speech_reading *speech, uint32_t token, uint32_t limit) {
    if (speech_capital(speech, token) || speech_mark(speech, token, ".-")) {
        return 1;
    }
    speaker_noun noun = speech_noun_at(speech, token, limit);
    if (noun.tokens) {
        return noun.tokens;
    }
    bool joins =
        grammar(speech, token) & (G_DETERMINER | G_OF) ||
        (grammar(speech, token) & G_PREPOSITION && token > speech->scan.sentence->first_token);
    return joins && token + 1 < limit && !(grammar(speech, token + 1) & G_PREPOSITION) &&
                   names_on(speech, token + 1, limit)
               ? 1
               : 0;
}

bool cue_sentence_subject(const speech_reading *speech, uint32_t verb, speaker_naming *out) {
    uint32_t first = speech_opening_end(speech, verb);
    uint32_t end = first;
    uint32_t limit = verb - first < MOST_BEHIND ? verb : first + MOST_BEHIND;
    if (speech_cues(speech, first) & (CUE_HE | CUE_THEY | CUE_IT)) {
        return speaker_read(speech, (xc_span){first, first + 1}, (xc_span){0}, out);
    }
    while (end < limit) {
        uint32_t step = names_on(speech, end, limit);
        if (!step || (end > first && speech_names_another(speech, end))) {
            break;
        }
        end += step;
    }
    return end > first && speaker_read(speech, (xc_span){first, end}, (xc_span){0}, out) &&
           (out->person || out->kind != XC_OTHER);
}

uint32_t cue_quantity_behind(const speech_reading *speech, uint32_t verb) {
    const xc_mentions *mentions = speech->scan.mentions;
    index_range range = scan_quantities(&speech->scan, speech->scan.sentence_index);
    for (size_t i = range.first; i < range.last; i++) {
        uint32_t first = mentions->quantities[i].first_token;
        if (first > verb) {
            return first - verb <= MOST_BEHIND ? first : 0;
        }
    }
    return 0;
}

// "Six in ten said", "Seven said": counted people, who are not named. Not "the Group of 20".
static bool is_count(const speech_reading *speech, xc_span words) {
    for (uint32_t token = words.first; token < words.last; token++) {
        if (speech_capital(speech, token) && token > speech->scan.sentence->first_token) {
            return false;
        }
    }
    const xc_mentions *mentions = speech->scan.mentions;
    index_range range = scan_quantities(&speech->scan, speech->scan.sentence_index);
    for (size_t i = range.first; i < range.last; i++) {
        const xc_quantity *quantity = &mentions->quantities[i];
        if (quantity->first_token < words.last && quantity->last_token == words.last) {
            return true;
        }
    }
    return false;
}

bool cue_is_share(const speech_reading *speech, xc_span words) {
    if (is_count(speech, words)) {
        return true;
    }
    for (uint32_t token = words.first; token < words.last; token++) {
        if (speech_cues(speech, token) & CUE_CROWD) {
            return true;
        }
    }
    const xc_mentions *mentions = speech->scan.mentions;
    index_range range = scan_quantities(&speech->scan, speech->scan.sentence_index);
    for (size_t i = range.first; i < range.last; i++) {
        const xc_quantity *quantity = &mentions->quantities[i];
        bool of = grammar(speech, (int64_t)words.first - 1) & G_OF;
        if (quantity->first_token < words.last && quantity->last_token + of > words.first &&
            xc_slice_is(quantity->unit, "percent")) {
            return true;
        }
    }
    return false;
}

bool cue_is_base(const speech_reading *speech, uint32_t verb) {
    const sentence_scan *scan = &speech->scan;
    int64_t last = (int64_t)verb - 1;
    while (grammar(speech, last) & G_ADVERB || speech_cues(speech, last) & CUE_BETWEEN) {
        last--;
    }
    if (last < speech->scan.sentence->first_token || !scan_is_word(scan, last)) {
        return false;
    }
    xc_slice subject = xc_token_slice(scan->text, (size_t)last);
    speaker_noun noun = speech_noun_at(speech, (uint32_t)last, (uint32_t)last + 1);
    bool plural = noun.tokens && subject.ptr[subject.len - 1] == 's';
    bool police = noun.kind == XC_POLICE && !(grammar(speech, last - 1) & G_DETERMINER);
    bool several = plural || police || speech_cues(speech, last) & CUE_THEY;
    uint32_t behind = grammar(speech, (int64_t)verb + 1);
    bool told = behind & (G_DETERMINER | G_SUBORDINATE | G_PRONOUN | G_RELATIVE) ||
                speech_capital(speech, verb + 1) ||
                cue_quantity_behind(speech, verb) == verb + 1;
    return several && told;
}

uint32_t cue_that_behind(const speech_reading *speech, uint32_t token) {
    enum { THAT = G_SUBORDINATE | G_RELATIVE };
    if (!(grammar(speech, token) & G_PREPOSITION) ||
        cue_quantity_behind(speech, token - 1) == token) {
        return token; // "reported at least 20 victims at a hall that"
    }
    for (uint32_t at = token; at - token < MOST_BEHIND && scan_in(&speech->scan, at); at++) {
        if ((grammar(speech, at) & THAT) == THAT) {
            return at + 1;
        }
        if (speech_mark(speech, at, ",;:\"") ||
            grammar(speech, at) & (G_BE | G_HAVE | G_PRONOUN)) {
            break;
        }
    }
    return token;
}
