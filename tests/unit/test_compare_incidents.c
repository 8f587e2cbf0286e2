// SPDX-License-Identifier: MIT
// Which groups lie in one happening, and what is told of it.
#include "compare_said.h"

static xc_groups compare(xc_arena *arena, const xc_case_content *content) {
    xc_groups groups = {0};
    xc_error error = {0};
    if (xc_compare(content, arena, &groups, &error) != XC_OK) {
        fail_msg("%s", error.message);
    }
    return groups;
}

// The incident of the group that holds the claim; empty for none.
static xc_slice incident_of(const xc_groups *groups, const xc_claim *claim) {
    for (size_t i = 0; i < groups->count; i++) {
        for (size_t m = 0; m < groups->items[i].member_count; m++) {
            if (xc_slice_equal(groups->items[i].members[m], claim->id)) {
                return groups->items[i].incident;
            }
        }
    }
    fail_msg("claim %.*s is in no group", XC_PRINT(claim->id));
    return (xc_slice){0};
}

static void claims_of_one_happening_share_an_incident(void **state) {
    (void)state;
    static const struct {
        said claims[MOST_CLAIMS];
        const char *event[MOST_CLAIMS];
        const char *incidents; // a letter a claim: the same for one incident, '-' for none
    } rows[] = {
        // one accident, two outlets, two measures
        {{{"Daily", "2024-03-01", "12 people", .value = 12, .from = "2024-03-01"},
          {"Daily", "2024-03-01", "40 hurt", .measure = "injured", .value = 40,
           .same_page = true},
          {"Post", "2024-03-02", "13 people", .value = 13, .from = "2024-03-01"}},
         {0},
         "aaa"},
        // what belongs to no event is in no incident
        {{{"Daily", "2024-03-01", "12 people", .value = 12, .from = "2024-03-01"},
          {"Daily", "2024-03-01", "80000 people", .measure = "population", .value = 80000,
           .same_page = true}},
         {0},
         "a-"},
        // a figure of long ago, which no page is about
        {{{"Daily", "2024-03-01", "12 people", .value = 12, .from = "2024-03-01"},
          {"Daily", "2024-03-01", "900 people", .value = 900, .from = "2011-05-01",
           .same_page = true}},
         {0},
         "a-"},
        // ... but another page is about it
        {{{"Daily", "2024-03-01", "12 people", .value = 12, .from = "2024-03-01"},
          {"Daily", "2024-03-01", "917 people", .value = 917, .from = "2023-09-09",
           .same_page = true},
          {"Post", "2023-09-10", "917 people", .value = 917, .from = "2023-09-09"}},
         {0},
         "abb"},
        // two kinds of event, one of which comes of the other, and two of which none does
        {{{"Daily", "2024-03-01", "12 people", .value = 12, .from = "2024-03-01"},
          {"Post", "2024-03-01", "12 people", .value = 12, .from = "2024-03-01"},
          {"Star", "2024-03-01", "40 hurt", .measure = "injured", .value = 40,
           .from = "2024-03-01"}},
         {"storm", "flooding", "quake"},
         "aab"},
        // two days too far apart for one happening
        {{{"Daily", "2024-03-01", "12 people", .value = 12, .from = "2024-03-01"},
          {"Post", "2024-04-20", "12 people", .value = 12, .from = "2024-04-20"}},
         {0},
         "ab"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        xc_arena *arena = xc_arena_new();
        xc_case_content content = content_of(arena, rows[i].claims);
        for (size_t c = 0; c < content.claim_count; c++) {
            content.claims[c].event = xc_slice_of(rows[i].event[c]);
        }
        xc_groups groups = compare(arena, &content);
        xc_slice seen[MOST_CLAIMS];
        size_t count = 0;
        char got[MOST_CLAIMS + 1] = "";
        for (size_t c = 0; c < content.claim_count; c++) {
            xc_slice id = incident_of(&groups, &content.claims[c]);
            size_t at = 0;
            while (at < count && !xc_slice_equal(seen[at], id)) {
                at++;
            }
            if (id.len && at == count) {
                seen[count++] = id;
            }
            got[c] = id.len ? (char)('a' + at) : '-';
        }
        if (strcmp(got, rows[i].incidents) != 0 || count != groups.incident_count) {
            fail_msg("row %zu: %s in place of %s", i, got, rows[i].incidents);
        }
        xc_arena_free(arena);
    }
}

static const said accident[MOST_CLAIMS] = {
    {"Daily", "2024-03-01", "12 people", .value = 12, .from = "2024-03-01"},
    {"Daily", "2024-03-01", "40 hurt", .measure = "injured", .value = 40, .same_page = true},
    {"Daily", "2024-03-01", "4 children", .value = 4, .subject = "children",
     .from = "2024-03-01", .same_page = true},
    {"Post", "2024-03-02", "13 people", .value = 13, .from = "2024-03-01"},
    {"Star", "2024-03-02", "13 people", .value = 13, .from = "2024-03-01"}};

static void an_incident_tells_what_happened(void **state) {
    (void)state;
    xc_arena *arena = xc_arena_new();
    xc_case_content content = content_of(arena, accident);
    for (size_t c = 0; c < content.claim_count; c++) {
        content.claims[c].event = XC_SLICE("ferry accident");
        content.claims[c].latitude = xc_number_of(51);
        content.claims[c].longitude = xc_number_of(-3);
    }
    xc_groups groups = compare(arena, &content);
    assert_int_equal(groups.incident_count, 1);
    const xc_incident *incident = &groups.incidents[0];
    assert_int_equal(incident->id.len, XC_ID_LENGTH);
    assert_int_equal(incident->id.ptr[0], 'i');
    assert_true(xc_slice_is(incident->name, "Ferry accident, Lorvik, 1 Mar 2024"));
    assert_true(xc_slice_is(incident->kind, "ferry accident"));
    assert_true(xc_slice_is(incident->place, "Lorvik"));
    assert_true(xc_slice_is(incident->from, "2024-03-01"));
    assert_true(xc_number_equal(incident->latitude, xc_number_of(51)));
    assert_int_equal(incident->documents, 3);
    assert_int_equal(incident->sources, 3);
    // Of all people, not of the children.
    assert_true(xc_number_equal(incident->killed_low, xc_number_of(12)));
    assert_true(xc_number_equal(incident->killed_high, xc_number_of(13)));
    assert_true(xc_number_equal(incident->injured_low, xc_number_of(40)));
    assert_false(incident->missing_low.known);
    assert_int_equal(incident->group_count, groups.count);
    for (size_t i = 0; i < groups.count; i++) {
        assert_true(xc_slice_equal(incident->groups[i], groups.items[i].id));
    }
    xc_arena_free(arena);
}

static void the_order_of_the_input_is_no_matter(void **state) {
    (void)state;
    xc_arena *arena = xc_arena_new();
    xc_case_content content = content_of(arena, accident);
    xc_groups groups = compare(arena, &content);
    for (size_t i = 0; i < content.claim_count / 2; i++) {
        xc_claim moved = content.claims[i];
        content.claims[i] = content.claims[content.claim_count - 1 - i];
        content.claims[content.claim_count - 1 - i] = moved;
    }
    for (size_t i = 0; i < content.document_count / 2; i++) {
        xc_document moved = content.documents[i];
        content.documents[i] = content.documents[content.document_count - 1 - i];
        content.documents[content.document_count - 1 - i] = moved;
    }
    xc_groups again = compare(arena, &content);
    assert_int_equal(groups.incident_count, again.incident_count);
    for (size_t i = 0; i < groups.incident_count; i++) {
        assert_true(xc_slice_equal(groups.incidents[i].id, again.incidents[i].id));
        assert_true(xc_slice_equal(groups.incidents[i].name, again.incidents[i].name));
        assert_int_equal(groups.incidents[i].group_count, again.incidents[i].group_count);
    }
    xc_arena_free(arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(claims_of_one_happening_share_an_incident),
        cmocka_unit_test(an_incident_tells_what_happened),
        cmocka_unit_test(the_order_of_the_input_is_no_matter),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
