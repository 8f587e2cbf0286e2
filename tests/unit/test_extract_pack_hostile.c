// SPDX-License-Identifier: MIT
// Packs that nobody writes in good faith: refused with a message, within a moment.
#include "crossclaim/extract.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

static const char path[] = "hostile-pack.yaml";

static double seconds_now(void) {
    struct timespec now;
    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

// Loads the bytes as a user's pack. They must be refused, and not take long.
static void refuse(const xc_buffer *bytes, xc_status wanted, const char *message) {
    xc_error error = {0};
    assert_int_equal(bytes->status, XC_OK);
    assert_int_equal(xc_file_write(path, xc_buffer_slice(bytes), &error), XC_OK);
    const char *folders[] = {path};
    xc_rules *rules = NULL;
    double start = seconds_now();
    xc_status status = xc_rules_load(XC_SOURCE_DIR "/claims", folders, 1, &rules, &error);
    double took = seconds_now() - start;
    (void)unlink(path);
    xc_rules_free(rules);
    if (status != wanted || !strstr(error.message, message) || took > 5) {
        fail_msg("wanted status %d \"%s\", got %d \"%s\" after %.1f s", (int)wanted, message,
                 (int)status, error.message, took);
    }
}

static void repeat(xc_buffer *out, const char *text, size_t count) {
    for (size_t i = 0; i < count; i++) {
        xc_buffer_text(out, text);
    }
}

static void an_alias_bomb_does_not_grow(void **state) {
    (void)state;
    xc_buffer bytes = {0};
    xc_buffer_text(&bytes, "pack: bomb\nlanguage: en\nrules:\n"
                           "  - &r {id: one, measure: killed, nouns: &n [death]}\n");
    xc_buffer_text(&bytes, "  - {id: two, measure: killed, nouns: &a [");
    repeat(&bytes, "end, ", 1000);
    xc_buffer_text(&bytes, "end]}\n");
    for (int i = 0; i < 2000; i++) {
        xc_buffer_print(&bytes, "  - {id: r%d, measure: killed, nouns: *a}\n", i);
    }
    refuse(&bytes, XC_BAD_RULE, "too large when its aliases are followed");
    xc_buffer_release(&bytes);
}

static void many_anchors_are_refused(void **state) {
    (void)state;
    xc_buffer bytes = {0};
    xc_buffer_text(&bytes, "pack: bomb\nlanguage: en\nrules:\n");
    for (int i = 0; i < 10000; i++) {
        xc_buffer_print(&bytes, "  - &a%d x\n", i);
    }
    refuse(&bytes, XC_BAD_RULE, "too many anchors");
    xc_buffer_release(&bytes);
}

static void deep_nesting_is_refused(void **state) {
    (void)state;
    xc_buffer bytes = {0};
    xc_buffer_text(&bytes, "pack: ");
    repeat(&bytes, "[", 500000);
    refuse(&bytes, XC_BAD_RULE, "nested too deeply");
    xc_buffer_clear(&bytes);
    repeat(&bytes, "- ", 100000);
    refuse(&bytes, XC_BAD_RULE, "");
    xc_buffer_release(&bytes);
}

static void a_large_file_is_refused(void **state) {
    (void)state;
    xc_buffer bytes = {0};
    xc_buffer_text(&bytes, "pack: large\n");
    repeat(&bytes, "# a comment of no use\n", 500000);
    refuse(&bytes, XC_LIMIT, "split it");
    xc_buffer_release(&bytes);
}

static void binary_is_refused(void **state) {
    (void)state;
    xc_buffer bytes = {0};
    for (int i = 0; i < 4096; i++) {
        xc_buffer_char(&bytes, (char)(i * 7));
    }
    refuse(&bytes, XC_BAD_RULE, "not YAML");
    xc_buffer_clear(&bytes);
    xc_buffer_text(&bytes, "pack: caf\xe9\n");
    refuse(&bytes, XC_BAD_RULE, "save the file as UTF-8 text");
    xc_buffer_clear(&bytes);
    xc_buffer_text(&bytes, "pack: \"a\\0b\"\nlanguage: en\n");
    refuse(&bytes, XC_BAD_RULE, "");
    xc_buffer_release(&bytes);
}

static void an_empty_file_is_refused(void **state) {
    (void)state;
    xc_buffer bytes = {0};
    xc_buffer_text(&bytes, "\n");
    refuse(&bytes, XC_BAD_RULE, "no pack: begin with 'pack:'");
    xc_buffer_release(&bytes);
}

static void a_cycle_ends(void **state) {
    (void)state;
    xc_buffer bytes = {0};
    xc_buffer_text(&bytes, "pack: cycle\nlanguage: en\nrules: &r\n  - *r\n");
    refuse(&bytes, XC_BAD_RULE, "a rule must be a mapping");
    xc_buffer_release(&bytes);
}

static void a_greedy_pattern_is_refused(void **state) {
    (void)state;
    xc_buffer bytes = {0};
    xc_buffer_text(&bytes,
                   "pack: greedy\nlanguage: en\nrules:\n  - id: one\n    measure: killed\n"
                   "    pattern: '(?<count>((((a{1,900}){1,900}){1,900}){1,900}))'\n");
    refuse(&bytes, XC_BAD_RULE, "the pattern is wrong");
    xc_buffer_release(&bytes);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_alias_bomb_does_not_grow),
        cmocka_unit_test(many_anchors_are_refused),
        cmocka_unit_test(deep_nesting_is_refused),
        cmocka_unit_test(a_large_file_is_refused),
        cmocka_unit_test(binary_is_refused),
        cmocka_unit_test(an_empty_file_is_refused),
        cmocka_unit_test(a_cycle_ends),
        cmocka_unit_test(a_greedy_pattern_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
