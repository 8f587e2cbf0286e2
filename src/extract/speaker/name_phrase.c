// SPDX-License-Identifier: MIT
// The phrases that a speaker's words are made of.
#include "extract/speaker/name_phrase.h"

enum {
    INITIALS = 4,      // letters of an agency that is named by them
    MOST_OPENING = 14, // tokens of what opens a sentence: "On Monday,"
    ENOUGH_WORDS = 6,  // in capitals, to say that a sentence is written so
    CLOSED = G_PREPOSITION | G_SUBORDINATE | G_IF | G_CONJUNCTION | G_DETERMINER | G_PRONOUN,
    LEADING = G_DETERMINER | G_ADVERB | G_CONJUNCTION | G_POSSESSIVE | G_ANOTHER,
};

bool speech_capital(const speech_reading *speech, uint32_t token) {
    const xc_token *t = scan_token_at(&speech->scan, token);
    bool begins = token == speech->scan.sentence->first_token;
    return t->kind == XC_TOKEN_WORD && (t->flags & XC_TOKEN_CAPITAL) &&
           !(speech->shouting && t->word) &&
           !(begins && speech_grammar(speech, token) & CLOSED);
}

bool speech_mark(const speech_reading *speech, int64_t token, const char *marks) {
    char mark = scan_mark_at(&speech->scan, token);
    for (; mark && *marks; marks++) {
        if (*marks == mark) {
            return true;
        }
    }
    return false;
}

bool speech_hyphen(const speech_reading *speech, uint32_t token) {
    xc_slice bytes = xc_token_slice(speech->scan.text, token);
    bool dash = bytes.len == 3 && (unsigned char)bytes.ptr[2] >= 0x93; // "Selva—Ada Orlov"
    return scan_hyphen(&speech->scan, token) && !dash;
}

static bool is_shouting(const speech_reading *speech) {
    const xc_sentence *sentence = speech->scan.sentence;
    uint32_t words = 0;
    for (uint32_t token = sentence->first_token;
         token < sentence->last_token && words < ENOUGH_WORDS; token++) {
        const xc_token *t = scan_token_at(&speech->scan, token);
        bool word = t->kind == XC_TOKEN_WORD && t->end - t->start > 1;
        words += word;
        if (word && !(t->flags & XC_TOKEN_CAPITALS)) {
            return false;
        }
    }
    return words == ENOUGH_WORDS;
}

void speech_go(speech_reading *speech, uint32_t sentence) {
    speech->scan.sentence = &speech->scan.text->sentences[sentence];
    speech->scan.sentence_index = sentence;
    speech->shouting = is_shouting(speech);
}

speaker_noun speech_noun(const speech_reading *speech, uint32_t token, uint32_t limit) {
    speaker_noun noun = speech_noun_at(speech, token, limit);
    const xc_token *t = scan_token_at(&speech->scan, token);
    bool agency = noun.kind == XC_AGENCY && noun.tokens == 1;
    bool initials = t->end - t->start <= INITIALS && t->flags & XC_TOKEN_CAPITALS;
    bool name = t->end - t->start > INITIALS && speech_capital(speech, token);
    return agency && !initials && !name ? (speaker_noun){.kind = XC_OTHER} : noun;
}

speech_summary speech_sum(const speech_reading *speech, xc_span words) {
    speech_summary all = {.kind = XC_OTHER};
    for (uint32_t token = words.first; token < words.last;) {
        speaker_noun noun = speech_noun(speech, token, words.last);
        all.parts |= noun.parts;
        if (noun.weight && noun.weight >= all.weight) {
            all.weight = noun.weight;
            all.kind = noun.kind;
        }
        token += noun.tokens ? noun.tokens : 1;
    }
    return all;
}

speaker_noun speech_last_noun(const speech_reading *speech, xc_span words, uint32_t parts,
                              uint32_t *first) {
    for (uint32_t token = words.first; token < words.last;) {
        speaker_noun noun = speech_noun(speech, token, words.last);
        if (noun.tokens && token + noun.tokens == words.last && (noun.parts & parts)) {
            *first = token;
            return noun;
        }
        token += noun.tokens ? noun.tokens : 1;
    }
    return (speaker_noun){0};
}

bool speech_owner(const speech_reading *speech, uint32_t token) {
    const xc_token *t = scan_token_at(&speech->scan, token);
    xc_slice bytes = xc_token_slice(speech->scan.text, token);
    bool owns = (t->flags & XC_TOKEN_CLITIC) && (bytes.ptr[bytes.len - 1] | 0x20) == 's';
    return owns || t->mark == '\'';
}

xc_span speech_trimmed(const speech_reading *speech, xc_span words, bool *definite) {
    while (words.first < words.last) {
        const xc_token *t = scan_token_at(&speech->scan, words.first);
        bool counted = t->kind == XC_TOKEN_NUMBER;
        bool article = speech_grammar(speech, words.first) & G_DETERMINER;
        if (!counted && !(speech_grammar(speech, words.first) & LEADING) &&
            t->kind != XC_TOKEN_PUNCTUATION) {
            break;
        }
        if (article && definite) {
            *definite = xc_token_slice(speech->scan.text, words.first).len >= 3;
        }
        words.first++;
    }
    while (words.first < words.last) {
        uint32_t last = words.last - 1;
        if (!speech_mark(speech, last, ".-'&") &&
            !(speech_grammar(speech, last) & (G_ADVERB | G_CONJUNCTION | G_PREPOSITION)) &&
            !speech_owner(speech, last)) {
            break;
        }
        words.last--;
    }
    return words;
}

bool speech_preposition(const speech_reading *speech, uint32_t token) {
    return speech_grammar(speech, token) & (G_PREPOSITION | G_OF | G_FROM | G_BY);
}

xc_span speech_head(const speech_reading *speech, xc_span words) {
    xc_span head = {words.first, words.first};
    while (head.last < words.last) {
        speaker_noun noun = speech_noun(speech, head.last, words.last);
        if (!noun.tokens && speech_preposition(speech, head.last) && head.last > words.first) {
            break;
        }
        head.last += noun.tokens ? noun.tokens : 1;
    }
    return head;
}

// A word of a person's name that has no capital: "de", "bin", "al-".
static bool is_particle(const speech_reading *speech, uint32_t token) {
    const xc_token *t = scan_token_at(&speech->scan, token);
    bool joined =
        speech_hyphen(speech, token) || (t->kind == XC_TOKEN_PUNCTUATION && t->mark == '.');
    return joined || (t->kind == XC_TOKEN_WORD && t->end - t->start <= 3 && t->word == 0);
}

xc_span speech_capitals_at_end(const speech_reading *speech, xc_span words) {
    xc_span run = {words.last, words.last};
    while (run.first > words.first) {
        uint32_t token = run.first - 1;
        bool hyphened = run.first < words.last && speech_mark(speech, run.first, "-");
        if (!speech_capital(speech, token) && !is_particle(speech, token) && !hyphened) {
            break;
        }
        run.first = token;
    }
    while (run.first < run.last && !speech_capital(speech, run.first)) {
        run.first++;
    }
    return run;
}

uint32_t speech_count(const speech_reading *speech, xc_span words) {
    uint32_t count = 0;
    for (uint32_t token = words.first; token < words.last; token++) {
        bool joined = token > words.first && speech_mark(speech, (int64_t)token - 1, "-");
        count += scan_token_at(&speech->scan, token)->kind == XC_TOKEN_WORD && !joined;
    }
    return count;
}

uint32_t speech_opening_end(const speech_reading *speech, uint32_t limit) {
    uint32_t first = xc_dateline_end(speech->scan.text, speech->scan.sentence_index);
    bool opens = speech_grammar(speech, first) & (G_PREPOSITION | G_ADVERB | G_FROM) ||
                 scan_is_time(&speech->scan, first);
    for (uint32_t token = first; opens && token < limit && token - first < MOST_OPENING;
         token++) {
        if (speech_mark(speech, token, ",")) {
            return token + 1;
        }
    }
    return first;
}
