// SPDX-License-Identifier: MIT
// Groups that are brought from those of one comparison to those of the next by what differs: the
// case is then as if they had been set as a whole.
#include "store/schema.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>
#include <sqlite3.h>

enum { CLAIMS = 4 };

typedef struct fixture {
    char path[64], other_path[64];
    xc_case *open, *other; // what is renewed, and what is set as a whole
    xc_arena *arena;
    xc_slice ids[CLAIMS];
    xc_error error;
} fixture;

static fixture the_one;

static void succeed(fixture *f, xc_status status) {
    if (status != XC_OK) {
        fail_msg("%s", f->error.message);
    }
}

static void add_page(fixture *f, xc_case *to, const char *label, const xc_slice *ids,
                     size_t count) {
    xc_document document = {.key = xc_slice_of(label), .label = xc_slice_of(label)};
    xc_claim claims[CLAIMS];
    for (size_t i = 0; i < count; i++) {
        claims[i] = (xc_claim){.id = ids[i], .measure = XC_SLICE("killed"), .start = i + 1};
    }
    succeed(f, xc_case_add(to, &document, claims, count, NULL, &f->error));
}

static int set_up(void **state) {
    static const char *const names[CLAIMS] = {"c1", "c2", "c3", "c4"};
    fixture *f = *state = &the_one;
    *f = (fixture){.arena = xc_arena_new()};
    (void)snprintf(f->path, sizeof f->path, "/tmp/xc-groups-%d.db", (int)getpid());
    (void)snprintf(f->other_path, sizeof f->other_path, "/tmp/xc-groups-%d-other.db",
                   (int)getpid());
    for (size_t i = 0; i < CLAIMS; i++) {
        f->ids[i] = xc_slice_of(names[i]);
    }
    succeed(f, xc_case_open(f->path, XC_CASE_CREATE, &f->open, &f->error));
    succeed(f, xc_case_open(f->other_path, XC_CASE_CREATE, &f->other, &f->error));
    add_page(f, f->open, "page", f->ids, CLAIMS);
    add_page(f, f->other, "page", f->ids, CLAIMS);
    return 0;
}

static int tear_down(void **state) {
    fixture *f = *state;
    xc_case_close(f->open);
    xc_case_close(f->other);
    (void)unlink(f->path);
    (void)unlink(f->other_path);
    xc_arena_free(f->arena);
    return 0;
}

static xc_case_content load(fixture *f, xc_case *from) {
    xc_case_content content;
    succeed(f, xc_case_load(from, f->arena, &content, &f->error));
    return content;
}

static xc_group make_group(const char *id, long rank, const xc_slice *members, size_t count) {
    return (xc_group){.id = xc_slice_of(id),
                      .measure = XC_SLICE("killed"),
                      .claims = count,
                      .rank = rank,
                      .members = members,
                      .member_count = count};
}

static void decide(fixture *f, xc_case *in, xc_decision_kind kind, const char *why) {
    xc_decision made = {.kind = kind,
                        .members = f->ids[0],
                        .note = xc_slice_of(why),
                        .reviewer = XC_SLICE("A")};
    succeed(f, xc_case_begin(in, &f->error));
    succeed(f, xc_case_stamp(in, f->arena, &made, &f->error));
    succeed(f, xc_case_add_decision(in, &made, NULL, &f->error));
    succeed(f, xc_case_commit(in, &f->error));
}

// All rows of a table, for two cases to be held against each other.
static int append_row(void *context, int count, char **values, char **names) {
    (void)names;
    for (int i = 0; i < count; i++) {
        xc_buffer_print(context, "%s|", values[i] ? values[i] : "");
    }
    xc_buffer_text(context, "\n");
    return 0;
}

static xc_buffer rows_of(const char *path, const char *sql) {
    xc_buffer out = {0};
    sqlite3 *database = NULL;
    assert_int_equal(sqlite3_open(path, &database), SQLITE_OK);
    assert_int_equal(sqlite3_exec(database, sql, append_row, &out, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_close(database), SQLITE_OK);
    return out;
}

static void assert_same_cases(const fixture *f) {
    static const char *const tables[] = {
        "SELECT * FROM claim_group ORDER BY id", "SELECT * FROM member ORDER BY 1, 2",
        "SELECT * FROM doubtful ORDER BY 1, 2",  "SELECT * FROM relation ORDER BY 1, 2",
        "SELECT * FROM incident ORDER BY id",    "SELECT * FROM alias ORDER BY 1, 2"};
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        xc_buffer renewed = rows_of(f->path, tables[i]);
        xc_buffer set = rows_of(f->other_path, tables[i]);
        assert_int_equal(renewed.status, XC_OK);
        if (!xc_slice_equal(xc_buffer_slice(&renewed), xc_buffer_slice(&set))) {
            fail_msg("%s: renewed\n%s\nset\n%s", tables[i], renewed.ptr, set.ptr);
        }
        xc_buffer_release(&renewed);
        xc_buffer_release(&set);
    }
}

static void set_both(fixture *f, const xc_group *groups, size_t count,
                     const xc_incident *incident) {
    size_t incidents = incident ? 1 : 0;
    succeed(f, xc_case_set_groups(f->open, groups, count, incident, incidents, &f->error));
    succeed(f, xc_case_set_groups(f->other, groups, count, incident, incidents, &f->error));
}

// Renews one case and sets the other. @return whether it was renewed
static bool renew(fixture *f, const xc_case_content *before, xc_group *groups, size_t count,
                  xc_incident *incident) {
    bool renewed = false;
    xc_case_content after = *before;
    after.groups = groups;
    after.group_count = count;
    after.incidents = incident;
    after.incident_count = incident ? 1 : 0;
    succeed(f, xc_case_renew_groups(f->open, before, &after, &renewed, &f->error));
    if (renewed) {
        succeed(f, xc_case_set_groups(f->other, groups, count, incident, after.incident_count,
                                      &f->error));
    }
    return renewed;
}

// One stays as it is, one only moves down, one has another word, one is gone, one is new, and
// members of the one that is gone lie in it.
static void the_case_is_as_if_they_were_set(void **state) {
    fixture *f = *state;
    const xc_slice *ids = f->ids;
    const xc_relation related[] = {{XC_SLICE("gmoved"), XC_SLICE("class")}};
    xc_group early[] = {make_group("ggone", 0, ids, 1), make_group("gmoved", 1, ids + 1, 1),
                        make_group("gother", 2, ids + 2, 1),
                        make_group("gsame", 3, ids + 3, 1)};
    early[3].related = related;
    early[3].related_count = 1;
    xc_incident incident = {.id = XC_SLICE("i1"), .name = XC_SLICE("Flood"), .documents = 1};
    set_both(f, early, 4, &incident);
    xc_case_content before = load(f, f->open);
    xc_group late[] = {make_group("gmoved", 0, ids + 1, 1), make_group("gnew", 1, ids, 1),
                       make_group("gother", 2, ids + 2, 1), make_group("gsame", 3, ids + 3, 1)};
    late[2].verdict = XC_CONFLICT;
    late[3].related = related;
    late[3].related_count = 1;
    incident.name = XC_SLICE("Flood, Arden");
    assert_true(renew(f, &before, late, 4, &incident));
    assert_same_cases(f);
    xc_slice now;
    succeed(f, xc_case_find_group(f->open, XC_SLICE("ggone"), f->arena, &now, &f->error));
    assert_true(xc_slice_is(now, "gnew"));
}

static void an_earlier_id_follows_its_members(void **state) {
    fixture *f = *state;
    xc_group first = make_group("gone", 0, f->ids, 2);
    xc_group second = make_group("gtwo", 0, f->ids, 3);
    xc_group third = make_group("gthree", 0, f->ids, 4);
    set_both(f, &first, 1, NULL);
    xc_case_content before = load(f, f->open);
    assert_true(renew(f, &before, &second, 1, NULL));
    before = load(f, f->open);
    assert_true(renew(f, &before, &third, 1, NULL));
    assert_same_cases(f);
    before = load(f, f->open);
    assert_true(renew(f, &before, &first, 1, NULL)); // an alias is a group once more
    assert_same_cases(f);
    before = load(f, f->open);
    assert_true(renew(f, &before, &second, 1, NULL));
    before = load(f, f->open);
    xc_group both[] = {make_group("gone", 0, f->ids + 3, 1),
                       second}; // and what it led to stays
    assert_true(renew(f, &before, both, 2, NULL));
    assert_same_cases(f);
    before = load(f, f->open);
    assert_true(renew(f, &before, NULL, 0, NULL));
    assert_int_equal(load(f, f->open).group_count, 0);
}

static void what_came_in_meanwhile_is_not_passed_over(void **state) {
    fixture *f = *state;
    const xc_slice fifth = XC_SLICE("c5");
    xc_group first = make_group("gone", 0, f->ids, 2);
    xc_group second = make_group("gtwo", 0, f->ids, 3);
    set_both(f, &first, 1, NULL);
    xc_case_content before = load(f, f->open);
    add_page(f, f->open, "second page", &fifth, 1);
    assert_false(renew(f, &before, &second, 1, NULL)); // those groups lack a page
    xc_case_content now = load(f, f->open);
    assert_int_equal(now.group_count, 1);
    assert_true(xc_slice_is(now.groups[0].id, "gone"));
}

static void a_case_tells_which_decisions_its_groups_follow(void **state) {
    fixture *f = *state;
    xc_group first = make_group("gone", 0, f->ids, 2);
    xc_group second = make_group("gtwo", 0, f->ids, 3);
    decide(f, f->open, XC_REJECT, "before there are groups");
    assert_int_equal(load(f, f->open).uncompared, 0);
    succeed(f, xc_case_set_groups(f->open, &first, 1, NULL, 0, &f->error));
    assert_int_equal(load(f, f->open).uncompared, 0);
    decide(f, f->open, XC_REJECT, "compared");
    decide(f, f->open, XC_NOTE, "bears on no group");
    xc_case_content before = load(f, f->open);
    assert_int_equal(before.uncompared, 1);
    decide(f, f->open, XC_CONFIRM, "made while it was compared");
    assert_true(renew(f, &before, &second, 1, NULL));
    assert_int_equal(load(f, f->open).uncompared, 1);
    before = load(f, f->open);
    assert_true(renew(f, &before, &second, 1, NULL));
    assert_int_equal(load(f, f->open).uncompared, 0);
}

static void a_wrong_member_leaves_the_groups_as_they_were(void **state) {
    fixture *f = *state;
    const xc_slice nobody = XC_SLICE("cnobody");
    xc_group good = make_group("ggood", 0, f->ids, 2);
    xc_group bad[] = {make_group("gbad", 0, &nobody, 1)};
    bool renewed = true;
    set_both(f, &good, 1, NULL);
    xc_case_content before = load(f, f->open);
    xc_case_content after = before;
    after.groups = bad;
    assert_int_equal(xc_case_renew_groups(f->open, &before, &after, &renewed, &f->error),
                     XC_BAD_CASE);
    assert_false(renewed);
    assert_same_cases(f);
}

// Version 9 had no table `compared`.
static void a_case_of_version_9_is_brought_up_to_date(void **state) {
    fixture *f = *state;
    xc_group group = make_group("gone", 0, f->ids, 2);
    succeed(f, xc_case_set_groups(f->open, &group, 1, NULL, 0, &f->error));
    decide(f, f->open, XC_REJECT, "of version 9");
    xc_case_close(f->open);
    f->open = NULL;
    xc_buffer none = rows_of(f->path, "DROP TABLE compared; PRAGMA user_version = 9;");
    assert_int_equal(xc_case_open(f->path, XC_CASE_READ, &f->open, &f->error), XC_BAD_CASE);
    assert_non_null(strstr(f->error.message, "earlier version"));
    succeed(f, xc_case_open(f->path, XC_CASE_WRITE, &f->open, &f->error));
    xc_buffer version = rows_of(f->path, "PRAGMA user_version");
    assert_int_equal(strtol(version.ptr, NULL, 10), CASE_VERSION);
    xc_case_content content = load(f, f->open);
    assert_int_equal(content.group_count, 1);
    assert_int_equal(content.decision_count, 1);
    assert_int_equal(content.uncompared, 0); // it was compared with each decision
    decide(f, f->open, XC_REJECT, "of this version");
    assert_int_equal(load(f, f->open).uncompared, 1);
    xc_buffer_release(&none);
    xc_buffer_release(&version);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_case_is_as_if_they_were_set, set_up, tear_down),
        cmocka_unit_test_setup_teardown(an_earlier_id_follows_its_members, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_came_in_meanwhile_is_not_passed_over, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_case_tells_which_decisions_its_groups_follow, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_wrong_member_leaves_the_groups_as_they_were, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_case_of_version_9_is_brought_up_to_date, set_up,
                                        tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
