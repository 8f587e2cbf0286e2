// SPDX-License-Identifier: MIT
// English forms by the shipped tables.
#include "extract/pack/inflection.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

typedef struct row {
    speech_part part;
    word_form form;
    const char *lemma, *word; // a form that must be among those made
} row;

static const row rows[] = {
    {PART_VERB, FORM_BASE, "kill", "kill"},
    {PART_VERB, FORM_PRESENT, "kill", "kills"},
    {PART_VERB, FORM_PRESENT, "perish", "perishes"},
    {PART_VERB, FORM_PRESENT, "bury", "buries"},
    {PART_VERB, FORM_PRESENT, "destroy", "destroys"},
    {PART_VERB, FORM_PAST, "kill", "killed"},
    {PART_VERB, FORM_PAST, "evacuate", "evacuated"},
    {PART_VERB, FORM_PAST, "flee", "fled"},
    {PART_VERB, FORM_PAST, "slay", "slew"},
    {PART_VERB, FORM_PARTICIPLE, "slay", "slain"},
    {PART_VERB, FORM_PAST, "kidnap", "kidnapped"},
    {PART_VERB, FORM_PARTICIPLE, "trap", "trapped"},
    {PART_VERB, FORM_GERUND, "die", "dying"},
    {PART_VERB, FORM_GERUND, "flee", "fleeing"},
    {PART_VERB, FORM_GERUND, "stab", "stabbing"},
    {PART_VERB, FORM_GERUND, "evacuate", "evacuating"},
    {PART_VERB, FORM_PAST, "gun down", "gunned down"},
    {PART_VERB, FORM_PARTICIPLE, "take hostage", "taken hostage"},
    {PART_VERB, FORM_PRESENT, "lose their lives", "loses their lives"},
    {PART_NOUN, FORM_SINGULAR, "death", "death"},
    {PART_NOUN, FORM_PLURAL, "death", "deaths"},
    {PART_NOUN, FORM_PLURAL, "fatality", "fatalities"},
    {PART_NOUN, FORM_PLURAL, "body", "bodies"},
    {PART_NOUN, FORM_PLURAL, "policeman", "policemen"},
    {PART_NOUN, FORM_PLURAL, "German", "Germans"},
    {PART_NOUN, FORM_PLURAL, "schoolchild", "schoolchildren"},
    {PART_NOUN, FORM_PLURAL, "person", "people"},
    {PART_NOUN, FORM_PLURAL, "displaced person", "displaced persons"},
    {PART_NOUN, FORM_PLURAL, "church", "churches"},
    {PART_NOUN, FORM_PLURAL, "loss of life", "losses of life"},
    {PART_NOUN, FORM_PLURAL, "school closure", "school closures"},
    {PART_ADJECTIVE, FORM_PLAIN, "dead", "dead"},
};

static void forms_are_made(void **state) {
    (void)state;
    xc_arena *arena = xc_arena_new();
    inflection_table *inflection = NULL;
    xc_error error = {0};
    size_t missing = 0;
    assert_non_null(arena);
    assert_int_equal(inflection_load(XC_SOURCE_DIR "/claims/en", arena, &inflection, &error),
                     XC_OK);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        xc_slice words[MOST_FORMS];
        size_t count = inflect_word(inflection, rows[i].part, rows[i].form,
                                    xc_slice_of(rows[i].lemma), arena, words, &error);
        bool found = false;
        for (size_t j = 0; j < count; j++) {
            found |= xc_slice_is(words[j], rows[i].word);
        }
        if (!found) {
            print_error("%s: no '%s', but '%.*s'\n", rows[i].lemma, rows[i].word,
                        XC_PRINT(count ? words[0] : (xc_slice){0}));
            missing++;
        }
    }
    xc_arena_free(arena);
    assert_int_equal(missing, 0);
}

static void write_table(const char *name, const char *text) {
    xc_error error = {0};
    (void)mkdir("inflection-test", 0777);
    assert_int_equal(xc_file_write(name, xc_slice_of(text), &error), XC_OK);
}

static void wrong_tables_are_told(void **state) {
    (void)state;
    static const struct {
        const char *text, *message;
        long line;
    } tables[] = {
        {"part,form,ending\n", "missing column 'replacement'", 1},
        {"part,form,ending,replacement,more\n", "unknown column 'more'", 1},
        {"part,form,ending,replacement\nverb,past,e,ed\nverb,passed,e,ed\n",
         "unknown form 'passed'", 3},
        {"part,form,ending,replacement\r\n\r\npronoun,plural,e,ed\r\n",
         "unknown part 'pronoun'", 3},
        {"part,form,ending,replacement\nverb,past,e,ed,x\n", "does not have the 4 cells", 2},
        {"part,form,ending,replacement\n\"verb,past,e,ed\n", "close every quote", 2},
    };
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        write_table("inflection-test/inflection.csv", tables[i].text);
        xc_arena *arena = xc_arena_new();
        inflection_table *inflection = NULL;
        xc_error error = {0};
        xc_status status = inflection_load("inflection-test", arena, &inflection, &error);
        xc_arena_free(arena);
        if (status != XC_BAD_RULE || !strstr(error.message, tables[i].message) ||
            error.line != tables[i].line) {
            fail_msg("wanted line %ld \"%s\", got line %ld \"%s\"", tables[i].line,
                     tables[i].message, error.line, error.message);
        }
    }
    (void)unlink("inflection-test/inflection.csv");
    (void)rmdir("inflection-test");
}

static void words_stand_as_they_are_without_tables(void **state) {
    (void)state;
    xc_arena *arena = xc_arena_new();
    inflection_table *inflection = NULL;
    xc_error error = {0};
    xc_slice words[MOST_FORMS];
    assert_int_equal(inflection_load("/nowhere", arena, &inflection, &error), XC_OK);
    assert_int_equal(inflect_word(inflection, PART_NOUN, FORM_PLURAL, XC_SLICE("casa"), arena,
                                  words, &error),
                     1);
    assert_true(xc_slice_is(words[0], "casa"));
    xc_arena_free(arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(forms_are_made),
        cmocka_unit_test(wrong_tables_are_told),
        cmocka_unit_test(words_stand_as_they_are_without_tables),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
