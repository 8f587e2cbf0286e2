// SPDX-License-Identifier: MIT
// The axis of time below a plot.
#include "report/page/time_axis.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static int64_t second_of(const char *text) {
    xc_date date;
    assert_true(xc_date_parse(xc_slice_of(text), &date));
    return xc_date_first_second(date);
}

static void ticks_are_days_months_or_years(void **state) {
    (void)state;
    static const struct {
        const char *first, *last, *labels;
    } cases[] = {
        {"2023-09-11T20:40", "2023-09-14T22:10", "12 Sept 2023|13 Sept|14 Sept"},
        {"2023-09-11", "2023-10-03", "11 Sept 2023|19 Sept|27 Sept"},
        {"2023-09-20", "2024-05-02", "Oct 2023|Jan 2024|Apr 2024"},
        {"2011-02-01", "2023-09-24", "2012|2016|2020"},
        {"2023-09-11T08:00", "2023-09-11T20:00", "11 Sept 2023"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        time_axis axis = time_axis_make(second_of(cases[i].first), second_of(cases[i].last));
        xc_buffer labels = {0};
        double before = 0;
        for (size_t t = 0; t < axis.tick_count; t++) {
            double at = time_axis_at(&axis, axis.ticks[t]);
            assert_true(at > before && at <= 100);
            before = at;
            xc_buffer_text(&labels, t ? "|" : "");
            time_axis_label(&axis, t, &labels);
        }
        if (!xc_slice_is(xc_buffer_slice(&labels), cases[i].labels)) {
            fail_msg("case %zu: %.*s", i, XC_PRINT(xc_buffer_slice(&labels)));
        }
        xc_buffer_release(&labels);
    }
}

static void a_moment_keeps_its_zone(void **state) {
    (void)state;
    int64_t east = 0;
    int64_t west = 0;
    int64_t day = 0;
    assert_true(time_axis_moment(XC_SLICE("2021-05-28T01:10+02:00"), &east));
    assert_true(time_axis_moment(XC_SLICE("2021-05-27T23:20Z"), &west));
    assert_true(time_axis_moment(XC_SLICE("2021-05-28"), &day));
    assert_true(east < west && west < day);
    assert_false(time_axis_moment(XC_SLICE("2021-05"), &day));
    assert_false(time_axis_moment((xc_slice){0}, &day));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ticks_are_days_months_or_years),
        cmocka_unit_test(a_moment_keeps_its_zone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
