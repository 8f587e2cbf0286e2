// SPDX-License-Identifier: MIT
// Where the words of statements begin in the sentence.
#include "extract/statement/statement.h"

xc_phrase_match statement_words(const sentence_scan *scan, uint32_t token) {
    const language_rules *language = scan->language;
    xc_word word = scan_token_at(scan, token)->word;
    bool starts = phrase_starts_of(language, word) & STARTS_STATEMENT;
    return starts ? xc_phrases_match(language->statements, scan->text, token,
                                     scan->sentence->last_token)
                  : (xc_phrase_match){0};
}

const trigger_found *saying_at(const sentence_scan *scan, uint32_t token) {
    for (size_t i = 0; i < scan->saying_count; i++) {
        if (scan->sayings[i].first == token) {
            return &scan->sayings[i];
        }
    }
    return NULL;
}
