// SPDX-License-Identifier: MIT
// Packs that are wrong, each in one way: tests/data/packs/wrong-NAME/wrong.yaml. The message
// tells the line and the mend.
#include "crossclaim/extract.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

typedef struct wrong_pack {
    const char *name;
    long line;
    const char *message; // what it begins with
} wrong_pack;

static const wrong_pack packs[] = {
    {"bad-confidence", 4, "'confidence' must be between 0 and 1"},
    {"bad-count", 7, "'count' is 'both'; write object or subject"},
    {"bad-modality", 4,
     "modality 'maybe' is unknown; use asserted, denied, feared, predicted or conditional"},
    {"bad-name", 4, "'id' 'one:two' is no name; use letters, digits, '_' and '-'"},
    {"bad-pattern", 6,
     "the pattern is wrong at its byte 19: missing closing parenthesis; mend it there"},
    {"bad-value", 8, "an example's value is 'five'; write a plain number such as 1200"},
    {"braces", 6, "braces do not pair; write {one|other}, not nested"},
    {"braces-bomb", 6, "braces give more than 256 phrases; write fewer alternatives"},
    {"class-not", 7,
     "class 'solders' is not declared; declare it under subjects:, or did you mean "
     "'soldiers'?"},
    {"class-subject", 8,
     "class 'peple' is not declared; declare it under subjects:, or did you mean 'people'?"},
    {"class-again", 4,
     "class 'soldiers' is declared with another parent or unit; give words alone, or take "
     "another name"},
    {"duplicate-id", 5, "rule 'one' stands twice; give one another id"},
    {"duplicate-key", 5, "key 'id' stands twice in a rule; keep one"},
    {"duplicate-measure", 4,
     "measure 'killed' is declared already; add rules to it, or take another name"},
    {"empty-list", 6, "a rule's words is an empty list; fill it or remove its key"},
    {"example-no-text", 8, "an example of 'fails' must be a text, not a mapping"},
    {"example-no-value", 8, "the example has no 'value:', 'low:' or 'high:'; add one"},
    {"list-for-text", 4, "'id' must be a text, not a list"},
    {"misplaced-by", 4, "'by' goes with verbs: alone; remove it"},
    {"misplaced-where", 4, "'where' goes with verbs: alone; remove it"},
    {"where", 4, "'where' is 'nowhere'; write place"},
    {"misplaced-after", 4, "'after' goes with quantities: alone; remove it"},
    {"near", 8, "measure 'shops_opened' is not declared; did you mean 'shops_closed'?"},
    {"no-count", 4,
     "the rule has no 'count:'; add count: object (who is counted is what the verb acts on) or "
     "count: subject"},
    {"no-count-group", 6,
     "the pattern has no group 'count'; name the number's group (?<count>...)"},
    {"no-language", 1, "the pack has no 'language:'; add it"},
    {"no-measure", 4, "the rule has no 'measure:'; add it"},
    {"no-words", 4,
     "the rule has no words; add verbs:, nouns:, adjectives:, pattern: or quantities:"},
    {"not-yaml", 5, "not YAML: "},
    {"only-a-list", 1, "no pack: begin with 'pack:' and a name"},
    {"pack-twice", 1, "pack 'casualties' is the name of"},
    {"parent", 4, "parent 'clergy' is not declared; declare it above"},
    {"quantity", 4, "quantity 'weight' is unknown; use duration, money, percent or fraction"},
    {"text-for-list", 6, "a rule's words must be a list, as [one, two]"},
    {"two-kinds", 7, "a rule has 'nouns:' or 'adjectives:', not both; make it two rules"},
    {"unknown-class", 7,
     "class 'solders' is not declared; declare it under subjects:, or did you mean "
     "'soldiers'?"},
    {"unknown-key", 6, "unknown key 'verb' in a rule; did you mean 'verbs'?"},
    {"unknown-language", 2, "language 'xx' has no folder beside 'en'; use one that has"},
    {"unknown-measure", 5,
     "measure 'kiled' is not declared; declare it under measures:, or did you mean 'killed'?"},
    {"unknown-topic", 5,
     "topic 'economics' is not declared; declare it under topics:, or did you mean 'economy'?"},
    {"statement-count", 8, "'count' goes with verbs: alone; remove it"},
    {"statement-need", 8,
     "need 'weather' is unknown; use time, subject, object, actor, name or event"},
    {"statement-no-words", 4, "the statement has no words; add verbs:, nouns: or adjectives:"},
};

// One row; the message printed on failure says which.
static bool is_refused(const wrong_pack *pack) {
    char folder[1024];
    (void)snprintf(folder, sizeof folder, XC_SOURCE_DIR "/tests/data/packs/wrong-%s",
                   pack->name);
    const char *folders[] = {folder};
    xc_rules *rules = NULL;
    xc_error error = {0};
    xc_status status = xc_rules_load(XC_SOURCE_DIR "/claims", folders, 1, &rules, &error);
    bool right = status == XC_BAD_RULE && rules == NULL && error.line == pack->line &&
                 strncmp(error.message, pack->message, strlen(pack->message)) == 0 &&
                 strstr(error.path, pack->name);
    if (!right) {
        print_error("%s: wanted line %ld \"%s\", got status %d, %s:%ld \"%s\"\n", pack->name,
                    pack->line, pack->message, (int)status, error.path, error.line,
                    error.message);
    }
    xc_rules_free(rules);
    return right;
}

static void wrong_packs_are_refused(void **state) {
    (void)state;
    size_t wrong = 0;
    for (size_t i = 0; i < sizeof packs / sizeof *packs; i++) {
        wrong += !is_refused(&packs[i]);
    }
    assert_int_equal(wrong, 0);
}

static void a_missing_folder_is_told(void **state) {
    (void)state;
    const char *folders[] = {"/nowhere/at/all"};
    xc_rules *rules = NULL;
    xc_error error = {0};
    assert_int_equal(xc_rules_load(XC_SOURCE_DIR "/claims", folders, 1, &rules, &error), XC_IO);
    assert_non_null(strstr(error.message, "cannot open the folder"));
    error = (xc_error){0};
    assert_int_equal(xc_rules_load("/nowhere/at/all", NULL, 0, &rules, &error), XC_IO);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(wrong_packs_are_refused),
                                       cmocka_unit_test(a_missing_folder_is_told)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
