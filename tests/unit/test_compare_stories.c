// SPDX-License-Identifier: MIT
// Which documents carry one story, and what a reader is told of it.
#include "compare_said.h"

static void one_agency_is_one_story(void **state) {
    (void)state;
    const said claims[MOST_CLAIMS] = {
        {"Daily", "2024-03-01", "100 people", .value = 100, .wire = "NWA"},
        {"Post", "2024-03-02", "a hundred", .value = 100, .wire = "NWA"},
        {"Times", "2024-03-02", "some 90", .value = 90}};
    xc_arena *arena = xc_arena_new();
    xc_case_content content = content_of(arena, claims);
    xc_story *stories = NULL;
    assert_int_equal(xc_stories_find(&content, arena, &stories, NULL), XC_OK);
    assert_true(xc_slice_equal(stories[0].origin, stories[1].origin));
    assert_true(xc_slice_is(stories[0].why, "copy of NWA"));
    assert_true(xc_slice_is(stories[1].why, "copy of NWA"));
    assert_true(xc_slice_equal(stories[2].origin, content.documents[2].key));
    assert_int_equal(stories[2].why.len, 0);
    xc_arena_free(arena);
}

static void a_cut_copy_names_the_page_that_it_stands_in(void **state) {
    (void)state;
    static const char story[] =
        "The ferry left Lorvik at dawn with more cars on board than its papers allowed. "
        "Off the cape a wave broke the bow door and water came in faster than the pumps could "
        "lift it. Fishing boats reached the wreck within the hour and took on whom they found. "
        "The harbour master said that the list of passengers had gone down with the bridge. "
        "Families waited in the school hall, where names were read out as boats came in. "
        "A storm was forecast for the night, and divers were told to stay ashore until noon.";
    const said claims[MOST_CLAIMS] = {{"Daily", "2024-03-01", "100 people", .value = 100},
                                      {"Post", "2024-03-02", "a hundred", .value = 100}};
    xc_arena *arena = xc_arena_new();
    xc_case_content content = content_of(arena, claims);
    xc_document *documents = content.documents;
    documents[0].text = xc_slice_of(story);
    documents[1].text = xc_slice_sub(xc_slice_of(story), 0, 400);
    xc_story *stories = NULL;
    assert_int_equal(xc_stories_find(&content, arena, &stories, NULL), XC_OK);
    assert_true(xc_slice_equal(stories[0].origin, stories[1].origin));
    assert_true(xc_slice_ends(stories[1].why, XC_SLICE("also stands in Daily-2024-03-01")));
    xc_arena_free(arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_agency_is_one_story),
        cmocka_unit_test(a_cut_copy_names_the_page_that_it_stands_in),
    };
    return cmocka_run_group_tests_name("stories", tests, NULL, NULL);
}
