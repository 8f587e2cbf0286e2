// SPDX-License-Identifier: MIT
// Words with their lemmas out of a language's own list of exceptions.
#ifndef CROSSCLAIM_TOOLS_SYNTAX_CASES_H
#define CROSSCLAIM_TOOLS_SYNTAX_CASES_H

#include "train_lemmas.h"

typedef struct lemma_cases {
    lemma_case *items;
    size_t count, capacity;
} lemma_cases;

// Reads `irregular.csv` of the folder, if there is one.
XC_MUST_CHECK xc_status cases_load(const char *directory, const tag_list *tags, xc_arena *arena,
                                   lemma_cases *out, xc_error *error);

#endif
