// SPDX-License-Identifier: MIT
// A second opinion on what a machine parsed: a parser is trained on people's trees alone, and
// where it differs from the machine, the machine's word counts for less (as in tri-training,
// Zhou and Li 2005).
#ifndef CROSSCLAIM_TOOLS_SYNTAX_DOUBT_H
#define CROSSCLAIM_TOOLS_SYNTAX_DOUBT_H

#include "corpus.h"
#include "plan.h"

// Marks the words of teacher sentences; people's are left as they are.
XC_MUST_CHECK bool doubt_teacher(gold_corpus *corpus, const plan *p, const tag_list *tags,
                                 const uint8_t *relations, uint32_t relation_count);

#endif
