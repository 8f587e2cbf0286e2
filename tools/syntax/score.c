// SPDX-License-Identifier: MIT
// Parses gold sentences word by word as they stand, and counts.
#include "score.h"

#include "syntax/arc_hybrid.h"
#include "train_tags.h"

#include <stdio.h>
#include <string.h>

static void score_lemma(const struct xc_syntax *m, const gold_word *w, uint8_t tag,
                        tree_score *score) {
    char folded[FORM_LONGEST], gold[FORM_LONGEST], base[FORM_LONGEST + LEMMA_ADDED];
    if (!w->lemma.len || m->tag_class[tag] == XC_CLASS_PROPN || w->kind != FORM_PLAIN) {
        return;
    }
    xc_slice word = {folded, form_fold(w->bytes, folded)};
    xc_slice lemma = {base, lemma_write(lemma_find(&m->lemmas, tag, word), word, base)};
    xc_slice wanted = {gold, form_fold(w->lemma, gold)};
    score->lemma_words++;
    score->lemmas += xc_slice_equal(lemma, wanted);
}

static void score_word(const struct xc_syntax *m, const gold_word *w, const tag_list *tags,
                       uint8_t tag, uint32_t head, uint8_t relation, tree_score *score) {
    const char *class = xc_class_name((xc_class)m->tag_class[tag]);
    score->words++;
    score->tags += strcmp(class, tags->names[w->tag][0]) == 0;
    score->finer += strcmp(m->tag_name[tag], tags->names[w->tag][1]) == 0;
    score_lemma(m, w, tag, score);
    if (strcmp(tags->names[w->tag][0], "PUNCT") == 0) {
        return;
    }
    bool same_head = head == w->head;
    xc_deprel gold = xc_deprel_base((xc_deprel)w->relation);
    xc_deprel said = xc_deprel_base((xc_deprel)relation);
    score->arcs++;
    score->heads += same_head;
    score->labelled += same_head && gold == said;
    score->gold[w->relation]++;
    score->said[relation]++;
    score->right[w->relation] += same_head && relation == w->relation;
    score->confused[gold][said][same_head] += !same_head || gold != said;
}

void score_corpus(const struct xc_syntax *m, const gold_corpus *corpus, const tag_list *tags,
                  tree_score *score) {
    static part_words part;
    static arc_state state;
    memset(score, 0, sizeof *score);
    for (size_t i = 0; i < corpus->count; i++) {
        const gold_sentence *s = &corpus->sentences[i];
        if (s->count > XC_LONGEST_PART) {
            continue;
        }
        fill_part(s, false, &part);
        tag_words(&m->nets[STAGE_TAG], &part);
        supertag_words(&m->nets[STAGE_SUPERTAG], m->tags, &part);
        arc_begin(&state, &part);
        arc_parse(&m->nets[STAGE_PARSE], m->relations, m->relation_count, &state);
        for (uint32_t k = 0; k < s->count; k++) {
            uint32_t head = state.head[k + 1] > s->count ? 0 : state.head[k + 1];
            score_word(m, &s->words[k], tags, part.tags[PART_MARGIN + k], head,
                       state.relation[k + 1], score);
        }
    }
}

static void print_errors(const tree_score *s) {
    enum { COMMONEST = 12 };
    static uint64_t left[XC_RELATIONS][XC_RELATIONS][2];
    memcpy(left, s->confused, sizeof left);
    for (int n = 0; n < COMMONEST; n++) {
        int best[3] = {0};
        for (int i = 0; i < XC_RELATIONS * XC_RELATIONS * 2; i++) {
            int at[3] = {i / 2 / XC_RELATIONS, i / 2 % XC_RELATIONS, i % 2};
            if (left[at[0]][at[1]][at[2]] > left[best[0]][best[1]][best[2]]) {
                memcpy(best, at, sizeof best);
            }
        }
        printf("  %5lu  %s as %s, head %s\n", (unsigned long)left[best[0]][best[1]][best[2]],
               xc_deprel_name((xc_deprel)best[0]), xc_deprel_name((xc_deprel)best[1]),
               best[2] ? "right" : "wrong");
        left[best[0]][best[1]][best[2]] = 0;
    }
}

static double share(uint64_t part, uint64_t all) {
    return all ? (double)part / (double)all : 0;
}

void score_print(const char *name, const tree_score *s, bool relations) {
    printf("%-28s tags %.4f finer %.4f unlabelled %.4f labelled %.4f lemmas %.4f (%lu words)\n",
           name, share(s->tags, s->words), share(s->finer, s->words), share(s->heads, s->arcs),
           share(s->labelled, s->arcs), share(s->lemmas, s->lemma_words),
           (unsigned long)s->words);
    for (int r = 1; relations && r < XC_RELATIONS; r++) {
        double precision = share(s->right[r], s->said[r]);
        double recall = share(s->right[r], s->gold[r]);
        if (s->gold[r]) {
            printf("  %-16s %6lu  precision %.3f recall %.3f F1 %.3f\n",
                   xc_deprel_name((xc_deprel)r), (unsigned long)s->gold[r], precision, recall,
                   precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0);
        }
    }
    if (relations) {
        print_errors(s);
    }
}
