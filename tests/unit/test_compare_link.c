// SPDX-License-Identifier: MIT
// Why two claims are one thing: the sum, its rows and what comes of it.
#include "compare_said.h"

#include <stdlib.h>

static xc_link link_of(xc_arena *arena, xc_case_content *content, size_t one, size_t other) {
    xc_link pair;
    xc_groups groups = {0};
    xc_error error = {0};
    if (xc_compare(content, arena, &groups, &error) != XC_OK) {
        fail_msg("%s", error.message);
    }
    content->groups = groups.items;
    content->group_count = groups.count;
    if (xc_link_find(content, content->claims[one].id, content->claims[other].id, arena, &pair,
                     &error) != XC_OK) {
        fail_msg("%s", error.message);
    }
    return pair;
}

static void a_pair_has_the_outcome_that_linking_gives_it(void **state) {
    (void)state;
    static const struct {
        said claims[MOST_CLAIMS];
        xc_link_outcome outcome;
        bool together;
        const char *bar;
    } rows[] = {
        {{{"Daily", "2024-03-01", "12 people", .value = 12},
          {"Post", "2024-03-01", "twelve people", .value = 12}},
         XC_LINK_ONE,
         true,
         NULL},
        {{{"Daily", "2024-03-01", "12 people", .value = 12},
          {"Post", "2024-03-01", "12 injured", .measure = "injured", .value = 12}},
         XC_LINK_BARRED,
         false,
         "another measure"},
        {{{"Daily", "2024-03-01", "12 people", .value = 12, .from = "2024-03-01"},
          {"Post", "2024-03-20", "12 people", .value = 12, .from = "2024-03-20"}},
         XC_LINK_BARRED,
         false,
         "two days"},
        {{{"Daily", "2024-03-01", "12 people", .value = 12},
          {"Daily", "2024-03-01", "4000 people", .value = 4000, .same_page = true}},
         XC_LINK_TWO_TOLD,
         false,
         NULL},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        xc_arena *arena = xc_arena_new();
        xc_case_content content = content_of(arena, rows[i].claims);
        xc_link pair = link_of(arena, &content, 0, 1);
        bool same_bar =
            rows[i].bar ? pair.bar && strcmp(pair.bar, rows[i].bar) == 0 : !pair.bar;
        bool together = pair.one_group == pair.other_group;
        if (pair.outcome != rows[i].outcome || !same_bar || together != rows[i].together) {
            fail_msg("row %zu: outcome %d, %d points, bar %s", i, (int)pair.outcome,
                     pair.points, pair.bar ? pair.bar : "none");
        }
        xc_arena_free(arena);
    }
}

static void the_rows_make_the_sum(void **state) {
    (void)state;
    const said claims[MOST_CLAIMS] = {{"Daily", "2024-03-01", "12 people", .value = 12},
                                      {"Post", "2024-03-02", "14 people", .value = 14}};
    xc_arena *arena = xc_arena_new();
    xc_case_content content = content_of(arena, claims);
    xc_link pair = link_of(arena, &content, 0, 1);
    int sum = 0;
    for (size_t i = 0; i < pair.part_count; i++) {
        sum += pair.parts[i].points;
        assert_non_null(pair.parts[i].bin);
        assert_true(i == 0 || abs(pair.parts[i - 1].points) >= abs(pair.parts[i].points));
    }
    assert_true(pair.part_count > 0);
    assert_int_equal(sum, pair.points);
    assert_true(pair.doubt <= pair.enough);
    xc_arena_free(arena);
}

static void a_reviewer_is_told_of(void **state) {
    (void)state;
    const said claims[MOST_CLAIMS] = {{"Daily", "2024-03-01", "12 people", .value = 12},
                                      {"Post", "2024-03-01", "900 people", .value = 900}};
    xc_arena *arena = xc_arena_new();
    xc_case_content content = content_of(arena, claims);
    assert_false(link_of(arena, &content, 0, 1).decided_same);
    say_same(arena, &content, 1, 0);
    xc_link pair = link_of(arena, &content, 0, 1);
    assert_true(pair.decided_same && !pair.decided_apart);
    assert_non_null(pair.one_group);
    assert_ptr_equal(pair.one_group, pair.other_group);
    content.decisions[0].kind = XC_NEVER_SAME;
    pair = link_of(arena, &content, 0, 1);
    assert_true(pair.decided_apart && !pair.decided_same);
    xc_arena_free(arena);
}

static void claims_that_are_not_there_are_named(void **state) {
    (void)state;
    const said claims[MOST_CLAIMS] = {{"Daily", "2024-03-01", "12 people", .value = 12}};
    xc_arena *arena = xc_arena_new();
    xc_case_content content = content_of(arena, claims);
    xc_slice known = content.claims[0].id;
    xc_link pair;
    xc_error error = {0};
    assert_int_equal(xc_link_find(&content, known, XC_SLICE("cnone"), arena, &pair, &error),
                     XC_USAGE);
    assert_non_null(strstr(error.message, "no claim cnone"));
    error = (xc_error){0};
    assert_int_equal(xc_link_find(&content, known, known, arena, &pair, &error), XC_USAGE);
    assert_non_null(strstr(error.message, "name two"));
    xc_arena_free(arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_pair_has_the_outcome_that_linking_gives_it),
        cmocka_unit_test(the_rows_make_the_sum),
        cmocka_unit_test(a_reviewer_is_told_of),
        cmocka_unit_test(claims_that_are_not_there_are_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
