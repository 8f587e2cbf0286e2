// SPDX-License-Identifier: MIT
// Learns rules on endings from words and their lemmas (after Jongejan and Dalianis 2009).
#ifndef CROSSCLAIM_TOOLS_SYNTAX_TRAIN_LEMMAS_H
#define CROSSCLAIM_TOOLS_SYNTAX_TRAIN_LEMMAS_H

#include "corpus.h"
#include "syntax/lemma.h"

// A word, its lemma and the tag that it bears, from elsewhere than a treebank.
typedef struct lemma_case {
    xc_slice word, lemma;
    uint8_t tag;
} lemma_case;

XC_MUST_CHECK bool train_lemmas(const gold_corpus *corpus, const tag_list *tags,
                                const lemma_case *more, size_t more_count, xc_arena *arena,
                                lemma_rules *out);

#endif
