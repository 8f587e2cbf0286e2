// SPDX-License-Identifier: MIT
// Decisions: on disk before they are said to be kept, never changed, read back from a file.
#include "crossclaim/store.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

static int syncs;

// Stands in for the C library's: SQLite's calls are counted, and made.
int fdatasync(int file);
int fdatasync(int file) {
    syncs++;
    return (int)syscall(SYS_fdatasync, file);
}

typedef struct fixture {
    char path[64];
    xc_case *open;
    xc_arena *arena;
} fixture;

static fixture the_one;

static int set_up(void **state) {
    fixture *f = &the_one;
    (void)snprintf(f->path, sizeof f->path, "/tmp/xc-decisions-%d.db", (int)getpid());
    f->arena = xc_arena_new();
    *state = f;
    return xc_case_open(f->path, XC_CASE_CREATE, &f->open, NULL) == XC_OK ? 0 : -1;
}

static int tear_down(void **state) {
    fixture *f = *state;
    xc_case_close(f->open);
    (void)unlink(f->path);
    xc_arena_free(f->arena);
    return 0;
}

static xc_decision decide(fixture *f, const char *why) {
    xc_decision made = {.kind = XC_NOTE,
                        .members = XC_SLICE("caaaaaaaaaaaaaaaa"),
                        .evidence = XC_SLICE("A line,\nand \"another\".\tkilled\t3\ta.txt"),
                        .note = xc_slice_of(why),
                        .reviewer = XC_SLICE("Ana")};
    bool added = false;
    assert_int_equal(xc_case_begin(f->open, NULL), XC_OK);
    assert_int_equal(xc_case_stamp(f->open, f->arena, &made, NULL), XC_OK);
    assert_int_equal(xc_case_add_decision(f->open, &made, &added, NULL), XC_OK);
    assert_int_equal(xc_case_commit(f->open, NULL), XC_OK);
    assert_true(added);
    return made;
}

static void each_is_on_disk_when_it_is_kept(void **state) {
    fixture *f = *state;
    (void)decide(f, "warm up");
    for (int i = 0; i < 5; i++) {
        int before = syncs;
        (void)decide(f, "synced");
        assert_true(syncs > before);
    }
}

static void each_is_later_than_the_one_before(void **state) {
    fixture *f = *state;
    xc_decision before = decide(f, "the same");
    for (int i = 0; i < 50; i++) {
        xc_decision made = decide(f, "the same");
        assert_true(xc_slice_compare(before.made, made.made) < 0);
        assert_false(xc_slice_equal(before.key, made.key));
        before = made;
    }
}

static void no_hand_changes_one(void **state) {
    fixture *f = *state;
    static const char *const tries[] = {"UPDATE decision SET note = 'other'",
                                        "DELETE FROM decision"};
    (void)decide(f, "as it was");
    sqlite3 *database = NULL;
    assert_int_equal(sqlite3_open(f->path, &database), SQLITE_OK);
    for (size_t i = 0; i < sizeof tries / sizeof *tries; i++) {
        assert_int_equal(sqlite3_exec(database, tries[i], NULL, NULL, NULL), SQLITE_CONSTRAINT);
    }
    assert_int_equal(sqlite3_close(database), SQLITE_OK);
    xc_case_content content;
    assert_int_equal(xc_case_load(f->open, f->arena, &content, NULL), XC_OK);
    assert_int_equal(content.decision_count, 1);
    assert_true(xc_slice_is(content.decisions[0].note, "as it was"));
}

typedef struct file_case {
    const char *text;
    xc_status status;
    size_t count;
} file_case;

static const file_case files[] = {
    {"", XC_OK, 0},
    {"\n\n", XC_OK, 0},
    {"decision,key,made,note\r\nnote,xaaaaaaaaaaaaaaaa,2026-01-02,\"a, b\"\r\n", XC_OK, 1},
    {"{\"decision\":\"note\",\"key\":\"xaaaaaaaaaaaaaaaa\",\"made\":\"2026-01-02\"}", XC_OK, 1},
    {"{\"decision\":\"note\",\"key\":\"xaaaaaaaaaaaaaaaa\",\"made\":\"2026-01-02\"}\n{",
     XC_BAD_INPUT, 1},
    {"{\"decision\":\"shrug\",\"key\":\"xaaaaaaaaaaaaaaaa\",\"made\":\"2026\"}", XC_BAD_INPUT,
     1},
    {"{\"decision\":\"note\",\"made\":\"2026\"}", XC_BAD_INPUT, 1},
    {"{\"decision\":\"note\",\"key\":\"xaaaaaaaaaaaaaaaa\"}", XC_BAD_INPUT, 1},
    {"{\"decision\":7,\"key\":[],\"made\":{}}", XC_BAD_INPUT, 1},
    {"decision,key\nnote,xaaaaaaaaaaaaaaaa\n", XC_BAD_INPUT, 1},
};

static void a_file_is_read_or_its_line_is_named(void **state) {
    fixture *f = *state;
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        xc_decision *rows = NULL;
        size_t count = 0;
        xc_error error = {0};
        xc_status status = xc_decisions_read(xc_slice_of(files[i].text), XC_SLICE("mail"),
                                             f->arena, &rows, &count, &error);
        if (status != files[i].status || (status == XC_OK && count != files[i].count)) {
            fail_msg("file %zu: status %d, %zu rows: %s", i, (int)status, count, error.message);
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(each_is_on_disk_when_it_is_kept, set_up, tear_down),
        cmocka_unit_test_setup_teardown(each_is_later_than_the_one_before, set_up, tear_down),
        cmocka_unit_test_setup_teardown(no_hand_changes_one, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_file_is_read_or_its_line_is_named, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
