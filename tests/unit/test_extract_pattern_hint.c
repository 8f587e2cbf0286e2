// SPDX-License-Identifier: MIT
// What is read out of a pattern never passes over a text that the pattern matches in.
#include "extract/rules/pattern_hint.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

typedef struct row {
    const char *pattern;
    const char *text;
    bool may_match;
} row;

static const row rows[] = {
    {"\\b(?:boats?|ferry) sank", "A boat sank", true},
    {"\\b(?:boats?|ferry) sank", "Two FERRY SANK", true},
    {"\\b(?:boats?|ferry) sank", "A boat left", false},
    {"\\b(?:boats?|ferry) sank", "A train sank", true}, // only the longest is sought
    {"ships?(?: of war)?", "one ship", true},
    {"ships?(?: of war)?", "of war", false},
    {"(?<count>\\d+) (?:old )?wagons", "6 wagons", true},
    {"(?<count>\\d+) (?:old )?wagons", "6 old cars", false},
    {"farm+er", "FARMMER", true},
    {"farm*er", "farer", true},
    {"farm{0,2}er", "farer", true},
    {"(?:far(?:mer|ming)|x)", "x", true}, // an alternative without three letters
    {"(?!farmer)\\w+", "miller", true},   // what must not follow is not looked for
    {"(?<!farmer) (?=mill)", " mill", true},
    {"[farmer]+", "x", true},
    {"(?i)farmer", "x", true}, // not understood: may match anything
    {"(?:farmer|(?1))", "x", true},
    {"far{mer|mill}er", "far{mer", true}, // a brace that stands for itself
    {"\\x66armer", "x", true},
    {"farmers", "farmer\xC5\xBF", true}, // the long s is an s
    {"kilns", "\xE2\x84\xAAilns", true}, // the Kelvin sign is a k
    {"", "", true},
    {"(?:tons|tonnes) of", "a cup of", false}, // "of" is in nearly every text
    {"\\d+ (?:cars|vans)", "six cars", false}, // a digit must be there too
    {"\\d+ (?:cars|vans)", "6 cars", true},
    {"\\d+ (?:cars|vans)", "\xD9\xA3 cars", true}, // of any script
    {"(?:\\d+|six) cars", "six cars", true},
    {"(?:\\d+ )?cars", "cars", true},
    {"\\d", "6", true},
    {"\\d", "six", false},
};

static void passes_over_only_what_cannot_match(void **state) {
    (void)state;
    xc_arena *arena = xc_arena_new();
    assert_non_null(arena);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        pattern_hint pattern;
        text_hint text;
        assert_int_equal(pattern_hint_make(xc_slice_of(rows[i].pattern), arena, &pattern),
                         XC_OK);
        text_hint_make(xc_slice_of(rows[i].text), &text);
        if (pattern_may_match(&pattern, &text) != rows[i].may_match) {
            fail_msg("%s in \"%s\"", rows[i].pattern, rows[i].text);
        }
    }
    xc_arena_free(arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(passes_over_only_what_cannot_match)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
