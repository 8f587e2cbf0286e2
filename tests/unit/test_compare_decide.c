// SPDX-License-Identifier: MIT
// What becomes of a reviewer's decisions when pages are read anew and claims come in.
#include "compare_said.h"

// A page that tells of the dead twice and of the injured in one sentence, and another outlet.
static const said pages[MOST_CLAIMS] = {
    {"Daily", "2024-03-01", "12 people", .value = 12},
    {"Daily", "2024-03-01", "12 people", .value = 30, .measure = "injured", .same_page = true},
    {"Daily", "2024-03-01", "12 people", .value = 14, .same_page = true},
    {"Post", "2024-03-01", "12 dead", .value = 12},
    {"Echo", "2024-03-01", "40 hurt", .value = 40, .measure = "injured"}};

typedef struct trial {
    const char *what;
    const char *line[2]; // of the evidence: a claim's number in `pages`, 's' before it for its
                         // sentence alone; the decision's ids are of no claim
    xc_decision_kind kind;
    xc_standing standing;
} trial;

static const trial trials[] = {
    {"by measure and value", {"0", "3"}, XC_NEVER_SAME, XC_MOVED},
    {"the other measure of the sentence", {"1", "4"}, XC_ALWAYS_SAME, XC_MOVED},
    {"the other value of the measure", {"2", "3"}, XC_ALWAYS_SAME, XC_MOVED},
    {"the sentence alone, where one claim has it", {"s3", "s4"}, XC_ALWAYS_SAME, XC_MOVED},
    {"the sentence alone, where three have it", {"s0", "s3"}, XC_NEVER_SAME, XC_LOST},
    {"nothing", {"", ""}, XC_NEVER_SAME, XC_LOST},
};

static xc_slice line_of(xc_arena *arena, const xc_case_content *content, const char *told) {
    bool alone = told[0] == 's';
    if (!told[0]) {
        return (xc_slice){0};
    }
    const xc_claim *claim = &content->claims[told[alone] - '0'];
    return alone ? claim->evidence : xc_decision_evidence(claim, arena);
}

static xc_standing compare_and_look(xc_arena *arena, xc_case_content *content) {
    xc_groups groups;
    xc_standing *standing = NULL;
    assert_int_equal(xc_compare(content, arena, &groups, NULL), XC_OK);
    content->groups = groups.items;
    content->group_count = groups.count;
    assert_int_equal(xc_decisions_standing(content, arena, &standing, NULL), XC_OK);
    return standing[0];
}

static const xc_group *group_of(const xc_case_content *content, size_t claim) {
    for (size_t i = 0; i < content->group_count; i++) {
        for (size_t k = 0; k < content->groups[i].member_count; k++) {
            if (xc_slice_equal(content->groups[i].members[k], content->claims[claim].id)) {
                return &content->groups[i];
            }
        }
    }
    return NULL;
}

static void claims_with_other_ids_are_found_again(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof trials / sizeof *trials; i++) {
        const trial *t = &trials[i];
        xc_arena *arena = xc_arena_new();
        xc_case_content content = content_of(arena, pages);
        xc_slice one = line_of(arena, &content, t->line[0]);
        xc_slice other = line_of(arena, &content, t->line[1]);
        xc_decision decision = {
            .id = 1,
            .kind = t->kind,
            .first = XC_SLICE("cgone"),
            .second = XC_SLICE("cgonetoo"),
            .evidence = xc_arena_print(arena, "%.*s\n%.*s", XC_PRINT(one), XC_PRINT(other))};
        content.decisions = &decision;
        content.decision_count = 1;
        xc_standing standing = compare_and_look(arena, &content);
        if (standing != t->standing) {
            fail_msg("%s: %s", t->what, xc_standing_text(standing));
        }
        if (standing == XC_MOVED) { // and it is obeyed, of these two claims
            size_t first = (size_t)(t->line[0][strlen(t->line[0]) - 1] - '0');
            size_t second = (size_t)(t->line[1][strlen(t->line[1]) - 1] - '0');
            bool same = group_of(&content, first) == group_of(&content, second);
            if (same != (t->kind == XC_ALWAYS_SAME)) {
                fail_msg("%s: not obeyed", t->what);
            }
        }
        xc_arena_free(arena);
    }
}

static void a_verdict_follows_its_claims(void **state) {
    (void)state;
    const said told[MOST_CLAIMS] = {{"Daily", "2024-03-01", "12 people", .value = 12},
                                    {"Post", "2024-03-01", "12 dead", .value = 12},
                                    {"Echo", "2024-03-01", "12 killed", .value = 12}};
    xc_arena *arena = xc_arena_new();
    xc_case_content content = content_of(arena, told);
    xc_slice lines[3];
    for (size_t i = 0; i < 3; i++) {
        lines[i] = xc_decision_evidence(&content.claims[i], arena);
    }
    xc_decision decision = {.id = 1,
                            .kind = XC_SET_VERDICT,
                            .verdict = XC_SLICE("conflict"),
                            .note = XC_SLICE("one counts the crew"),
                            .members = XC_SLICE("ca cb cc"),
                            .evidence =
                                xc_arena_print(arena, "%.*s\n%.*s\n%.*s", XC_PRINT(lines[1]),
                                               XC_PRINT(lines[2]), XC_PRINT(lines[0]))};
    content.decisions = &decision;
    content.decision_count = 1;
    assert_int_equal(compare_and_look(arena, &content), XC_MOVED);
    assert_int_equal(content.groups[0].verdict, XC_CONFLICT);
    decision.members = xc_arena_print(arena, "%.*s %.*s", XC_PRINT(content.claims[0].id),
                                      XC_PRINT(content.claims[1].id));
    assert_int_equal(compare_and_look(arena, &content), XC_OUTGROWN);
    assert_int_equal(content.groups[0].verdict, XC_AGREE);
    assert_true(xc_slice_find(content.groups[0].reason,
                              XC_SLICE("had decided conflict before further claims came in")) !=
                SIZE_MAX);
    content.claim_count = 2; // the third page is gone again
    content.document_count = 2;
    assert_int_equal(compare_and_look(arena, &content), XC_STANDS);
    assert_int_equal(content.groups[0].verdict, XC_CONFLICT);
    content.claim_count = 1;
    content.document_count = 1;
    assert_int_equal(compare_and_look(arena, &content), XC_LOST);
    xc_arena_free(arena);
}

static void all_claims_of_a_sentence_are_found_in_their_order(void **state) {
    (void)state;
    const said told[MOST_CLAIMS] = {
        {"Daily", "2024-03-01", "12 people", .value = 12},
        {"Daily", "2024-03-01", "12 people", .value = 14, .same_page = true}};
    xc_arena *arena = xc_arena_new();
    xc_case_content content = content_of(arena, told);
    xc_slice sentence = content.claims[0].evidence;
    xc_decision decision = {.id = 1,
                            .kind = XC_ALWAYS_SAME,
                            .first = XC_SLICE("cgone"),
                            .second = XC_SLICE("cgonetoo"),
                            .evidence = xc_arena_print(arena, "%.*s\n%.*s", XC_PRINT(sentence),
                                                       XC_PRINT(sentence))};
    content.decisions = &decision;
    content.decision_count = 1;
    assert_int_equal(compare_and_look(arena, &content), XC_MOVED);
    assert_int_equal(content.group_count, 1);
    xc_arena_free(arena);
}

// Decided on when evidence was the whole of a sentence, however long.
static void a_shortened_sentence_is_found_again(void **state) {
    (void)state;
    const said told[MOST_CLAIMS] = {{"Daily", "2024-03-01", "12 people", .value = 12},
                                    {"Post", "2024-03-01", "15 dead", .value = 15}};
    xc_arena *arena = xc_arena_new();
    xc_case_content content = content_of(arena, told);
    xc_slice lines[2];
    for (size_t i = 0; i < 2; i++) {
        xc_claim *claim = &content.claims[i];
        claim->evidence = xc_arena_print(arena, "%.*s and the boats\nleft the bay%700s",
                                         XC_PRINT(claim->evidence), "for good");
        lines[i] = xc_decision_evidence(claim, arena);
        claim->evidence = xc_evidence_cut(claim->evidence, 60, 70, arena);
        assert_true(xc_evidence_core(claim->evidence).len < claim->evidence.len);
    }
    xc_decision decision = {.id = 1,
                            .kind = XC_ALWAYS_SAME,
                            .first = XC_SLICE("cgone"),
                            .second = XC_SLICE("cgonetoo"),
                            .evidence = xc_arena_print(arena, "%.*s\n%.*s", XC_PRINT(lines[0]),
                                                       XC_PRINT(lines[1]))};
    content.decisions = &decision;
    content.decision_count = 1;
    assert_int_equal(compare_and_look(arena, &content), XC_MOVED);
    xc_arena_free(arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(claims_with_other_ids_are_found_again),
        cmocka_unit_test(a_verdict_follows_its_claims),
        cmocka_unit_test(all_claims_of_a_sentence_are_found_in_their_order),
        cmocka_unit_test(a_shortened_sentence_is_found_again)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
