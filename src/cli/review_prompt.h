// SPDX-License-Identifier: MIT
/// Review on a terminal: a group, a prompt, a decision.
#ifndef CROSSCLAIM_CLI_REVIEW_PROMPT_H
#define CROSSCLAIM_CLI_REVIEW_PROMPT_H

#include "cli/command.h"
#include "crossclaim/report.h"

/// Asks on standard input until there is nothing left, or the reviewer leaves.
/// @return the exit status
int review_ask(const cli_arguments *arguments, const xc_review_options *options);

/// What a line that a reviewer typed asks for.
typedef enum typed_act {
    TYPED_DECISION,
    TYPED_NEXT,
    TYPED_UNDO,
    TYPED_HELP,
    TYPED_QUIT,
    TYPED_WRONG
} typed_act;
typedef struct typed_line {
    typed_act act;
    xc_decision_request
        request;       ///< of TYPED_DECISION; `value` of TYPED_UNDO, empty for the last
    const char *wrong; ///< of TYPED_WRONG: what, and how it is written
    bool leaves;       ///< the group is done with it
} typed_line;

/// Reads a line: a key, the number of a claim where one is meant, words.
/// @param group whose claims the numbers mean, 1 for the first
void typed_read(xc_slice line, const xc_group *group, typed_line *out);
extern const char typed_help[];

#endif
