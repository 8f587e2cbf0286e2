// SPDX-License-Identifier: MIT
// Whether two figures that differ may be held against each other, and sums of two currencies. Each
// pair is asked in both orders.
#include "compare_said.h"

#include "compare/amounts.h"
#include "compare/measured.h"
#include "compare/pair/opposed.h"
#include "compare/pair/series.h"
#include "compare/profile.h"

#define DISPLACED .measure = "displaced", .unit = "person", .subject = "people"

#define AFFECTED .measure = "affected", .unit = "person", .subject = "people"
#define HURT .measure = "injured", .unit = "person", .subject = "people"

typedef struct row {
    const char *rule;
    said one, other;
    const char *bar; // words of it; NULL where the two may be held against each other
} row;

static const row rows[] = {
    {"two tolls of one day",
     {"Daily", "2024-03-01", "12", .value = 12, .how = XC_EXACT},
     {"Post", "2024-03-01", "15", .value = 15, .how = XC_EXACT},
     NULL},
    {"one of years ago",
     {"Daily", "2024-03-01", "12", .value = 12, .how = XC_EXACT},
     {"Post", "2024-03-01", "15", .value = 15, .how = XC_EXACT, .from = "2019-05-02"},
     "another time"},
    {"days that do not meet",
     {"Daily", "2024-03-01", "12", .value = 12, .how = XC_EXACT, .from = "2024-02-20"},
     {"Post", "2024-03-01", "15", .value = 15, .how = XC_EXACT, .from = "2024-02-26"},
     "another time"},
    {"a day within the other one's days",
     {"Daily", "2024-03-01", "12", .value = 12, .how = XC_EXACT, .from = "2024-02-26"},
     {"Post", "2024-03-01", "15", .value = 15, .how = XC_EXACT, .from = "2024-02-25",
      .to = "2024-02-29"},
     NULL},
    {"pages months apart",
     {"Daily", "2024-03-01", "12", .value = 12, .how = XC_EXACT},
     {"Post", "2024-08-01", "15", .value = 15, .how = XC_EXACT},
     "months apart"},
    {"places that do not know each other",
     {"Daily", "2024-03-01", "12", .value = 12, .how = XC_EXACT},
     {"Post", "2024-03-01", "15", .value = 15, .how = XC_EXACT, .place = "Tarn"},
     "two places"},
    {"far apart on one day",
     {"Daily", "2024-03-01", "12", .value = 12, .how = XC_EXACT},
     {"Post", "2024-03-01", "90", .value = 90, .how = XC_EXACT},
     "too far apart"},
    {"as far apart, and days later",
     {"Daily", "2024-03-01", "12", .value = 12, .how = XC_EXACT},
     {"Post", "2024-03-04", "90", .value = 90, .how = XC_EXACT},
     NULL},
    {"a digit too many is shown",
     {"Daily", "2024-03-01", "45", .value = 45, .how = XC_EXACT},
     {"Post", "2024-03-01", "450", .value = 450, .how = XC_EXACT},
     NULL},
    {"a nation among all",
     {"Daily", "2024-03-01", "12 people", .value = 12, .how = XC_EXACT, .who = "people"},
     {"Post", "2024-03-01", "5 Tarnlanders", .value = 5, .how = XC_EXACT, .who = "Tarnlanders"},
     "of a name among all"},
    {"weeks told without a year",
     {"Daily", "", "12 killed in September", .value = 12, .how = XC_EXACT},
     {"Post", "2024-03-01", "15", .value = 15, .how = XC_EXACT},
     "another time"},
    {"the first minutes",
     {"Daily", "2024-03-01", "2", .value = 2, .how = XC_EXACT},
     {"Post", "2024-03-01", "15", .value = 15, .how = XC_EXACT},
     NULL},
    {"some of a whole",
     {"Daily", "2024-03-01", "30", .value = 30, .how = XC_EXACT, .measure = "injured",
      .unit = "person", .subject = "people"},
     {"Post", "2024-03-01", "30 of the 80 wounded", .value = 40, .how = XC_EXACT,
      .measure = "injured", .unit = "person", .subject = "people"},
     "some of a greater figure"},
    {"all who died of those on board",
     {"Daily", "2024-03-01", "30", .value = 30, .how = XC_EXACT, .measure = "injured",
      .unit = "person", .subject = "people"},
     {"Post", "2024-03-01", "40 of the 80 passengers", .value = 40, .how = XC_EXACT,
      .measure = "injured", .unit = "person", .subject = "people"},
     NULL},
    {"nobody in another town",
     {"Daily", "2024-03-01", "0", .value = 0, .how = XC_EXACT},
     {"Post", "2024-03-01", "1", .value = 1, .how = XC_EXACT, .place = "Tarn"},
     "counts nobody"},
    {"nobody at first",
     {"Daily", "2024-03-01", "0", .value = 0, .how = XC_EXACT},
     {"Post", "2024-03-01", "1", .value = 1, .how = XC_EXACT},
     NULL},
    {"a town and provinces that nothing names",
     {"Daily", "2024-03-01", "38,000 in five provinces", .value = 38000, .how = XC_EXACT,
      .place = "", DISPLACED},
     {"Post", "2024-03-01", "30,000", .value = 30000, .how = XC_EXACT, DISPLACED},
     "wider area"},
    {"the displaced of two towns",
     {"Daily", "2024-03-01", "38,000", .value = 38000, .how = XC_EXACT, DISPLACED},
     {"Post", "2024-03-01", "30,000", .value = 30000, .how = XC_EXACT, .place = "Tarn",
      DISPLACED},
     "two areas"},
    {"those in need among the affected",
     {"Daily", "2024-03-01", "900", .value = 900, .how = XC_EXACT, AFFECTED},
     {"Post", "2024-03-01", "250 in need", .value = 250, .how = XC_EXACT, AFFECTED},
     "in need"},
    {"a town, and it with the next one",
     {"Daily", "2024-03-01", "69", .value = 69, .how = XC_EXACT},
     {"Post", "2024-03-01", "150 from Lorvik and Tarn", .value = 150, .how = XC_EXACT},
     "two places"},
    {"a town and the next one in both",
     {"Daily", "2024-03-01", "140 from Tarn and Lorvik", .value = 140, .how = XC_EXACT},
     {"Post", "2024-03-01", "150 from Lorvik and Tarn", .value = 150, .how = XC_EXACT},
     NULL},
    {"the hurt of one day, and those of another town weeks later",
     {"Daily", "2024-03-01", "30", .value = 30, .how = XC_EXACT, .from = "2024-03-01", HURT},
     {"Post", "2024-03-25", "150", .value = 150, .how = XC_EXACT, .place = "Tarn", HURT},
     "weeks off"},
};

// Whether the later figure of the two may be the earlier one, counted on.
static const struct {
    const char *rule;
    said one, other;
    bool counts_on;
} series[] = {
    {"the displaced of a place over weeks",
     {"Daily", "2024-03-01", "12,000", .value = 12000, .how = XC_EXACT, DISPLACED},
     {"Post", "2024-04-01", "20,000", .value = 20000, .how = XC_EXACT, DISPLACED},
     true},
    {"fewer later",
     {"Daily", "2024-03-01", "20,000", .value = 20000, .how = XC_EXACT, DISPLACED},
     {"Post", "2024-04-01", "12,000", .value = 12000, .how = XC_EXACT, DISPLACED},
     false},
    {"five times as many within a week",
     {"Daily", "2024-03-01", "12,000", .value = 12000, .how = XC_EXACT, DISPLACED},
     {"Post", "2024-03-05", "60,000", .value = 60000, .how = XC_EXACT, DISPLACED},
     false},
    {"a few",
     {"Daily", "2024-03-01", "12", .value = 12, .how = XC_EXACT, DISPLACED},
     {"Post", "2024-04-01", "20", .value = 20, .how = XC_EXACT, DISPLACED},
     false},
    {"another place",
     {"Daily", "2024-03-01", "12,000", .value = 12000, .how = XC_EXACT, DISPLACED},
     {"Post", "2024-04-01", "20,000", .value = 20000, .how = XC_EXACT, .place = "Tarn",
      DISPLACED},
     false},
    {"a part",
     {"Daily", "2024-03-01", "12,000", .value = 12000, .how = XC_EXACT, DISPLACED},
     {"Post", "2024-04-01", "20,000 citizens", .value = 20000, .how = XC_EXACT,
      .who = "citizens", DISPLACED},
     false},
    {"a toll that rose",
     {"Daily", "2024-03-01", "12", .value = 12, .how = XC_EXACT},
     {"Post", "2024-03-04", "20", .value = 20, .how = XC_EXACT, .aggregation = XC_CUMULATIVE},
     true},
    {"two tolls that tell of no total",
     {"Daily", "2024-03-01", "12", .value = 12, .how = XC_EXACT},
     {"Post", "2024-03-04", "20", .value = 20, .how = XC_EXACT},
     false},
};

// What a share or a sum is of.
static const struct {
    const char *rule, *measure, *unit, *one, *other;
    bool apart;
} things[] = {
    {"two rates", "share", "percent", "where hunger fell to 8 percent",
     "where turnout fell to 19 percent", true},
    {"one rate", "share", "percent", "where hunger fell to 8 percent",
     "where hunger fell to 19 percent", false},
    {"two of one name", "share", "percent", "it is said, severe hunger fell to 8 percent",
     "it is said, mild hunger fell to 19 percent", true},
    {"one that nothing tells", "share", "percent", "where hunger fell to 8 percent",
     "19 percent", false},
    {"two sums", "money", "USD", "$3 million on buses", "$7 million on clinics", true},
    {"one sum", "money", "USD", "$3 million on buses", "$7 million on buses", false},
    {"one that stands elsewhere in the sentence", "money", "USD", "$3 million on buses",
     "for buses, with $7 million on roads", false},
};

static const xc_term more_terms[] = {
    {XC_SLICE_INIT("of_those"), XC_SLICE_INIT("of the"), XC_SLICE_INIT("")},
    {XC_SLICE_INIT("those"), XC_SLICE_INIT("wounded"), XC_SLICE_INIT("injured")},
    {XC_SLICE_INIT("of_country"), XC_SLICE_INIT("citizens"), XC_SLICE_INIT("")},
    {XC_SLICE_INIT("brings_in"), XC_SLICE_INIT("fell"), XC_SLICE_INIT("")},
    {XC_SLICE_INIT("measured_by"), XC_SLICE_INIT("on"), XC_SLICE_INIT("")},
    {XC_SLICE_INIT("no_party"), XC_SLICE_INIT("where"), XC_SLICE_INIT("")},
    {XC_SLICE_INIT("wide_area"), XC_SLICE_INIT("provinces"), XC_SLICE_INIT("")},
    {XC_SLICE_INIT("in_need"), XC_SLICE_INIT("in need"), XC_SLICE_INIT("")},
};

// A share's or a sum's own words are its number and what it is counted in.
static void mark_number(const xc_document *document, xc_claim *claim) {
    bool share = xc_slice_is(claim->measure, "share");
    if (!share && !xc_slice_is(claim->measure, "money")) {
        return;
    }
    xc_slice words = xc_slice_sub(document->text, claim->start, claim->end);
    const char *last = share ? "percent" : "million";
    size_t end = xc_slice_find(words, xc_slice_of(last));
    if (end == SIZE_MAX) {
        return;
    }
    size_t start = end;
    while (start > 0 && strchr("0123456789 $", words.ptr[start - 1])) {
        start--;
    }
    claim->end = claim->start + end + strlen(last);
    claim->start += start;
}

// The two claims as comparison sees them, in the order of the row.
static void look_at(xc_arena *arena, const row *r, profiles *all, const claim_profile *out[2]) {
    const said claims[MOST_CLAIMS] = {r->one, r->other};
    xc_case_content content = content_of(arena, claims);
    xc_term *terms = xc_arena_array(
        arena, content.term_count + sizeof more_terms / sizeof *more_terms, sizeof *terms);
    assert_non_null(terms);
    size_t count = 0;
    for (size_t i = 0; i < content.term_count; i++) { // "of the" behind a number counts some
        bool some = xc_slice_is(content.terms[i].kind, "some_of");
        if (!some) {
            terms[count++] = content.terms[i];
        }
    }
    memcpy(terms + count, more_terms, sizeof more_terms);
    content.terms = terms;
    content.term_count = count + sizeof more_terms / sizeof *more_terms;
    for (size_t i = 0; i < content.claim_count; i++) {
        xc_claim *claim = &content.claims[i];
        bool displaced = xc_slice_is(claim->measure, "displaced");
        bool hurt = xc_slice_is(claim->measure, "injured");
        claim->topic = displaced ? XC_SLICE("displacement")
                       : hurt    ? XC_SLICE("casualties")
                                 : XC_SLICE("");
        mark_number(&content.documents[i], claim);
    }
    xc_error error = {0};
    assert_int_equal(profiles_make(&content, arena, all, &error), XC_OK);
    for (size_t i = 0; i < all->count; i++) {
        bool first = xc_slice_equal(all->claims[i].claim->id, content.claims[0].id);
        out[first ? 0 : 1] = &all->claims[i];
    }
}

static void bars(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        xc_arena *arena = xc_arena_new();
        profiles all;
        const claim_profile *pair[2] = {NULL, NULL};
        look_at(arena, &rows[i], &all, pair);
        const char *bar = opposed_bar(pair[0], pair[1]);
        const char *turned = opposed_bar(pair[1], pair[0]);
        bool right = rows[i].bar ? bar && strstr(bar, rows[i].bar) : !bar;
        if (!right || bar != turned) {
            fail_msg("%s: %s, turned %s", rows[i].rule, bar ? bar : "none",
                     turned ? turned : "none");
        }
        xc_arena_free(arena);
    }
}

typedef struct sum {
    const char *unit, *amount;
} sum;

static const struct {
    const char *rule;
    sum one, other;
    figure_relation relation;
} sums[] = {
    {"what they were worth that month", {"EUR", "2000000"}, {"USD", "2600000"}, FIGURES_EQUAL},
    {"pounds and dollars", {"GBP", "1700000"}, {"USD", "2600000"}, FIGURES_EQUAL},
    {"pounds and euros", {"GBP", "1700000"}, {"EUR", "2000000"}, FIGURES_EQUAL},
    {"yen", {"JPY", "100000000"}, {"USD", "1000000"}, FIGURES_EQUAL},
    {"a third off", {"EUR", "2000000"}, {"USD", "3300000"}, FIGURES_ALLOW},
    {"half as much", {"EUR", "2000000"}, {"USD", "1300000"}, FIGURES_CONTRADICT},
    {"many times", {"EUR", "2000000"}, {"USD", "108000000"}, FIGURES_CONTRADICT},
    {"one currency", {"EUR", "2000000"}, {"EUR", "2600000"}, FIGURES_CONTRADICT},
};

static void currencies(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof sums / sizeof *sums; i++) {
        const row pair_of = {.one = {"Daily", "2013-09-09", "so much", .measure = "money",
                                     .unit = sums[i].one.unit, .exact = sums[i].one.amount,
                                     .how = XC_EXACT},
                             .other = {"Post", "2013-09-09", "that much", .measure = "money",
                                       .unit = sums[i].other.unit,
                                       .exact = sums[i].other.amount, .how = XC_EXACT}};
        xc_arena *arena = xc_arena_new();
        profiles all;
        const claim_profile *pair[2] = {NULL, NULL};
        look_at(arena, &pair_of, &all, pair);
        if (!amounts_comparable(pair[0], pair[1]) ||
            amounts_compare(pair[0], pair[1]) != sums[i].relation ||
            amounts_compare(pair[1], pair[0]) != sums[i].relation) {
            fail_msg("%s: %d, ratio %g", sums[i].rule, amounts_compare(pair[0], pair[1]),
                     amounts_ratio(pair[0], pair[1]));
        }
        xc_arena_free(arena);
    }
}

static void running_totals(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof series / sizeof *series; i++) {
        const row pair_of = {.one = series[i].one, .other = series[i].other};
        xc_arena *arena = xc_arena_new();
        profiles all;
        const claim_profile *pair[2] = {NULL, NULL};
        look_at(arena, &pair_of, &all, pair);
        if (counts_on(pair[0], pair[1]) != series[i].counts_on ||
            counts_on(pair[1], pair[0]) != series[i].counts_on) {
            fail_msg("%s", series[i].rule);
        }
        xc_arena_free(arena);
    }
}

static void things_measured(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof things / sizeof *things; i++) {
        const row pair_of = {
            .one = {"Daily", "2024-03-01", things[i].one, .measure = things[i].measure,
                    .unit = things[i].unit, .value = 8, .how = XC_EXACT},
            .other = {"Post", "2024-03-01", things[i].other, .measure = things[i].measure,
                      .unit = things[i].unit, .value = 19, .how = XC_EXACT}};
        xc_arena *arena = xc_arena_new();
        profiles all;
        const claim_profile *pair[2] = {NULL, NULL};
        look_at(arena, &pair_of, &all, pair);
        if (measured_apart(pair[0], pair[1]) != things[i].apart ||
            measured_apart(pair[1], pair[0]) != things[i].apart) {
            fail_msg("%s", things[i].rule);
        }
        xc_arena_free(arena);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(bars), cmocka_unit_test(currencies),
                                       cmocka_unit_test(running_totals),
                                       cmocka_unit_test(things_measured)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
