// SPDX-License-Identifier: MIT
// Files that are no case, that are damaged or newer, and runs that are killed.
#include "store/database.h"

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>
#include <sqlite3.h>

typedef struct fixture {
    char folder[32], path[64];
    xc_error error;
} fixture;

static int set_up(void **state) {
    fixture *f = calloc(1, sizeof *f);
    assert_non_null(f);
    (void)snprintf(f->folder, sizeof f->folder, "/tmp/xc-files-XXXXXX");
    assert_non_null(mkdtemp(f->folder));
    (void)snprintf(f->path, sizeof f->path, "%s/case.db", f->folder);
    *state = f;
    return 0;
}

static int tear_down(void **state) {
    fixture *f = *state;
    static const char *const suffixes[] = {"", "-wal", "-shm"};
    (void)chmod(f->folder, 0700);
    for (size_t i = 0; i < 3; i++) {
        char path[80];
        (void)snprintf(path, sizeof path, "%s%s", f->path, suffixes[i]);
        (void)unlink(path);
    }
    (void)rmdir(f->folder);
    free(f);
    return 0;
}

static void write_bytes(const char *path, const char *bytes, size_t count) {
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, count, file), count);
    assert_int_equal(fclose(file), 0);
}

static void run_sql(const char *path, const char *sql) {
    sqlite3 *database = NULL;
    assert_int_equal(sqlite3_open(path, &database), SQLITE_OK);
    assert_int_equal(sqlite3_exec(database, sql, NULL, NULL, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_close(database), SQLITE_OK);
}

static void assert_refused(fixture *f, xc_case_mode mode, xc_status wanted, const char *words) {
    xc_case *opened = NULL;
    f->error = (xc_error){0};
    assert_int_equal(xc_case_open(f->path, mode, &opened, &f->error), wanted);
    assert_null(opened);
    if (!strstr(f->error.message, words)) {
        fail_msg("\"%s\" does not say \"%s\"", f->error.message, words);
    }
    assert_string_equal(f->error.path, f->path);
}

static xc_case *open_case(fixture *f, xc_case_mode mode) {
    xc_case *opened = NULL;
    if (xc_case_open(f->path, mode, &opened, &f->error) != XC_OK) {
        fail_msg("%s", f->error.message);
    }
    return opened;
}

static void add_documents(fixture *f, xc_case *opened, int from, int to) {
    for (int i = from; i < to; i++) {
        char text[32];
        char key[XC_ID_LENGTH + 1];
        bool added = false;
        (void)snprintf(text, sizeof text, "text %d", i);
        xc_document document = {.label = xc_slice_of(text), .text = xc_slice_of(text)};
        xc_document_key(&document, key);
        document.key = xc_slice_of(key);
        assert_int_equal(xc_case_add(opened, &document, NULL, 0, &added, &f->error), XC_OK);
        assert_true(added);
    }
}

static size_t count_documents(fixture *f, xc_case *opened) {
    xc_arena *arena = xc_arena_new();
    xc_case_content content;
    assert_non_null(arena);
    if (xc_case_load(opened, arena, &content, &f->error) != XC_OK) {
        fail_msg("%s", f->error.message);
    }
    size_t count = content.document_count;
    xc_arena_free(arena);
    return count;
}

static void foreign_files_are_refused(void **state) {
    fixture *f = *state;
    static const char page[] = "<html>This is a page and no database, and longer than a header"
                               " of one hundred bytes, so that it is read as a file</html>";
    assert_refused(f, XC_CASE_READ, XC_IO, "make a case with");
    assert_refused(f, XC_CASE_WRITE, XC_IO, "make a case with");
    write_bytes(f->path, page, sizeof page);
    for (xc_case_mode mode = XC_CASE_READ; mode <= XC_CASE_CREATE; mode++) {
        assert_refused(f, mode, XC_BAD_CASE, "no case file");
    }
    assert_int_equal(unlink(f->path), 0);
    run_sql(f->path, "CREATE TABLE holidays (day TEXT)");
    for (xc_case_mode mode = XC_CASE_READ; mode <= XC_CASE_CREATE; mode++) {
        assert_refused(f, mode, XC_BAD_CASE, "another program");
    }
    assert_int_equal(unlink(f->path), 0);
    assert_int_equal(mkdir(f->path, 0700), 0);
    assert_refused(f, XC_CASE_CREATE, XC_IO, "is a folder");
    assert_int_equal(rmdir(f->path), 0);
}

static void an_empty_file_becomes_a_case(void **state) {
    fixture *f = *state;
    write_bytes(f->path, "", 0);
    assert_refused(f, XC_CASE_READ, XC_BAD_CASE, "is empty");
    assert_refused(f, XC_CASE_WRITE, XC_BAD_CASE, "is empty");
    xc_case_close(open_case(f, XC_CASE_CREATE));
    xc_case_close(open_case(f, XC_CASE_WRITE));
}

static void a_newer_case_is_refused_untouched(void **state) {
    fixture *f = *state;
    xc_case_close(open_case(f, XC_CASE_CREATE));
    run_sql(f->path, "PRAGMA user_version = 99");
    for (xc_case_mode mode = XC_CASE_READ; mode <= XC_CASE_CREATE; mode++) {
        assert_refused(f, mode, XC_BAD_CASE, "newer crossclaim (case version 99");
    }
}

static void an_older_case_gains_columns(void **state) {
    fixture *f = *state;
    xc_case *opened = open_case(f, XC_CASE_CREATE);
    add_documents(f, opened, 0, 3);
    xc_case_close(opened);
    run_sql(f->path, "DROP VIEW documents; DROP VIEW claims;"
                     "ALTER TABLE document DROP COLUMN author; PRAGMA user_version = 0");
    assert_refused(f, XC_CASE_READ, XC_BAD_CASE, "earlier version");
    opened = open_case(f, XC_CASE_WRITE);
    assert_int_equal(count_documents(f, opened), 3);
    xc_case_close(opened);
    run_sql(f->path, "SELECT author FROM documents");
}

static void damage_is_told(void **state) {
    fixture *f = *state;
    xc_case *opened = open_case(f, XC_CASE_CREATE);
    add_documents(f, opened, 0, 200);
    xc_case_close(opened);
    int file = open(f->path, O_RDWR);
    assert_true(file >= 0);
    struct stat status;
    assert_int_equal(fstat(file, &status), 0);
    static const char noise[4096 * 2] = {1, 2, 3};
    for (off_t at = 8192; at < status.st_size; at += 4096) { // all but the schema's first pages
        assert_true(pwrite(file, noise, 4096, at) == 4096);
    }
    assert_int_equal(close(file), 0);
    xc_arena *arena = xc_arena_new();
    xc_case_content content;
    f->error = (xc_error){0};
    if (xc_case_open(f->path, XC_CASE_READ, &opened, &f->error) == XC_OK) {
        assert_int_equal(xc_case_load(opened, arena, &content, &f->error), XC_BAD_CASE);
        xc_case_close(opened);
    }
    assert_int_equal(f->error.status, XC_BAD_CASE);
    assert_non_null(strstr(f->error.message, "is damaged"));
    xc_arena_free(arena);
}

static void values_that_no_case_holds_are_told(void **state) {
    fixture *f = *state;
    xc_case *opened = open_case(f, XC_CASE_CREATE);
    add_documents(f, opened, 0, 1);
    run_sql(f->path, "UPDATE document SET source_basis = 'hearsay'");
    xc_arena *arena = xc_arena_new();
    xc_case_content content;
    assert_int_equal(xc_case_load(opened, arena, &content, &f->error), XC_BAD_CASE);
    xc_case_close(opened);
    xc_arena_free(arena);
}

static void a_killed_run_leaves_the_last_batch(void **state) {
    fixture *f = *state;
    xc_case *opened = open_case(f, XC_CASE_CREATE);
    assert_int_equal(xc_case_begin(opened, &f->error), XC_OK);
    add_documents(f, opened, 0, 5);
    assert_int_equal(xc_case_commit(opened, &f->error), XC_OK);
    xc_case_close(opened);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        opened = open_case(f, XC_CASE_WRITE);
        if (xc_case_begin(opened, NULL) == XC_OK) {
            add_documents(f, opened, 5, 3000);
        }
        _exit(0); // like a kill: nothing is closed
    }
    int status = 0;
    assert_int_equal(waitpid(child, &status, 0), child);
    opened = open_case(f, XC_CASE_WRITE);
    assert_int_equal(count_documents(f, opened), 5);
    assert_int_equal(xc_case_begin(opened, &f->error), XC_OK);
    add_documents(f, opened, 5, 8);
    xc_case_close(opened); // rolls back
    opened = open_case(f, XC_CASE_READ);
    assert_int_equal(count_documents(f, opened), 5);
    xc_case_close(opened);
}

static void a_file_that_lost_its_name_is_not_written(void **state) {
    fixture *f = *state;
    xc_case *opened = open_case(f, XC_CASE_CREATE);
    assert_int_equal(unlink(f->path), 0);
    assert_int_equal(xc_case_begin(opened, &f->error), XC_BUSY);
    assert_non_null(strstr(f->error.message, "taken away"));
    f->error = (xc_error){0};
    xc_case_close(opened);

    opened = open_case(f, XC_CASE_CREATE);
    assert_int_equal(xc_case_begin(opened, &f->error), XC_OK);
    add_documents(f, opened, 0, 1);
    char aside[80];
    (void)snprintf(aside, sizeof aside, "%s.aside", f->path);
    assert_int_equal(rename(f->path, aside), 0);
    write_bytes(f->path, "", 0);
    assert_int_equal(xc_case_commit(opened, &f->error), XC_BUSY);
    xc_case_close(opened);
    assert_int_equal(unlink(aside), 0);
}

static void a_case_made_in_vain_is_empty_until_others_wrote(void **state) {
    fixture *f = *state;
    xc_case *mine = open_case(f, XC_CASE_CREATE);
    assert_int_equal(xc_case_begin(mine, &f->error), XC_OK);
    add_documents(f, mine, 0, 2);
    assert_true(xc_case_close_empty(mine));

    mine = open_case(f, XC_CASE_WRITE);
    xc_case *other = open_case(f, XC_CASE_WRITE);
    add_documents(f, other, 0, 1);
    xc_case_close(other);
    assert_false(xc_case_close_empty(mine));
}

static void programs_of_strangers_are_refused(void **state) {
    fixture *f = *state;
    static const char *const rows[][2] = {
        {"CREATE TRIGGER gone AFTER INSERT ON claim BEGIN DELETE FROM decision; END",
         "a trigger"},
        {"DROP TRIGGER claim_gone; CREATE TRIGGER claim_gone AFTER DELETE ON claim BEGIN"
         " DELETE FROM decision; END",
         "a trigger"},
        {"ALTER TABLE term RENAME TO kept; CREATE VIEW term AS WITH RECURSIVE n(i) AS (SELECT 1"
         " UNION ALL SELECT i + 1 FROM n) SELECT i AS kind, i AS word, i AS value FROM n",
         "a view in a table's place"},
        {"ALTER TABLE term ADD COLUMN more TEXT AS (word || word)",
         "a computed column or index"},
        {"CREATE INDEX slow ON claim(upper(evidence))", "a computed column or index"},
        {"CREATE INDEX slow ON claim(evidence) WHERE upper(evidence) = 'A'",
         "a computed column or index"},
        {"DROP TABLE search; CREATE VIRTUAL TABLE search USING fts5(evidence)",
         "a virtual table"},
        {"DROP TABLE search; CREATE TABLE search (evidence)", "a virtual table"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        xc_case *opened = open_case(f, XC_CASE_CREATE);
        add_documents(f, opened, 0, 2);
        xc_case_close(opened);
        run_sql(f->path, rows[i][0]);
        for (xc_case_mode mode = XC_CASE_READ; mode <= XC_CASE_CREATE; mode++) {
            assert_refused(f, mode, XC_BAD_CASE, rows[i][1]);
        }
        assert_int_equal(unlink(f->path), 0);
    }
    // What people make to ask a case their own questions is no hindrance.
    xc_case_close(open_case(f, XC_CASE_CREATE));
    run_sql(f->path, "CREATE VIEW killed AS SELECT * FROM claims WHERE measure = 'killed';"
                     "CREATE TABLE mine (note TEXT); CREATE INDEX mine_note ON mine(note)");
    f->error = (xc_error){0};
    xc_case_close(open_case(f, XC_CASE_WRITE));
}

static void work_without_an_end_is_stopped(void **state) {
    fixture *f = *state;
    xc_case *opened = open_case(f, XC_CASE_CREATE);
    static const char endless[] =
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
        " SELECT max(i) FROM n";
    assert_int_equal(database_run(opened, endless, &f->error), XC_BAD_CASE);
    assert_non_null(strstr(f->error.message, "more work than a case"));
    xc_case_close(opened);
}

static void a_read_only_folder_is_no_hindrance(void **state) {
    fixture *f = *state;
    xc_case *opened = open_case(f, XC_CASE_CREATE);
    add_documents(f, opened, 0, 5);
    xc_case_close(opened);
    assert_int_equal(chmod(f->path, 0400), 0);
    assert_int_equal(chmod(f->folder, 0500), 0);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) { // root may write everywhere: be somebody else
        if (geteuid() == 0 && (chown(f->folder, 65534, 65534) || chown(f->path, 65534, 65534) ||
                               setgid(65534) || setuid(65534))) {
            _exit(9);
        }
        xc_case *mine = NULL;
        bool read = xc_case_open(f->path, XC_CASE_READ, &mine, NULL) == XC_OK &&
                    count_documents(f, mine) == 5;
        xc_case_close(mine);
        bool refused = xc_case_open(f->path, XC_CASE_WRITE, &mine, NULL) == XC_IO;
        _exit(read && refused ? 0 : 1);
    }
    int status = 0;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 0);
}

static int keep_text(void *context, int columns, char **values, char **names) {
    (void)names;
    assert_int_equal(columns, 1);
    (void)snprintf(context, 64, "%s", values[0] ? values[0] : "NULL");
    return 0;
}

static void people_can_ask_the_views(void **state) {
    fixture *f = *state;
    static const char *const questions[][2] = {
        {"SELECT count(*) FROM claims WHERE value > 9 AND high IS NULL", "1"},
        {"SELECT typeof(value) FROM claims", "integer"},
        {"SELECT \"from\" FROM claims WHERE document = 'a'", "2024"},
        {"SELECT claims.id FROM search JOIN claim ON claim.number = search.rowid JOIN claims"
         " ON claims.id = claim.id WHERE search MATCH 'cafe'",
         "c1"},
        {"SELECT members FROM groups", "c1"},
        {"SELECT label FROM found_at", "a"},
        {"PRAGMA integrity_check", "ok"},
    };
    xc_document document = {.key = XC_SLICE("d1"), .label = XC_SLICE("a")};
    xc_claim claim = {.id = XC_SLICE("c1"),
                      .value = xc_number_of(10),
                      .low = xc_number_of(10),
                      .from = XC_SLICE("2024"),
                      .evidence = XC_SLICE("Ten in the caf\xC3\xA9.")};
    xc_group group = {.id = XC_SLICE("g1"), .members = &claim.id, .member_count = 1};
    xc_case *opened = open_case(f, XC_CASE_CREATE);
    assert_int_equal(xc_case_add(opened, &document, &claim, 1, NULL, &f->error), XC_OK);
    assert_int_equal(xc_case_set_groups(opened, &group, 1, NULL, 0, &f->error), XC_OK);
    xc_case_close(opened);
    sqlite3 *database = NULL;
    assert_int_equal(sqlite3_open(f->path, &database), SQLITE_OK);
    for (size_t i = 0; i < sizeof questions / sizeof *questions; i++) {
        char answer[64] = "";
        char *message = NULL;
        if (sqlite3_exec(database, questions[i][0], keep_text, answer, &message) != SQLITE_OK) {
            fail_msg("%s: %s", questions[i][0], message);
        }
        assert_string_equal(answer, questions[i][1]);
    }
    assert_int_equal(sqlite3_close(database), SQLITE_OK);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(foreign_files_are_refused, set_up, tear_down),
        cmocka_unit_test_setup_teardown(an_empty_file_becomes_a_case, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_newer_case_is_refused_untouched, set_up, tear_down),
        cmocka_unit_test_setup_teardown(an_older_case_gains_columns, set_up, tear_down),
        cmocka_unit_test_setup_teardown(damage_is_told, set_up, tear_down),
        cmocka_unit_test_setup_teardown(values_that_no_case_holds_are_told, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_killed_run_leaves_the_last_batch, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_file_that_lost_its_name_is_not_written, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_case_made_in_vain_is_empty_until_others_wrote, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(programs_of_strangers_are_refused, set_up, tear_down),
        cmocka_unit_test_setup_teardown(work_without_an_end_is_stopped, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_read_only_folder_is_no_hindrance, set_up, tear_down),
        cmocka_unit_test_setup_teardown(people_can_ask_the_views, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
