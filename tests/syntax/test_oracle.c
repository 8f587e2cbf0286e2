// SPDX-License-Identifier: MIT
// The dynamic oracle: from the first state it leads to the gold tree, whichever of its best
// actions is taken; after a mistake it loses no more than the mistake cost.
#include "oracle.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

static gold_corpus corpus;

static int read_trees(void **state) {
    (void)state;
    static tag_list tags;
    xc_error error = {0};
    corpus.arena = xc_arena_new();
    return !corpus.arena || corpus_read(XC_SOURCE_DIR "/tests/data/syntax/claims.conllu", NULL,
                                        NULL, false, &tags, &corpus, &error) != XC_OK;
}

static int free_trees(void **state) {
    (void)state;
    xc_arena_free(corpus.arena);
    return 0;
}

static uint32_t random_number(void) {
    static uint32_t seed = 7;
    seed = seed * 1664525u + 1013904223u;
    return seed >> 8;
}

static arc_action pick(const arc_state *s, const bool *best, bool mistake) {
    arc_action picked = ARC_ACTIONS;
    uint32_t seen = 0;
    for (int a = 0; a < ARC_ACTIONS; a++) {
        if (arc_may(s, (arc_action)a) && best[a] != mistake && random_number() % ++seen == 0) {
            picked = (arc_action)a;
        }
    }
    return picked;
}

// Walks a sentence with `mistakes` wrong actions; gives how many heads are wrong at the end, and
// what the mistakes cost by the oracle.
static int walk(const gold_sentence *sentence, int mistakes, int *cost) {
    static part_words part;
    static arc_state state;
    oracle gold;
    part.count = sentence->count;
    arc_begin(&state, &part);
    oracle_begin(&gold, sentence);
    int made = 0;
    *cost = 0;
    while (!arc_done(&state)) {
        bool best[ARC_ACTIONS];
        oracle_look(&gold, &state, best);
        bool mistake = made < mistakes && random_number() % 6 == 0 &&
                       pick(&state, best, true) != ARC_ACTIONS;
        arc_action action = pick(&state, best, mistake);
        assert_int_not_equal(action, ARC_ACTIONS);
        made += mistake;
        *cost += oracle_cost(&gold, &state, action);
        oracle_follow(&gold, &state, action);
        arc_take(&state, action, XC_REL_DEP);
    }
    int wrong = 0;
    int roots = 0;
    for (uint32_t i = 1; i <= sentence->count; i++) {
        wrong += state.head[i] != gold.heads[i];
        roots += state.head[i] == sentence->count + 1;
    }
    assert_int_equal(roots, 1);
    return wrong;
}

static void test_leads_to_gold(void **state) {
    (void)state;
    assert_true(corpus.count > 200);
    for (size_t i = 0; i < corpus.count; i++) {
        int cost = 0;
        assert_int_equal(walk(&corpus.sentences[i], 0, &cost), 0);
        assert_int_equal(cost, 0);
    }
}

// Arc by arc: what is lost at the end is what the costs foretold.
static void test_loses_what_mistakes_cost(void **state) {
    (void)state;
    int lost_in_all = 0;
    for (size_t i = 0; i < corpus.count; i++) {
        int cost = 0;
        int lost = walk(&corpus.sentences[i], 3, &cost);
        assert_int_equal(lost, cost);
        lost_in_all += lost;
    }
    assert_true(lost_in_all > 300);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_leads_to_gold),
        cmocka_unit_test(test_loses_what_mistakes_cost),
    };
    return cmocka_run_group_tests(tests, read_trees, free_trees);
}
