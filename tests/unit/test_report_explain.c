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
                             .place_start = 40,
                             .place_end = 44,
                             .to = XC_SLICE_INIT("2021-05-03"),
                             .time_start = 3,
                             .time_end = 8,
                             .event = XC_SLICE_INIT("flood"),
                             .event_start = 45,
                             .event_end = 49,
                             .attribution = XC_SLICE_INIT("diver"),
                             .speaker_start = 17,
                             .speaker_end = 23,
                             .start = 9,
                             .end = 23,
                             .rule = XC_SLICE_INIT("displacement:left"),
                             .confidence = {{8, -1}, true},
                             .happening = {.kind = XC_SLICE_INIT("flood"),
                                           .from = XC_SLICE_INIT("2012"),
                                           .role = XC_RECALLED}}};

#define WORD(begin, length, base, up, above, label)                                            \
    {                                                                                          \
        .start = (begin), .end = (begin) + (length), .head = (above),                          \
        .lemma = XC_SLICE_INIT(base), .class = XC_CLASS_##up, .relation = XC_REL_##label       \
    }

static xc_node nodes[] = {
    WORD(0, 2, "on", ADP, 1, CASE),
    WORD(3, 5, "3 May", PROPN, 10, OBL),
    WORD(9, 4, "some", DET, 4, DET),
    WORD(14, 2, "40", NUM, 4, NUMMOD),
    WORD(17, 6, "diver", NOUN, 10, NSUBJ),
    WORD(24, 3, "and", CCONJ, 6, CC),
    WORD(28, 4, "half", NOUN, 4, CONJ),
    WORD(33, 2, "of", ADP, 9, CASE),
    WORD(36, 3, "the", DET, 9, DET),
    WORD(40, 4, "crew", NOUN, 6, NMOD),
    WORD(45, 4, "leave", VERB, XC_NO_HEAD, ROOT),
    WORD(49, 1, ".", PUNCT, 10, PUNCT),
};
static const xc_tree tree = {nodes, sizeof nodes / sizeof *nodes, 1};
static const xc_tree *const trees[] = {&tree};

static xc_explanation explanation(void) {
    static xc_text text;
    static xc_mentions mentions;
    static const xc_slice notes[] = {
        XC_SLICE_INIT("“half of the crew” counts nothing that a pack names, however long "
                      "the reader looks at it, and is left.")};
    text = (xc_text){.bytes = XC_SLICE(sentence), .sentences = sentences, .sentence_count = 1};
    mentions = (xc_mentions){quantities, 3, times, 1};
    return (xc_explanation){&text, &mentions, {.items = claims, .count = 1}, notes, 1, trees};
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
    static const char *const read[] = {
        "\"field\":\"place\",\"start\":40,\"end\":44,\"text\":\"crew\"}",
        "\"field\":\"to\",\"start\":3,\"end\":8,\"text\":\"3 May\"}",
        "\"field\":\"event\",\"start\":45,\"end\":49,\"text\":\"left\"}",
        "\"field\":\"attribution\",\"start\":17,\"end\":23,\"text\":\"divers\"}]"};
    for (size_t i = 0; i < sizeof read / sizeof *read; i++) {
        assert_non_null(strstr(out.ptr, read[i]));
    }
    const char *happenings =
        "\"happenings\":[{\"claim\":\"cabcdefghijklmnop\",\"happening_kind\":\"flood\","
        "\"happening_place\":\"\",\"happening_from\":\"2012\",\"happening_to\":\"\","
        "\"happening_role\":\"recalled\",\"latitude\":\"\",\"longitude\":\"\"}]";
    assert_non_null(strstr(out.ptr, happenings));
    const char *tokens =
        "\"tokens\":[{\"form\":\"On\",\"lemma\":\"on\",\"class\":\"ADP\",\"head\":2,"
        "\"relation\":\"case\",\"start\":0,\"end\":2},{\"form\":\"3 May\",";
    const char *root = "{\"form\":\"left\",\"lemma\":\"leave\",\"class\":\"VERB\",\"head\":0,"
                       "\"relation\":\"root\",\"start\":45,\"end\":49}";
    assert_non_null(strstr(out.ptr, tokens));
    assert_non_null(strstr(out.ptr, root));
    assert_ptr_equal(strchr(out.ptr, '\n'), out.ptr + out.len - 1);
    xc_buffer_release(&out);
}

static void words_show_every_level_in_80_columns(void **state) {
    (void)state;
    xc_explanation what = explanation();
    xc_buffer out = {0};
    xc_report_explanation_text(&what, false, &out);
    const char *wanted[] = {
        "1 On 3 May some 40",
        "“3” is left: a date",
        "“some 40” count: 40, about",
        "“half” fraction: 0.5, exact",
        "“3 May” 2021-05-03",
        "\n  tree      left (leave) VERB root\n"
        "              3 May PROPN obl\n"
        "                On ADP case\n"
        "              divers (diver) NOUN nsubj\n"
        "                some DET det\n"
        "                40 NUM nummod\n"
        "                half NOUN conj\n"
        "                  and CCONJ cc\n"
        "                  crew NOUN nmod\n"
        "                    of ADP case\n"
        "                    the DET det\n  claim",
        "displacement/evacuated about 40; place Velm (read from “crew”); to",
        "2021-05-03 (read from “3 May”); event flood (read from “left”)",
        "said by diver (",
        "from “divers”)",
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

static void heads_count_over_all_sentences(void **state) {
    (void)state;
    static xc_node pair[] = {WORD(0, 2, "he", PRON, 1, NSUBJ),
                             WORD(3, 4, "flee", VERB, XC_NO_HEAD, ROOT)};
    static const xc_tree flight = {pair, 2, 1};
    static const xc_tree *const several[] = {&flight, NULL, &flight};
    xc_sentence three[] = {{0}, {0}, {0}};
    xc_text text = {.bytes = XC_SLICE("He fled"), .sentences = three, .sentence_count = 3};
    xc_explanation what = {.text = &text, .trees = several};
    xc_buffer out = {0};
    xc_report_explanation_json(&what, &out);
    const char *second = strstr(strstr(out.ptr, "\"head\":0"), "\"head\":4");
    assert_non_null(strstr(out.ptr, "\"head\":2"));
    assert_non_null(second);
    assert_non_null(strstr(second, "\"head\":0"));
    xc_buffer_release(&out);
}

// As the chain of a long list hangs.
static void a_deep_tree_stays_in_80_columns(void **state) {
    (void)state;
    xc_node chain[60];
    for (uint32_t i = 0; i < 60; i++) {
        chain[i] = (xc_node)WORD(0, 14, "unreconstructed", NOUN, i - 1, NMOD);
    }
    chain[0].head = XC_NO_HEAD;
    const xc_tree deep = {chain, 60, 1};
    const xc_tree *const several[] = {&deep};
    xc_text text = {
        .bytes = XC_SLICE("reconstruction"), .sentences = sentences, .sentence_count = 1};
    text.sentences[0].end = 14;
    xc_explanation what = {.text = &text, .trees = several};
    xc_buffer out = {0};
    xc_report_explanation_text(&what, false, &out);
    size_t columns = 0;
    size_t lines = 0;
    for (size_t i = 0; i < out.len; i++) {
        columns = out.ptr[i] == '\n' ? 0 : columns + 1;
        lines += out.ptr[i] == '\n';
        assert_true(columns <= 80);
    }
    assert_true(lines > 60);
    text.sentences[0].end = sizeof sentence - 1;
    xc_buffer_release(&out);
}

static void an_empty_text_is_no_failure(void **state) {
    (void)state;
    xc_explanation nothing = {0};
    xc_buffer out = {0};
    xc_report_explanation_json(&nothing, &out);
    assert_string_equal(
        out.ptr, "{\"quantities\":[],\"times\":[],\"places\":[],\"claims\":[],"
                 "\"read\":[],\"happenings\":[],\"others\":[],\"notes\":[],\"tokens\":[]}\n");
    xc_buffer_clear(&out);
    xc_report_explanation_text(&nothing, true, &out);
    assert_non_null(strstr(out.ptr, "No claim."));
    xc_buffer_release(&out);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(json_has_the_arrays_of_the_interface),
        cmocka_unit_test(words_show_every_level_in_80_columns),
        cmocka_unit_test(heads_count_over_all_sentences),
        cmocka_unit_test(a_deep_tree_stays_in_80_columns),
        cmocka_unit_test(an_empty_text_is_no_failure),
    };
    return cmocka_run_group_tests_name("report explain", tests, NULL, NULL);
}
