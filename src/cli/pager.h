// SPDX-License-Identifier: MIT
/// Long text on a terminal, a screen at a time.
#ifndef CROSSCLAIM_CLI_PAGER_H
#define CROSSCLAIM_CLI_PAGER_H

#include "crossclaim/base.h"

/// Writes the buffer to standard output and empties it; on a terminal through the program that
/// PAGER names (`less -FRX` if unset; none if it is empty or `cat`), as git does. Where that
/// program cannot be run the text is written as it is.
XC_MUST_CHECK xc_status pager_show(xc_buffer *out, xc_error *error);

#endif
