// SPDX-License-Identifier: MIT
// Agreement of two reviewers, by tables whose kappa is known.
#include "crossclaim/compare.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

typedef struct table {
    size_t both_confirm, first_alone, second_alone,
        both_reject; // confirmed by the first alone ...
    double kappa;    // NAN: not defined
} table;

// The first by hand: 35 of 50 alike, a half by chance.
static const table tables[] = {{20, 5, 10, 15, 0.4},
                               {25, 0, 0, 25, 1.0},
                               {0, 25, 25, 0, -1.0},
                               {10, 0, 0, 0, NAN},
                               {45, 15, 25, 15, 0.13043478}};

static void decide(xc_arena *arena, xc_case_content *content, size_t claim,
                   const char *reviewer, bool confirms) {
    content->decisions[content->decision_count++] =
        (xc_decision){.kind = confirms ? XC_CONFIRM : XC_REJECT,
                      .members = content->claims[claim].id,
                      .key = xc_arena_print(arena, "x%zu", content->decision_count),
                      .reviewer = xc_slice_of(reviewer)};
}

static xc_case_content content_of(xc_arena *arena, const table *t) {
    size_t count = t->both_confirm + t->first_alone + t->second_alone + t->both_reject;
    xc_case_content content = {.claim_count = count};
    content.claims = xc_arena_array(arena, count, sizeof *content.claims);
    content.decisions = xc_arena_array(arena, 2 * count + 2, sizeof *content.decisions);
    for (size_t i = 0; i < count; i++) {
        content.claims[i].id = xc_arena_print(arena, "c%zu", i);
        size_t second = t->both_confirm + t->first_alone;
        decide(arena, &content, i, "Ana", i < second);
        decide(arena, &content, i, "Bo",
               i < t->both_confirm || (i >= second && i < second + t->second_alone));
    }
    return content;
}

static void kappa_is_that_of_the_table(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        const table *t = &tables[i];
        xc_arena *arena = xc_arena_new();
        xc_case_content content = content_of(arena, t);
        xc_agreements all;
        assert_int_equal(xc_decisions_agreement(&content, arena, &all, NULL), XC_OK);
        assert_int_equal(all.pair_count, 1);
        assert_int_equal(all.pairs[0].both, content.claim_count);
        assert_int_equal(all.pairs[0].same, t->both_confirm + t->both_reject);
        assert_int_equal(all.open_count, t->first_alone + t->second_alone);
        bool undefined = isnan(all.pairs[0].kappa) != 0;
        if (undefined != (isnan(t->kappa) != 0) ||
            (!undefined && fabs(all.pairs[0].kappa - t->kappa) > 1e-6)) {
            fail_msg("table %zu: kappa %f", i, all.pairs[0].kappa);
        }
        xc_arena_free(arena);
    }
}

static void the_last_word_counts_and_what_is_undone_does_not(void **state) {
    (void)state;
    const table one = {0, 1, 0, 0, 0};
    xc_arena *arena = xc_arena_new();
    xc_case_content content = content_of(arena, &one);
    xc_agreements all;
    assert_int_equal(xc_decisions_agreement(&content, arena, &all, NULL), XC_OK);
    assert_int_equal(all.open_count, 1);
    decide(arena, &content, 0, "Bo", true); // thinks again
    assert_int_equal(xc_decisions_agreement(&content, arena, &all, NULL), XC_OK);
    assert_int_equal(all.pairs[0].same, 1);
    assert_int_equal(all.open_count, 0);
    content.decisions[content.decision_count++] = (xc_decision){
        .kind = XC_UNDO, .key = XC_SLICE("xu"), .target = content.decisions[2].key};
    assert_int_equal(xc_decisions_agreement(&content, arena, &all, NULL), XC_OK);
    assert_int_equal(all.open_count, 1);
    content.decisions[3] = content.decisions[2];
    content.decisions[3].reviewer = XC_SLICE("Cy"); // a third one settles it
    content.decisions[2] = content.decisions[1];
    assert_int_equal(xc_decisions_agreement(&content, arena, &all, NULL), XC_OK);
    assert_int_equal(all.open_count, 0);
    xc_arena_free(arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(kappa_is_that_of_the_table),
        cmocka_unit_test(the_last_word_counts_and_what_is_undone_does_not),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
