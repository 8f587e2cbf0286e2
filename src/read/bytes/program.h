// SPDX-License-Identifier: MIT
/// Runs another program as a filter: without a shell, within limits.
#ifndef CROSSCLAIM_READ_BYTES_PROGRAM_H
#define CROSSCLAIM_READ_BYTES_PROGRAM_H

#include "crossclaim/base.h"

typedef struct xc_program {
    const char *const
        *words;            ///< its name, looked for in PATH, and its arguments; ends with NULL
    int seconds;           ///< of time, and of work
    size_t memory, output; ///< most bytes that it may take and give
} xc_program;

typedef enum xc_program_end {
    XC_PROGRAM_DONE,
    XC_PROGRAM_FAILED, ///< it said so; see *exit_status
    XC_PROGRAM_MISSING,
    XC_PROGRAM_TOO_SLOW,
    XC_PROGRAM_TOO_LONG, ///< more output than allowed
    XC_PROGRAM_KILLED,   ///< by a limit or a fault of its own
} xc_program_end;

/// Gives it the bytes on its standard input and takes its standard output; its standard error
/// is thrown away. The program is gone when this returns.
/// @return XC_OK with *end set, XC_IO or XC_NO_MEMORY
XC_MUST_CHECK xc_status xc_program_run(const xc_program *program, xc_slice input,
                                       xc_buffer *output, xc_program_end *end, int *exit_status,
                                       xc_error *error);

#endif
