// SPDX-License-Identifier: MIT
// What `explain` shows.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "crossclaim/report.h"

#include <string.h>

static const char sentence[] = "On 3 May some 40 divers and half of the crew left.";
static xc_sentence sentences[] = {{.start = 0, .end = sizeof sentence - 1}};
static xc_quantity quantities[] = {
    {.start = 3, .end = 4, .kind = XC_NO_QUANTITY, .why = "a date"},
    {.start = 9,
     .end = 16,
     .kind = XC_COUNT,
     .value = {{4, 1}, true},
     .qualifier = XC_ABOUT,
     .unit = XC_SLICE_INIT("")},
    {.start = 28,
     .end = 32,
     .kind = XC_FRACTION,
     .value = {{5, -1}, true},
     .low = {{5, -1}, true},
     .high = {{5, -1}, true},
     .qualifier = XC_EXACT},
};
static xc_time_mention times[] = {
    {.start = 3, .end = 8, .from = {.year = 2021, .month = 5, .day = 3, .precision = XC_DAY}},
};
static xc_claim claims[] = {{.id = XC_SLICE_INIT("cabcdefghijklmnop"),
                             .topic = XC_SLICE_INIT("displacement"),
                             .measure = XC_SLICE_INIT("evacuated"),
                             .value = {{4, 1}, true},
                             .qualifier = XC_ABOUT,
                             .place = XC_SLICE_INIT("Velm"),
                             .start = 9,
                             .end = 23,
                             .rule = XC_SLICE_INIT("displacement:left"),
                             .confidence = {{8, -1}, true}}};

static xc_explanation explanation(void) {
    static xc_text text;
    static xc_mentions mentions;
    static const xc_slice notes[] = {
        XC_SLICE_INIT("“half of the crew” counts nothing that a pack names, however long "
                      "the reader looks at it, and is left.")};
    text = (xc_text){.bytes = XC_SLICE(sentence), .sentences = sentences, .sentence_count = 1};
    mentions = (xc_mentions){quantities, 3, times, 1};
    return (xc_explanation){&text, &mentions, {.items = claims, .count = 1}, notes, 1};
}

static void json_has_the_arrays_of_the_interface(void **state) {
    (void)state;
    xc_explanation what = explanation();
    xc_buffer out = {0};
    xc_report_explanation_json(&what, &out);
    const char *start =
        "{\"quantities\":[{\"start\":9,\"end\":16,\"text\":\"some 40\",\"value\":40,"
        "\"low\":null,\"high\":null,\"qualifier\":\"about\",\"unit\":\"\",\"kind\":\"count\"},"
        "{\"start\":28,\"end\":32,\"text\":\"half\",\"value\":0.5,\"low\":0.5,\"high\":0.5,"
        "\"qualifier\":\"exact\",\"unit\":\"\",\"kind\":\"fraction\"}],"
        "\"times\":[{\"start\":3,\"end\":8,\"text\":\"3 May\",\"from\":\"2021-05-03\","
        "\"to\":\"\"}],\"places\":[\"Velm\"],\"claims\":[{\"id\":\"cabcdefghijklmnop\"";
    const char *end = "\"others\":[{\"start\":3,\"end\":4,\"text\":\"3\",\"why\":\"a date\"}]";
    assert_memory_equal(out.ptr, start, strlen(start));
    assert_non_null(strstr(out.ptr, end));
    assert_ptr_equal(strchr(out.ptr, '\n'), out.ptr + out.len - 1);
    xc_buffer_release(&out);
}

static void words_show_every_level_in_80_columns(void **state) {
    (void)state;
    xc_explanation what = explanation();
    xc_buffer out = {0};
    xc_report_explanation_text(&what, false, &out);
    const char *wanted[] = {"1 On 3 May some 40",
                            "“3” is left: a date",
                            "“some 40” count: 40, about",
                            "“half” fraction: 0.5, exact",
                            "“3 May” 2021-05-03",
                            "displacement/evacuated about 40; place Velm",
                            "by rule displacement:left, confidence 0.8",
                            "note: “half of the crew”"};
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
        if (!strstr(out.ptr, wanted[i])) {
            fail_msg("no \"%s\" in:\n%s", wanted[i], out.ptr);
        }
    }
    size_t columns = 0;
    for (size_t i = 0; i < out.len; i++) {
        columns =
            out.ptr[i] == '\n' ? 0 : columns + (((unsigned char)out.ptr[i] & 0xC0) != 0x80);
        assert_true(columns <= 80);
    }
    xc_buffer_release(&out);
}

static void an_empty_text_is_no_failure(void **state) {
    (void)state;
    xc_explanation nothing = {0};
    xc_buffer out = {0};
    xc_report_explanation_json(&nothing, &out);
    assert_string_equal(out.ptr, "{\"quantities\":[],\"times\":[],\"places\":[],\"claims\":[],"
                                 "\"others\":[],\"notes\":[]}\n");
    xc_buffer_clear(&out);
    xc_report_explanation_text(&nothing, true, &out);
    assert_non_null(strstr(out.ptr, "No claim."));
    xc_buffer_release(&out);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(json_has_the_arrays_of_the_interface),
        cmocka_unit_test(words_show_every_level_in_80_columns),
        cmocka_unit_test(an_empty_text_is_no_failure),
    };
    return cmocka_run_group_tests_name("report explain", tests, NULL, NULL);
}
