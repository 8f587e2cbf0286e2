// SPDX-License-Identifier: MIT
// What `compare` and `review` print.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "report/overview.h"
#include "report/terminal/wrap.h"
#include "report_fixture.h"

static void assert_has(const xc_buffer *out, const char *wanted) {
    if (!strstr(out->ptr, wanted)) {
        fail_msg("no \"%s\" in:\n%s", wanted, out->ptr);
    }
}

static void assert_lacks(const xc_buffer *out, const char *unwanted) {
    if (strstr(out->ptr, unwanted)) {
        fail_msg("\"%s\" in:\n%s", unwanted, out->ptr);
    }
}

static void assert_no_line_over_80(const xc_buffer *out) {
    size_t columns = 0;
    for (size_t i = 0; i < out->len; i++) {
        bool starts = ((unsigned char)out->ptr[i] & 0xC0) != 0x80;
        columns = out->ptr[i] == '\n' ? 0 : columns + starts;
        assert_true(columns <= 80);
    }
}

static void scripts_have_their_columns(void **state) {
    static const struct {
        const char *text;
        size_t columns;
    } rows[] = {
        {"Derna", 5},
        {"D\xC3\xA9rna", 5},
        {"De\xCC\x81rna", 5},            // a mark on the letter before
        {"\xE6\x9D\xB1\xE4\xBA\xAC", 4}, // two of Han
        {"\xF0\x9F\x9A\x91", 2},         // an ambulance
        {"\xE0\xA4\x95\xE0\xA5\x81", 1}, // Devanagari: ka with its vowel u below
        {"\xE0\xB8\x97\xE0\xB8\xB5", 1}, // Thai: a vowel above
        {"a\tb", 3},
        {"a\xE2\x80\xAE"
         "b",
         3}, // turns the line: shown as "?"
        {"", 0},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_int_equal(text_columns(xc_slice_of(rows[i].text)), rows[i].columns);
    }
}

static void the_summary_says_what_was_read_and_what_differs(void **state) {
    (void)state;
    xc_case_content content = fixture();
    xc_buffer out = {0};
    xc_report_summary(&content, &out);
    assert_has(&out,
               "9 documents from 7 sources, published 12 to 16 May 2021; 14 found, 9 read,");
    assert_has(&out, "20 claims in 6 groups: 1 conflict, 1 updated, 1 agree, 1 compatible, 2");
    assert_has(&out, "1 document has no known outlet, 1 document has no known date");
    assert_has(&out, "1. at least 27 against 21: killed in the fire at Port Maroa, all people");
    assert_has(&out, "   Harbour Times \"At least 27 people\" (rescue workers), 15 May 2021");
    assert_no_line_over_80(&out);
    xc_buffer_release(&out);
}

static void the_headline_has_the_figures_of_its_reason(void **state) {
    (void)state;
    xc_case_content content = fixture();
    content.groups[0].reason = XC_SLICE(
        "Harbour Times \"At least 27 people\" (rescue workers), 14 May 2021 against "
        "Evening Ledger \"14 people\" (the port police): the figures exclude each other.");
    xc_buffer out = {0};
    xc_report_summary(&content, &out);
    assert_has(&out, "1. at least 27 against 14: killed in the fire at Port Maroa");
    xc_buffer_release(&out);
}

static void a_vague_word_stays_the_word(void **state) {
    (void)state;
    xc_case_content content = fixture();
    xc_group *group = &content.groups[0];
    xc_slice members[] = {group->members[4], group->members[5]}; // "At least 27", "Dozens"
    group->members = members;
    group->member_count = 2;
    group->low = xc_number_of(24);
    xc_review_options options = {0};
    xc_buffer out = {0};
    xc_report_review(&content, &options, &out);
    assert_has(&out, "dozens to 27: killed in the fire");
    assert_has(&out, "What we saw: dozens");
    assert_lacks(&out, "24");
    xc_buffer_release(&out);
}

static void who_has_no_outlet_goes_by_its_title(void **state) {
    (void)state;
    xc_case_content content = fixture();
    xc_document kept = content.documents[4];
    content.documents[4].source = (xc_slice){0};
    content.documents[4].title = XC_SLICE("Toll of the depot fire stands at 17");
    for (size_t i = 0; i < content.claim_count; i++) {
        if (xc_slice_equal(content.claims[i].document_key, content.documents[4].key)) {
            content.claims[i].source = (xc_slice){0};
        }
    }
    xc_review_options options = {0};
    xc_buffer out = {0};
    xc_report_review(&content, &options, &out);
    assert_has(&out,
               "    - Toll of the depot fire stands at 17: 17, said by the health ministry");
    content.documents[4] = kept;
    xc_buffer_release(&out);
}

static void review_goes_topic_by_topic_with_evidence(void **state) {
    (void)state;
    xc_case_content content = fixture();
    xc_review_options options = {0};
    xc_buffer out = {0};
    xc_report_review(&content, &options, &out);
    assert_has(&out, "Casualties\n==========\nconflict: ");
    assert_has(&out,
               "    - Coast Daily (copy of NWA): 14, said by the port police, 14 May 2021");
    assert_has(&out, "    - Harbour Times: 143, said by Hospitals, as of 15 May 2021, 12:00");
    assert_has(&out, "Displacement\n============");
    assert_lacks(&out, "\033");
    assert_no_line_over_80(&out);
    xc_buffer_release(&out);
}

static void review_keeps_to_what_is_asked(void **state) {
    (void)state;
    xc_case_content content = fixture();
    xc_buffer out = {0};
    xc_review_options by_topic = {.topic = XC_SLICE("displacement")};
    xc_report_review(&content, &by_topic, &out);
    assert_lacks(&out, "Casualties");
    assert_has(&out, "evacuated in Port Maroa");
    xc_buffer_clear(&out);
    xc_review_options by_verdict = {.verdict = XC_SLICE("updated")};
    xc_report_review(&content, &by_verdict, &out);
    assert_lacks(&out, "conflict:");
    assert_has(&out, "updated:");
    xc_buffer_clear(&out);
    xc_review_options by_source = {.source = XC_SLICE("evening ledger")};
    xc_report_review(&content, &by_source, &out);
    assert_has(&out, "killed in the fire");
    assert_lacks(&out, "evacuated in Port Maroa");
    xc_buffer_clear(&out);
    xc_review_options nothing = {.topic = XC_SLICE("weather")};
    xc_report_review(&content, &nothing, &out);
    assert_string_equal(out.ptr, "No group fits.\n");
    xc_buffer_release(&out);
}

static size_t count_lines(const xc_buffer *out) {
    size_t lines = 0;
    for (size_t i = 0; i < out->len; i++) {
        lines += out->ptr[i] == '\n';
    }
    return lines;
}

static void review_as_json_holds_the_groups_and_their_claims(void **state) {
    (void)state;
    xc_case_content content = fixture();
    xc_review_options all = {0};
    xc_buffer out = {0};
    xc_report_review_json(&content, &all, &out);
    assert_int_equal(count_lines(&out), GROUPS);
    xc_buffer_clear(&out);
    xc_review_options conflicts = {.verdict = XC_SLICE("conflict")};
    xc_report_review_json(&content, &conflicts, &out);
    assert_int_equal(count_lines(&out), 1);
    assert_has(&out, "\"about\":\"killed in the fire at Port Maroa, all people\"");
    assert_has(&out, "\"evidence\":[{\"id\":\"c");
    assert_has(&out, "\"attribution\":\"the port police\"");
    xc_buffer_release(&out);
}

static void a_hostile_page_cannot_steer_the_terminal(void **state) {
    (void)state;
    xc_case_content content = fixture();
    xc_group hostile = content.groups[0];
    static const char turn[] = {(char)0xE2, (char)0x80, (char)0xAE,
                                0}; // right-to-left override
    char about[64];
    (void)snprintf(about, sizeof about, "\033]0;title\007red \033[31m and %sturned", turn);
    hostile.about = xc_slice_of(about);
    content.groups = &hostile;
    content.group_count = 1;
    xc_review_options options = {0};
    xc_buffer out = {0};
    xc_report_review(&content, &options, &out);
    assert_lacks(&out, "\033");
    assert_lacks(&out, "\007");
    assert_lacks(&out, turn);
    xc_buffer_clear(&out);
    xc_report_summary(&content, &out);
    assert_lacks(&out, "\033");
    xc_buffer_release(&out);
}

static void what_matters_most_is_the_same_everywhere(void **state) {
    (void)state;
    static const xc_verdict verdicts[] = {XC_AGREE,   XC_UPDATED,  XC_CONFLICT, XC_SINGLE,
                                          XC_UPDATED, XC_CONFLICT, XC_UPDATED,  XC_UPDATED};
    static const size_t wanted[FOREMOST] = {2, 5, 1, 4, 6};
    xc_group groups[sizeof verdicts / sizeof *verdicts] = {{.id = {0}}};
    for (size_t i = 0; i < sizeof verdicts / sizeof *verdicts; i++) {
        groups[i].verdict = verdicts[i];
    }
    xc_case_content content = {.groups = groups, .group_count = sizeof groups / sizeof *groups};
    const xc_group *found[FOREMOST];
    assert_int_equal(overview_foremost(&content, found), FOREMOST);
    for (size_t i = 0; i < FOREMOST; i++) {
        assert_ptr_equal(found[i], &groups[wanted[i]]);
    }
    content.group_count = 2;
    assert_int_equal(overview_foremost(&content, found), 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_matters_most_is_the_same_everywhere),
        cmocka_unit_test(scripts_have_their_columns),
        cmocka_unit_test(the_summary_says_what_was_read_and_what_differs),
        cmocka_unit_test(the_headline_has_the_figures_of_its_reason),
        cmocka_unit_test(a_vague_word_stays_the_word),
        cmocka_unit_test(who_has_no_outlet_goes_by_its_title),
        cmocka_unit_test(review_goes_topic_by_topic_with_evidence),
        cmocka_unit_test(review_keeps_to_what_is_asked),
        cmocka_unit_test(review_as_json_holds_the_groups_and_their_claims),
        cmocka_unit_test(a_hostile_page_cannot_steer_the_terminal),
    };
    return cmocka_run_group_tests_name("report terminal", tests, NULL, NULL);
}
