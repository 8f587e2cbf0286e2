// SPDX-License-Identifier: MIT
// The room place: where a claim lies, of several places that its sentence names.
#include "extract_fields.h"

static const fields_row rows[] = {
    {"Gunmen killed seven people in Maiduguri.", "measure=killed|place=Maiduguri"},
    {"Six people were killed in Zinbi village.", "measure=killed|place=Zinbi"},
    {"Some 300 families fled Mosul to Erbil.", "measure=forced_to_flee|place=Mosul"},
    {"More than 100,000 refugees have arrived in Chad.", "measure=arrived|place=Chad"},
    {"A car bomb south of Tripoli killed eight people.", "measure=killed|place=Tripoli"},
    {"The Kampala fire killed five people.", "measure=killed|place=Kampala"},
    {"Speaking in Geneva, the envoy said 40 people had been killed in Hodeidah.",
     "measure=killed|place=Hodeidah|attribution=envoy"},
    {"Nine people died in Benghazi, and four were hurt in Misrata.",
     "measure=killed|place=Benghazi ; measure=injured|place=Misratah"},
    {"France said 12 people had been killed in Mali.",
     "measure=killed|place=Mali|attribution=France"},
    {"Turkish police detained 14 people in Izmir.", "measure=detained|place=Izmir"},
    {"Eleven people drowned off Lampedusa.", "measure=killed|place=Lampedusa"},
    {"Eleven people drowned.", "measure=killed|place="},
};

static void claims_have_their_place(void **state) {
    (void)state;
    fields_are_right(rows, sizeof rows / sizeof *rows);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(claims_have_their_place)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
