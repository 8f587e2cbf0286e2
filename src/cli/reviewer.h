// SPDX-License-Identifier: MIT
/// Who decides.
#ifndef CROSSCLAIM_CLI_REVIEWER_H
#define CROSSCLAIM_CLI_REVIEWER_H

#include "cli/command.h"

/// The name that --reviewer gives, else CROSSCLAIM_REVIEWER, else the name of the login; may be
/// empty. Lives as long as the process.
xc_slice reviewer_name(const cli_arguments *arguments);

#endif
