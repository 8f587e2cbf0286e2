// SPDX-License-Identifier: MIT
// Rounds over the corpus for the tagger's two passes.
#include "train_tags.h"
#include "learner.h"
#include "order.h"

#include <stdio.h>
#include <string.h>

void fill_part(const gold_sentence *s, bool predicted, part_words *part) {
    memset(part, 0, sizeof *part);
    part->count = s->count;
    for (uint32_t i = 0; i < s->count; i++) {
        part->forms[PART_MARGIN + i] = s->words[i].form;
        part->tags[PART_MARGIN + i] = predicted ? s->words[i].settled : 0;
        part->supertags[PART_MARGIN + i] = predicted ? s->words[i].foretold : 0;
    }
}

typedef struct tag_run {
    const gold_corpus *corpus;
    const plan *p;
    const stage_plan *stage;
    bool second; // the supertagger
    uint32_t tags, supertags;
    uint8_t without;
    learner *l;
    part_words part;
} tag_run;

static uint32_t features(const tag_run *r, uint32_t at, uint64_t *keys) {
    return r->second ? supertag_features(&r->part, at, keys) : tag_features(&r->part, at, keys);
}

static bool takes(const tag_run *r, const gold_sentence *s) {
    return s->fold != r->without && s->count <= XC_LONGEST_PART;
}

static bool count_features(tag_run *r) {
    uint64_t keys[NET_KEYS];
    for (size_t i = 0; i < r->corpus->count; i++) {
        const gold_sentence *s = &r->corpus->sentences[i];
        if (!takes(r, s)) {
            continue;
        }
        fill_part(s, false, &r->part);
        for (uint32_t k = 0; k < s->count; k++) {
            r->part.tags[PART_MARGIN + k] = r->second ? s->words[k].predicted : s->words[k].tag;
        }
        for (uint32_t k = 0; k < s->count; k++) {
            if (!learner_count(r->l, keys, features(r, PART_MARGIN + k, keys))) {
                return false;
            }
        }
    }
    return true;
}

// The first pass goes on with its own choices: what it will stand on later.
static void learn_sentence(tag_run *r, const gold_sentence *s, float rate) {
    uint64_t keys[NET_KEYS];
    bool wanted[MOST_WANTED] = {0};
    fill_part(s, false, &r->part);
    for (uint32_t k = 0; r->second && k < s->count; k++) {
        r->part.tags[PART_MARGIN + k] = s->words[k].predicted;
    }
    for (uint32_t k = 0; k < s->count; k++) {
        const gold_word *w = &s->words[k];
        float weight = weight_of(r->p, s, w->tag_doubted);
        learner_feed(r->l, keys, features(r, PART_MARGIN + k, keys), r->stage->drop);
        wanted[w->tag - 1] = true;
        learner_want(r->l, 0, r->tags, wanted, weight);
        wanted[w->tag - 1] = false;
        if (r->second) {
            uint8_t supertag = w->supertag;
            wanted[supertag - 1] = true;
            learner_want(r->l, r->tags, r->tags + r->supertags, wanted,
                         weight_of(r->p, s, w->arc_doubted));
            wanted[supertag - 1] = false;
        } else {
            uint32_t best = 0;
            float most = learner_score(r->l, 0);
            for (uint32_t t = 1; t < r->tags; t++) {
                float score = learner_score(r->l, t);
                if (score > most) {
                    most = score;
                    best = t;
                }
            }
            r->part.tags[PART_MARGIN + k] = (uint8_t)(best + 1);
        }
        learner_learn(r->l, rate);
    }
}

static bool run(tag_run *r, xc_arena *arena, net *out) {
    r->l = learner_new(r->tags + (r->second ? r->supertags : 0), r->p->seed);
    uint32_t *order = order_new(r->corpus->count, arena);
    if (!r->l || !order || !count_features(r) ||
        !learner_begin(r->l, r->stage->rows, r->stage->least_seen)) {
        return false;
    }
    size_t steps = (size_t)r->stage->rounds * r->corpus->count;
    size_t step = 0;
    for (int round = 0; round < r->stage->rounds; round++) {
        order_shuffle(order, r->corpus->count, r->l);
        for (size_t i = 0; i < r->corpus->count; i++, step++) {
            const gold_sentence *s = &r->corpus->sentences[order[i]];
            if (takes(r, s)) {
                learn_sentence(r, s,
                               r->stage->rate * (1.0F - (float)step / (float)steps) + 1e-4F);
            }
        }
        (void)fprintf(stderr, "%s without %u: round %d, loss %.4f, %u rows\n",
                      r->second ? "supertags" : "tags", r->without, round + 1,
                      learner_loss(r->l), learner_rows(r->l));
    }
    bool packed = learner_pack(r->l, r->stage->buckets, arena, out);
    learner_free(r->l);
    return packed;
}

bool train_tagger(const gold_corpus *corpus, const plan *p, const stage_plan *stage,
                  const tag_list *tags, uint8_t without, xc_arena *arena, net *out) {
    tag_run r = {
        .corpus = corpus, .p = p, .stage = stage, .tags = tags->count, .without = without};
    return run(&r, arena, out);
}

bool train_supertagger(const gold_corpus *corpus, const plan *p, const stage_plan *stage,
                       const tag_list *tags, uint8_t without, xc_arena *arena, net *out) {
    tag_run r = {.corpus = corpus,
                 .p = p,
                 .stage = stage,
                 .second = true,
                 .tags = tags->count,
                 .supertags = tags->supertags,
                 .without = without};
    return run(&r, arena, out);
}

bool jackknife_tags(gold_corpus *corpus, const plan *p, const tag_list *tags) {
    part_words part;
    for (uint8_t fold = 0; fold < FOLDS; fold++) {
        xc_arena *arena = xc_arena_new();
        net n;
        if (!arena || !train_tagger(corpus, p, &p->trial.tag, tags, fold, arena, &n)) {
            xc_arena_free(arena);
            return false;
        }
        for (size_t i = 0; i < corpus->count; i++) {
            gold_sentence *s = &corpus->sentences[i];
            if (s->fold == fold && s->count <= XC_LONGEST_PART) {
                fill_part(s, false, &part);
                tag_words(&n, &part);
                for (uint32_t k = 0; k < s->count; k++) {
                    s->words[k].predicted = part.tags[PART_MARGIN + k];
                }
            }
        }
        xc_arena_free(arena);
    }
    return true;
}

bool jackknife_supertags(gold_corpus *corpus, const plan *p, const tag_list *tags) {
    part_words part;
    for (uint8_t fold = 0; fold < FOLDS; fold++) {
        xc_arena *arena = xc_arena_new();
        net n;
        if (!arena ||
            !train_supertagger(corpus, p, &p->trial.supertag, tags, fold, arena, &n)) {
            xc_arena_free(arena);
            return false;
        }
        for (size_t i = 0; i < corpus->count; i++) {
            gold_sentence *s = &corpus->sentences[i];
            if (s->fold != fold || s->count > XC_LONGEST_PART) {
                continue;
            }
            fill_part(s, false, &part);
            for (uint32_t k = 0; k < s->count; k++) {
                part.tags[PART_MARGIN + k] = s->words[k].predicted;
            }
            supertag_words(&n, tags->count, &part);
            for (uint32_t k = 0; k < s->count; k++) {
                s->words[k].settled = part.tags[PART_MARGIN + k];
                s->words[k].foretold = part.supertags[PART_MARGIN + k];
            }
        }
        xc_arena_free(arena);
    }
    return true;
}
