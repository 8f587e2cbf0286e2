// SPDX-License-Identifier: MIT
/// The table of commands, printed: for --help, as a manual page, as a shell completion.
#ifndef CROSSCLAIM_CLI_MANUAL_H
#define CROSSCLAIM_CLI_MANUAL_H

#include "cli/command.h"

/// All commands, for `crossclaim --help`.
void help_program(const command_list *commands, xc_buffer *out);
/// One command, for `crossclaim COMMAND --help`.
void help_command(const cli_command *command, xc_buffer *out);
/// crossclaim(1) for man, in the man macros of roff.
void manual_page(const command_list *commands, xc_buffer *out);
/// A completion for bash.
void completion_bash(const command_list *commands, xc_buffer *out);

#endif
