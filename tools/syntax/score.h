// SPDX-License-Identifier: MIT
// Scores a model on sentences with trees, as CoNLL does: punctuation left out of the attachments,
// labels without subtypes.
#ifndef CROSSCLAIM_TOOLS_SYNTAX_SCORE_H
#define CROSSCLAIM_TOOLS_SYNTAX_SCORE_H

#include "corpus.h"
#include "syntax/syntax_model.h"

typedef struct tree_score {
    uint64_t words, tags, finer;
    uint64_t arcs, heads, labelled, lemmas, lemma_words;
    // By relation, subtypes apart.
    uint64_t gold[XC_RELATIONS], said[XC_RELATIONS], right[XC_RELATIONS];
    uint64_t confused[XC_RELATIONS][XC_RELATIONS][2]; // [gold][said][head is right]
} tree_score;

void score_corpus(const struct xc_syntax *model, const gold_corpus *corpus,
                  const tag_list *tags, tree_score *score);
void score_print(const char *name, const tree_score *score, bool relations);

#endif
