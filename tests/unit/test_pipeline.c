// SPDX-License-Identifier: MIT
// Files shared out to threads come back in input order, whatever their number.
#include "crossclaim/pipeline.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

enum { FILES = 60 };

typedef struct folder {
    char path[64];
} folder;

static void path_of(const folder *f, int i, char *out, size_t size) {
    (void)snprintf(out, size, "%s/page-%d.txt", f->path, i);
}

// Files of very different length, some of them empty and so skipped.
static int make_folder(void **state) {
    static folder f;
    (void)snprintf(f.path, sizeof f.path, "/tmp/crossclaim-pipeline-XXXXXX");
    assert_non_null(mkdtemp(f.path));
    for (int i = 0; i < FILES; i++) {
        char path[128];
        path_of(&f, i, path, sizeof path);
        FILE *file = fopen(path, "w");
        assert_non_null(file);
        for (int line = 0; i % 10 != 9 && line <= (i * 37) % 101 * 20; line++) {
            (void)fprintf(file, "Page %d says that %d people came.\n\n", i, line);
        }
        (void)fclose(file);
    }
    *state = &f;
    return 0;
}

static int remove_folder(void **state) {
    const folder *f = *state;
    for (int i = 0; i < FILES; i++) {
        char path[128];
        path_of(f, i, path, sizeof path);
        (void)unlink(path);
    }
    return rmdir(f->path);
}

typedef struct seen {
    char labels[16384];
    size_t documents, skips, stop_after;
    size_t waiting; // as of the pipeline
} seen;

static xc_status see_document(void *context, const xc_document *document,
                              const xc_claims *claims, xc_error *error) {
    seen *s = context;
    (void)claims;
    size_t used = strlen(s->labels);
    (void)snprintf(s->labels + used, sizeof s->labels - used, "%.*s %zu\n",
                   XC_PRINT(document->label), document->text.len);
    s->documents++;
    return s->stop_after && s->documents == s->stop_after
               ? xc_fail(error, XC_IO, "the disk is full")
               : XC_OK;
}

static void see_skip(void *context, xc_slice path, const char *reason) {
    seen *s = context;
    assert_true(strlen(reason) > 0);
    size_t used = strlen(s->labels);
    (void)snprintf(s->labels + used, sizeof s->labels - used, "skipped %.*s\n", XC_PRINT(path));
    s->skips++;
}

static xc_status run(const folder *f, unsigned jobs, seen *s, xc_read_counts *counts,
                     xc_error *error) {
    const char *arguments[] = {f->path};
    xc_pipeline pipeline = {.jobs = jobs,
                            .text_only = true,
                            .waiting = s->waiting,
                            .document = see_document,
                            .skipped = see_skip,
                            .context = s};
    return xc_pipeline_run(&pipeline, arguments, 1, counts, error);
}

static void order_does_not_depend_on_threads(void **state) {
    static seen one;
    static seen many;
    xc_read_counts counts;
    one = many = (seen){.stop_after = 0};
    assert_int_equal(run(*state, 1, &one, &counts, NULL), XC_OK);
    assert_int_equal(counts.read, FILES - FILES / 10);
    assert_int_equal(counts.skipped, FILES / 10);
    assert_int_equal(counts.found, counts.read + counts.skipped + counts.ignored);
    assert_non_null(strstr(one.labels, "page-2.txt"));
    assert_true(strstr(one.labels, "page-2.txt") < strstr(one.labels, "page-10.txt"));
    for (unsigned jobs = 2; jobs <= 9; jobs += 7) {
        for (size_t waiting = 0; waiting <= 1;
             waiting++) { // none may wait but the next in line
            many = (seen){.waiting = waiting};
            assert_int_equal(run(*state, jobs, &many, &counts, NULL), XC_OK);
            assert_string_equal(one.labels, many.labels);
        }
    }
}

static void a_failing_taker_ends_the_run(void **state) {
    static seen s;
    xc_read_counts counts;
    xc_error error = {0};
    s = (seen){.stop_after = 5};
    assert_int_equal(run(*state, 4, &s, &counts, &error), XC_IO);
    assert_string_equal(error.message, "the disk is full");
    assert_int_equal(s.documents, 5);
}

static void no_input_is_no_failure(void **state) {
    (void)state;
    static seen s;
    xc_read_counts counts;
    const char *missing[] = {"/nowhere/at/all"};
    xc_pipeline pipeline = {
        .text_only = true, .document = see_document, .skipped = see_skip, .context = &s};
    assert_int_equal(xc_pipeline_run(&pipeline, missing, 1, &counts, NULL), XC_OK);
    assert_int_equal(counts.skipped, 1);
    assert_int_equal(counts.found, 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(order_does_not_depend_on_threads),
        cmocka_unit_test(a_failing_taker_ends_the_run),
        cmocka_unit_test(no_input_is_no_failure),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
