// SPDX-License-Identifier: MIT
// What the rules ask of one token of the sentence at work. A token that is not one of the
// sentence's answers 0 or false, so that callers may look beyond both ends.
#ifndef CROSSCLAIM_EXTRACT_TOKENS_H
#define CROSSCLAIM_EXTRACT_TOKENS_H

#include "extract/cascade.h"

// Whether the token is one of the sentence's.
static inline bool sentence_has(const xc_sentence *sentence, int64_t token) {
    return token >= sentence->first_token && token < sentence->last_token;
}

static inline bool scan_in(const sentence_scan *scan, int64_t token) {
    return sentence_has(scan->sentence, token);
}

// A token of the text; before its first and behind its last one that is nothing: no kind, no
// mark, no word. So that a step back from a token needs no guard.
static inline const xc_token *scan_token_at(const sentence_scan *scan, int64_t token) {
    static const xc_token nothing = {0};
    bool inside = token >= 0 && (uint64_t)token < scan->text->token_count;
    return inside ? &scan->text->tokens[token] : &nothing;
}

// Grammar bits of a token, of grammar_class.
static inline uint32_t sentence_grammar(const sentence_scan *scan, const xc_sentence *sentence,
                                        int64_t token) {
    return sentence_has(sentence, token)
               ? grammar_of(scan->language, scan->text->tokens[token].word)
               : 0;
}

static inline uint32_t scan_grammar(const sentence_scan *scan, int64_t token) {
    return sentence_grammar(scan, scan->sentence, token);
}

// Roles of a token, of frame_role.
static inline uint32_t scan_roles(const sentence_scan *scan, int64_t token) {
    return scan_in(scan, token)
               ? frame_roles(&scan->language->frames, scan->text->tokens[token].word)
               : 0;
}

// Roles of a token, of counting_role.
static inline uint32_t scan_counting(const sentence_scan *scan, int64_t token) {
    return scan_in(scan, token)
               ? word_bits_of(&scan->language->counting, scan->text->tokens[token].word)
               : 0;
}

// What a token's word does to a happening: bits of happening_words.h.
static inline uint32_t scan_happening(const sentence_scan *scan, int64_t token) {
    return scan_in(scan, token)
               ? word_bits_of(&scan->language->happenings, scan->text->tokens[token].word)
               : 0;
}

// The mark of a punctuation token, 0 for anything else.
static inline char scan_mark_at(const sentence_scan *scan, int64_t token) {
    bool mark = scan_in(scan, token) && scan->text->tokens[token].kind == XC_TOKEN_PUNCTUATION;
    return mark ? scan->text->tokens[token].mark : 0;
}

bool scan_is_kind(const sentence_scan *scan, int64_t token, xc_token_kind kind);
bool scan_is_word(const sentence_scan *scan, int64_t token);
bool scan_capital(const sentence_scan *scan, int64_t token);  // a word that begins with one
bool scan_capitals(const sentence_scan *scan, int64_t token); // a word of capitals alone
bool scan_joined(const sentence_scan *scan, int64_t token);   // no space before it
bool scan_hyphen(const sentence_scan *scan, int64_t token);   // inside a word
bool scan_dash(const sentence_scan *scan, int64_t token);     // between words
bool scan_owns(const sentence_scan *scan, int64_t token);     // the "'s" of "Monday's"
// Whether the token is inside a time of the sentence.
bool scan_is_time(const sentence_scan *scan, uint32_t token);
// The phrase of a class ("rebel fighters") that begins at the token and ends before `last`; its
// payloads are numbers in the language's class_list.
xc_phrase_match scan_class_words(const sentence_scan *scan, uint32_t token, uint32_t last);
// The bytes of some tokens; empty for none.
xc_slice scan_slice(const sentence_scan *scan, xc_span words);

#endif
