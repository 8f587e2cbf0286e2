// SPDX-License-Identifier: MIT
// Any text gives trees: a single root, no cycle, words in order and within the text.
#include "crossclaim/syntax.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static struct english {
    xc_lexicon *lexicon;
    xc_language *language;
    xc_syntax *syntax;
    xc_syntax_work *work;
} english;

static void must(bool holds) {
    if (!holds) {
        abort();
    }
}

static void open_once(void) {
    if (!english.work) {
        english.lexicon = xc_lexicon_new();
        english.work = xc_syntax_work_new();
        must(xc_language_load(XC_SOURCE_DIR "/claims/en", english.lexicon, &english.language,
                              NULL) == XC_OK);
        must(xc_syntax_open(XC_SOURCE_DIR "/claims/en", &english.syntax, NULL) == XC_OK);
    }
}

static void check(const xc_tree *tree, size_t size) {
    size_t roots = 0;
    uint32_t end = 0;
    for (uint32_t i = 0; i < tree->count; i++) {
        const xc_node *node = &tree->nodes[i];
        must(node->start >= end && node->end > node->start && node->end <= size);
        end = node->end;
        uint32_t at = i;
        for (size_t steps = 0; tree->nodes[at].head != XC_NO_HEAD; steps++) {
            at = tree->nodes[at].head;
            must(at < tree->count && steps <= tree->count);
        }
        roots += node->head == XC_NO_HEAD;
    }
    must(roots == (tree->count > 0));
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
    open_once();
    xc_arena *arena = xc_arena_new();
    xc_text text;
    xc_mentions mentions;
    must(arena && xc_text_split((xc_slice){(const char *)bytes, size}, english.lexicon, NULL,
                                arena, &text, NULL) == XC_OK);
    must(xc_recognise(english.language, &text, (xc_date){0}, arena, &mentions, NULL) == XC_OK);
    for (size_t i = 0; i < text.sentence_count; i++) {
        xc_tree tree;
        must(xc_syntax_parse(english.syntax, english.work, &text, i % 2 ? &mentions : NULL, i,
                             arena, &tree, NULL) == XC_OK);
        check(&tree, size);
    }
    xc_arena_free(arena);
    return 0;
}
