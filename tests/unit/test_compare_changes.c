// SPDX-License-Identifier: MIT
// What a case's new documents changed, by the groups before and after.
#include "compare_said.h"

enum { MOST_GROUPS = 3, MOST_MEMBERS = 4 };

// A group as a test writes it: its claims by a letter each.
typedef struct told_group {
    const char *claims;
    xc_verdict verdict;
    int low, high;
    size_t sources;
} told_group;

typedef struct row {
    const char *what;
    told_group before[MOST_GROUPS], after[MOST_GROUPS];
    size_t added;
    const char *lines; // parted by line feeds
} row;

static const xc_slice letters[] = {XC_SLICE_INIT("a"), XC_SLICE_INIT("b"), XC_SLICE_INIT("c"),
                                   XC_SLICE_INIT("d")};

static size_t groups_of(const told_group told[MOST_GROUPS], xc_group out[MOST_GROUPS],
                        xc_slice members[MOST_GROUPS][MOST_MEMBERS]) {
    size_t count = 0;
    for (; count < MOST_GROUPS && told[count].claims; count++) {
        const told_group *one = &told[count];
        size_t claims = strlen(one->claims);
        for (size_t i = 0; i < claims; i++) {
            members[count][i] = letters[one->claims[i] - 'a'];
        }
        out[count] = (xc_group){.about = XC_SLICE("Killed, Osk"),
                                .verdict = one->verdict,
                                .low = xc_number_of(one->low),
                                .high = xc_number_of(one->high),
                                .sources = one->sources,
                                .members = members[count],
                                .member_count = claims};
    }
    return count;
}

static const row rows[] = {
    {"nothing", {{"ab", XC_AGREE, 5, 5, 2}}, {{"ab", XC_AGREE, 5, 5, 2}}, 0, ""},
    {"a verdict comes before all else",
     {{"ab", XC_AGREE, 5, 5, 2}},
     {{"abc", XC_CONFLICT, 5, 9, 3}},
     1,
     "1 document added\n"
     "Killed, Osk: the verdict was agree and is now conflict\n"
     "1 new claim"},
    {"figures",
     {{"ab", XC_CONFLICT, 5, 7, 2}},
     {{"abcd", XC_CONFLICT, 5, 9, 2}},
     2,
     "2 documents added\n"
     "Killed, Osk: the figures ran from 5 to 7 and now run from 5 to 9\n"
     "2 new claims"},
    {"sources",
     {{"ab", XC_AGREE, 5, 5, 2}},
     {{"ab", XC_AGREE, 5, 5, 3}},
     0,
     "Killed, Osk: 3 sources instead of 2"},
    {"a new group",
     {{"a", XC_SINGLE, 5, 5, 1}},
     {{"a", XC_SINGLE, 5, 5, 1}, {"b", XC_SINGLE, 8, 8, 1}},
     0,
     "1 new group\n1 new claim"},
    {"a group is the one that gave the most of its claims",
     {{"a", XC_SINGLE, 1, 1, 1}, {"bc", XC_AGREE, 5, 5, 2}},
     {{"abc", XC_CONFLICT, 1, 5, 3}},
     0,
     "Killed, Osk: the verdict was agree and is now conflict"},
};

static void changes_are_told(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        xc_group groups[2][MOST_GROUPS];
        xc_slice members[2][MOST_GROUPS][MOST_MEMBERS];
        xc_case_content before = {.groups = groups[0]};
        xc_case_content after = {.groups = groups[1]};
        before.group_count = groups_of(rows[i].before, groups[0], members[0]);
        after.group_count = groups_of(rows[i].after, groups[1], members[1]);
        xc_arena *arena = xc_arena_new();
        xc_slice *lines = NULL;
        size_t count = 0;
        xc_error error = {0};
        assert_int_equal(
            xc_changes_tell(&before, &after, rows[i].added, arena, &lines, &count, &error),
            XC_OK);
        xc_buffer all = {0};
        for (size_t k = 0; k < count; k++) {
            xc_buffer_print(&all, "%s%.*s", k ? "\n" : "", XC_PRINT(lines[k]));
        }
        if (!xc_slice_is(xc_buffer_slice(&all), rows[i].lines)) {
            fail_msg("%s: %.*s", rows[i].what, XC_PRINT(xc_buffer_slice(&all)));
        }
        xc_buffer_release(&all);
        xc_arena_free(arena);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(changes_are_told)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
