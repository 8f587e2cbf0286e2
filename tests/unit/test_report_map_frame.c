// SPDX-License-Identifier: MIT
// The frame of a map.
#include "report/page/map_frame.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void all_places_stand_inside_with_room(void **state) {
    (void)state;
    static const map_point cases[][3] = {
        {{32.77, 22.64}, {32.12, 20.07}, {32.89, 13.19}},  // along a coast
        {{-1.68, 29.22}, {-1.57, 29.04}, {-1.70, 29.26}},  // around a lake
        {{-16.5, 179.9}, {-17.1, -179.5}, {-18.1, 178.4}}, // on both sides of the date line
        {{64.1, -21.9}, {64.1, -21.9}, {64.1, -21.9}},     // one place thrice
        {{89.9, 0}, {-89.9, 0}, {0, 120}},                 // the whole earth
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        map_frame frame = map_frame_make(cases[i], 3);
        for (size_t p = 0; p < 3; p++) {
            double x = map_x(&frame, cases[i][p]);
            double y = map_y(&frame, cases[i][p]);
            if (!(x >= 10 && x <= 90 && y >= 10 && y <= 90)) {
                fail_msg("case %zu, place %zu: %.1f %.1f", i, p, x, y);
            }
        }
    }
}

static void north_is_up_and_a_kilometre_is_as_long_both_ways(void **state) {
    (void)state;
    const map_point points[] = {{60, 10}, {61, 10}, {60, 12}};
    map_frame frame = map_frame_make(points, 3);
    assert_true(map_y(&frame, points[1]) < map_y(&frame, points[0]));
    assert_true(map_x(&frame, points[2]) > map_x(&frame, points[0]));
    // at 60.5 degrees two degrees of longitude are about as long as one of latitude
    double up = (map_y(&frame, points[0]) - map_y(&frame, points[1])) * MAP_HEIGHT;
    double across = (map_x(&frame, points[2]) - map_x(&frame, points[0])) * MAP_WIDTH;
    assert_true(fabs(across / up - 2 * cos(60.5 * 3.14159265 / 180)) < 0.001);
    // the bar: a degree of latitude is 111 km
    double kilometre = up / 111.195;
    assert_true(fabs(frame.bar * MAP_WIDTH / frame.bar_kilometres - kilometre) < 1e-9);
    assert_true(frame.bar <= 20 && frame.bar > 5);
}

static void a_single_town_is_shown_with_its_neighbourhood(void **state) {
    (void)state;
    const map_point town = {15.6, 32.5};
    map_frame frame = map_frame_make(&town, 1);
    assert_true(fabs((frame.north - frame.south) * 111.195 - 20) < 0.01);
    assert_true(fabs(map_x(&frame, town) - 50) < 1e-6 && fabs(map_y(&frame, town) - 50) < 1e-6);
}

static void labels(void **state) {
    (void)state;
    static const struct {
        double degrees;
        const char *parallel, *meridian;
    } cases[] = {{32.5, "32.5° N", "32.5° E"},
                 {-5, "5° S", "5° W"},
                 {0, "0°", "0°"},
                 {-0.0, "0°", "0°"},
                 {30.0000001, "30° N", "30° E"},
                 {181, NULL, "179° W"},
                 {-190, NULL, "170° E"},
                 {180, NULL, "180°"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        xc_buffer out = {0};
        if (cases[i].parallel) {
            map_parallel_label(cases[i].degrees, &out);
            assert_true(xc_slice_is(xc_buffer_slice(&out), cases[i].parallel));
            xc_buffer_clear(&out);
        }
        map_meridian_label(cases[i].degrees, &out);
        if (!xc_slice_is(xc_buffer_slice(&out), cases[i].meridian)) {
            fail_msg("%g: %.*s", cases[i].degrees, XC_PRINT(xc_buffer_slice(&out)));
        }
        xc_buffer_release(&out);
    }
}

static void lines_are_few_and_inside(void **state) {
    (void)state;
    for (double span = 0.01; span < 170; span *= 1.7) {
        const map_point points[] = {{-span / 2, 5}, {span / 2, 5}};
        map_frame frame = map_frame_make(points, 2);
        assert_true(frame.parallel_count >= 2 && frame.parallel_count < MOST_MAP_LINES);
        for (size_t i = 0; i < frame.parallel_count; i++) {
            assert_true(frame.parallels[i] >= frame.south && frame.parallels[i] <= frame.north);
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_places_stand_inside_with_room),
        cmocka_unit_test(north_is_up_and_a_kilometre_is_as_long_both_ways),
        cmocka_unit_test(a_single_town_is_shown_with_its_neighbourhood),
        cmocka_unit_test(labels),
        cmocka_unit_test(lines_are_few_and_inside),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
