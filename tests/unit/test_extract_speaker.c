// SPDX-License-Identifier: MIT
// The room speaker: whom a claim comes from, what they are, for whom and through whom they speak.
#include "extract_fields.h"

static const fields_row rows[] = {
    {"Twelve people were killed, the health ministry said.",
     "attribution=health ministry|attribution_kind=government"},
    {"\"We have buried 30 people,\" said Ana Quill, the mayor of Orvane.",
     "attribution=Orvane mayor Ana Quill|attribution_kind=government|speaks_for=Orvane mayor"},
    {"According to rescue workers, 14 people are missing.",
     "attribution=rescue workers|attribution_kind=rescue"},
    {"Police said that nine people were arrested.",
     "attribution=Police|attribution_kind=police"},
    {"The Red Cross put the number of dead at 45.",
     "attribution=Red Cross|attribution_kind=international"},
    {"Nine people were hurt, a doctor told Reuters.",
     "attribution=doctor|attribution_kind=medical|via=Reuters"},
    {"Witnesses reported 20 deaths.", "attribution=Witnesses|attribution_kind=witness"},
    {"The army denied that it had killed 15 villagers.",
     "attribution=army|attribution_kind=military|modality=denied"},
    {"State media reported on Monday that 60 people had died.",
     "attribution=State media|attribution_kind=media"},
    {"Six people were killed. The police chief said the number could rise to ten.",
     "value=6|attribution=|attribution_kind=own"},
    {"Forty people died, officials said, citing hospital records.", "attribution=officials"},
    {"Twelve people were killed.", "attribution=|attribution_kind=own|via="},
};

static void claims_have_their_speaker(void **state) {
    (void)state;
    fields_are_right(rows, sizeof rows / sizeof *rows);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(claims_have_their_speaker)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
