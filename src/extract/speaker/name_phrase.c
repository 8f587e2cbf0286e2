// SPDX-License-Identifier: MIT
// The phrases that a speaker's words are made of.
#include "extract/speaker/name_phrase.h"

enum {
    INITIALS = 4,     // letters of an agency that is named by them
    ENOUGH_WORDS = 6, // in capitals, to say that a sentence is written so
    CLOSED = XC_G_PREPOSITION | XC_G_SUBORDINATE | XC_G_IF | XC_G_CONJUNCTION |
             XC_G_DETERMINER | XC_G_PRONOUN,
    LEADING = XC_G_DETERMINER | XC_G_ADVERB | XC_G_CONJUNCTION | XC_G_POSSESSIVE | XC_G_ANOTHER,
};

static uint32_t grammar(const xc_speech *speech, uint32_t token) {
    return xc_scan_grammar(&speech->scan, token);
}

bool xc_speech_capital(const xc_speech *speech, uint32_t token) {
    const xc_token *t = xc_scan_token(&speech->scan, token);
    bool begins = token == speech->scan.sentence->first_token;
    return t->kind == XC_TOKEN_WORD && (t->flags & XC_TOKEN_CAPITAL) &&
           !(speech->shouting && t->word) && !(begins && grammar(speech, token) & CLOSED);
}

bool xc_speech_mark(const xc_speech *speech, int64_t token, const char *marks) {
    char mark = xc_scan_mark(&speech->scan, token);
    for (; mark && *marks; marks++) {
        if (*marks == mark) {
            return true;
        }
    }
    return false;
}

static bool is_shouting(const xc_speech *speech) {
    const xc_sentence *sentence = speech->scan.sentence;
    uint32_t words = 0;
    for (uint32_t token = sentence->first_token;
         token < sentence->last_token && words < ENOUGH_WORDS; token++) {
        const xc_token *t = xc_scan_token(&speech->scan, token);
        bool word = t->kind == XC_TOKEN_WORD && t->end - t->start > 1;
        words += word;
        if (word && !(t->flags & XC_TOKEN_CAPITALS)) {
            return false;
        }
    }
    return words == ENOUGH_WORDS;
}

void xc_speech_go(xc_speech *speech, uint32_t sentence) {
    speech->scan.sentence = &speech->scan.text->sentences[sentence];
    speech->scan.sentence_index = sentence;
    speech->shouting = is_shouting(speech);
}

xc_speaker_noun xc_speech_noun(const xc_speech *speech, uint32_t token, uint32_t limit) {
    xc_speaker_noun noun = xc_speaker_noun_at(speech->words, speech->scan.text, token, limit);
    const xc_token *t = xc_scan_token(&speech->scan, token);
    bool agency = noun.kind == XC_AGENCY && noun.tokens == 1;
    bool initials = t->end - t->start <= INITIALS && t->flags & XC_TOKEN_CAPITALS;
    bool name = t->end - t->start > INITIALS && xc_speech_capital(speech, token);
    return agency && !initials && !name ? (xc_speaker_noun){.kind = XC_OTHER} : noun;
}

xc_speech_summary xc_speech_sum(const xc_speech *speech, xc_words words) {
    xc_speech_summary all = {.kind = XC_OTHER};
    for (uint32_t token = words.first; token < words.last;) {
        xc_speaker_noun noun = xc_speech_noun(speech, token, words.last);
        all.parts |= noun.parts;
        if (noun.weight && noun.weight >= all.weight) {
            all.weight = noun.weight;
            all.kind = noun.kind;
        }
        token += noun.tokens ? noun.tokens : 1;
    }
    return all;
}

xc_speaker_noun xc_speech_last_noun(const xc_speech *speech, xc_words words, uint32_t parts,
                                    uint32_t *first) {
    for (uint32_t token = words.first; token < words.last;) {
        xc_speaker_noun noun = xc_speech_noun(speech, token, words.last);
        if (noun.tokens && token + noun.tokens == words.last && (noun.parts & parts)) {
            *first = token;
            return noun;
        }
        token += noun.tokens ? noun.tokens : 1;
    }
    return (xc_speaker_noun){0};
}

bool xc_speech_owner(const xc_speech *speech, uint32_t token) {
    const xc_token *t = xc_scan_token(&speech->scan, token);
    xc_slice bytes = xc_token_slice(speech->scan.text, token);
    bool clitic = t->kind == XC_TOKEN_WORD && !(t->flags & XC_TOKEN_SPACE_BEFORE) &&
                  bytes.len >= 2 && bytes.ptr[bytes.len - 1] == 's' &&
                  (bytes.ptr[0] == '\'' || (unsigned char)bytes.ptr[0] >= 0x80);
    return clitic || t->mark == '\'';
}

xc_words xc_speech_trimmed(const xc_speech *speech, xc_words words, bool *definite) {
    while (words.first < words.last) {
        const xc_token *t = xc_scan_token(&speech->scan, words.first);
        bool counted = t->kind == XC_TOKEN_NUMBER;
        bool article = grammar(speech, words.first) & XC_G_DETERMINER;
        if (!counted && !(grammar(speech, words.first) & LEADING) &&
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
        if (!xc_speech_mark(speech, last, ".-'&") &&
            !(grammar(speech, last) & (XC_G_ADVERB | XC_G_CONJUNCTION | XC_G_PREPOSITION)) &&
            !xc_speech_owner(speech, last)) {
            break;
        }
        words.last--;
    }
    return words;
}

bool xc_speech_preposition(const xc_speech *speech, uint32_t token) {
    return grammar(speech, token) & (XC_G_PREPOSITION | XC_G_OF | XC_G_FROM | XC_G_BY);
}

xc_words xc_speech_head(const xc_speech *speech, xc_words words) {
    xc_words head = {words.first, words.first};
    while (head.last < words.last) {
        xc_speaker_noun noun = xc_speech_noun(speech, head.last, words.last);
        if (!noun.tokens && xc_speech_preposition(speech, head.last) &&
            head.last > words.first) {
            break;
        }
        head.last += noun.tokens ? noun.tokens : 1;
    }
    return head;
}

// A word of a person's name that has no capital: "de", "bin", "al-".
static bool is_particle(const xc_speech *speech, uint32_t token) {
    const xc_token *t = xc_scan_token(&speech->scan, token);
    bool joined = t->kind == XC_TOKEN_PUNCTUATION && (t->mark == '-' || t->mark == '.');
    return joined || (t->kind == XC_TOKEN_WORD && t->end - t->start <= 3 && t->word == 0);
}

xc_words xc_speech_capitals_at_end(const xc_speech *speech, xc_words words) {
    xc_words run = {words.last, words.last};
    while (run.first > words.first) {
        uint32_t token = run.first - 1;
        bool hyphened = run.first < words.last && xc_speech_mark(speech, run.first, "-");
        if (!xc_speech_capital(speech, token) && !is_particle(speech, token) && !hyphened) {
            break;
        }
        run.first = token;
    }
    while (run.first < run.last && !xc_speech_capital(speech, run.first)) {
        run.first++;
    }
    return run;
}

uint32_t xc_speech_count(const xc_speech *speech, xc_words words) {
    uint32_t count = 0;
    for (uint32_t token = words.first; token < words.last; token++) {
        bool joined = token > words.first && xc_speech_mark(speech, (int64_t)token - 1, "-");
        count += xc_scan_token(&speech->scan, token)->kind == XC_TOKEN_WORD && !joined;
    }
    return count;
}
