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

static const char *const files[] = {"index.html",       "claims.csv",    "groups.csv",
                                    "incidents.csv",    "documents.csv", "sources.csv",
                                    "datapackage.json", "claims.xlsx"};
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

static void a_staged_report_is_seen_all_at_once_or_not(void **state) {
    (void)state;
    char folder[] = "/tmp/crossclaim-test-XXXXXX";
    char path[256];
    assert_non_null(mkdtemp(folder));
    xc_case_content content = fixture();
    xc_error error = {0};
    assert_int_equal(xc_report_stage(&content, folder, &options, &error), XC_OK);
    for (size_t i = 0; i < FILES; i++) {
        path_of(folder, files[i], path);
        assert_int_equal(access(path, F_OK), -1);
    }
    xc_report_drop(folder);
    assert_int_equal(rmdir(folder), 0); // nothing is left

    assert_int_equal(xc_report_stage(&content, folder, &options, &error), XC_OK);
    assert_int_equal(xc_report_place(folder, &error), XC_OK);
    for (size_t i = 0; i < FILES; i++) {
        path_of(folder, files[i], path);
        assert_int_equal(access(path, F_OK), 0);
    }
    remove_folder(folder);
    assert_int_equal(access(folder, F_OK), -1);
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

// The fixture `copies` times over: other places and ids, so that nothing is shared.
static xc_case_content many(size_t copies, xc_arena *arena) {
    xc_case_content one = fixture();
    xc_case_content all = one;
    all.documents = xc_arena_array(arena, copies * DOCUMENTS, sizeof *all.documents);
    all.claims = xc_arena_array(arena, copies * CLAIMS, sizeof *all.claims);
    all.groups = xc_arena_array(arena, copies * GROUPS, sizeof *all.groups);
    for (size_t c = 0; c < copies; c++) {
        for (size_t i = 0; i < DOCUMENTS; i++) {
            xc_document *document = &all.documents[c * DOCUMENTS + i];
            *document = one.documents[i];
            document->key = xc_arena_print(arena, "%.*s%zu", XC_PRINT(document->key), c);
            document->label = xc_arena_print(arena, "%zu/%.*s", c, XC_PRINT(document->label));
        }
        for (size_t i = 0; i < CLAIMS; i++) {
            xc_claim *claim = &all.claims[c * CLAIMS + i];
            *claim = one.claims[i];
            claim->id = xc_arena_print(arena, "%.*s%zu", XC_PRINT(claim->id), c);
            claim->document_key =
                xc_arena_print(arena, "%.*s%zu", XC_PRINT(claim->document_key), c);
        }
        for (size_t i = 0; i < GROUPS; i++) {
            xc_group *group = &all.groups[c * GROUPS + i];
            *group = one.groups[i];
            xc_slice *members = xc_arena_array(arena, group->member_count, sizeof *members);
            for (size_t m = 0; m < group->member_count; m++) {
                members[m] = xc_arena_print(arena, "%.*s%zu", XC_PRINT(group->members[m]), c);
            }
            group->id = xc_arena_print(arena, "%.*s%zu", XC_PRINT(group->id), c);
            group->members = members;
            group->related_count = 0;
        }
    }
    all.document_count = copies * DOCUMENTS;
    all.claim_count = copies * CLAIMS;
    all.group_count = copies * GROUPS;
    return all;
}

static void months_and_years_share_an_axis_of_days(void **state) {
    (void)state;
    char folder[] = "/tmp/crossclaim-test-XXXXXX";
    assert_non_null(mkdtemp(folder));
    xc_case_content content = fixture();
    xc_claim claims[CLAIMS];
    memcpy(claims, content.claims, sizeof claims);
    claims[2].unit = XC_SLICE("month");
    claims[7].unit = XC_SLICE("year");
    content.claims = claims;
    xc_group group = content.groups[1];
    group.unit = XC_SLICE("month");
    content.groups = &group;
    content.group_count = 1;
    assert_int_equal(xc_report_write(&content, folder, &options, NULL), XC_OK);
    xc_buffer page = {0};
    read_whole(folder, "index.html", &page);
    assert_non_null(strstr(page.ptr, "<span class=\"plot-figures\">days</span>"));
    assert_non_null(strstr(page.ptr, "about 120 months"));
    assert_non_null(strstr(page.ptr, "143 years"));
    assert_non_null(strstr(page.ptr, "<span class=\"versus\">months</span>"));
    xc_buffer_release(&page);
    remove_folder(folder);
}

static void texts_stay_out_of_the_page_where_asked(void **state) {
    (void)state;
    char folder[] = "/tmp/crossclaim-test-XXXXXX";
    assert_non_null(mkdtemp(folder));
    static const xc_slice changes[] = {XC_SLICE_INIT("2 documents are new: a.html <b>")};
    xc_case_content content = fixture();
    xc_report_options without = options;
    without.no_text = true;
    without.changes = changes;
    without.change_count = 1;
    xc_buffer page = {0};
    write_to(folder);
    read_whole(folder, "index.html", &page);
    assert_non_null(strstr(page.ptr, "The depot held paint"));
    assert_non_null(strstr(page.ptr, ">in the text</a>"));
    assert_null(strstr(page.ptr, "Since the last run"));
    assert_int_equal(xc_report_write(&content, folder, &without, NULL), XC_OK);
    read_whole(folder, "index.html", &page);
    assert_null(strstr(page.ptr, "The depot held paint"));
    assert_null(strstr(page.ptr, ">in the text</a>"));
    assert_non_null(strstr(page.ptr, "<mark>At least 27 people</mark>"));
    assert_non_null(strstr(page.ptr, "2 documents are new: a.html &lt;b&gt;"));
    xc_buffer_release(&page);
    remove_folder(folder);
}

static void a_long_text_is_cut_in_the_workbook_only(void **state) {
    (void)state;
    xc_arena *arena = xc_arena_new();
    xc_case_content content = fixture();
    char *text = xc_arena_alloc(arena, 400000);
    static const char fire[] = "\xF0\x9F\x94\xA5"; // two units in UTF-16
    for (size_t i = 0; i < 400000; i++) {
        text[i] = fire[i % 4];
    }
    xc_claim claim = content.claims[1];
    claim.evidence = (xc_slice){text, 400000};
    content.claims = &claim;
    content.claim_count = 1;
    FILE *nowhere = fopen("/dev/null", "wb");
    assert_non_null(nowhere);
    xc_error error = {0};
    assert_int_equal(xc_report_table(&content, XC_TABLE_CLAIMS, XC_XLSX, nowhere, &error),
                     XC_OK);
    assert_int_equal(fclose(nowhere), 0);
    xc_arena_free(arena);
}

static void a_great_case_has_a_page_of_limited_size(void **state) {
    (void)state;
    char folder[] = "/tmp/crossclaim-test-XXXXXX";
    assert_non_null(mkdtemp(folder));
    xc_arena *arena = xc_arena_new();
    xc_case_content content = many(1000, arena);
    assert_int_equal(xc_report_write(&content, folder, &options, NULL), XC_OK);
    xc_buffer page = {0};
    read_whole(folder, "index.html", &page);
    assert_true(page.len < 15 << 20);
    assert_non_null(strstr(page.ptr, " of 6000 groups, those that matter most; all stand in"));
    assert_non_null(strstr(page.ptr, "Plots are drawn for the 300 that matter most."));
    size_t plots = 0;
    for (const char *at = page.ptr; (at = strstr(at, "<figure class=\"plot\"")); at++) {
        plots++;
    }
    assert_in_range(plots, 50, 300);
    xc_buffer_release(&page);
    xc_arena_free(arena);
    remove_folder(folder);
}

// test_report_folder FOLDER [COPIES]: makes a report of the fixture, for the browser tests.
static int write_for_browser(const char *folder, const char *copies) {
    xc_arena *arena = xc_arena_new();
    xc_case_content content = copies ? many(strtoul(copies, NULL, 10), arena) : fixture();
    xc_status status = xc_report_write(&content, folder, &options, NULL);
    xc_arena_free(arena);
    return status == XC_OK ? 0 : 1;
}

int main(int count, char **arguments) {
    if (count > 1) {
        return write_for_browser(arguments[1], count > 2 ? arguments[2] : NULL);
    }
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(two_runs_give_the_same_bytes),
        cmocka_unit_test(the_folders_csv_has_a_mark_and_a_stream_has_none),
        cmocka_unit_test(sources_start_with_the_blanks),
        cmocka_unit_test(a_folder_that_cannot_be_made_is_a_clear_failure),
        cmocka_unit_test(a_staged_report_is_seen_all_at_once_or_not),
        cmocka_unit_test(an_empty_case_has_a_report),
        cmocka_unit_test(months_and_years_share_an_axis_of_days),
        cmocka_unit_test(texts_stay_out_of_the_page_where_asked),
        cmocka_unit_test(a_long_text_is_cut_in_the_workbook_only),
        cmocka_unit_test(a_great_case_has_a_page_of_limited_size),
    };
    return cmocka_run_group_tests_name("report folder", tests, NULL, NULL);
}
