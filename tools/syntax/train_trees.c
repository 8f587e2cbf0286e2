// SPDX-License-Identifier: MIT
// Rounds over the corpus for the parser: it walks by its own choices, mistakes and all, and
// learns in each state what costs least from there.
#include "train_trees.h"
#include "learner.h"
#include "oracle.h"
#include "order.h"
#include "train_tags.h"

#include <stdio.h>

typedef struct tree_run {
    const gold_corpus *corpus;
    const plan *p;
    const stage_plan *stage;
    const uint8_t *relations;
    uint32_t relation_count;
    uint32_t number_of[XC_RELATIONS]; // of a relation in `relations`
    learner *l;
    part_words part;
    arc_state state;
    oracle gold;
} tree_run;

static void begin_sentence(tree_run *r, const gold_sentence *s) {
    fill_part(s, true, &r->part);
    arc_begin(&r->state, &r->part);
    oracle_begin(&r->gold, s);
}

// The relation that an action gives: the gold one where the head is right; a wrong head's
// dependent keeps its own.
static uint8_t relation_of(const tree_run *r, const gold_sentence *s, arc_action action) {
    return action == ARC_SHIFT ? 0
                               : s->words[r->state.stack[2 + r->state.stack_size] - 1].relation;
}

static void take(tree_run *r, arc_action action, uint8_t relation) {
    oracle_follow(&r->gold, &r->state, action);
    arc_take(&r->state, action, relation);
}

// Walks as gold has it, with a mistake now and then: states that a parser comes to.
static bool count_features(tree_run *r) {
    uint64_t keys[NET_KEYS];
    for (size_t i = 0; i < r->corpus->count; i++) {
        const gold_sentence *s = &r->corpus->sentences[i];
        if (s->count > XC_LONGEST_PART) {
            continue;
        }
        begin_sentence(r, s);
        while (!arc_done(&r->state)) {
            bool best[ARC_ACTIONS];
            if (!learner_count(r->l, keys, arc_features(&r->state, keys))) {
                return false;
            }
            oracle_look(&r->gold, &r->state, best);
            bool mistake = learner_random(r->l) % 25 == 0;
            arc_action action = ARC_SHIFT;
            for (int a = 0; a < ARC_ACTIONS; a++) {
                if (arc_may(&r->state, (arc_action)a) && best[a] != mistake) {
                    action = (arc_action)a;
                }
            }
            if (!arc_may(&r->state, action)) {
                action = best[ARC_LEFT] ? ARC_LEFT : ARC_RIGHT;
            }
            take(r, action, relation_of(r, s, action));
        }
    }
    return true;
}

static uint8_t best_relation(tree_run *r, uint32_t first) {
    uint32_t best = 0;
    float most = learner_score(r->l, first);
    for (uint32_t i = 1; i < r->relation_count; i++) {
        float score = learner_score(r->l, first + i);
        if (score > most) {
            most = score;
            best = i;
        }
    }
    return r->relations[best];
}

// Learns the relation of an arc that gold has. Gives what the parser itself would say.
static uint8_t learn_relation(tree_run *r, const gold_sentence *s, arc_action action,
                              bool right, float weight) {
    bool wanted[XC_RELATIONS] = {0};
    uint32_t dependent = r->state.stack[2 + r->state.stack_size];
    if (action == ARC_LEFT && r->state.next > r->state.count) {
        return XC_REL_ROOT;
    }
    uint32_t first = ARC_ACTIONS + (action == ARC_RIGHT ? r->relation_count : 0);
    uint8_t said = best_relation(r, first);
    if (right) {
        wanted[r->number_of[s->words[dependent - 1].relation]] = true;
        learner_want(r->l, first, first + r->relation_count, wanted, weight);
    }
    return said;
}

static void learn_sentence(tree_run *r, const gold_sentence *s, float rate, bool explore) {
    uint64_t keys[NET_KEYS];
    begin_sentence(r, s);
    while (!arc_done(&r->state)) {
        bool wanted[ARC_ACTIONS];
        uint32_t top = r->state.stack[2 + r->state.stack_size];
        bool doubted = r->state.stack_size > 0 && s->words[top - 1].arc_doubted;
        float weight = weight_of(r->p, s, doubted);
        oracle_look(&r->gold, &r->state, wanted);
        learner_feed(r->l, keys, arc_features(&r->state, keys), r->stage->drop);
        arc_action best = ARC_ACTIONS;
        arc_action right = ARC_ACTIONS;
        float scores[ARC_ACTIONS];
        for (int a = 0; a < ARC_ACTIONS; a++) {
            scores[a] =
                arc_may(&r->state, (arc_action)a) ? learner_score(r->l, (uint32_t)a) : -1e30F;
            best = best == ARC_ACTIONS || scores[a] > scores[best] ? (arc_action)a : best;
            if (wanted[a] && (right == ARC_ACTIONS || scores[a] > scores[right])) {
                right = (arc_action)a;
            }
        }
        learner_want(r->l, 0, ARC_ACTIONS, wanted, weight);
        bool follow =
            explore && (float)(learner_random(r->l) >> 40) / 16777216.0F < r->p->explore;
        arc_action action = follow ? best : right;
        uint8_t relation = 0;
        if (action != ARC_SHIFT) {
            uint32_t head =
                action == ARC_LEFT ? r->state.next : r->state.stack[1 + r->state.stack_size];
            bool is_gold = r->gold.heads[top] == head;
            uint8_t said = learn_relation(r, s, action, is_gold, weight);
            relation = is_gold && !follow ? s->words[top - 1].relation : said;
        }
        learner_learn(r->l, rate);
        take(r, action, relation);
    }
}

bool train_parser(const gold_corpus *corpus, const plan *p, const stage_plan *stage,
                  const uint8_t *relations, uint32_t count, xc_arena *arena, net *out) {
    tree_run *r = xc_arena_alloc(arena, sizeof *r);
    uint32_t *order = order_new(corpus->count, arena);
    if (!r || !order) {
        return false;
    }
    *r = (tree_run){.corpus = corpus,
                    .p = p,
                    .stage = stage,
                    .relations = relations,
                    .relation_count = count};
    for (uint32_t i = 0; i < count; i++) {
        r->number_of[relations[i]] = i;
    }
    r->l = learner_new(ARC_ACTIONS + 2 * count, p->seed);
    if (!r->l || !count_features(r) || !learner_begin(r->l, stage->rows, stage->least_seen)) {
        return false;
    }
    (void)fprintf(stderr, "trees: %u rows\n", learner_rows(r->l));
    size_t steps = (size_t)stage->rounds * corpus->count;
    size_t step = 0;
    for (int round = 0; round < stage->rounds; round++) {
        order_shuffle(order, corpus->count, r->l);
        for (size_t i = 0; i < corpus->count; i++, step++) {
            const gold_sentence *s = &corpus->sentences[order[i]];
            float rate = stage->rate * (1.0F - (float)step / (float)steps) + 1e-4F;
            if (s->count <= XC_LONGEST_PART) {
                learn_sentence(r, s, rate, round > 0);
            }
        }
        (void)fprintf(stderr, "trees: round %d, loss %.4f\n", round + 1, learner_loss(r->l));
    }
    bool packed = learner_pack(r->l, stage->buckets, arena, out);
    learner_free(r->l);
    return packed;
}
