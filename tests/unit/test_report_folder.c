// SPDX-License-Identifier: MIT
// The report folder: which files it has, that they are whole, and the same on every run.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "report_fixture.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *const files[] = {"index.html",    "claims.csv",  "groups.csv",
                                    "documents.csv", "sources.csv", "datapackage.json",
                                    "claims.xlsx"};
enum { FILES = sizeof files / sizeof *files };

static const xc_report_options options = {.templates = XC_SOURCE_DIR "/reports"};

static void path_of(const char *folder, const char *name, char out[256]) {
    (void)snprintf(out, 256, "%s/%s", folder, name);
}

static void read_whole(const char *folder, const char *name, xc_buffer *out) {
    char path[256];
    path_of(folder, name, path);
    xc_buffer_clear(out);
    assert_int_equal(xc_file_read(path, 1 << 26, out, NULL), XC_OK);
    assert_true(out->len > 0);
}

static void remove_folder(const char *folder) {
    char path[256];
    for (size_t i = 0; i < FILES; i++) {
        path_of(folder, files[i], path);
        (void)unlink(path);
    }
    (void)rmdir(folder);
}

static void write_to(const char *folder) {
    xc_case_content content = fixture();
    xc_error error = {0};
    if (xc_report_write(&content, folder, &options, &error) != XC_OK) {
        fail_msg("%s", error.message);
    }
}

static void two_runs_give_the_same_bytes(void **state) {
    (void)state;
    char parent[] = "/tmp/crossclaim-test-XXXXXX";
    assert_non_null(mkdtemp(parent));
    char first[256];
    char second[256];
    path_of(parent, "first", first);
    path_of(parent, "second", second);
    write_to(first);
    (void)sleep(2); // the finest date that a zip file keeps
    write_to(second);
    xc_buffer a = {0};
    xc_buffer b = {0};
    for (size_t i = 0; i < FILES; i++) {
        read_whole(first, files[i], &a);
        read_whole(second, files[i], &b);
        if (!xc_slice_equal(xc_buffer_slice(&a), xc_buffer_slice(&b))) {
            fail_msg("%s differs between two runs", files[i]);
        }
    }
    xc_buffer_release(&a);
    xc_buffer_release(&b);
    remove_folder(first);
    remove_folder(second);
    assert_int_equal(rmdir(parent), 0); // nothing else was left there
}

static void the_folders_csv_has_a_mark_and_a_stream_has_none(void **state) {
    (void)state;
    char folder[] = "/tmp/crossclaim-test-XXXXXX";
    assert_non_null(mkdtemp(folder));
    write_to(folder);
    xc_buffer bytes = {0};
    read_whole(folder, "groups.csv", &bytes);
    assert_memory_equal(bytes.ptr, "\xEF\xBB\xBFid,topic,", 12);
    xc_case_content content = fixture();
    xc_report_options plain = options;
    plain.no_bom = true;
    assert_int_equal(xc_report_write(&content, folder, &plain, NULL), XC_OK);
    read_whole(folder, "groups.csv", &bytes);
    assert_memory_equal(bytes.ptr, "id,topic,", 9);
    xc_buffer_release(&bytes);
    remove_folder(folder);
}

static void sources_start_with_the_blanks(void **state) {
    (void)state;
    char folder[] = "/tmp/crossclaim-test-XXXXXX";
    assert_non_null(mkdtemp(folder));
    write_to(folder);
    xc_buffer bytes = {0};
    read_whole(folder, "sources.csv", &bytes);
    const char *start = "\xEF\xBB\xBF"
                        "document,source,url,published,wire,kind\r\n"
                        "letter.txt,,,,,\r\n"
                        "coast-daily.html,Coast Daily,";
    assert_memory_equal(bytes.ptr, start, strlen(start));
    xc_buffer_release(&bytes);
    remove_folder(folder);
}

static void a_folder_that_cannot_be_made_is_a_clear_failure(void **state) {
    (void)state;
    xc_case_content content = fixture();
    xc_error error = {0};
    assert_int_equal(xc_report_write(&content, "/dev/null/report", &options, &error), XC_IO);
    assert_non_null(strstr(error.message, "cannot make the report folder"));
    assert_string_equal(error.path, "/dev/null/report");
}

static void an_empty_case_has_a_report(void **state) {
    (void)state;
    char folder[] = "/tmp/crossclaim-test-XXXXXX";
    assert_non_null(mkdtemp(folder));
    xc_case_content content = {0};
    xc_error error = {0};
    assert_int_equal(xc_report_write(&content, folder, &options, &error), XC_OK);
    xc_buffer bytes = {0};
    for (size_t i = 0; i < FILES; i++) {
        read_whole(folder, files[i], &bytes);
    }
    xc_buffer_release(&bytes);
    remove_folder(folder);
}

int main(int count, char **arguments) {
    if (count == 2) { // makes the report of the fixture, for the browser tests
        xc_case_content content = fixture();
        return xc_report_write(&content, arguments[1], &options, NULL) == XC_OK ? 0 : 1;
    }
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(two_runs_give_the_same_bytes),
        cmocka_unit_test(the_folders_csv_has_a_mark_and_a_stream_has_none),
        cmocka_unit_test(sources_start_with_the_blanks),
        cmocka_unit_test(a_folder_that_cannot_be_made_is_a_clear_failure),
        cmocka_unit_test(an_empty_case_has_a_report),
    };
    return cmocka_run_group_tests_name("report folder", tests, NULL, NULL);
}
