// SPDX-License-Identifier: MIT
// Which language's rules a document is read with. A page often declares none, or a wrong one;
// its own closed words ("the", "of", "were") tell.
#include "extract/rules/rules.h"

enum {
    MOST_LANGUAGES = 32,
    MOST_BYTES = 8192, // of the text that is looked at
    FEW_WORDS = 60,    // a shorter text does not tell
    LEAST_SHARE = 12,  // percent of closed words that a text of lists and figures has still
    // Running text has more, and texts in kindred languages less: of 266 English pages 95 of a
    // hundred have 35 and more, all Spanish ones but two 41; Portuguese ones up to 28 of
    // Spanish.
    SURE_SHARE = 33,
};

typedef struct evidence {
    size_t words;
    size_t closed[MOST_LANGUAGES];
} evidence;

static bool is_word_byte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
}

static void count_word(const xc_rules *rules, xc_slice word, evidence *found) {
    xc_word number = xc_lexicon_find(rules->lexicon, word);
    found->words++;
    for (size_t i = 0; number && i < rules->language_count && i < MOST_LANGUAGES; i++) {
        found->closed[i] += grammar_of(&rules->languages[i], number) != 0;
    }
}

static evidence look(const xc_rules *rules, xc_slice text) {
    evidence found = {0};
    size_t end = text.len < MOST_BYTES ? text.len : MOST_BYTES;
    for (size_t i = 0; i < end;) {
        size_t start = i;
        while (i < end && is_word_byte(text.ptr[i])) {
            i++;
        }
        if (i > start) {
            count_word(rules, xc_slice_sub(text, start, i), &found);
        } else {
            i++;
        }
    }
    return found;
}

// The language that is declared; NO_LANGUAGE for one that has no packs, English where none
// is.
enum { NO_LANGUAGE = MOST_LANGUAGES };

static size_t declared(const xc_rules *rules, xc_slice language) {
    xc_slice primary, region;
    (void)xc_slice_cut(language, '-', &primary, &region);
    for (size_t i = 0; i < rules->language_count; i++) {
        if (xc_slice_equal_fold(rules->languages[i].name, primary)) {
            return i;
        }
    }
    return primary.len ? NO_LANGUAGE : 0;
}

// The language of which the text has most closed words.
static size_t most_frequent(const xc_rules *rules, const evidence *found, size_t chosen) {
    chosen = chosen == NO_LANGUAGE ? 0 : chosen;
    for (size_t i = 0; i < rules->language_count && i < MOST_LANGUAGES; i++) {
        if (found->closed[i] > found->closed[chosen] * 3 / 2) {
            chosen = i;
        }
    }
    return chosen;
}

static bool has_share(const evidence *found, size_t language, size_t percent) {
    return found->closed[language] * 100 >= found->words * percent;
}

xc_slice xc_rules_told_language(const xc_rules *rules, xc_slice language, xc_slice text) {
    evidence found = look(rules, text);
    size_t chosen = most_frequent(rules, &found, declared(rules, language));
    bool sure = found.words >= FEW_WORDS && has_share(&found, chosen, SURE_SHARE);
    return sure ? rules->languages[chosen].name : (xc_slice){0};
}

const language_rules *rules_language(const xc_rules *rules, xc_slice language, xc_slice text) {
    evidence found = look(rules, text);
    size_t stated = declared(rules, language);
    size_t chosen = stated;
    if (found.words >= FEW_WORDS) {
        chosen = most_frequent(rules, &found, stated);
        size_t needed = stated == NO_LANGUAGE ? SURE_SHARE : LEAST_SHARE;
        chosen = has_share(&found, chosen, needed) ? chosen : NO_LANGUAGE;
    }
    return chosen == NO_LANGUAGE ? &rules->silent : &rules->languages[chosen];
}
