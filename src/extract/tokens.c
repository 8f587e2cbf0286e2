// SPDX-License-Identifier: MIT
// What the rules ask of one token.
#include "extract/tokens.h"

static bool has_flag(const sentence_scan *scan, int64_t token, xc_token_flag flag) {
    return (scan->text->tokens[token].flags & flag) != 0;
}

bool scan_is_kind(const sentence_scan *scan, int64_t token, xc_token_kind kind) {
    return scan_in(scan, token) && scan->text->tokens[token].kind == (uint8_t)kind;
}

bool scan_is_word(const sentence_scan *scan, int64_t token) {
    return scan_is_kind(scan, token, XC_TOKEN_WORD);
}

bool scan_capital(const sentence_scan *scan, int64_t token) {
    return scan_is_word(scan, token) && has_flag(scan, token, XC_TOKEN_CAPITAL);
}

bool scan_capitals(const sentence_scan *scan, int64_t token) {
    return scan_is_word(scan, token) && has_flag(scan, token, XC_TOKEN_CAPITALS);
}

bool scan_joined(const sentence_scan *scan, int64_t token) {
    return scan_in(scan, token) && !has_flag(scan, token, XC_TOKEN_SPACE_BEFORE);
}

bool scan_hyphen(const sentence_scan *scan, int64_t token) {
    return scan_mark_at(scan, token) == '-' && scan_joined(scan, token);
}

bool scan_dash(const sentence_scan *scan, int64_t token) {
    return scan_mark_at(scan, token) == '-' && !scan_joined(scan, token);
}

bool scan_owns(const sentence_scan *scan, int64_t token) {
    return scan_is_word(scan, token) && scan_joined(scan, token) &&
           (scan_grammar(scan, token) & (G_POSSESSIVE | G_BE));
}

bool scan_is_time(const sentence_scan *scan, uint32_t token) {
    return scan_in_time(scan, scan->sentence_index, token);
}

xc_phrase_match scan_class_words(const sentence_scan *scan, uint32_t token, uint32_t last) {
    return scan_token_at(scan, token)->word
               ? xc_phrases_match(scan->language->class_words, scan->text, token, last)
               : (xc_phrase_match){0};
}

xc_slice scan_slice(const sentence_scan *scan, xc_span words) {
    const xc_token *tokens = scan->text->tokens;
    return xc_span_is_empty(words) ? (xc_slice){0}
                                   : xc_slice_sub(scan->text->bytes, tokens[words.first].start,
                                                  tokens[words.last - 1].end);
}
