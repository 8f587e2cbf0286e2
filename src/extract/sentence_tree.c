// SPDX-License-Identifier: MIT
// Trees of sentences, made when they are first asked for: what no rule looks at costs nothing.
#include "extract/cascade.h"

// Whether words of a rule stand at the token.
static bool is_asked_for(const sentence_scan *scan, uint32_t token) {
    const language_rules *language = scan->language;
    unsigned starts = phrase_starts_of(language, scan->text->tokens[token].word);
    uint32_t last = scan->sentence->last_token;
    return ((starts & STARTS_COUNTED) &&
            xc_phrases_match(language->triggers, scan->text, token, last).tokens) ||
           ((starts & STARTS_STATEMENT) &&
            xc_phrases_match(language->statements, scan->text, token, last).tokens);
}

bool scan_is_worth_a_tree(const sentence_scan *scan) {
    bool worth = scan->first_quantity < scan->last_quantity;
    for (uint32_t i = scan->sentence->first_token; i < scan->sentence->last_token && !worth;
         i++) {
        worth = is_asked_for(scan, i);
    }
    return worth;
}

static const xc_tree *parse(sentence_scan *scan) {
    if (!*scan->parsing) {
        *scan->parsing = xc_syntax_work_new();
    }
    xc_tree *tree = xc_arena_alloc(scan->arena, sizeof *tree);
    if (!*scan->parsing || !tree ||
        xc_syntax_parse(scan->language->syntax, *scan->parsing, scan->text, scan->mentions,
                        scan->sentence_index, scan->arena, tree, NULL) != XC_OK) {
        scan->status = XC_NO_MEMORY;
        return NULL;
    }
    return tree;
}

const xc_tree *scan_tree(sentence_scan *scan) {
    if (!scan->language->syntax) {
        scan->treeless = true;
        return NULL;
    }
    if (!scan->trees) {
        scan->trees =
            xc_arena_array(scan->arena, scan->text->sentence_count, sizeof *scan->trees);
    }
    if (!scan->trees) {
        scan->status = XC_NO_MEMORY;
        return NULL;
    }
    const xc_tree **tree = &scan->trees[scan->sentence_index];
    if (!*tree) {
        *tree = parse(scan);
    }
    return *tree;
}
