// SPDX-License-Identifier: MIT
/// What a user reads on standard error: messages, and one line of progress on a terminal.
#ifndef CROSSCLAIM_CLI_MESSAGE_H
#define CROSSCLAIM_CLI_MESSAGE_H

#include "crossclaim/base.h"

/// "crossclaim: " and the text on a line of its own.
void message(const char *format, ...) XC_FORMAT_LIKE_PRINTF(1, 2);
/// A failure as a message.
/// @return the exit status that it stands for
int message_failure(const xc_error *error);
/// Warns that the pattern of a rule ("pack:rule") was given up in so many sentences.
void message_limited(xc_slice rule, size_t sentences);
/// Tells that a language's folder has no model of syntax.
void message_treeless(xc_slice language);
/// "reading 3 of 40 files", over itself; nothing unless standard error is a terminal.
void progress_show(size_t done, size_t all);
/// From now on it also says how many documents are in the case for good.
void progress_kept(size_t documents);
/// "comparing 12 new documents", in its place.
void progress_comparing(size_t documents);
void progress_clear(void);

#endif
