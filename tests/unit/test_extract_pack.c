// SPDX-License-Identifier: MIT
// The shipped packs load.
#include "crossclaim/extract.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static xc_rules *load(const char *folder) {
    const char *folders[] = {folder};
    xc_rules *rules = NULL;
    xc_error error = {0};
    if (xc_rules_load(XC_SOURCE_DIR "/claims", folders, folder ? 1 : 0, &rules, &error) !=
        XC_OK) {
        fail_msg("%s:%ld: %s", error.path, error.line, error.message);
    }
    return rules;
}

static const xc_measure *measure_of(const xc_rules *rules, const char *name) {
    size_t count = 0;
    const xc_measure *measures = xc_rules_measures(rules, &count);
    for (size_t i = 0; i < count; i++) {
        if (xc_slice_is(measures[i].name, name)) {
            return &measures[i];
        }
    }
    fail_msg("no measure '%s'", name);
    return NULL;
}

// The table of the interface page.
static const char *const interface_measures[][2] = {
    {"casualties", "killed"},
    {"casualties", "injured"},
    {"casualties", "missing"},
    {"casualties", "casualties"},
    {"displacement", "displaced"},
    {"displacement", "evacuated"},
    {"displacement", "forced_to_flee"},
    {"displacement", "sheltered"},
    {"displacement", "in_relief_camp"},
    {"displacement", "relocated"},
    {"displacement", "homeless"},
    {"displacement", "housing_destroyed"},
    {"displacement", "housing_damaged"},
    {"displacement", "arrived"},
    {"displacement", "returned"},
    {"displacement", "registered"},
    {"displacement", "affected"},
    {"detention", "detained"},
    {"detention", "abducted"},
    {"detention", "released"},
    {"forces", "troops"},
    {"forces", "weapons"},
    {"forces", "equipment"},
    {"forces", "sorties"},
    {"population", "population"},
    {"aid", "aid_delivered"},
    {"aid", "people_assisted"},
    {"duration", "duration"},
    {"economy", "money"},
    {"economy", "share"},
    {"event", "event"},
    {"status", "status"},
};

static void every_measure_is_declared(void **state) {
    (void)state;
    xc_rules *rules = load(NULL);
    for (size_t i = 0; i < sizeof interface_measures / sizeof *interface_measures; i++) {
        const xc_measure *measure = measure_of(rules, interface_measures[i][1]);
        assert_true(xc_slice_is(measure->topic, interface_measures[i][0]));
        assert_true(measure->topic_title.len > 0 && measure->is.len > 0);
    }
    xc_rules_free(rules);
}

static void every_rule_carries_examples(void **state) {
    (void)state;
    xc_rules *rules = load(NULL);
    size_t count = xc_rules_count(rules), poor = 0;
    assert_true(count > 50);
    for (size_t i = 0; i < count; i++) {
        xc_rule_info info = xc_rules_info(rules, i);
        if (info.matches < 2 || info.fails < 1) {
            print_error("%.*s:%.*s has %zu that match and %zu that fail\n", XC_PRINT(info.pack),
                        XC_PRINT(info.id), info.matches, info.fails);
            poor++;
        }
    }
    xc_rules_free(rules);
    assert_int_equal(poor, 0);
}

static bool is_near(const xc_measure *measure, const char *name) {
    for (size_t i = 0; i < measure->near_count; i++) {
        if (xc_slice_is(measure->near[i], name)) {
            return true;
        }
    }
    return false;
}

static void nearness_holds_both_ways(void **state) {
    (void)state;
    xc_rules *rules = load(XC_SOURCE_DIR "/tests/data/packs/schools");
    assert_true(is_near(measure_of(rules, "schools_closed"), "affected"));
    assert_true(is_near(measure_of(rules, "affected"), "schools_closed"));
    assert_false(is_near(measure_of(rules, "killed"), "schools_closed"));
    xc_rules_free(rules);
}

// The pack of the interface page, word for word.
static void the_schools_pack_loads(void **state) {
    (void)state;
    xc_rules *rules = load(XC_SOURCE_DIR "/tests/data/packs/schools");
    const xc_measure *measure = measure_of(rules, "schools_closed");
    assert_true(xc_slice_is(measure->topic_title, "Education"));
    assert_true(xc_slice_is(measure->unit, "building"));
    size_t count = 0;
    const xc_pack *packs = xc_rules_packs(rules, &count);
    const xc_pack *schools = &packs[count - 1];
    assert_true(xc_slice_is(schools->name, "schools"));
    assert_int_equal(schools->rules, 3);
    assert_int_equal(schools->measures, 1);
    assert_true(schools->hash != 0);
    static const char *const kinds[] = {"verbs", "nouns", "pattern"};
    for (size_t i = 0; i < 3; i++) {
        xc_rule_info info = xc_rules_info(rules, xc_rules_count(rules) - 3 + i);
        assert_string_equal(info.kind, kinds[i]);
        assert_int_equal(info.matches, 2);
        assert_int_equal(info.fails, 1);
    }
    xc_rules_free(rules);
}

// The class that the first claim of a text gets.
static void assert_subject(xc_rules *rules, const char *text, const char *subject) {
    xc_extractor *extractor = xc_extractor_new(rules);
    xc_document document = {.text = xc_slice_of(text), .language = XC_SLICE("en")};
    xc_claims claims;
    xc_error error = {0};
    assert_int_equal(xc_extract(extractor, &document, &claims, &error), XC_OK);
    assert_int_equal(claims.count, 1);
    if (!xc_slice_is(claims.items[0].subject, subject)) {
        fail_msg("\"%s\" counts '%.*s', not '%s'", text, XC_PRINT(claims.items[0].subject),
                 subject);
    }
    xc_extractor_free(extractor);
}

static void classes_are_told(void **state) {
    (void)state;
    xc_rules *rules = load(XC_SOURCE_DIR "/tests/data/packs/classes");
    assert_subject(rules, "They picked 40 apples.", "fruit");
    assert_subject(rules, "They picked 60 quinces.", "fruit");
    assert_subject(rules, "They harvested 900 hazelnuts.", "nuts");
    assert_subject(rules, "Divers recovered 12 bodies from the lake.", "people");
    xc_rules_free(rules);
}

static void own_classes_come_first(void **state) {
    (void)state;
    xc_rules *rules = load(XC_SOURCE_DIR "/tests/data/packs/bridges");
    assert_subject(rules, "The storm destroyed 7 bridges.", "bridges"); // shipped: buildings
    assert_subject(rules, "The storm destroyed 7 barns.", "buildings");
    xc_rules_free(rules);
}

// How many claims a text gives, and the pack of the first.
static void assert_claims(xc_rules *rules, const char *language, const char *text, size_t count,
                          const char *rule) {
    xc_extractor *extractor = xc_extractor_new(rules);
    xc_document document = {.text = xc_slice_of(text), .language = xc_slice_of(language)};
    xc_claims claims;
    xc_error error = {0};
    assert_int_equal(xc_extract(extractor, &document, &claims, &error), XC_OK);
    assert_int_equal(claims.count, count);
    if (count) {
        assert_true(xc_slice_is(claims.items[0].rule, rule));
    }
    xc_extractor_free(extractor);
}

// A page's declared language counts for little beside its own words.
static void the_text_tells_its_language(void **state) {
    (void)state;
    static const char german[] = "Am Montag haben die Leute im Ort lange gewartet, weil der "
                                 "Bus nicht kam. Viele sind dann zu "
                                 "Fuss gegangen, und einige blieben einfach stehen. Wie es "
                                 "hiess, lag es am Schnee, der seit "
                                 "dem Morgen fiel und alle Wege bedeckte. Im Tal fuhren nur "
                                 "noch 12 Wagen, die anderen 30 "
                                 "standen in der Halle und sollten erst am Abend wieder "
                                 "fahren, sagte der Leiter des Betriebs.";
    static const char spanish[] = "El lunes por la tarde una fuerte tormenta cruzó el valle y "
                                  "dejó sin luz a varios barrios de "
                                  "la ciudad. Según los bomberos, el agua entró en las casas y "
                                  "arrastró los coches que estaban "
                                  "en la calle. Doce personas murieron en el choque de un "
                                  "autobús que salía del puente. Los "
                                  "vecinos pasaron la noche en la escuela y por la mañana "
                                  "volvieron a limpiar sus patios.";
    xc_rules *rules = load(NULL);
    assert_claims(rules, "", german, 0, "");
    assert_claims(rules, "en", german, 0, "");
    assert_claims(rules, "", spanish, 1, "victimas:morir");
    assert_claims(rules, "en-GB", spanish, 1, "victimas:morir");
    assert_claims(rules, "es", "Doce personas murieron.", 1, "victimas:morir");
    assert_claims(rules, "en-US", "Twelve people died.", 1, "casualties:die");
    assert_claims(rules, "", "Twelve people died.", 1, "casualties:die");
    xc_rules_free(rules);
}

// A list of names, of places or of figures has few closed words: what is stated counts, what is
// said further on too, and an address tells nothing.
static void lists_keep_their_language(void **state) {
    (void)state;
    static const struct {
        const char *language, *first, *repeated, *last;
        size_t times;
    } cases[] = {
        {"en", "Twelve people died. The names of the dead: ", "Ivan Marshov (20), ", "", 80},
        {"en", "", "Upper Marsh: killed, hurt, missed. ", "Twelve people died.", 40},
        {"en", "", "MARSHOV IVAN, ", "Twelve people died.", 60},
        {"", "", "Ivan Marshov, Petra Mill, ",
         "Twelve people died. It was the first time that the river had come into the streets "
         "of "
         "the town, and those who had seen it said that they would not have thought that it "
         "could. They were told to go to the school on the hill and to wait there for what was "
         "to come, which was not much. It was only when the water was gone that they were able "
         "to go back to what was left of their homes, and many of them would not.",
         1000},
        {"", "Twelve people died, with all names: https://example.org/list?", "utm_a=1&", "",
         100},
    };
    xc_rules *rules = load(NULL);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        xc_buffer text = {0};
        xc_buffer_text(&text, cases[i].first);
        for (size_t k = 0; k < cases[i].times; k++) {
            xc_buffer_text(&text, cases[i].repeated);
        }
        xc_buffer_print(&text, "\n\n%s", cases[i].last);
        xc_extractor *extractor = xc_extractor_new(rules);
        xc_document document = {.text = xc_buffer_slice(&text),
                                .language = xc_slice_of(cases[i].language)};
        xc_claims claims;
        assert_int_equal(xc_extract(extractor, &document, &claims, NULL), XC_OK);
        bool has = false;
        for (size_t k = 0; k < claims.count; k++) {
            has = has || xc_slice_is(claims.items[k].rule, "casualties:die");
        }
        if (!has) {
            fail_msg("case %zu gives no claim", i);
        }
        xc_extractor_free(extractor);
        xc_buffer_release(&text);
    }
    xc_rules_free(rules);
}

// Every example of the shipped packs and of the interface's comes out as its rule says.
static void examples_come_out(void **state) {
    (void)state;
    xc_rules *rules = load(XC_SOURCE_DIR "/tests/data/packs/schools");
    xc_arena *arena = xc_arena_new();
    xc_check_failure *failures = NULL;
    size_t failed = 0, examples = 0;
    xc_error error = {0};
    assert_int_equal(xc_rules_check(rules, arena, &failures, &failed, &examples, &error),
                     XC_OK);
    for (size_t i = 0; i < failed; i++) {
        print_error("%.*s:%ld: \"%.*s\" should give %.*s and gives %.*s\n",
                    XC_PRINT(failures[i].rule.path), failures[i].line,
                    XC_PRINT(failures[i].text), XC_PRINT(failures[i].wanted),
                    XC_PRINT(failures[i].got));
    }
    xc_arena_free(arena);
    xc_rules_free(rules);
    assert_true(examples > 200);
    assert_int_equal(failed, 0);
}

// An example that does not hold is told with what was wanted and what came.
static void a_failing_example_is_told(void **state) {
    (void)state;
    xc_rules *rules = load(XC_SOURCE_DIR "/tests/data/packs/failing");
    xc_arena *arena = xc_arena_new();
    xc_check_failure *failures = NULL;
    size_t failed = 0, examples = 0;
    xc_error error = {0};
    assert_int_equal(xc_rules_check(rules, arena, &failures, &failed, &examples, &error),
                     XC_OK);
    const xc_check_failure *told = &failures[failed - 3]; // the user's packs come last
    assert_true(failed >= 3);
    assert_int_equal(told[0].line, 12);
    assert_true(xc_slice_is(told[0].wanted, "7 goals"));
    assert_true(xc_slice_is(told[0].got, "6 goals [6 to 6] by failing:goals"));
    assert_true(xc_slice_is(told[1].got, "no claim"));
    assert_true(xc_slice_is(told[2].wanted, "no claim by failing:goals"));
    xc_arena_free(arena);
    xc_rules_free(rules);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_measure_is_declared),
                                       cmocka_unit_test(every_rule_carries_examples),
                                       cmocka_unit_test(nearness_holds_both_ways),
                                       cmocka_unit_test(the_schools_pack_loads),
                                       cmocka_unit_test(the_text_tells_its_language),
                                       cmocka_unit_test(lists_keep_their_language),
                                       cmocka_unit_test(classes_are_told),
                                       cmocka_unit_test(own_classes_come_first),
                                       cmocka_unit_test(examples_come_out),
                                       cmocka_unit_test(a_failing_example_is_told)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
