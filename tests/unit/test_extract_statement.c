// SPDX-License-Identifier: MIT
// The room statement: what is said without a figure, by its parties, object and time.
#include "extract_fields.h"

static const fields_row rows[] = {
    {"The two governments signed a peace treaty in Nairobi on Monday.",
     "measure=event|predicate=agreement|subject_text=two governments|object=peace "
     "treaty|place=Nairobi|from=2024-05-13"},
    {"The rebels captured the town of Sake on Tuesday.",
     "measure=status|predicate=control|subject_text=rebels|object=town of "
     "Sake|place=Sake|from=2024-05-14"},
    {"The president of Malawi resigned on Friday.",
     "measure=event|predicate=resign|subject_text=president of Malawi|from=2024-05-10"},
    {"Parliament rejected the budget on Thursday.",
     "predicate=agree|polarity=negative|subject_text=Parliament|object=budget"},
    {"The army did not withdraw from the airport on Sunday.",
     "measure=event|predicate=withdraw|polarity=negative|object=airport|from=2024-05-12"},
    {"The government declared a state of emergency on Monday.",
     "measure=event|predicate=declare|polarity=positive|object=state of emergency"},
    {"Protesters stormed the parliament on Saturday.",
     "measure=event|predicate=attack|subject_text=Protesters|object=parliament|from=2024-05-"
     "11"},
    {"Doctors called off their strike on Wednesday.",
     "predicate=suspend|subject_text=Doctors|object=strike|from=2024-05-15"},
    {"The minister said that he liked tea.", ""},
};

static void statements_have_their_parts(void **state) {
    (void)state;
    fields_are_right(rows, sizeof rows / sizeof *rows);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(statements_have_their_parts)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
