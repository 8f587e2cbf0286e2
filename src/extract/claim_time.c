// SPDX-License-Identifier: MIT
// Which time of a sentence a claim is about.
#include "extract/claim_time.h"

enum {
    CLAUSE = 8,   // words that the border of a clause counts
    FOREIGN = 40, // words that a time of another verb counts
};

// "said on Monday that", "the ministry on Monday reported": when it was said. With no border
// but a preposition between.
static bool is_of_report(const sentence_scan *scan, const xc_sentence *sentence,
                         const xc_time_mention *time) {
    if (time->as_of || time->open) {
        return false;
    }
    int64_t before = (int64_t)time->first_token - 1;
    if (sentence_grammar(scan, sentence, before) & G_PREPOSITION) {
        before--;
    }
    return sentence_grammar(scan, sentence, before) & G_REPORT ||
           sentence_grammar(scan, sentence, time->last_token) & G_REPORT;
}

// Words between; the borders of clauses count more.
static uint32_t distance(const sentence_scan *scan, uint32_t first, uint32_t last) {
    uint32_t words = 0;
    for (uint32_t i = first; i < last; i++) {
        const xc_token *token = &scan->text->tokens[i];
        uint32_t grammar = grammar_of(scan->language, token->word);
        bool border =
            grammar & (G_RELATIVE | G_REPORT) ||
            (token->kind == XC_TOKEN_PUNCTUATION && (token->mark == ';' || token->mark == '"'));
        words += border ? CLAUSE : 1;
    }
    return words;
}

const xc_time_mention *claim_time(const sentence_scan *scan, const claim_draft *draft) {
    const xc_sentence *sentence = &scan->text->sentences[draft->sentence];
    const xc_time_mention *best = NULL;
    uint32_t least = UINT32_MAX;
    index_range range = scan_times(scan, draft->sentence);
    for (size_t i = range.first; i < range.last; i++) {
        const xc_time_mention *time = &scan->mentions->times[i];
        if (time->duration_only) {
            continue;
        }
        uint32_t far =
            time->first_token >= draft->last   ? distance(scan, draft->last, time->first_token)
            : draft->first >= time->last_token ? distance(scan, time->last_token, draft->first)
                                               : 0;
        far += is_of_report(scan, sentence, time) ? FOREIGN : 0;
        if (far < least) {
            least = far;
            best = time;
        }
    }
    return best;
}
