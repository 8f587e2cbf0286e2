// SPDX-License-Identifier: MIT
// Trains the two passes of the tagger, and jack-knifes: what the next stage learns from is what
// a tagger says of sentences that it has not seen.
#ifndef CROSSCLAIM_TOOLS_SYNTAX_TRAIN_TAGS_H
#define CROSSCLAIM_TOOLS_SYNTAX_TRAIN_TAGS_H

#include "corpus.h"
#include "plan.h"
#include "syntax/tagger.h"

enum { MOST_WANTED = 256 };

// Puts a sentence's forms where the features look for them.
// @param predicted whether tags and supertags are put there, too
void fill_part(const gold_sentence *s, bool predicted, part_words *part);

// What a word of a sentence counts for.
static inline float weight_of(const plan *p, const gold_sentence *s, bool doubted) {
    return !s->teacher ? 1.0F : doubted ? p->doubted : p->teacher;
}

// Trains on all folds but `without` (FOLDS: on all); packs into `out`.
XC_MUST_CHECK bool train_tagger(const gold_corpus *corpus, const plan *p,
                                const stage_plan *stage, const tag_list *tags, uint8_t without,
                                xc_arena *arena, net *out);
XC_MUST_CHECK bool train_supertagger(const gold_corpus *corpus, const plan *p,
                                     const stage_plan *stage, const tag_list *tags,
                                     uint8_t without, xc_arena *arena, net *out);
// Trains one on each fold's rest, and keeps what it says of that fold.
XC_MUST_CHECK bool jackknife_tags(gold_corpus *corpus, const plan *p, const tag_list *tags);
XC_MUST_CHECK bool jackknife_supertags(gold_corpus *corpus, const plan *p,
                                       const tag_list *tags);

#endif
