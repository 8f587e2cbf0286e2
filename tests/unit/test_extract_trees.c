// SPDX-License-Identifier: MIT
// Which sentences `explain` has trees of, and that threads may make them side by side. All is
// skipped where the language has no model.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "crossclaim/extract.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

static xc_rules *rules;

static int set_up(void **state) {
    (void)state;
    xc_error error = {0};
    if (xc_rules_load(XC_SOURCE_DIR "/claims", NULL, 0, &rules, &error) != XC_OK) {
        print_error("%s\n", error.message);
        return -1;
    }
    return 0;
}

static int tear_down(void **state) {
    (void)state;
    xc_rules_free(rules);
    return 0;
}

static xc_explanation explain(xc_extractor *extractor, xc_slice text) {
    xc_document document = {.key = XC_SLICE("key"), .text = text};
    xc_explanation out;
    assert_int_equal(xc_explain(extractor, &document, &out, NULL), XC_OK);
    return out;
}

static xc_extractor *need_model(void) {
    xc_extractor *extractor = xc_extractor_new(rules);
    if (!explain(extractor, XC_SLICE("Two men died.")).trees) {
        xc_extractor_free(extractor);
        skip(); // the program works without it
    }
    return extractor;
}

static void sentences_with_a_figure_or_a_word_of_rules_have_trees(void **state) {
    (void)state;
    xc_extractor *extractor = need_model();
    xc_explanation what = explain(extractor, XC_SLICE("The bus carried 40 pupils. The garden "
                                                      "is of a pale green. Gunmen killed the "
                                                      "driver."));
    assert_non_null(what.trees);
    assert_int_equal(what.text->sentence_count, 3);
    assert_non_null(what.trees[0]);
    assert_null(what.trees[1]);
    assert_non_null(what.trees[2]);
    assert_int_equal(what.trees[0]->count, 6);
    assert_int_equal(what.trees[2]->nodes[0].start, what.text->sentences[2].start);
    xc_extractor_free(extractor);
}

static void a_sentence_in_parts_is_a_note(void **state) {
    (void)state;
    xc_extractor *extractor = need_model();
    xc_buffer text = {0};
    for (int i = 0; i < 100; i++) {
        xc_buffer_text(&text, "the old men, ");
    }
    xc_buffer_text(&text, "and 12 others left.");
    xc_explanation what = explain(extractor, xc_buffer_slice(&text));
    assert_true(what.trees[0]->parts > 1);
    bool told = false;
    for (size_t i = 0; i < what.note_count; i++) {
        told |=
            xc_slice_find(what.notes[i], XC_SLICE("its tree was made in")) < what.notes[i].len;
    }
    assert_true(told);
    xc_buffer_release(&text);
    xc_extractor_free(extractor);
}

enum { ROUNDS = 20, THREADS = 3 };
static const char news[] = "Police arrested 12 men in May, and three of them were freed. At "
                           "least 30 people, including 4 children, are feared drowned.";

typedef struct explainer {
    pthread_t thread;
    uint64_t hash; // of all heads and relations
} explainer;

static void *explain_often(void *context) {
    explainer *e = context;
    xc_extractor *extractor = xc_extractor_new(rules);
    for (int round = 0; extractor && round < ROUNDS; round++) {
        xc_explanation what = explain(extractor, XC_SLICE(news));
        for (size_t i = 0; i < what.text->sentence_count; i++) {
            for (size_t j = 0; j < what.trees[i]->count; j++) {
                const xc_node *node = &what.trees[i]->nodes[j];
                e->hash = (e->hash * 31 + node->head) * 31 + node->relation;
            }
        }
    }
    xc_extractor_free(extractor);
    return NULL;
}

static void threads_share_the_model(void **state) {
    (void)state;
    xc_extractor_free(need_model());
    explainer alone = {0};
    explainer several[THREADS] = {0};
    (void)explain_often(&alone);
    assert_true(alone.hash != 0);
    for (size_t i = 0; i < THREADS; i++) {
        assert_int_equal(pthread_create(&several[i].thread, NULL, explain_often, &several[i]),
                         0);
    }
    for (size_t i = 0; i < THREADS; i++) {
        (void)pthread_join(several[i].thread, NULL);
        assert_true(several[i].hash == alone.hash);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sentences_with_a_figure_or_a_word_of_rules_have_trees),
        cmocka_unit_test(a_sentence_in_parts_is_a_note),
        cmocka_unit_test(threads_share_the_model),
    };
    return cmocka_run_group_tests_name("trees of explain", tests, set_up, tear_down);
}
