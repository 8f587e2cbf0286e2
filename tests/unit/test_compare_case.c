// SPDX-License-Identifier: MIT
// A case that grows page by page has the groups of one that is made at once.
#include "compare_said.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static const said pages[MOST_CLAIMS] = {
    {"Daily", "2024-03-01", "12 people", .value = 12, .from = "2024-03-01"},
    {"Post", "2024-03-01", "at least 12", .value = 12, .how = XC_AT_LEAST},
    {"Echo", "2024-03-03", "15 people", .value = 15, .from = "2024-03-01"},
    {"Daily", "2024-03-03", "15 dead", .value = 15},
    {"Post", "2024-03-03", "4 children", .value = 4, .subject = "children"},
    {"Echo", "2024-05-01", "3 people", .value = 3, .place = "Tarn"},
    {"Daily", "2024-05-01", "30 people", .value = 30, .place = "Tarn"}};
enum { PAGES = 7 };

static void add_page(xc_case *opened, const xc_case_content *all, size_t page) {
    xc_error error = {0};
    bool added = false;
    if (xc_case_add(opened, &all->documents[page], &all->claims[page], 1, &added, &error) !=
        XC_OK) {
        fail_msg("%s", error.message);
    }
    assert_true(added);
}

// Everything that a report shows of the groups.
static xc_slice print_groups(xc_arena *arena, xc_case *opened) {
    xc_case_content content = {0};
    xc_error error = {0};
    if (xc_compare_case(opened, &error) != XC_OK ||
        xc_case_load(opened, arena, &content, &error) != XC_OK) {
        fail_msg("%s", error.message);
    }
    xc_buffer out = {0};
    xc_buffer scratch = {0};
    size_t count = 0;
    const xc_field *fields = xc_group_fields(&count);
    for (size_t i = 0; i < content.group_count * count; i++) {
        xc_slice text = xc_field_text(&fields[i % count], &content.groups[i / count], &scratch);
        xc_buffer_print(&out, "%.*s|%s", XC_PRINT(text), (i + 1) % count ? "" : "\n");
    }
    xc_slice copy = xc_arena_copy(arena, xc_buffer_slice(&out));
    xc_buffer_release(&out);
    xc_buffer_release(&scratch);
    return copy;
}

static void remove_case(const char *path) {
    static const char *const suffixes[] = {"", "-wal", "-shm"};
    for (size_t i = 0; i < 3; i++) {
        char name[80];
        (void)snprintf(name, sizeof name, "%s%s", path, suffixes[i]);
        (void)unlink(name);
    }
}

static void any_order_of_adding_gives_the_same(void **state) {
    (void)state;
    char folder[] = "/tmp/xc-compare-XXXXXX";
    char path[64];
    assert_non_null(mkdtemp(folder));
    (void)snprintf(path, sizeof path, "%s/case.db", folder);
    xc_arena *arena = xc_arena_new();
    xc_case_content all = content_of(arena, pages);
    xc_slice first = {0};
    for (size_t step = 1; step < PAGES; step++) { // seven is prime: each step visits all pages
        xc_case *opened = NULL;
        xc_slice printed = {0};
        assert_int_equal(xc_case_open(path, XC_CASE_CREATE, &opened, NULL), XC_OK);
        assert_int_equal(xc_case_set_terms(opened, all.terms, all.term_count, NULL), XC_OK);
        for (size_t i = 0; i < PAGES; i++) {
            add_page(opened, &all, i * step % PAGES);
            if (i % step == 0 || i + 1 == PAGES) { // compared in between, or not
                printed = print_groups(arena, opened);
            }
        }
        if (step > 1 && !xc_slice_equal(first, printed)) {
            fail_msg("%.*s\nbecame\n%.*s", XC_PRINT(first), XC_PRINT(printed));
        }
        first = printed;
        xc_case_close(opened);
        remove_case(path);
    }
    assert_true(xc_slice_find(first, XC_SLICE("=class")) != SIZE_MAX);
    (void)rmdir(folder);
    xc_arena_free(arena);
}

static size_t below(uint64_t *state, size_t limit) {
    *state = *state * 6364136223846793005U + 1442695040888963407U;
    return (size_t)(*state >> 33) % limit;
}

static void add_decisions(xc_case *opened, xc_arena *arena, const xc_case_content *all) {
    const xc_claim *claims = all->claims;
    const xc_decision made[] = {
        {.id = 1, .kind = XC_NEVER_SAME, .first = claims[0].id, .second = claims[2].id},
        {.id = 2, .kind = XC_ALWAYS_SAME, .first = claims[4].id, .second = claims[5].id},
        {.id = 3,
         .kind = XC_SET_VERDICT,
         .verdict = XC_SLICE("compatible"),
         .members = xc_arena_print(arena, "%.*s %.*s", XC_PRINT(claims[0].id),
                                   XC_PRINT(claims[1].id))},
        {.id = 4,
         .kind = XC_SET_VERDICT,
         .verdict = XC_SLICE("agree"),
         .members = xc_arena_print(arena, "cgone %.*s", XC_PRINT(claims[3].id)),
         .evidence =
             xc_arena_print(arena, "%.*s", XC_PRINT(xc_decision_evidence(&claims[2], arena)))}};
    for (size_t i = 0; i < sizeof made / sizeof *made; i++) {
        assert_int_equal(xc_case_add_decision(opened, &made[i], NULL, NULL), XC_OK);
    }
}

// Decisions come in before the first page, between two, or after the last.
static void random_splits_with_decisions_give_the_same(void **state) {
    (void)state;
    char folder[] = "/tmp/xc-compare-XXXXXX";
    char path[64];
    assert_non_null(mkdtemp(folder));
    (void)snprintf(path, sizeof path, "%s/case.db", folder);
    xc_arena *arena = xc_arena_new();
    xc_case_content all = content_of(arena, pages);
    xc_slice first = {0};
    for (uint64_t seed = 1; seed <= 20; seed++) {
        uint64_t random = seed;
        size_t order[PAGES] = {0, 1, 2, 3, 4, 5, 6};
        size_t decided_at = below(&random, PAGES + 1);
        xc_case *opened = NULL;
        assert_int_equal(xc_case_open(path, XC_CASE_CREATE, &opened, NULL), XC_OK);
        assert_int_equal(xc_case_set_terms(opened, all.terms, all.term_count, NULL), XC_OK);
        for (size_t i = 0; i <= PAGES; i++) {
            if (i == decided_at) {
                add_decisions(opened, arena, &all);
            }
            if (i < PAGES) {
                size_t other = i + below(&random, PAGES - i);
                size_t page = order[other];
                order[other] = order[i];
                add_page(opened, &all, page);
            }
            if (below(&random, 3) == 0) {
                (void)print_groups(arena, opened);
            }
        }
        xc_slice printed = print_groups(arena, opened);
        if (seed > 1 && !xc_slice_equal(first, printed)) {
            fail_msg("seed %d:\n%.*s\nbecame\n%.*s", (int)seed, XC_PRINT(first),
                     XC_PRINT(printed));
        }
        first = printed;
        xc_case_close(opened);
        remove_case(path);
    }
    assert_true(xc_slice_find(first, XC_SLICE("A reviewer decided")) != SIZE_MAX);
    (void)rmdir(folder);
    xc_arena_free(arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(any_order_of_adding_gives_the_same),
        cmocka_unit_test(random_splits_with_decisions_give_the_same)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
