// SPDX-License-Identifier: MIT
// Writes the model file as src/syntax/syntax_model.h has it.
#ifndef CROSSCLAIM_TOOLS_SYNTAX_WRITE_MODEL_H
#define CROSSCLAIM_TOOLS_SYNTAX_WRITE_MODEL_H

#include "corpus.h"
#include "syntax/syntax_model.h"

typedef struct trained {
    const tag_list *tags;
    uint8_t relations[XC_RELATIONS];
    uint32_t relation_count, supertags;
    net nets[STAGES];
    lemma_rules lemmas;
} trained;

XC_MUST_CHECK xc_status write_model(const trained *t, const char *path, xc_error *error);

#endif
