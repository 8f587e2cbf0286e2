// SPDX-License-Identifier: MIT
/// What a command needs before it can start: where the program's data lies, the rule packs, the
/// outlets, and what the user gave with --sources.
#ifndef CROSSCLAIM_CLI_WORKPLACE_H
#define CROSSCLAIM_CLI_WORKPLACE_H

#include "cli/command.h"
#include "crossclaim/extract.h"

typedef struct workplace {
    xc_arena *arena;       ///< lives as long as the run
    const char *data;      ///< the folder that holds `claims` and `reports`
    const char *claims;    ///< data/claims
    const char *templates; ///< data/reports
    xc_outlets *outlets;   ///< NULL unless asked for, as the two below
    xc_sources *sources;
    xc_languages *languages; ///< NULL where they are not installed
    xc_rules *rules;
} workplace;

typedef enum workplace_needs {
    NEEDS_FOLDERS = 0,
    NEEDS_OUTLETS = 1, ///< and --sources
    NEEDS_RULES = 2,   ///< and --packs
} workplace_needs;

/// @param needs workplace_needs, or-ed
XC_MUST_CHECK xc_status workplace_open(const cli_arguments *arguments, unsigned needs,
                                       workplace *out, xc_error *error);
/// Also after a workplace_open that failed.
void workplace_close(workplace *place);

#endif
