// SPDX-License-Identifier: MIT
/// Runs another program as a filter: without a shell, within limits.
#ifndef CROSSCLAIM_READ_BYTES_PROGRAM_H
#define CROSSCLAIM_READ_BYTES_PROGRAM_H

#include "crossclaim/base.h"

typedef struct filter_program {
    const char *const
        *words;            ///< its name, looked for in PATH, and its arguments; ends with NULL
    int seconds;           ///< of time, and of work
    size_t memory, output; ///< most bytes that it may take and give
} filter_program;

typedef enum program_end {
    PROGRAM_DONE,
    PROGRAM_FAILED, ///< it said so; see *exit_status
    PROGRAM_MISSING,
    PROGRAM_TOO_SLOW,
    PROGRAM_TOO_LONG, ///< more output than allowed
    PROGRAM_KILLED,   ///< by a limit or a fault of its own
} program_end;

/// Gives it the bytes on its standard input and takes its standard output; its standard error
/// is thrown away. The program is gone when this returns.
/// @return XC_OK with *end set, XC_IO or XC_NO_MEMORY
XC_MUST_CHECK xc_status program_run(const filter_program *program, xc_slice input,
                                    xc_buffer *output, program_end *end, int *exit_status,
                                    xc_error *error);

#endif
