// SPDX-License-Identifier: MIT
/// Reading the inputs of a command line: what extract, text, add and compare have in common.
/// Each skipped input is named on standard error as it is met.
#ifndef CROSSCLAIM_CLI_GATHER_H
#define CROSSCLAIM_CLI_GATHER_H

#include "cli/workplace.h"
#include "crossclaim/pipeline.h"

typedef struct cli_gathering {
    const workplace *place;
    bool text_only;     ///< documents alone, no claims
    bool tells_ignored; ///< what archives hold beside documents is named on standard error
    bool lists_skipped; ///< the caller tells of what was skipped: no messages
    bool hashes;        ///< documents tell the SHA-256 of their file and text
    bool prints;        ///< documents go to standard output as they come
    /// As xc_pipeline's.
    xc_status (*document)(void *context, const xc_document *document, const xc_claims *claims,
                          xc_error *error);
    bool (*settled)(const void *context,
                    const xc_document *document); ///< likewise, may be NULL
    void *context;
    xc_skip *skipped; ///< what could not be read, in the workplace's arena
    size_t skip_count, skip_capacity;
    xc_read_counts counts;
} cli_gathering;

/// Reads all inputs.
/// @param gathering place, document and context are given; the rest is filled
XC_MUST_CHECK xc_status gather(const cli_arguments *arguments, cli_gathering *gathering,
                               xc_error *error);
/// EXIT_SKIPPED where inputs were skipped and --skips-ok is not given, else EXIT_DONE.
int gather_exit_status(const cli_arguments *arguments, const cli_gathering *gathering);
/// True where one of the inputs is standard input: then each result is flushed at once.
bool gather_reads_stdin(const cli_arguments *arguments);

#endif
