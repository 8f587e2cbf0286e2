// SPDX-License-Identifier: MIT
// Trees of sentences, made when they are first asked for: what no rule looks at costs nothing.
#include "extract/cascade.h"

bool scan_is_worth_a_tree(const sentence_scan *scan) {
    if (scan->first_quantity < scan->last_quantity) {
        return true;
    }
    for (uint32_t i = scan->sentence->first_token; i < scan->sentence->last_token; i++) {
        unsigned starts = phrase_starts_of(scan->language, scan->text->tokens[i].word);
        if (starts & (STARTS_COUNTED | STARTS_STATEMENT)) {
            return true;
        }
    }
    return false;
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
