// SPDX-License-Identifier: MIT
// Which happening the claims of a text belong to: what it is about, another of the same days, or
// one of earlier times.
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

// What every text begins with; it is of 5 June 2024.
static const char lead[] = "Blast in Orvane kills nine\n\nA bomb blast at a market killed nine "
                           "people on Tuesday, police said.\n\n";

static const struct {
    const char *text; // that follows the lead
    int64_t value;    // of the claim asked for
    xc_happening_role role;
    const char *kind, *from;
} tellings[] = {
    {"Another 31 people were injured.", 31, XC_MAIN, "explode", "2024-06-04"},
    {"At least 44 people have died, officials said on Wednesday.", 44, XC_MAIN, "explode",
     "2024-06-04"},
    {"By Wednesday 17 people were missing.", 17, XC_MAIN, "explode", "2024-06-04"},
    {"The 12 wounded were taken away in the deadliest attack since 2009.", 12, XC_MAIN,
     "explode", "2024-06-04"},
    {"Since Monday, 14 people have been injured.", 14, XC_MAIN, "explode", "2024-06-04"},
    {"It was the worst attack since 2009, when 31 people died in a shooting.", 31, XC_RECALLED,
     "shooting", "2009"},
    {"More than 9,000 people have died since the war began.", 9000, XC_RECALLED, "war", ""},
    {"Since 2014, 9,000 people have been killed.", 9000, XC_RECALLED, "", "2014"},
    {"In 2011, a flood killed 120 people.", 120, XC_RECALLED, "flood", "2011"},
    {"In 2011, a flood killed 120 people. It injured 300 more.", 300, XC_RECALLED, "flood", ""},
    {"Four people were killed in a similar attack in March 2019.", 4, XC_RECALLED, "attack",
     "2019-03"},
    {"An earlier raid killed 6 people.", 6, XC_RECALLED, "attack", ""},
    {"The 2016 siege killed 77 people.", 77, XC_RECALLED, "siege", ""},
    {"In 2011, a flood killed 120 people. It injured 300 people and left 21 missing.", 21,
     XC_RECALLED, "flood", ""},
    {"An earlier army raid killed 8 people.", 8, XC_RECALLED, "attack", ""},
    {"Some 50 people fled the hills, where clashes have gone on since 2019.", 50, XC_MAIN,
     "explode", "2024-06-04"},
    {"Last year 130 people were killed in clashes.", 130, XC_RECALLED, "fight", "2023"},
    {"The war, now in its third year, has killed 5,000 people.", 5000, XC_RECALLED, "war", ""},
    {"The drought has displaced 7,000 people.", 7000, XC_RECALLED, "drought", ""},
    {"A long conflict has left 8,000 people dead.", 8000, XC_RECALLED, "conflict", ""},
    {"On Monday the war killed 16 people.", 16, XC_MAIN, "explode", "2024-06-04"},
};

// Texts without a lead: what their noun is, and is not.
static const struct {
    const char *text;
    int64_t value;
    const char *kind;
} kinds[] = {
    {"Gunmen opened fire on a market in Orvane, killing nine people.", 9, ""},
    {"Police returned fire and killed two men in Orvane.", 2, ""},
    {"Three soldiers were killed by enemy fire near Orvane.", 3, ""},
    {"The fire chief said four people were hurt in the flood in Orvane.", 4, "flood"},
    {"A fire department spokesman said six people died when a bus hit a tree.", 6, ""},
    {"A cease-fire began after 40 people were killed in Orvane.", 40, ""},
    {"Three runners died of heart attacks in Orvane.", 3, ""},
    {"An air strike killed 12 people in Orvane.", 12, "bombard"},
    {"A missile strike hit a school in Orvane and killed five children.", 5, "bombard"},
    {"An air strike hit Orvane on Monday. The strike killed eight people.", 8, "bombard"},
    {"A strike by rail workers stranded 300 people in Orvane.", 300, "protest"},
    {"A house fire killed four people in Orvane.", 4, "fire"},
};

// The claim of a value behind the lead.
static const xc_claim *find_claim(const xc_claims *claims, size_t behind, int64_t value) {
    for (size_t i = 0; i < claims->count; i++) {
        const xc_claim *claim = &claims->items[i];
        if (claim->start >= behind && claim->value.known &&
            xc_decimal_compare(claim->value.value, xc_decimal_of(value)) == 0) {
            return claim;
        }
    }
    return NULL;
}

static void a_claim_has_the_happening_of_its_clause(void **state) {
    (void)state;
    xc_extractor *extractor = xc_extractor_new(rules);
    assert_non_null(extractor);
    size_t wrong = 0;
    for (size_t i = 0; i < sizeof tellings / sizeof *tellings; i++) {
        xc_buffer text = {0};
        xc_buffer_print(&text, "%s%s", lead, tellings[i].text);
        xc_document document = {.key = XC_SLICE("key"),
                                .text = xc_buffer_slice(&text),
                                .published = XC_SLICE("2024-06-05")};
        xc_claims claims;
        assert_int_equal(xc_extract(extractor, &document, &claims, NULL), XC_OK);
        const xc_claim *asked = find_claim(&claims, sizeof lead - 1, tellings[i].value);
        if (!asked) {
            wrong++;
            print_error("\"%s\": no claim\n", tellings[i].text);
            xc_buffer_release(&text);
            continue;
        }
        const xc_happening *h = &asked->happening;
        if (h->role != tellings[i].role || !xc_slice_is(h->kind, tellings[i].kind) ||
            !xc_slice_is(h->from, tellings[i].from)) {
            wrong++;
            print_error("\"%s\": %s, \"%.*s\", \"%.*s\"\n", tellings[i].text,
                        xc_happening_role_text(h->role), XC_PRINT(h->kind), XC_PRINT(h->from));
        }
        xc_buffer_release(&text);
    }
    xc_extractor_free(extractor);
    assert_int_equal(wrong, 0);
}

static void a_happening_is_of_the_kind_that_its_noun_tells(void **state) {
    (void)state;
    xc_extractor *extractor = xc_extractor_new(rules);
    assert_non_null(extractor);
    size_t wrong = 0;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        xc_document document = {.key = XC_SLICE("key"),
                                .text = xc_slice_of(kinds[i].text),
                                .published = XC_SLICE("2024-06-05")};
        xc_claims claims;
        assert_int_equal(xc_extract(extractor, &document, &claims, NULL), XC_OK);
        const xc_claim *asked = find_claim(&claims, 0, kinds[i].value);
        if (!asked || !xc_slice_is(asked->happening.kind, kinds[i].kind)) {
            wrong++;
            print_error("\"%s\": \"%.*s\"\n", kinds[i].text,
                        XC_PRINT(asked ? asked->happening.kind : XC_SLICE("no claim")));
        }
    }
    xc_extractor_free(extractor);
    assert_int_equal(wrong, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_claim_has_the_happening_of_its_clause),
        cmocka_unit_test(a_happening_is_of_the_kind_that_its_noun_tells),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
