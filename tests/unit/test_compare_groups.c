// SPDX-License-Identifier: MIT
// Related groups, origins, order, and a reviewer's decisions.
#include "compare_said.h"

static xc_groups compare(xc_arena *arena, const xc_case_content *content) {
    xc_groups groups = {0};
    xc_error error = {0};
    if (xc_compare(content, arena, &groups, &error) != XC_OK) {
        fail_msg("%s", error.message);
    }
    return groups;
}

static void other_classes_are_related(void **state) {
    (void)state;
    const said claims[MOST_CLAIMS] = {
        {"Daily", "2024-03-01", "12 people", .value = 12},
        {"Post", "2024-03-01", "twelve people", .value = 12},
        {"Post", "2024-03-01", "4 children", .value = 4, .subject = "children"}};
    xc_arena *arena = xc_arena_new();
    xc_case_content content = content_of(arena, claims);
    content.claims[0].from = content.claims[2].from = XC_SLICE("2024-03-01");
    xc_groups groups = compare(arena, &content);
    assert_int_equal(groups.count, 2);
    assert_int_equal(groups.items[0].related_count, 1);
    assert_true(xc_slice_equal(groups.items[0].related[0].group, groups.items[1].id));
    assert_true(xc_slice_is(groups.items[0].related[0].difference, "class"));
    assert_true(xc_slice_is(groups.items[1].related[0].difference, "class"));
    content.claims[2].part_of = content.claims[1].id;
    groups = compare(arena, &content);
    assert_true(xc_slice_is(groups.items[0].related[0].difference, "part"));
    xc_arena_free(arena);
}

// Whether any group's reason has the words.
static bool any_reason_says(const xc_groups *groups, const char *words) {
    for (size_t i = 0; i < groups->count; i++) {
        if (xc_slice_find(groups->items[i].reason, xc_slice_of(words)) != SIZE_MAX) {
            return true;
        }
    }
    return false;
}

static void a_part_has_to_fit_into_its_whole(void **state) {
    (void)state;
    static const struct {
        said claims[MOST_CLAIMS];
        const char *wrong; // NULL: nothing
    } rows[] = {
        {{{"Daily", "2024-03-01", "12 people", .value = 12, .from = "2024-03-01"},
          {"Post", "2024-03-01", "14 children", .value = 14, .subject = "children",
           .from = "2024-03-01"}},
         "But Post \"14 children\" is more than its whole, Daily \"12 people\"."},
        {{{"Daily", "2024-03-01", "12 people", .value = 12, .from = "2024-03-01"},
          {"Post", "2024-03-03", "14 children", .value = 14, .subject = "children",
           .from = "2024-03-01"}},
         NULL}, // counted later
        {{{"Daily", "2024-03-01", "at least 12", .value = 12, .how = XC_AT_LEAST,
           .from = "2024-03-01"},
          {"Post", "2024-03-01", "14 children", .value = 14, .subject = "children",
           .from = "2024-03-01"}},
         NULL}, // allowed
        {{{"Daily", "2024-03-01", "12 people", .value = 12},
          {"Daily", "2024-03-01", "15 of them", .value = 15, .part = true, .same_page = true}},
         "\"15 of them\" is more than its whole"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        xc_arena *arena = xc_arena_new();
        xc_case_content content = content_of(arena, rows[i].claims);
        xc_groups groups = compare(arena, &content);
        bool told = any_reason_says(&groups, rows[i].wrong ? rows[i].wrong : "whole");
        if (told != (rows[i].wrong != NULL)) {
            fail_msg("row %zu: %.*s", i, XC_PRINT(groups.items[0].reason));
        }
        xc_arena_free(arena);
    }
}

static void parts_add_up_to_no_more_than_the_whole(void **state) {
    (void)state;
    static const struct {
        int women;
        bool told;
    } rows[] = {{9, true}, {8, false}};
    for (size_t i = 0; i < 2; i++) {
        const said claims[MOST_CLAIMS] = {{"Daily", "2024-03-01", "12 people", .value = 12},
                                          {"Daily", "2024-03-01", "4 children", .value = 4,
                                           .subject = "children", .same_page = true},
                                          {"Daily", "2024-03-01", "all women",
                                           .value = rows[i].women, .subject = "women",
                                           .same_page = true}};
        xc_arena *arena = xc_arena_new();
        xc_case_content content = content_of(arena, claims);
        content.claims[1].part_of = content.claims[2].part_of = content.claims[0].id;
        xc_groups groups = compare(arena, &content);
        assert_int_equal(any_reason_says(&groups, "add up to 13"), rows[i].told);
        xc_arena_free(arena);
    }
}

static void more_of_them_are_related_to_the_total(void **state) {
    (void)state;
    const said claims[MOST_CLAIMS] = {
        {"Daily", "2024-03-01", "12 people", .value = 12},
        {"Post", "2024-03-01", "3 more", .value = 3, .aggregation = XC_NEW}};
    xc_arena *arena = xc_arena_new();
    xc_case_content content = content_of(arena, claims);
    content.claims[0].event = content.claims[1].event = XC_SLICE("storm");
    xc_groups groups = compare(arena, &content);
    assert_int_equal(groups.items[0].related_count, 1);
    assert_true(xc_slice_is(groups.items[0].related[0].difference, "part"));
    xc_arena_free(arena);
}

static void the_window_holds_all_that_members_tell(void **state) {
    (void)state;
    static const struct {
        const char *from, *to, *other_from, *other_to; // of the two members
        const char *first, *last;                      // of their group
    } windows[] = {
        {"2024-03-01", "", "2024-03-01", "", "2024-03-01", ""},
        {"2024-03-01", "2024-03-01", "2024-03-01", "", "2024-03-01", "2024-03-01"},
        {"2024-03-01", "", "2024-03-02", "", "2024-03-01", "2024-03-02"},
        {"", "2024-03-01", "", "2024-03-04", "", "2024-03-04"},
        {"2024-03-01", "", "", "2024-03-04", "2024-03-01", "2024-03-04"},
        {"2024-03-04", "", "", "2024-03-01", "2024-03-01", "2024-03-04"}, // never reversed
        {"2024-03", "", "2024-03-04", "", "2024-03", ""},
        {"2024-03-01", "2024-03-04", "2024-03", "", "2024-03-01", "2024-03"},
        {"", "", "", "", "", ""},
    };
    for (size_t i = 0; i < sizeof windows / sizeof *windows; i++) {
        xc_arena *arena = xc_arena_new();
        const said claims[MOST_CLAIMS] = {{"Daily", "2024-03-05", "12 people", .value = 12,
                                           .from = windows[i].from, .to = windows[i].to},
                                          {"Post", "2024-03-05", "12 people", .value = 12,
                                           .from = windows[i].other_from,
                                           .to = windows[i].other_to}};
        xc_case_content content = content_of(arena, claims);
        xc_groups groups = compare(arena, &content);
        const xc_group *first = &groups.items[0];
        if (groups.count != 1 || !xc_slice_is(first->from, windows[i].first) ||
            !xc_slice_is(first->to, windows[i].last)) {
            fail_msg("row %zu: %zu groups, \"%.*s\" to \"%.*s\"", i, groups.count,
                     XC_PRINT(first->from), XC_PRINT(first->to));
        }
        xc_arena_free(arena);
    }
}

// A toll of the first day that names no event, and the toll of the whole assault.
static void an_event_need_not_be_named(void **state) {
    (void)state;
    const said claims[MOST_CLAIMS] = {
        {"Daily", "", "27 people", .value = 27},
        {"Post", "", "at least 200", .value = 200, .how = XC_AT_LEAST}};
    const xc_slice texts[] = {
        XC_SLICE("The rebel authorities of Lorvik said 27 people had been killed and others "
                 "were hurt when troops crossed the river with tanks and artillery."),
        XC_SLICE("The ministry said it held Lorvik after an assault of one day that killed at "
                 "least 200 and sent families over the river.")};
    xc_arena *arena = xc_arena_new();
    xc_case_content content = content_of(arena, claims);
    for (size_t i = 0; i < 2; i++) {
        content.documents[i].text = content.claims[i].evidence = texts[i];
        content.documents[i].title = (xc_slice){0};
        content.claims[i].start = xc_slice_find(texts[i], xc_slice_of(claims[i].words));
        content.claims[i].end = content.claims[i].start + strlen(claims[i].words);
    }
    content.claims[1].event = XC_SLICE("assault");
    say_same(arena, &content, 0, 1);
    xc_groups groups = compare(arena, &content);
    assert_int_equal(groups.count, 1);
    assert_int_equal(groups.items[0].verdict, XC_CONFLICT);
    content.decision_count = 0;
    content.claims[0].from = XC_SLICE("2024-02-01"); // another day is another event
    content.claims[1].from = XC_SLICE("2024-03-09");
    assert_int_equal(compare(arena, &content).count, 2);
    xc_arena_free(arena);
}

// "Dozens" allows 600, but nobody who means 600 says so.
static void a_vague_word_joins_no_far_figures(void **state) {
    (void)state;
    static const struct {
        int value;
        size_t groups;
    } figures[] = {{40, 1}, {600, 2}};
    const xc_slice texts[] = {
        XC_SLICE("Dozens died when a shell hit the market hall of Lorvik."),
        XC_SLICE("The war round Lorvik has by now cost so many lives that nobody counts.")};
    for (size_t turn = 0; turn < 2; turn++) {
        const said claims[MOST_CLAIMS] = {
            {"Daily", "", "dozens", .value = -1, .how = XC_VAGUE, .low = 24},
            {"Post", "", "600 people", .value = figures[turn].value}};
        xc_arena *arena = xc_arena_new();
        xc_case_content content = content_of(arena, claims);
        for (size_t i = 0; i < 2; i++) {
            content.documents[i].text = content.claims[i].evidence = texts[i];
            content.claims[i].start = 0;
            content.claims[i].end = 6;
        }
        assert_int_equal(compare(arena, &content).count, figures[turn].groups);
        xc_arena_free(arena);
    }
}

static void events_stay_apart_by_kind_and_by_time(void **state) {
    (void)state;
    size_t wrong = 0;
    static const struct {
        const char *event, *day, *other_event, *other_day, *who;
        double value;
        size_t groups;
    } rows[] = {
        {"storm", "2024-03-01", "quake", "2024-03-02", "people", 12, 2},
        {"storm", "2024-03-01", "flooding", "2024-03-02", "people", 12, 1}, // comes of it
        {"storm", "2024-03-01", "storm", "2024-03-12", "people", 12, 1},
        {"war", "2024-03-01", "war", "2024-06-02", "people", 12, 1}, // lasts
        {"storm", "2024-03-01", "storm", "2024-03-01", "Tarnlanders", 5, 2},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const said claims[MOST_CLAIMS] = {
            {"Daily", rows[i].day, "12 people", .value = 12, .who = "people"},
            {"Post", rows[i].other_day, "the dead", .value = rows[i].value,
             .who = rows[i].who}};
        xc_arena *arena = xc_arena_new();
        xc_case_content content = content_of(arena, claims);
        content.claims[0].event = xc_slice_of(rows[i].event);
        content.claims[1].event = xc_slice_of(rows[i].other_event);
        content.documents[0].title = content.claims[0].event; // it is said what happened
        content.documents[1].title = content.claims[1].event;
        xc_groups groups = compare(arena, &content);
        if (groups.count != rows[i].groups) {
            print_error("row %zu: %zu groups\n", i, groups.count);
            wrong++;
        }
        xc_arena_free(arena);
    }
    assert_int_equal(wrong, 0);
}

static void claims_without_their_documents_are_quoted_by_sentence(void **state) {
    (void)state;
    xc_arena *arena = xc_arena_new();
    const said claims[MOST_CLAIMS] = {{"Daily", "2024-03-01", "12 people", .value = 12}};
    xc_case_content content = content_of(arena, claims);
    content.documents[0].text = content.documents[0].title = (xc_slice){0};
    content.claims[0].evidence = XC_SLICE("The ferry accident cost 12 lives.");
    xc_groups groups = compare(arena, &content);
    assert_true(xc_slice_is(groups.items[0].reason, "Only one source tells it: Daily \"The "
                                                    "ferry accident cost 12 lives.\"."));
    xc_arena_free(arena);
}

static void near_measures_areas_and_windows_are_related(void **state) {
    (void)state;
    static const struct {
        const char *difference;
        const char *measure, *place, *from;
    } others[] = {{"measure", "evacuated", "Lorvik", "2024-03-01"},
                  {"area", "displaced", "Tarn", "2024-03-01"},
                  {"window", "displaced", "Lorvik", "2024-03-09"},
                  {NULL, "killed", "Lorvik", "2024-03-01"},    // not near
                  {NULL, "evacuated", "Tarn", "2024-03-01"},   // two ways
                  {NULL, "displaced", "Lorvik", "2023-01-01"}, // another year
                  {NULL, "displaced", "Lorvik", ""}};          // the same group
    const xc_slice near[] = {XC_SLICE("evacuated")};
    const xc_measure measures[] = {
        {.name = XC_SLICE("displaced"), .near = near, .near_count = 1}};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        xc_arena *arena = xc_arena_new();
        const said claims[MOST_CLAIMS] = {{"Daily", "2024-03-09", "900 people", .value = 900,
                                           .measure = "displaced", .from = "2024-03-01"},
                                          {"Post", "2024-03-09", "900 people", .value = 900,
                                           .measure = others[i].measure,
                                           .place = others[i].place, .from = others[i].from}};
        xc_case_content content = content_of(arena, claims);
        content.claims[0].event = content.claims[1].event = XC_SLICE("flood");
        xc_measure copies[1] = {measures[0]};
        content.measures = copies;
        content.measure_count = 1;
        xc_groups groups = compare(arena, &content);
        const xc_group *first = &groups.items[0];
        xc_slice got = first->related_count ? first->related[0].difference : (xc_slice){0};
        if (!xc_slice_equal(got, xc_slice_of(others[i].difference))) {
            fail_msg("row %zu: \"%.*s\"", i, XC_PRINT(got));
        }
        xc_arena_free(arena);
    }
}

// A story of its own for each name, long enough to be recognised.
static xc_slice story(xc_arena *arena, const char *name, int from, int to) {
    xc_buffer out = {0};
    for (int i = from; i < to; i++) {
        xc_buffer_print(&out, "%s witness %d heard %s noise %d near %s quay %d. ", name, i,
                        name, i * 7, name, i * 3);
    }
    xc_slice copy = xc_arena_copy(arena, xc_buffer_slice(&out));
    xc_buffer_release(&out);
    return copy;
}

static void copies_are_one_origin(void **state) {
    (void)state;
    static const struct {
        const char *name;
        int from, to;
        size_t independent;              // of it and of "Lorvik" 0 to 40
    } others[] = {{"Lorvik", 0, 40, 1},  // the same story
                  {"Lorvik", 0, 15, 1},  // cut short
                  {"Lorvik", 10, 80, 1}, // most of it inside a longer one
                  {"Lorvik", 35, 80, 2}, // a shared quotation
                  {"Tarn", 0, 40, 2}};   // another story
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        xc_arena *arena = xc_arena_new();
        const said claims[MOST_CLAIMS] = {{"Daily", "2024-03-01", "12 people", .value = 12},
                                          {"Post", "2024-03-01", "12 people", .value = 12}};
        xc_case_content content = content_of(arena, claims);
        content.documents[0].text = story(arena, "Lorvik", 0, 40);
        content.documents[1].text = story(arena, others[i].name, others[i].from, others[i].to);
        xc_groups groups = compare(arena, &content);
        assert_int_equal(groups.count, 1);
        assert_int_equal(groups.items[0].sources, 2);
        if (groups.items[0].independent != others[i].independent) {
            fail_msg("row %zu: %zu independent", i, groups.items[0].independent);
        }
        xc_arena_free(arena);
    }
}

static void a_reviewer_is_obeyed(void **state) {
    (void)state;
    const said claims[MOST_CLAIMS] = {
        {"Daily", "2024-03-01", "12 people", .value = 12},
        {"Post", "2024-03-01", "12 dead", .value = 12},
        {"Echo", "2024-03-01", "12 dead", .value = 12, .place = "Tarn"}};
    xc_arena *arena = xc_arena_new();
    xc_case_content content = content_of(arena, claims);
    const xc_slice ids[] = {content.claims[0].id, content.claims[1].id, content.claims[2].id};
    xc_decision decision = {.id = 1, .kind = XC_NEVER_SAME, .first = ids[0], .second = ids[1]};
    assert_int_equal(compare(arena, &content).count, 2);
    content.decisions = &decision;
    content.decision_count = 1;
    assert_int_equal(compare(arena, &content).count, 3);
    decision =
        (xc_decision){.id = 1, .kind = XC_ALWAYS_SAME, .first = ids[2], .second = ids[0]};
    assert_int_equal(compare(arena, &content).count, 1);
    decision.first = XC_SLICE("cgone"); // a claim that is gone decides nothing
    assert_int_equal(compare(arena, &content).count, 2);
    decision.evidence = xc_arena_print(arena, "%.*s\n%.*s", // ... but for its sentence
                                       XC_PRINT(content.claims[2].evidence),
                                       XC_PRINT(content.claims[0].evidence));
    assert_int_equal(compare(arena, &content).count, 1);
    decision = (xc_decision){
        .id = 1,
        .kind = XC_SET_VERDICT,
        .verdict = XC_SLICE("conflict"),
        .note = XC_SLICE("one counts the crew"),
        .members = xc_arena_print(arena, "%.*s %.*s", XC_PRINT(ids[1]), XC_PRINT(ids[0]))};
    xc_groups groups = compare(arena, &content);
    assert_int_equal(groups.items[0].verdict, XC_CONFLICT);
    assert_true(xc_slice_find(groups.items[0].reason, decision.note) != SIZE_MAX);
    decision.members = ids[0]; // not the members that the group has now
    assert_int_equal(compare(arena, &content).items[0].verdict, XC_AGREE);
    xc_arena_free(arena);
}

static void the_first_is_what_needs_a_look(void **state) {
    (void)state;
    const said claims[MOST_CLAIMS] = {{"Daily", "", "12 people", .value = 12, .place = "Aa"},
                                      {"Post", "", "15 people", .value = 15, .place = "Aa"},
                                      {"Daily", "", "30 people", .value = 30, .place = "Bb"},
                                      {"Post", "", "90 people", .value = 90, .place = "Bb"},
                                      {"Daily", "", "7 people", .value = 7, .place = "Cc"},
                                      {"Post", "", "7 people", .value = 7, .place = "Cc"}};
    xc_arena *arena = xc_arena_new();
    xc_case_content content = content_of(arena, claims);
    for (size_t i = 0; i < 6; i += 2) {
        say_same(arena, &content, i, i + 1);
    }
    xc_groups groups = compare(arena, &content);
    assert_int_equal(groups.count, 3);
    assert_true(xc_slice_is(groups.items[0].place, "Bb")); // the widest
    assert_true(xc_slice_is(groups.items[1].place, "Aa"));
    assert_true(xc_slice_is(groups.items[2].place, "Cc"));
    assert_int_equal(groups.items[2].rank, 2);
    xc_arena_free(arena);
}

static void numbers_of_a_group_are_those_claimed(void **state) {
    (void)state;
    const said claims[MOST_CLAIMS] = {
        {"Daily", "2024-03-01", "more than 200", .value = 200, .how = XC_MORE_THAN},
        {"Post", "2024-03-01", "210 people", .value = 210},
        {"Echo", "2024-03-01", "dozens", .value = -1, .how = XC_VAGUE, .low = 24}};
    xc_arena *arena = xc_arena_new();
    xc_case_content content = content_of(arena, claims);
    content.claims[0].confidence = (xc_number){{9, -1}, true};
    content.claims[1].confidence = (xc_number){{6, -1}, true};
    content.claims[2].confidence = (xc_number){{6, -1}, true};
    xc_groups groups = compare(arena, &content);
    assert_int_equal(groups.count, 1);
    assert_true(xc_number_equal(groups.items[0].low, xc_number_of(24)));
    assert_true(xc_number_equal(groups.items[0].high, xc_number_of(210)));
    assert_true(xc_number_equal(groups.items[0].confidence, (xc_number){{7, -1}, true}));
    assert_int_equal(groups.items[0].sources, 3);
    assert_true(xc_slice_is(groups.items[0].about, "killed, Lorvik, all people"));
    xc_arena_free(arena);
}

static void what_is_feared_says_so(void **state) {
    (void)state;
    const said claims[MOST_CLAIMS] = {
        {"Daily", "2024-03-01", "100 people", .value = 100, .modality = XC_FEARED}};
    xc_arena *arena = xc_arena_new();
    xc_case_content content = content_of(arena, claims);
    xc_groups groups = compare(arena, &content);
    assert_true(xc_slice_is(groups.items[0].about, "killed (feared), Lorvik, all people"));
    xc_arena_free(arena);
}

// What a group is about, of one claim whose sentence, event and subject are told.
static bool is_about(const said *one, const char *sentence, const char *event,
                     const char *wanted) {
    const said claims[MOST_CLAIMS] = {*one};
    xc_arena *arena = xc_arena_new();
    xc_case_content content = content_of(arena, claims);
    content.claims[0].event = xc_slice_of(event);
    if (sentence) {
        content.claims[0].evidence = content.documents[0].text = xc_slice_of(sentence);
        content.claims[0].start =
            xc_slice_find(content.documents[0].text, xc_slice_of(one->words));
        content.claims[0].end = content.claims[0].start + strlen(one->words);
    }
    xc_groups groups = compare(arena, &content);
    bool right = xc_slice_is(groups.items[0].about, wanted);
    if (!right) {
        print_message("%.*s, not %s\n", XC_PRINT(groups.items[0].about), wanted);
    }
    xc_arena_free(arena);
    return right;
}

static void what_a_group_is_about_is_told_in_words(void **state) {
    (void)state;
    const said persons = {"Daily", "2024-03-01", "12", .value = 12,
                          .subject = "missing_persons"};
    assert_true(
        is_about(&persons, NULL, "flood", "killed in the flood, Lorvik, missing persons"));
    const said wars = {"Daily",    "2024-03-01",       "two wars",
                       .value = 2, .measure = "event", .subject = "wars"};
    assert_true(is_about(&wars, NULL, "wars", "number of wars, Lorvik"));
    const said lives = {"Daily",
                        "2024-03-01",
                        "900 people live in Lorvik",
                        .value = -1,
                        .how = XC_NO_QUALIFIER,
                        .measure = "status",
                        .polarity = "positive",
                        .predicate = "live"};
    assert_true(is_about(&lives, "About 900 people live in Lorvik, says the mayor.", "",
                         "\"About 900 people live in Lorvik\", Lorvik"));
    const said half = {"Daily",
                       "2024-03-01",
                       "the bridge is shut.\xE2\x80\x9D",
                       .value = -1,
                       .how = XC_NO_QUALIFIER,
                       .measure = "status",
                       .polarity = "positive",
                       .predicate = "shut"};
    assert_true(
        is_about(&half,
                 "The mayor of Lorvik told us on Friday afternoon that \xE2\x80\x9Cit is so "
                 "and the bridge is shut.\xE2\x80\x9D",
                 "", "\"... the bridge is shut.\", Lorvik"));
}

static void two_places_of_one_page_are_not_related_alone(void **state) {
    (void)state;
    const said claims[MOST_CLAIMS] = {
        {"Daily", "2024-03-01", "100 people", .value = 100},
        {"Daily", "2024-03-01", "7 people", .value = 7, .place = "Tarn", .same_page = true}};
    xc_arena *arena = xc_arena_new();
    xc_case_content content = content_of(arena, claims);
    assert_int_equal(compare(arena, &content).items[0].related_count, 0);
    content.claims[0].event = content.claims[1].event = XC_SLICE("storm");
    xc_groups groups = compare(arena, &content);
    assert_int_equal(groups.items[0].related_count, 1);
    assert_true(xc_slice_is(groups.items[0].related[0].difference, "area"));
    xc_arena_free(arena);
}

// A third page may be about either, and must not bring the two together.
static void two_places_of_one_page_stay_apart(void **state) {
    (void)state;
    const said claims[MOST_CLAIMS] = {
        {"Daily", "2024-03-01", "at least 12 people", .value = 12, .how = XC_AT_LEAST},
        {"Daily", "2024-03-01", "more than 13 people", .value = 13, .how = XC_MORE_THAN,
         .place = "Tarn", .same_page = true},
        {"Post", "2024-03-01", "at least 12 people", .value = 12, .how = XC_AT_LEAST,
         .place = "Lorvik and Tarn"},
        {"Times", "2024-03-01", "at least 12 people", .value = 12, .how = XC_AT_LEAST,
         .place = "Lorvik and Tarn"},
        {"Mail", "2024-03-01", "at least 12 people", .value = 12, .how = XC_AT_LEAST,
         .place = "Lorvik and Tarn"}};
    xc_arena *arena = xc_arena_new();
    xc_case_content content = content_of(arena, claims);
    xc_groups groups = compare(arena, &content);
    assert_int_equal(groups.count, 2);
    assert_int_equal(groups.items[0].member_count + groups.items[1].member_count, 5);
    xc_arena_free(arena);
}

static void numbers_of_several_units_are_told_in_the_smallest(void **state) {
    (void)state;
    static const struct {
        double value, other_value;
        const char *unit, *other_unit;
        int low, high; // -1: none, because the units do not convert
        const char *smallest;
    } pairs[] = {
        {5, 35, "week", "day", 35, 35, "day"},     {2, 50, "day", "hour", 48, 50, "hour"},
        {1, 10, "year", "month", 10, 12, "month"}, {1, 11, "decade", "year", 10, 11, "year"},
        {30, 1, "day", "month", -1, -1, ""},       {3, 2, "hour", "year", -1, -1, ""},
        {5000, 6000, "EUR", "USD", -1, -1, ""},
    };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        xc_arena *arena = xc_arena_new();
        const said claims[MOST_CLAIMS] = {
            {"Daily", "2024-03-01", "so long", .value = pairs[i].value, .measure = "duration",
             .unit = pairs[i].unit},
            {"Post", "2024-03-01", "that long", .value = pairs[i].other_value,
             .measure = "duration", .unit = pairs[i].other_unit}};
        xc_case_content content = content_of(arena, claims);
        const xc_decision same = {.id = 1,
                                  .kind = XC_ALWAYS_SAME,
                                  .first = content.claims[0].id,
                                  .second = content.claims[1].id};
        xc_decision decisions[] = {same};
        content.decisions = decisions;
        content.decision_count = 1;
        xc_groups groups = compare(arena, &content);
        const xc_group *group = &groups.items[0];
        xc_number none = {0};
        xc_number low = pairs[i].low < 0 ? none : xc_number_of(pairs[i].low);
        xc_number high = pairs[i].high < 0 ? none : xc_number_of(pairs[i].high);
        bool money = xc_slice_is(content.claims[0].unit, "EUR");
        xc_slice why =
            money ? XC_SLICE("a mean rate of the month") : XC_SLICE("do not convert");
        bool told = xc_slice_find(group->reason, why) != SIZE_MAX;
        if (groups.count != 1 || !xc_number_equal(group->low, low) ||
            !xc_number_equal(group->high, high) || told != !low.known ||
            !xc_slice_is(group->unit, pairs[i].smallest)) {
            fail_msg("row %zu: %zu groups: %.*s", i, groups.count, XC_PRINT(group->reason));
        }
        xc_arena_free(arena);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(other_classes_are_related),
        cmocka_unit_test(a_part_has_to_fit_into_its_whole),
        cmocka_unit_test(parts_add_up_to_no_more_than_the_whole),
        cmocka_unit_test(more_of_them_are_related_to_the_total),
        cmocka_unit_test(the_window_holds_all_that_members_tell),
        cmocka_unit_test(an_event_need_not_be_named),
        cmocka_unit_test(a_vague_word_joins_no_far_figures),
        cmocka_unit_test(events_stay_apart_by_kind_and_by_time),
        cmocka_unit_test(claims_without_their_documents_are_quoted_by_sentence),
        cmocka_unit_test(near_measures_areas_and_windows_are_related),
        cmocka_unit_test(copies_are_one_origin),
        cmocka_unit_test(a_reviewer_is_obeyed),
        cmocka_unit_test(the_first_is_what_needs_a_look),
        cmocka_unit_test(numbers_of_a_group_are_those_claimed),
        cmocka_unit_test(what_is_feared_says_so),
        cmocka_unit_test(what_a_group_is_about_is_told_in_words),
        cmocka_unit_test(two_places_of_one_page_are_not_related_alone),
        cmocka_unit_test(two_places_of_one_page_stay_apart),
        cmocka_unit_test(numbers_of_several_units_are_told_in_the_smallest),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
