// SPDX-License-Identifier: MIT
// Whom a word counts, room by room of src/extract/count: roles, scope, carriers, parts, and figures
// of clauses that leave out what they count. All is skipped where the language has no model.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "crossclaim/extract.h"

#include <stdlib.h>

static xc_rules *rules;

static int set_up(void **state) {
    (void)state;
    xc_error error = {0};
    if (xc_rules_load(XC_SOURCE_DIR "/claims", NULL, 0, &rules, &error) != XC_OK) {
        print_error("%s\n", error.message);
        return -1;
    }
    return 0;
}

static int tear_down(void **state) {
    (void)state;
    xc_rules_free(rules);
    return 0;
}

// A sentence, and its counted claims as `measure=value[:subject][~modality][^]`, in the order of the
// text, parted by a blank; ^ is a part of another, asserted is left out, and so are people.
typedef struct telling {
    const char *text, *claims;
} telling;

static const telling of_roles[] = {
    {"Raiders killed nine beekeepers.", "killed=9"},
    {"Nine beekeepers were killed by raiders.", "killed=9"},
    {"Nine beekeepers were reported killed.", "killed=9"},
    {"Nine beekeepers are said to have been killed.", "killed=9"},
    {"The nine beekeepers whom the raiders had killed were brothers.", "killed=9"},
    {"Among the injured were four glaziers.", "injured=4:workers"},
    {"The dead include four glaziers.", "killed=4:workers"},
    {"Guards stopped, searched and arrested 13 drovers.", "detained=13:workers"},
    {"The order forced 60 potters to leave their homes.", "forced_to_flee=60:workers"},
    {"The guards failed to arrest the 13 drovers.", ""},
    {"The bodies of the guide and nine hikers were found.", "killed=9"},
    {"He shot three clerks fatally.", "killed=3:workers"},
};

static const telling of_scope[] = {
    {"It is feared that 30 divers have drowned.", "killed=30~feared"},
    {"In the disputed valley a mine killed 30 divers.", "killed=30"},
    {"The mayor denied that 30 divers had drowned.", "killed=30~denied"},
    {"About 600 potters will be evacuated on Monday.", "evacuated=600:workers~predicted"},
    {"Unless it rains, 600 potters could be evacuated.", "evacuated=600:workers~conditional"},
    {"Some 30 divers have not been found.", "missing=30"},
};

static const telling of_carriers[] = {
    {"Four heavily armed Orvanian border guards were kidnapped.", "abducted=4:soldiers"},
    {"Dozens of villagers were arrested.", "detained="},
    {"The mayor, two guards and three children were killed.",
     "killed=1 killed=2:police killed=3:children"},
    {"Some 120 homes in four districts were destroyed.", "housing_destroyed=120:houses"},
    {"Five missing pages were found.", ""},
    {"The death of dozens of pilgrims marks a low point.", "killed="},
    {"Nine governing bodies met in Lorvik.", ""},
};

static const telling of_parts[] = {
    {"The blast killed 12 people, three of them children.", "killed=12 killed=3:children^"},
    {"Of the 80 injured, 12 are children.", "injured=80 injured=12:children^"},
    {"Some 340 homes were destroyed and 560 partly damaged.", "housing_destroyed=340:houses "
                                                              "housing_damaged=560:houses"},
    {"Doctors spoke of 30 dead and 55 wounded, 15 critically.",
     "killed=30 injured=55 injured=15^"},
    {"The fire hurt 55 people, five critically.", "injured=55 injured=5^"},
};

static const telling of_gaps[] = {
    {"The army says 29 men died; the rebels say more than 40.", "killed=29:men killed=40:men"},
    {"The union counts 24 arrests, the ministry 17.", "detained=24 detained=17"},
    {"By the count of the army 47 people drowned, and by that of the union 58.",
     "killed=47 killed=58"},
    {"Varn says it lost six men; Kessia puts its own losses at four.",
     "killed=6:men killed=4:men"},
    {"Police arrested 173 people, while organisers spoke of 240.", "detained=173 detained=240"},
    {"Twelve people were killed, according to the police, or 15, according to the union.",
     "killed=12 killed=15"},
    {"Twelve people were killed. The provincial government still speaks of 15.",
     "killed=12 killed=15"},
    {"Twelve people were killed and the survivors took Flight 93.", "killed=12"},
    {"Twelve people were killed on Monday and Ivan, 15, was hurt.", "killed=12"},
};

static void print_claim(xc_buffer *out, const xc_claim *claim) {
    xc_buffer_print(out, "%s%.*s=", out->len ? " " : "", XC_PRINT(claim->measure));
    if (claim->value.known) {
        char value[XC_DECIMAL_PRINTED];
        (void)xc_decimal_print(claim->value.value, value);
        xc_buffer_text(out, value);
    }
    if (claim->subject.len && !xc_slice_is(claim->subject, "people")) {
        xc_buffer_print(out, ":%.*s", XC_PRINT(claim->subject));
    }
    if (claim->modality != XC_ASSERTED) {
        xc_buffer_print(out, "~%s", xc_modality_text(claim->modality));
    }
    if (claim->part_of.len) {
        xc_buffer_text(out, "^");
    }
}

static void check(const telling *tellings, size_t count) {
    xc_extractor *extractor = xc_extractor_new(rules);
    assert_non_null(extractor);
    xc_document probe = {.key = XC_SLICE("key"), .text = XC_SLICE("Two men died.")};
    xc_explanation what;
    assert_int_equal(xc_explain(extractor, &probe, &what, NULL), XC_OK);
    if (!what.trees) {
        xc_extractor_free(extractor);
        skip(); // the program works without it
    }
    size_t wrong = 0;
    for (size_t i = 0; i < count; i++) {
        xc_document document = {.key = XC_SLICE("key"), .text = xc_slice_of(tellings[i].text)};
        xc_claims claims;
        assert_int_equal(xc_extract(extractor, &document, &claims, NULL), XC_OK);
        xc_buffer found = {0};
        for (size_t j = 0; j < claims.count; j++) {
            const xc_claim *claim = &claims.items[j];
            if (!xc_slice_is(claim->measure, "event") &&
                !xc_slice_is(claim->measure, "status")) {
                print_claim(&found, claim);
            }
        }
        if (!xc_slice_is(xc_buffer_slice(&found), tellings[i].claims)) {
            wrong++;
            print_error("\"%s\": \"%.*s\", not \"%s\"\n", tellings[i].text,
                        XC_PRINT(xc_buffer_slice(&found)), tellings[i].claims);
        }
        xc_buffer_release(&found);
    }
    xc_extractor_free(extractor);
    assert_int_equal(wrong, 0);
}

#define CHECK(table) check(table, sizeof(table) / sizeof *(table))

static void a_word_counts_whom_its_roles_name(void **state) {
    (void)state;
    CHECK(of_roles);
}

static void a_mood_reaches_its_own_clause(void **state) {
    (void)state;
    CHECK(of_scope);
}

static void a_number_is_of_its_noun(void **state) {
    (void)state;
    CHECK(of_carriers);
}

static void a_part_knows_its_whole(void **state) {
    (void)state;
    CHECK(of_parts);
}

static void a_clause_may_leave_out_what_it_counts(void **state) {
    (void)state;
    CHECK(of_gaps);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_word_counts_whom_its_roles_name),
        cmocka_unit_test(a_mood_reaches_its_own_clause),
        cmocka_unit_test(a_number_is_of_its_noun),
        cmocka_unit_test(a_part_knows_its_whole),
        cmocka_unit_test(a_clause_may_leave_out_what_it_counts),
    };
    return cmocka_run_group_tests_name("counting", tests, set_up, tear_down);
}
