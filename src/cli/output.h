// SPDX-License-Identifier: MIT
/// Where data goes: standard output, or a file that is whole or as it was.
#ifndef CROSSCLAIM_CLI_OUTPUT_H
#define CROSSCLAIM_CLI_OUTPUT_H

#include "crossclaim/base.h"

/// Writes the buffer to standard output and empties it.
/// @param at_once also past the stream's own buffer, for a reader that waits
XC_MUST_CHECK xc_status output_flush(xc_buffer *out, bool at_once, xc_error *error);
/// Closes standard output, so that a full disk is no success.
/// @return `status`, or EXIT_FAILED where what was written did not arrive
int output_close(int status);

/// A file under a temporary name beside its own.
typedef struct output_file {
    FILE *stream;
    const char *path;
    char *temporary;
} output_file;

XC_MUST_CHECK xc_status output_file_open(const char *path, output_file *out, xc_error *error);
/// Closes it and gives it its name; where `status` is a failure (or closing fails) nothing is
/// left behind.
/// @return `status`, or the failure
XC_MUST_CHECK xc_status output_file_close(output_file *file, xc_status status, xc_error *error);

#endif
