// SPDX-License-Identifier: MIT
/// Errors are values. A function that can fail gives an xc_status and fills an xc_error once,
/// where the failure is known best; nothing in the library prints, exits or aborts.
#ifndef CROSSCLAIM_BASE_STATUS_H
#define CROSSCLAIM_BASE_STATUS_H

#include "crossclaim/base/slice.h"

/// What came of a call.
typedef enum xc_status {
    XC_OK = 0,
    XC_END,       ///< nothing more to read: no failure
    XC_SKIPPED,   ///< this input could not be read, the next one may be; the error says why
    XC_NO_MEMORY, ///< an allocation failed
    XC_IO,        ///< the operating system refused to read or write
    XC_BAD_INPUT, ///< the bytes are not what they should be
    XC_BAD_RULE,  ///< a rule pack or lexicon is wrong
    XC_BAD_CASE,  ///< a case file is not one, is newer than this program, or is damaged
    XC_LIMIT,     ///< a limit that protects the machine was reached
    XC_USAGE,     ///< the caller's words are wrong
    XC_BUSY,      ///< another program uses the file; it may be free later
} xc_status;

/// What went wrong and how to mend it. All zero before use; a NULL error is allowed everywhere.
typedef struct xc_error {
    xc_status status;
    long line;         ///< 1-based line of the input, 0 where none applies
    char path[512];    ///< the input concerned, cut if longer; empty where none applies
    char message[512]; ///< lower case, what failed first, then the mend; no full stop
} xc_error;

/// Fills the error (if it is not NULL and still XC_OK) and gives the status back.
xc_status xc_fail(xc_error *error, xc_status status, const char *format, ...)
    XC_FORMAT_LIKE_PRINTF(3, 4);
/// As xc_fail, with the input and the line (0 for none) that it is about.
xc_status xc_fail_at(xc_error *error, xc_status status, xc_slice path, long line,
                     const char *format, ...) XC_FORMAT_LIKE_PRINTF(5, 6);
/// XC_NO_MEMORY with its message.
xc_status xc_fail_memory(xc_error *error);
/// One sentence for a status, for a message that has nothing better. Constant.
const char *xc_status_text(xc_status status);
/// Writes "path:line: message" to `out`, NUL-ended and cut to `size` bytes.
void xc_error_print(const xc_error *error, char *out, size_t size);

#endif
