// SPDX-License-Identifier: MIT
// Figures that a page says stand no more.
#include "report/withdrawn.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static xc_term terms[] = {
    {XC_SLICE_INIT("revision"), XC_SLICE_INIT("later withdrawn"), XC_SLICE_INIT("old")},
    {XC_SLICE_INIT("revision"), XC_SLICE_INIT("corrected"), XC_SLICE_INIT("")},
};

static xc_claim claim_of(int64_t value, const char *unit, const char *sentence) {
    return (xc_claim){.value = xc_number_of(value),
                      .unit = xc_slice_of(unit),
                      .evidence = xc_slice_of(sentence)};
}

static void a_figure_is_withdrawn_wherever_it_stands(void **state) {
    (void)state;
    const xc_claim claims[] = {
        claim_of(90, "person", "The union spoke of 90 dead, a figure later withdrawn."),
        claim_of(90, "person", "The union counts 90 dead."),
        claim_of(60, "person", "The union has corrected its count to 60."), // the new one
        claim_of(90, "household", "It hit 90 families."),
        claim_of(70, "person", "The toll was alater withdrawnish 70."), // other words
        {.unit = XC_SLICE("person"),
         .evidence = XC_SLICE("Dozens died, it was later withdrawn.")},
    };
    enum { CLAIMS = sizeof claims / sizeof *claims };
    static const bool wanted[CLAIMS] = {true, true};
    const xc_claim *list[CLAIMS];
    for (size_t i = 0; i < CLAIMS; i++) {
        list[i] = &claims[i];
    }
    xc_case_content content = {.terms = terms, .term_count = sizeof terms / sizeof *terms};
    const case_view view = {.content = &content};
    withdrawn_figures found = withdrawn_find(&view, list, CLAIMS);
    assert_int_equal(found.count, 1);
    for (size_t i = 0; i < CLAIMS; i++) {
        assert_int_equal(withdrawn_has(&found, list[i]), wanted[i]);
    }
}

static void capitals_are_no_other_words(void **state) {
    (void)state;
    const xc_claim claim = claim_of(80, "person", "Later withdrawn, the first count was 80.");
    const xc_claim *list[] = {&claim};
    xc_case_content content = {.terms = terms, .term_count = sizeof terms / sizeof *terms};
    const case_view view = {.content = &content};
    withdrawn_figures found = withdrawn_find(&view, list, 1);
    assert_true(withdrawn_has(&found, &claim));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_figure_is_withdrawn_wherever_it_stands),
        cmocka_unit_test(capitals_are_no_other_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
