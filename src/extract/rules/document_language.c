// SPDX-License-Identifier: MIT
// Which language's rules a document is read with. A page often declares none, or a wrong one;
// its own closed words ("the", "of", "were") tell.
#include "extract/rules/rules.h"

enum {
    MOST_LANGUAGES = 32,
    WINDOW = 8192,    // bytes of the text that are looked at in one go
    REMEMBERED = 8,   // words that came before: lists say the same again and again
    FEW_WORDS = 60,   // a shorter text does not tell
    FEW_TELLING = 30, // nor does one with fewer words that tell
    LEAST_SHARE = 12, // percent of closed words that a text of lists and figures has still
    // Running text has more, and texts in kindred languages less: of 266 English pages 95 of a
    // hundred have 35 and more, all Spanish ones but two 41; Portuguese ones up to 28 of
    // Spanish.
    SURE_SHARE = 33,
};

typedef struct evidence {
    size_t words;
    size_t silent; // of these, what is no closed word, and a name or just said
    size_t closed[MOST_LANGUAGES];
    xc_slice recent[REMEMBERED];
} evidence;

static bool is_word_byte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
}

static bool is_large(char c) {
    return c >= 'A' && c <= 'Z';
}

static bool is_repeated(const evidence *found, xc_slice word) {
    bool repeated = false;
    for (size_t i = 0; i < REMEMBERED && !repeated; i++) {
        repeated = xc_slice_equal(found->recent[i], word);
    }
    return repeated;
}

static void count_word(const xc_rules *rules, xc_slice word, evidence *found) {
    xc_word number = xc_lexicon_find(rules->lexicon, word);
    bool is_closed = false;
    for (size_t i = 0; number && i < rules->language_count && i < MOST_LANGUAGES; i++) {
        bool has = grammar_of(&rules->languages[i], number) != 0;
        found->closed[i] += has;
        is_closed = is_closed || has;
    }
    bool is_name = is_large(word.ptr[0]) && (word.len == 1 || !is_large(word.ptr[1]));
    found->silent += !is_closed && (is_name || is_repeated(found, word));
    found->recent[found->words++ % REMEMBERED] = word;
}

// An address ("https://...") is in no language: where it ends; `at` where none begins there.
static size_t skip_address(xc_slice text, size_t at, size_t end) {
    static const xc_slice mark = XC_SLICE_INIT("://");
    if (end + mark.len > text.len ||
        !xc_slice_equal(xc_slice_sub(text, end, end + mark.len), mark)) {
        return at;
    }
    while (end < text.len && (unsigned char)text.ptr[end] > ' ') {
        end++;
    }
    return end;
}

// Counts the words of one window of the text. @return where the next begins
static size_t look_at(const xc_rules *rules, xc_slice text, size_t start, evidence *found) {
    size_t end = start + WINDOW < text.len ? start + WINDOW : text.len;
    size_t i = start;
    while (i < end) {
        size_t begin = i;
        while (i < text.len && is_word_byte(text.ptr[i])) {
            i++;
        }
        size_t behind = i > begin ? skip_address(text, begin, i) : i + 1;
        if (i > begin && behind == begin) {
            count_word(rules, xc_slice_sub(text, begin, i), found);
        } else {
            i = behind;
        }
    }
    return i;
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

// Of the words that tell, at least this many of a hundred are closed ones.
static bool has_share(const evidence *found, size_t language, size_t percent) {
    return found->closed[language] * 100 >= (found->words - found->silent) * percent;
}

static bool is_sure(const evidence *found, size_t language) {
    return found->words >= FEW_WORDS &&
           found->closed[language] * 100 >= found->words * SURE_SHARE;
}

static void add_evidence(evidence *sum, const evidence *window) {
    sum->words += window->words;
    sum->silent += window->silent;
    for (size_t i = 0; i < MOST_LANGUAGES; i++) {
        sum->closed[i] += window->closed[i];
    }
}

// The language that some part of the text surely is in: a list of names may come before it.
// @param sum what all of the text has, where no part is sure
// @return NO_LANGUAGE where no part is
static size_t sure_language(const xc_rules *rules, size_t stated, xc_slice text,
                            evidence *sum) {
    *sum = (evidence){0};
    for (size_t at = 0; at < text.len;) {
        evidence window = {0};
        at = look_at(rules, text, at, &window);
        size_t chosen = most_frequent(rules, &window, stated);
        if (is_sure(&window, chosen)) {
            return chosen;
        }
        add_evidence(sum, &window);
    }
    return NO_LANGUAGE;
}

xc_slice xc_rules_told_language(const xc_rules *rules, xc_slice language, xc_slice text) {
    evidence all;
    size_t sure = sure_language(rules, declared(rules, language), text, &all);
    return sure == NO_LANGUAGE ? (xc_slice){0} : rules->languages[sure].name;
}

const language_rules *rules_language(const xc_rules *rules, const xc_document *document) {
    evidence all = {0};
    size_t stated = declared(rules, document->language);
    size_t chosen = document->language_told && stated != NO_LANGUAGE
                        ? stated
                        : sure_language(rules, stated, document->text, &all);
    if (chosen != NO_LANGUAGE) {
        return &rules->languages[chosen];
    }
    // What is stated counts where few words tell: lists of names and figures have hardly any.
    chosen = stated;
    bool tells = all.words >= FEW_WORDS && all.words - all.silent >= FEW_TELLING;
    if (chosen != NO_LANGUAGE && tells) {
        chosen = most_frequent(rules, &all, stated);
        chosen = has_share(&all, chosen, LEAST_SHARE) ? chosen : NO_LANGUAGE;
    }
    return chosen == NO_LANGUAGE ? &rules->silent : &rules->languages[chosen];
}
