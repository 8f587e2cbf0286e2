// SPDX-License-Identifier: MIT
// Errors as values.
#include "crossclaim/base/status.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

XC_FORMAT_LIKE_PRINTF(5, 0)
static xc_status fail(xc_error *error, xc_status status, xc_slice path, long line,
                      const char *format, va_list arguments) {
    if (error && error->status == XC_OK) {
        error->status = status;
        error->line = line;
        (void)snprintf(error->path, sizeof error->path, "%.*s", XC_PRINT(path));
        (void)vsnprintf(error->message, sizeof error->message, format, arguments);
    }
    return status;
}

xc_status xc_fail(xc_error *error, xc_status status, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    fail(error, status, (xc_slice){0}, 0, format, arguments);
    va_end(arguments);
    return status;
}

xc_status xc_fail_at(xc_error *error, xc_status status, xc_slice path, long line,
                     const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    fail(error, status, path, line, format, arguments);
    va_end(arguments);
    return status;
}

xc_status xc_fail_memory(xc_error *error) {
    return xc_fail(error, XC_NO_MEMORY, "%s", xc_status_text(XC_NO_MEMORY));
}

const char *xc_status_text(xc_status status) {
    switch (status) {
    case XC_OK:
        return "done";
    case XC_END:
        return "nothing more to read";
    case XC_SKIPPED:
        return "the input could not be read";
    case XC_NO_MEMORY:
        return "out of memory; give fewer inputs at once or fewer --jobs";
    case XC_IO:
        return "the system refused to read or write";
    case XC_BAD_INPUT:
        return "the input is not what it should be";
    case XC_BAD_RULE:
        return "a rule pack is wrong";
    case XC_BAD_CASE:
        return "the case file cannot be used";
    case XC_LIMIT:
        return "a limit was reached";
    case XC_USAGE:
        return "wrong usage";
    case XC_BUSY:
        return "another program uses the file";
    }
    return "unknown status";
}

void xc_error_print(const xc_error *error, char *out, size_t size) {
    const char *message = error->message[0] ? error->message : xc_status_text(error->status);
    if (error->path[0] && error->line) {
        (void)snprintf(out, size, "%s:%ld: %s", error->path, error->line, message);
    } else if (error->path[0]) {
        (void)snprintf(out, size, "%s: %s", error->path, message);
    } else {
        (void)snprintf(out, size, "%s", message);
    }
}
