// SPDX-License-Identifier: MIT
// What goes into a case comes out again, in one order, whatever the order of adding.
#include "crossclaim/store.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

typedef struct fixture {
    char folder[32];
    char path[64];
    xc_arena *arena;
    xc_case *open;
    xc_error error;
} fixture;

static int set_up(void **state) {
    fixture *f = calloc(1, sizeof *f);
    assert_non_null(f);
    (void)snprintf(f->folder, sizeof f->folder, "/tmp/xc-store-XXXXXX");
    assert_non_null(mkdtemp(f->folder));
    (void)snprintf(f->path, sizeof f->path, "%s/case.db", f->folder);
    f->arena = xc_arena_new();
    assert_non_null(f->arena);
    *state = f;
    return 0;
}

static int tear_down(void **state) {
    fixture *f = *state;
    static const char *const suffixes[] = {"", "-wal", "-shm"};
    xc_case_close(f->open);
    for (size_t i = 0; i < 3; i++) {
        char path[80];
        (void)snprintf(path, sizeof path, "%s%s", f->path, suffixes[i]);
        (void)unlink(path);
    }
    (void)rmdir(f->folder);
    xc_arena_free(f->arena);
    free(f);
    return 0;
}

static void open_case(fixture *f, xc_case_mode mode) {
    xc_case_close(f->open);
    f->open = NULL;
    if (xc_case_open(f->path, mode, &f->open, &f->error) != XC_OK) {
        fail_msg("%s", f->error.message);
    }
}

static void succeed(fixture *f, xc_status status) {
    if (status != XC_OK) {
        fail_msg("%s", f->error.message);
    }
}

static xc_case_content load(fixture *f) {
    xc_case_content content;
    succeed(f, xc_case_load(f->open, f->arena, &content, &f->error));
    return content;
}

static xc_slice print_key(fixture *f, const xc_document *document) {
    char key[XC_ID_LENGTH + 1];
    xc_document_key(document, key);
    return xc_arena_copy(f->arena, xc_slice_of(key));
}

static xc_document make_document(fixture *f, const char *label, const char *text) {
    xc_document document = {.label = xc_slice_of(label),
                            .title = XC_SLICE("A headline"),
                            .text = xc_slice_of(text),
                            .published = XC_SLICE("2024-03-05"),
                            .language = XC_SLICE("en"),
                            .format = XC_SLICE("text"),
                            .source_basis = XC_BASIS_NONE,
                            .published_basis = XC_BASIS_TEXT,
                            .title_in_text = true,
                            .replaced = 3};
    document.key = print_key(f, &document);
    return document;
}

static xc_claim make_claim(fixture *f, const xc_document *document, size_t start) {
    xc_claim claim = {.topic = XC_SLICE("casualties"),
                      .measure = XC_SLICE("killed"),
                      .subject = XC_SLICE("people"),
                      .value = {{125, -1}, true},
                      .low = xc_number_of(12),
                      .qualifier = XC_AT_LEAST,
                      .unit = XC_SLICE("person"),
                      .from = XC_SLICE("2024-03-04"),
                      .attribution_kind = XC_MEDICAL,
                      .modality = XC_FEARED,
                      .aggregation = XC_CUMULATIVE,
                      .evidence =
                          XC_SLICE("At least 12.5 were feared dead in the caf\xC3\xA9."),
                      .within = start ? XC_IN_TEXT : XC_IN_TITLE,
                      .start = start,
                      .end = start + 4,
                      .rule = XC_SLICE("casualties:dead"),
                      .confidence = {{85, -2}, true}};
    char id[XC_ID_LENGTH + 1];
    xc_claim_id(document->key, &claim, id);
    claim.id = xc_arena_copy(f->arena, xc_slice_of(id));
    return claim;
}

static bool add(fixture *f, const xc_document *document, const xc_claim *claims, size_t count) {
    bool added = false;
    succeed(f, xc_case_add(f->open, document, claims, count, &added, &f->error));
    return added;
}

static void assert_same_fields(const xc_field *fields, size_t count, const void *one,
                               const void *other) {
    xc_buffer a = {0};
    xc_buffer b = {0};
    for (size_t i = 0; i < count; i++) {
        xc_slice left = xc_field_text(&fields[i], one, &a);
        xc_slice right = xc_field_text(&fields[i], other, &b);
        if (!xc_slice_equal(left, right)) {
            fail_msg("%s: \"%.*s\" became \"%.*s\"", fields[i].name, XC_PRINT(left),
                     XC_PRINT(right));
        }
    }
    xc_buffer_release(&a);
    xc_buffer_release(&b);
}

static void every_field_comes_back(void **state) {
    fixture *f = *state;
    size_t count = 0;
    xc_document document = make_document(f, "pages/one.txt", "A headline\n\nSome \0text");
    document.text.len = 22; // a NUL byte in the text is no end
    document.wire = XC_SLICE("Wire");
    xc_claim claims[] = {make_claim(f, &document, 40), make_claim(f, &document, 0)};
    claims[0].value = (xc_number){{123456789012345678, 0}, true};
    claims[1].value = (xc_number){0};
    for (size_t i = 0; i < 2; i++) {
        claims[i].document = document.label;
        claims[i].wire = document.wire;
        claims[i].document_key = document.key;
        claims[i].published = document.published;
    }
    open_case(f, XC_CASE_CREATE);
    assert_true(add(f, &document, claims, 2));
    open_case(f, XC_CASE_READ);
    xc_case_content content = load(f);
    assert_int_equal(content.document_count, 1);
    assert_int_equal(content.claim_count, 2);
    const xc_field *fields = xc_document_fields(&count);
    assert_same_fields(fields, count, &document, &content.documents[0]);
    assert_true(xc_slice_equal(document.text, content.documents[0].text));
    assert_true(content.documents[0].title_in_text);
    fields = xc_claim_fields(&count);
    assert_same_fields(fields, count, &claims[1], &content.claims[0]); // the title's first
    assert_same_fields(fields, count, &claims[0], &content.claims[1]);
    fields = xc_claim_kept_fields(&count);
    assert_same_fields(fields, count, &claims[1], &content.claims[0]);
    assert_same_fields(fields, count, &claims[0], &content.claims[1]);
    assert_int_equal(content.claims[1].happening.role, claims[0].happening.role);
    assert_true(xc_slice_equal(content.claims[0].document_key, document.key));
}

static void a_document_is_added_once(void **state) {
    fixture *f = *state;
    xc_document document = make_document(f, "b/page10.txt", "Text");
    xc_claim claim = make_claim(f, &document, 7);
    open_case(f, XC_CASE_CREATE);
    assert_true(add(f, &document, &claim, 1));
    assert_false(add(f, &document, &claim, 1));
    document.label = XC_SLICE("b/page9.txt");
    assert_false(add(f, &document, &claim, 1));
    xc_case_content content = load(f);
    assert_int_equal(content.document_count, 1);
    assert_int_equal(content.claim_count, 1);
    assert_true(xc_slice_is(content.documents[0].label, "b/page9.txt")); // the least place
    assert_true(xc_slice_is(content.claims[0].document, "b/page9.txt"));
}

static void what_a_person_told_wins(void **state) {
    fixture *f = *state;
    xc_document page = make_document(f, "a.html", "Text");
    xc_document told = page;
    told.source = XC_SLICE("The Outlet");
    told.source_basis = XC_BASIS_SOURCES;
    told.key = print_key(f, &told);
    xc_claim of_page = make_claim(f, &page, 7);
    xc_claim of_told = make_claim(f, &told, 7);
    open_case(f, XC_CASE_CREATE);
    assert_true(add(f, &page, &of_page, 1));
    assert_true(add(f, &told, &of_told, 1));
    assert_false(add(f, &page, &of_page, 1)); // without the table again: the telling stays
    xc_case_content content = load(f);
    assert_int_equal(content.document_count, 1);
    assert_int_equal(content.claim_count, 1);
    assert_true(xc_slice_is(content.claims[0].source, "The Outlet"));
    told.published = XC_SLICE("2024-03-04"); // the same key: outlet, title, text, address
    told.published_basis = XC_BASIS_SOURCES;
    assert_true(add(f, &told, &of_told, 1));
    content = load(f);
    assert_int_equal(content.document_count, 1);
    assert_true(xc_slice_is(content.claims[0].published, "2024-03-04"));
    page.label = XC_SLICE("elsewhere/a.html"); // another place is another page
    assert_true(add(f, &page, &of_page, 1));
    assert_int_equal(load(f).document_count, 2);
}

// The whole content as text.
static xc_slice print_content(fixture *f, const xc_case_content *content) {
    xc_buffer out = {0};
    xc_buffer scratch = {0};
    size_t count = 0;
    const xc_field *fields = xc_claim_fields(&count);
    for (size_t i = 0; i < content->document_count; i++) {
        xc_buffer_print(&out, "%.*s\n", XC_PRINT(content->documents[i].label));
    }
    for (size_t i = 0; i < content->claim_count * count; i++) {
        xc_slice text =
            xc_field_text(&fields[i % count], &content->claims[i / count], &scratch);
        xc_buffer_print(&out, "%.*s|", XC_PRINT(text));
    }
    xc_slice copy = xc_arena_copy(f->arena, xc_buffer_slice(&out));
    xc_buffer_release(&out);
    xc_buffer_release(&scratch);
    return copy;
}

static void order_of_adding_does_not_matter(void **state) {
    fixture *f = *state;
    enum { DOCUMENTS = 12 };
    xc_slice first = {0};
    for (size_t step = 1; step < DOCUMENTS; step += 2) { // 1, 5, 7, 11 visit all twelve
        if (step == 3 || step == 9) {
            continue;
        }
        open_case(f, XC_CASE_CREATE);
        for (size_t i = 0; i < DOCUMENTS; i++) {
            size_t n = i * step % DOCUMENTS;
            xc_slice label = xc_arena_print(f->arena, "page#%zu", n);
            xc_slice text = xc_arena_print(f->arena, "text %zu", n % 6); // each text twice
            xc_document document = make_document(f, label.ptr, text.ptr);
            xc_claim claims[] = {make_claim(f, &document, 9), make_claim(f, &document, 0),
                                 make_claim(f, &document, 4)};
            (void)add(f, &document, claims, 3);
        }
        xc_case_content content = load(f);
        assert_int_equal(content.document_count, 6);
        xc_slice printed = print_content(f, &content);
        assert_true(step == 1 || xc_slice_equal(first, printed));
        first = printed;
        xc_case_close(f->open);
        f->open = NULL;
        assert_int_equal(unlink(f->path), 0);
    }
}

static void measures_packs_skips_and_counts(void **state) {
    fixture *f = *state;
    const xc_slice near[] = {XC_SLICE("evacuated"), XC_SLICE("arrived")};
    xc_measure measures[] = {{.name = XC_SLICE("fled"), .near = near, .near_count = 2},
                             {.name = XC_SLICE("closed"),
                              .topic = XC_SLICE("education"),
                              .topic_title = XC_SLICE("Education"),
                              .is = XC_SLICE("schools that closed"),
                              .unit = XC_SLICE("building")}};
    xc_read_counts counts = {.found = 5, .read = 3, .ignored = 1, .skipped = 1};
    for (int run = 0; run < 2; run++) { // the same run again changes nothing
        open_case(f, XC_CASE_CREATE);
        succeed(f, xc_case_set_measures(f->open, measures, 2, &f->error));
        succeed(f, xc_case_add_pack(f->open, XC_SLICE("schools"), XC_SLICE("en"),
                                    UINT64_C(0xFEDCBA9876543210), &f->error));
        succeed(f,
                xc_case_add_skip(f->open, XC_SLICE("b10.pdf"), XC_SLICE("no text"), &f->error));
        succeed(f,
                xc_case_add_skip(f->open, XC_SLICE("b9.pdf"), XC_SLICE("no text"), &f->error));
        succeed(f, xc_case_add_counts(f->open, &counts, &f->error));
    }
    xc_case_content content = load(f);
    assert_int_equal(content.measure_count, 2);
    assert_true(xc_slice_is(content.measures[0].name, "closed"));
    assert_true(xc_slice_is(content.measures[0].is, "schools that closed"));
    assert_int_equal(content.measures[1].near_count, 2);
    assert_true(xc_slice_is(content.measures[1].near[0], "arrived"));
    assert_int_equal(content.pack_count, 1);
    assert_true(content.packs[0].hash == UINT64_C(0xFEDCBA9876543210));
    assert_int_equal(content.skip_count, 2);
    assert_true(xc_slice_is(content.skipped[0].path, "b9.pdf"));
    assert_int_equal(content.counts.found, 5);
    succeed(f, xc_case_add_skip(f->open, XC_SLICE("c.pdf"), XC_SLICE("locked"), &f->error));
    succeed(f, xc_case_add_counts(f->open, &counts, &f->error));
    assert_int_equal(load(f).counts.found, 10); // other inputs add up
}

static xc_group make_group(const char *id, const xc_slice *members, size_t count) {
    return (xc_group){.id = xc_slice_of(id),
                      .measure = XC_SLICE("killed"),
                      .claims = count,
                      .low = xc_number_of(4),
                      .verdict = XC_UPDATED,
                      .members = members,
                      .member_count = count};
}

static void groups_are_replaced_and_keep_their_names(void **state) {
    fixture *f = *state;
    xc_document document = make_document(f, "a", "Text");
    xc_claim claims[] = {make_claim(f, &document, 1), make_claim(f, &document, 2),
                         make_claim(f, &document, 3)};
    const xc_slice ids[] = {claims[0].id, claims[1].id, claims[2].id};
    const xc_relation related[] = {{XC_SLICE("gone"), XC_SLICE("class")}};
    open_case(f, XC_CASE_CREATE);
    (void)add(f, &document, claims, 3);
    xc_group early[] = {make_group("gearly", ids, 2), make_group("gsolo", ids + 2, 1)};
    early[0].related = related;
    early[0].related_count = 1;
    early[0].incident = early[1].incident = XC_SLICE("iaaaabbbbccccdddd");
    early[0].doubtful = ids + 2;
    early[0].doubtful_count = 1;
    const xc_slice group_ids[] = {early[0].id, early[1].id};
    early[1].rank = 1;
    xc_incident incident = {.id = early[0].incident,
                            .name = XC_SLICE("Flood, Lorvik"),
                            .documents = 3,
                            .latitude = xc_number_from((xc_decimal){-515, -1}),
                            .killed_high = xc_number_of(4),
                            .groups = group_ids,
                            .group_count = 2};
    succeed(f, xc_case_set_groups(f->open, early, 2, &incident, 1, &f->error));
    xc_case_content content = load(f);
    assert_int_equal(content.group_count, 2);
    assert_int_equal(content.incident_count, 1);
    size_t incident_fields = 0;
    const xc_field *of_incident = xc_incident_fields(&incident_fields);
    assert_same_fields(of_incident, incident_fields, &incident, &content.incidents[0]);
    size_t count = 0;
    const xc_field *fields = xc_group_fields(&count);
    assert_same_fields(fields, count, &early[0], &content.groups[0]);
    xc_group late = make_group("glate", ids, 3);
    succeed(f, xc_case_set_groups(f->open, &late, 1, NULL, 0, &f->error));
    content = load(f);
    assert_int_equal(content.group_count, 1);
    assert_int_equal(content.incident_count, 0);
    assert_int_equal(content.groups[0].member_count, 3);
    xc_slice now;
    succeed(f, xc_case_find_group(f->open, XC_SLICE("gearly"), f->arena, &now, &f->error));
    assert_true(xc_slice_is(now, "glate"));
    xc_group later = make_group("glater", ids, 3);
    succeed(f, xc_case_set_groups(f->open, &later, 1, NULL, 0, &f->error));
    succeed(f, xc_case_find_group(f->open, XC_SLICE("gearly"), f->arena, &now, &f->error));
    assert_true(xc_slice_is(now, "glater")); // an alias of an alias
    succeed(f, xc_case_find_group(f->open, XC_SLICE("glater"), f->arena, &now, &f->error));
    assert_true(xc_slice_is(now, "glater"));
    succeed(f, xc_case_find_group(f->open, XC_SLICE("gnever"), f->arena, &now, &f->error));
    assert_int_equal(now.len, 0);
}

static void a_wrong_member_undoes_the_whole_step(void **state) {
    fixture *f = *state;
    const xc_slice nobody[] = {XC_SLICE("cnobody")};
    xc_document document = make_document(f, "a", "Text");
    xc_claim claim = make_claim(f, &document, 1);
    open_case(f, XC_CASE_CREATE);
    (void)add(f, &document, &claim, 1);
    xc_group good = make_group("ggood", &claim.id, 1);
    xc_group bad = make_group("gbad", nobody, 1);
    succeed(f, xc_case_set_groups(f->open, &good, 1, NULL, 0, &f->error));
    assert_int_equal(xc_case_set_groups(f->open, &bad, 1, NULL, 0, &f->error), XC_BAD_CASE);
    xc_case_content content = load(f);
    assert_int_equal(content.group_count, 1);
    assert_true(xc_slice_is(content.groups[0].id, "ggood"));
    xc_claim twice[] = {make_claim(f, &document, 2), make_claim(f, &document, 2)};
    document = make_document(f, "b", "Other text");
    f->error = (xc_error){0};
    assert_int_equal(xc_case_add(f->open, &document, twice, 2, NULL, &f->error), XC_BAD_CASE);
    assert_int_equal(load(f).document_count, 1);
}

static void decisions_are_kept(void **state) {
    fixture *f = *state;
    xc_decision decision = {.kind = XC_SET_VERDICT,
                            .verdict = XC_SLICE("agree"),
                            .members = XC_SLICE("c1 c2"),
                            .note = XC_SLICE("the same day"),
                            .evidence = XC_SLICE("One.\nTwo."),
                            .made = XC_SLICE("2024-03-06T10:00"),
                            .reviewer = XC_SLICE("the night desk")};
    open_case(f, XC_CASE_CREATE);
    bool added = false;
    succeed(f, xc_case_add_decision(f->open, &decision, &added, &f->error));
    assert_true(added);
    succeed(f, xc_case_add_decision(f->open, &decision, &added, &f->error));
    assert_false(added); // the same row twice is one
    xc_case_content content = load(f);
    assert_int_equal(content.decision_count, 1);
    assert_int_equal(content.decisions[0].kind, XC_SET_VERDICT);
    assert_true(xc_slice_is(content.decisions[0].evidence, "One.\nTwo."));
    assert_true(xc_slice_is(content.decisions[0].reviewer, "the night desk"));
    assert_int_equal(content.decisions[0].key.len, XC_ID_LENGTH);
    decision.note = XC_SLICE("on second thoughts"); // another row, not another text in it
    decision.made = XC_SLICE("2024-03-06T09:00");
    succeed(f, xc_case_add_decision(f->open, &decision, &added, &f->error));
    content = load(f);
    assert_int_equal(content.decision_count, 2); // in the order of their making
    assert_true(xc_slice_is(content.decisions[0].note, "on second thoughts"));
    assert_true(xc_slice_is(content.decisions[1].note, "the same day"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(every_field_comes_back, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_document_is_added_once, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_a_person_told_wins, set_up, tear_down),
        cmocka_unit_test_setup_teardown(order_of_adding_does_not_matter, set_up, tear_down),
        cmocka_unit_test_setup_teardown(measures_packs_skips_and_counts, set_up, tear_down),
        cmocka_unit_test_setup_teardown(groups_are_replaced_and_keep_their_names, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_wrong_member_undoes_the_whole_step, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(decisions_are_kept, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
