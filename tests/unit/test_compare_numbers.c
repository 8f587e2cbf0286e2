// SPDX-License-Identifier: MIT
// Figures that are no small whole numbers: decimals, negatives, zero, numbers longer than a
// double holds. Every pair of them is compared in both orders.
#include "compare_said.h"

#include "compare/bounds.h"

#include <math.h>
#include <stdio.h>

typedef struct row {
    const char *rule;
    const char *one, *other;
    xc_verdict verdict;
    const char *reason; // words that the group's reason has
} row;

static const row rows[] = {
    {"decimals that differ behind the point", "165.3", "165.7", XC_CONFLICT, "no later count"},
    {"decimals that share the end", "165.7", "175.7", XC_CONFLICT, "no later count"},
    {"decimals of two lengths", "165.3", "165.35", XC_CONFLICT, "no later count"},
    {"the same decimal", "165.3", "165.3", XC_AGREE, "the same number"},
    {"a decimal and its whole", "165.3", "165", XC_CONFLICT, "no later count"},
    {"digits swapped behind the point", "12.35", "12.53", XC_CONFLICT, "in another order"},
    {"digits swapped over the point", "123.4", "124.3", XC_CONFLICT, "in another order"},
    {"a zero swapped to the end", "12.03", "12.3", XC_CONFLICT, "in another order"},
    {"two digits are too few for a swap", "1.2", "2.1", XC_CONFLICT, "no later count"},
    {"a factor of ten of a decimal", "1.1", "11", XC_CONFLICT, "factor of ten"},
    {"a factor of ten below one", "0.7", "0.07", XC_CONFLICT, "factor of ten"},
    {"zero and a little", "0", "0.4", XC_CONFLICT, "no later count"},
    {"zero and many", "0", "1000000000000000000", XC_SINGLE, ""},
    {"nothing twice", "0", "0", XC_AGREE, "the same number"},
    {"a loss and a gain", "-2.5", "2.5", XC_CONFLICT, "no later count"},
    {"two losses", "-165.3", "-165.7", XC_CONFLICT, "no later count"},
    {"the same loss", "-2.5", "-2.5", XC_AGREE, "the same number"},
    {"digits of a loss swapped", "-1234", "-1243", XC_CONFLICT, "in another order"},
    {"a loss is no gain", "-1234", "1243", XC_SINGLE, ""},
    {"ten to the eighteenth twice", "1000000000000000000", "1000000000000000000", XC_AGREE,
     "the same number"},
    {"numbers that are one double", "123456789012345671", "123456789012345673", XC_CONFLICT,
     "no later count"},
    {"long numbers with digits swapped", "123456789012345678", "123456789012345687",
     XC_CONFLICT, "in another order"},
    {"a long fraction", "0.123456789012345671", "0.123456789012345673", XC_CONFLICT,
     "no later count"},
};

static void compare_row(const row *r, bool turned) {
    xc_arena *arena = xc_arena_new();
    assert_non_null(arena);
    const said claims[MOST_CLAIMS] = {
        {"Daily", "2024-03-01", "so much", .exact = turned ? r->other : r->one, .how = XC_EXACT,
         .measure = "money"},
        {"Post", "2024-03-01", "that much", .exact = turned ? r->one : r->other,
         .how = XC_EXACT, .measure = "money"}};
    xc_case_content content = content_of(arena, claims);
    if (r->verdict != XC_SINGLE) {
        say_same(arena, &content, 0, 1);
    }
    xc_groups groups;
    xc_error error = {0};
    if (xc_compare(&content, arena, &groups, &error) != XC_OK) {
        fail_msg("%s: %s", r->rule, error.message);
    }
    const xc_group *first = &groups.items[0];
    xc_slice reason = first->reason;
    if (groups.count != (r->verdict == XC_SINGLE ? 2 : 1) || first->verdict != r->verdict ||
        xc_slice_find(reason, xc_slice_of(r->reason)) == SIZE_MAX) {
        fail_msg("%s: %zu groups, %s: %.*s", r->rule, groups.count,
                 xc_verdict_text(first->verdict), XC_PRINT(reason));
    }
    xc_arena_free(arena);
}

static void verdicts(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        compare_row(&rows[i], false);
        compare_row(&rows[i], true);
    }
}

static figure told(const char *number, xc_qualifier how) {
    xc_claim claim = {.qualifier = how, .value.known = true};
    assert_true(xc_decimal_parse(xc_slice_of(number), &claim.value.value));
    claim.low = how == XC_AT_MOST ? (xc_number){0} : claim.value;
    claim.high = how == XC_AT_LEAST ? (xc_number){0} : claim.value;
    return figure_of(&claim);
}

static void bounds(void **state) {
    (void)state;
    static const struct {
        const char *one;
        xc_qualifier how;
        const char *other;
        xc_qualifier other_how;
        figure_relation relation;
    } pairs[] = {
        {"2.5", XC_ABOUT, "2.45", XC_EXACT, FIGURES_EQUAL},
        {"2.5", XC_ABOUT, "2.55", XC_EXACT, FIGURES_EQUAL},
        {"0.3", XC_ABOUT, "0.35", XC_EXACT, FIGURES_EQUAL},
        {"2.5", XC_ABOUT, "2.6", XC_EXACT, FIGURES_CONTRADICT},
        {"-2.5", XC_AT_LEAST, "-2.4", XC_EXACT, FIGURES_ALLOW},
        {"-2.5", XC_AT_LEAST, "-2.6", XC_EXACT, FIGURES_CONTRADICT},
        {"-120000", XC_EXACT, "-118500", XC_EXACT, FIGURES_EQUAL},
        {"0", XC_AT_LEAST, "0.1", XC_EXACT, FIGURES_ALLOW},
        {"1000000000000000000", XC_AT_LEAST, "999999999999999999", XC_AT_MOST, FIGURES_EQUAL},
        {"999999999999999998", XC_EXACT, "999999999999999999", XC_EXACT, FIGURES_CONTRADICT},
    };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        figure a = told(pairs[i].one, pairs[i].how);
        figure b = told(pairs[i].other, pairs[i].other_how);
        if (figures_compare(&a, &b) != pairs[i].relation ||
            figures_compare(&b, &a) != pairs[i].relation) {
            fail_msg("%s and %s", pairs[i].one, pairs[i].other);
        }
    }
}

static void ratios_and_sums(void **state) {
    (void)state;
    static const struct {
        const char *one, *other;
        double ratio;
    } pairs[] = {{"0", "0", 1},   {"0", "2", 3},  {"-2", "2", 5},
                 {"-4", "-2", 2}, {"5", "20", 4}, {"1000000000000000000", "1", 1e18}};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        figure a = told(pairs[i].one, XC_EXACT);
        figure b = told(pairs[i].other, XC_EXACT);
        assert_true(figures_ratio(&a, &b) == pairs[i].ratio);
        assert_true(figures_ratio(&b, &a) == pairs[i].ratio);
    }
    figure tenth = told("0.1", XC_EXACT);
    figure fifth = told("0.2", XC_EXACT);
    figure sum = told("0.3", XC_EXACT);
    assert_true(figures_add_up(&tenth, &fifth, &sum));
    assert_false(figures_add_up(&tenth, &sum, &fifth));
    assert_false(figure_below(sum.value, tenth.value + fifth.value));
    assert_true(figure_below(-INFINITY, 0));
}

// Three parts of a share that make it up to the last decimal are not more than their whole.
static void parts_make_their_whole(void **state) {
    (void)state;
    xc_arena *arena = xc_arena_new();
    assert_non_null(arena);
    const said claims[MOST_CLAIMS] = {
        {"Daily", "2024-03-01", "0.3 of all", .exact = "0.3", .subject = "people"},
        {"Daily", "2024-03-01", "0.1 for children", .exact = "0.1", .subject = "children",
         .part = true, .same_page = true},
        {"Daily", "2024-03-01", "0.2 for women", .exact = "0.2", .subject = "women",
         .part = true, .same_page = true}};
    xc_case_content content = content_of(arena, claims);
    content.claims[2].part_of = content.claims[0].id;
    xc_groups groups;
    assert_int_equal(xc_compare(&content, arena, &groups, NULL), XC_OK);
    for (size_t i = 0; i < groups.count; i++) {
        if (xc_slice_find(groups.items[i].reason, XC_SLICE("add up")) != SIZE_MAX) {
            fail_msg("%.*s", XC_PRINT(groups.items[i].reason));
        }
    }
    xc_arena_free(arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(verdicts),
        cmocka_unit_test(bounds),
        cmocka_unit_test(ratios_and_sums),
        cmocka_unit_test(parts_make_their_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
