// SPDX-License-Identifier: MIT
// Where data goes.
#include "cli/output.h"
#include "cli/command.h"
#include "cli/message.h"
#include "crossclaim/base/memory.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

xc_status output_flush(xc_buffer *out, bool at_once, xc_error *error) {
    xc_status status =
        xc_memory_was_short() ? xc_fail_memory(error) : xc_buffer_flush(out, stdout, error);
    if (status == XC_OK && at_once && fflush(stdout) != 0) {
        status = xc_fail(error, XC_IO, "cannot write to standard output: %s", strerror(errno));
    }
    return status;
}

int output_close(int status) {
    if (status < EXIT_WRONG_USAGE && xc_memory_was_short()) {
        message("%s", xc_status_text(XC_NO_MEMORY));
        status = EXIT_FAILED;
    }
    bool failed = ferror(stdout) != 0;
    errno = 0;
    if (fclose(stdout) != 0) {
        failed = true;
    }
    if (failed && status != EXIT_FAILED) {
        message("cannot write to standard output: %s",
                errno ? strerror(errno) : "what was written did not arrive");
    }
    return failed ? EXIT_FAILED : status;
}

xc_status output_file_open(const char *path, output_file *out, xc_error *error) {
    *out = (output_file){.path = path};
    size_t size = strlen(path) + sizeof ".XXXXXX";
    out->temporary = malloc(size);
    if (!out->temporary) {
        return xc_fail_memory(error);
    }
    (void)snprintf(out->temporary, size, "%s.XXXXXX", path);
    int file = mkstemp(out->temporary);
    if (file >= 0) {
        mode_t mask = umask(0);
        (void)umask(mask);
        (void)fchmod(file, 0666 & ~mask);
        out->stream = fdopen(file, "wb");
    }
    if (out->stream) {
        return XC_OK;
    }
    xc_status status =
        xc_fail_at(error, XC_IO, xc_slice_of(path), 0, "cannot create: %s", strerror(errno));
    if (file >= 0) {
        (void)close(file);
        (void)unlink(out->temporary);
    }
    free(out->temporary);
    return status;
}

xc_status output_file_close(output_file *file, xc_status status, xc_error *error) {
    if (status == XC_OK && xc_memory_was_short()) {
        status = xc_fail_memory(error);
    }
    bool written = fflush(file->stream) == 0 && fsync(fileno(file->stream)) == 0;
    written = fclose(file->stream) == 0 && written;
    if (status == XC_OK && (!written || rename(file->temporary, file->path) != 0)) {
        status = xc_fail_at(error, XC_IO, xc_slice_of(file->path), 0, "cannot write: %s",
                            strerror(errno));
    }
    if (status != XC_OK) {
        (void)unlink(file->temporary);
    }
    free(file->temporary);
    *file = (output_file){0};
    return status;
}
