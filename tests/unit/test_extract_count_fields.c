// SPDX-License-Identifier: MIT
// The room count: whom and what a figure counts, and of which measure.
#include "extract_fields.h"

static const fields_row rows[] = {
    {"Twelve women and five children were killed when the ferry sank.",
     "measure=killed|value=12|subject=women ; measure=killed|value=5|subject=children"},
    {"Soldiers shot dead four herders and wounded nine.",
     "measure=killed|value=4|subject_text=herders ; measure=injured|value=9|subject=people"},
    {"The death toll has risen to 31.", "measure=killed|value=31|aggregation=cumulative"},
    {"Three of the 20 wounded miners have died.", "measure=killed|value=3|subject_text=miners"},
    {"A couple and their baby were found dead.",
     "measure=killed|value=2|subject=people ; measure=killed|value=1|subject=children"},
    {"At least 40 people, including 11 pupils, were injured.",
     "measure=injured|value=40|low=40|high=|qualifier=at_least|part_of= ; "
     "measure=injured|value=11|subject_text=pupils"},
    {"Some 2,300 families have fled their homes.",
     "measure=forced_to_flee|value=2300|qualifier=about|subject=families"},
    {"The blast left nine dead and 24 wounded.",
     "measure=killed|value=9 ; measure=injured|value=24"},
    {"The army freed 18 hostages and lost two men.",
     "measure=released|value=18|subject=hostages ; measure=killed|value=2|subject=men"},
    {"Nobody was hurt when 12 wagons left the rails.", "measure=injured|value=0"},
    {"Between 60 and 80 villagers drowned.",
     "measure=killed|value=|low=60|high=80|qualifier=range"},
    {"Dozens of fishermen are missing.", "measure=missing|value=|low=24|high=|qualifier=vague"},
    {"The quake destroyed 400 houses.", "measure=housing_destroyed|value=400|subject=houses"},
    {"The shop sold 30 scarves and 12 hats.", ""},
};

static void figures_are_linked(void **state) {
    (void)state;
    fields_are_right(rows, sizeof rows / sizeof *rows);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(figures_are_linked)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
