// SPDX-License-Identifier: MIT
// Which time of a sentence a claim is about.
#include "extract/claim_time.h"

#include "extract/count/roles.h"

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

// "The deadliest attack since 2009": of what it is measured by.
static bool is_of_record(const sentence_scan *scan, const xc_sentence *sentence,
                         const xc_time_mention *time) {
    enum { MOST_BACK = 12 }; // words of the phrase that ends in the time
    uint32_t before = 0;
    while (time->open && before < MOST_BACK &&
           time->first_token > sentence->first_token + before) {
        const xc_token *token = &scan->text->tokens[time->first_token - ++before];
        if (word_bits_of(&scan->language->happenings, token->word) & HAPPENING_RECORD) {
            return true;
        }
        if (token->kind == XC_TOKEN_PUNCTUATION && token->mark != '-') {
            return false;
        }
    }
    return false;
}

// "A camp of 20,000 in the south, where clashes have gone on since June".
static bool is_of_relative(const sentence_scan *scan, const claim_draft *draft,
                           const xc_time_mention *time) {
    uint32_t from = draft->last > draft->trigger.last ? draft->last : draft->trigger.last;
    for (uint32_t token = from; time->open && token < time->first_token; token++) {
        if (grammar_of(scan->language, scan->text->tokens[token].word) & G_RELATIVE) {
            return true;
        }
    }
    return false;
}

// The relative clause that a word stands in; XC_NO_HEAD for none.
static uint32_t relative_above(const role_tree *t, uint32_t node) {
    while (node != XC_NO_HEAD && role_relation(t, node) != XC_REL_ACL) {
        node = t->tree->nodes[node].head;
    }
    return node;
}

// "Injured 14 at the plant, where a leak killed three in 2021": the time of another figure, in a
// clause that only says which plant it was.
static bool is_of_other(const sentence_scan *scan, const claim_draft *draft,
                        const xc_time_mention *time) {
    sentence_scan view = *scan;
    view.sentence_index = draft->sentence;
    view.sentence = &scan->text->sentences[draft->sentence];
    role_tree t;
    if (time->first_token < draft->last || !role_tree_made(&view, &t)) {
        return false;
    }
    uint32_t clause = relative_above(&t, xc_tree_find(t.tree, time->last_token - 1));
    uint32_t own = xc_tree_find(t.tree, draft->trigger.first);
    if (clause == XC_NO_HEAD || own == XC_NO_HEAD || role_under(&t, own, clause)) {
        return false;
    }
    size_t at = (size_t)(draft - scan->drafts);
    for (size_t i = at + 1;
         i < scan->draft_count && scan->drafts[i].sentence == draft->sentence; i++) {
        uint32_t other = xc_tree_find(t.tree, scan->drafts[i].trigger.first);
        if (!scan->drafts[i].statement && other != XC_NO_HEAD &&
            role_under(&t, other, clause)) {
            return true;
        }
    }
    return false;
}

// ", and 600 were hurt": another clause begins.
static bool joins_clauses(const sentence_scan *scan, uint32_t token) {
    const xc_token *comma = &scan->text->tokens[token];
    return comma->kind == XC_TOKEN_PUNCTUATION && comma->mark == ',' &&
           token + 1 < scan->text->token_count &&
           grammar_of(scan->language, comma[1].word) & G_CONJUNCTION;
}

// Words between; the borders of clauses count more.
static uint32_t distance(const sentence_scan *scan, uint32_t first, uint32_t last) {
    uint32_t words = 0;
    for (uint32_t i = first; i < last; i++) {
        const xc_token *token = &scan->text->tokens[i];
        uint32_t grammar = grammar_of(scan->language, token->word);
        bool border =
            grammar & (G_RELATIVE | G_REPORT) || joins_clauses(scan, i) ||
            (token->kind == XC_TOKEN_PUNCTUATION && (token->mark == ';' || token->mark == '"'));
        words += border ? CLAUSE : 1;
    }
    return words;
}

// From the figure and the word that counts it, whichever stands nearer.
static uint32_t distance_of(const sentence_scan *scan, const claim_draft *draft,
                            const xc_time_mention *time) {
    xc_span word = draft->trigger;
    bool inside = draft->statement || word.first >= word.last;
    uint32_t first = !inside && word.first < draft->first ? word.first : draft->first;
    uint32_t last = !inside && word.last > draft->last ? word.last : draft->last;
    return time->first_token >= last          ? distance(scan, last, time->first_token)
           : first >= time->last_token        ? distance(scan, time->last_token, first)
           : time->first_token >= draft->last ? distance(scan, draft->last, time->first_token)
           : draft->first >= time->last_token ? distance(scan, time->last_token, draft->first)
                                              : 0;
}

const xc_time_mention *claim_time(const sentence_scan *scan, const claim_draft *draft) {
    const xc_sentence *sentence = &scan->text->sentences[draft->sentence];
    const xc_time_mention *best = NULL;
    uint32_t least = UINT32_MAX;
    index_range range = scan_times(scan, draft->sentence);
    for (size_t i = range.first; i < range.last; i++) {
        const xc_time_mention *time = &scan->mentions->times[i];
        bool behind = draft->first < time->first_token;
        if (time->duration_only || is_of_other(scan, draft, time) ||
            (behind &&
             (is_of_record(scan, sentence, time) || is_of_relative(scan, draft, time)))) {
            continue;
        }
        uint32_t far = distance_of(scan, draft, time);
        far += is_of_report(scan, sentence, time) ? FOREIGN : 0;
        if (far < least) {
            least = far;
            best = time;
        }
    }
    return best;
}

// "On Sunday the toll", "the toll rose to 45 on Sunday", "rose on Sunday to 45": the day of a
// running total's verb. One inside the happening's own words ("the toll of Sunday's flood", "45
// after Sunday's flood") is not.
static bool is_of_total(const sentence_scan *scan, const claim_draft *draft,
                        const xc_time_mention *time) {
    const xc_sentence *sentence = &scan->text->sentences[draft->sentence];
    int64_t before = (int64_t)time->first_token - 1;
    if (sentence_grammar(scan, sentence, before) & G_PREPOSITION) {
        before--;
    }
    bool leads = before < (int64_t)sentence->first_token;
    bool behind = before + 1 == (int64_t)draft->last ||
                  (before == (int64_t)draft->last && scan->text->tokens[before].mark == ',');
    uint32_t amid = draft->trigger.first < draft->first ? draft->trigger.last : UINT32_MAX;
    bool between = time->first_token > amid && time->last_token + 1 == draft->first &&
                   sentence_grammar(scan, sentence, time->last_token) & G_PREPOSITION;
    return leads || behind || between;
}

bool time_is_of_telling(const sentence_scan *scan, const claim_draft *draft,
                        const xc_time_mention *time) {
    const xc_sentence *sentence = &scan->text->sentences[draft->sentence];
    return is_of_report(scan, sentence, time) ||
           (draft->aggregation == XC_CUMULATIVE && is_of_total(scan, draft, time));
}
