// SPDX-License-Identifier: MIT
// Files that do not hang, opened and read whole.
#include "crossclaim/base/open_file.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

enum { WAIT = 3000, PAUSE = 20 }; // milliseconds

static const char *let_wait(int file) {
    int flags = fcntl(file, F_GETFL);
    return flags >= 0 && fcntl(file, F_SETFL, flags & ~O_NONBLOCK) == 0 ? NULL
                                                                        : strerror(errno);
}

// A pipe with a writer, or with something in it, may be waited for; without either, it ends
// at once, as it does when its writer is through.
static const char *await_writer(int file, xc_buffer *start) {
    char bytes[4096];
    for (int waited = 0; waited < WAIT; waited += PAUSE) {
        ssize_t got = read(file, bytes, sizeof bytes);
        if (got > 0) {
            xc_buffer_append(start, (xc_slice){bytes, (size_t)got});
            return start->status == XC_OK ? let_wait(file) : xc_status_text(start->status);
        }
        if (got < 0 && errno == EAGAIN) {
            return let_wait(file);
        }
        if (got < 0 && errno != EINTR) {
            return strerror(errno);
        }
        (void)poll(NULL, 0, PAUSE);
    }
    return "a pipe that nobody writes to";
}

static const char *device_fault(int file, const struct stat *facts) {
    if (S_ISCHR(facts->st_mode) && isatty(file)) {
        return let_wait(file);
    }
    bool is_null = S_ISCHR(facts->st_mode) && facts->st_rdev == makedev(1, 3);
    return is_null ? NULL : "a device, no file";
}

static const char *kind_fault(int file, xc_buffer *start) {
    struct stat facts;
    if (fstat(file, &facts) != 0) {
        return strerror(errno);
    }
    if (S_ISDIR(facts.st_mode)) {
        return strerror(EISDIR);
    }
    if (S_ISFIFO(facts.st_mode)) {
        return await_writer(file, start);
    }
    return S_ISREG(facts.st_mode) ? NULL : device_fault(file, &facts);
}

int xc_file_open(const char *path, xc_buffer *start, const char **fault) {
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    *fault = file < 0 ? errno == ENXIO ? "no file" : strerror(errno) : kind_fault(file, start);
    if (file >= 0 && *fault) {
        (void)close(file);
        file = -1;
    }
    return file;
}

xc_status xc_file_read(const char *path, size_t limit, xc_buffer *out, xc_error *error) {
    const char *fault = NULL;
    int file = xc_file_open(path, out, &fault);
    if (file < 0) {
        return xc_fail_at(error, XC_IO, xc_slice_of(path), 0, "cannot open: %s", fault);
    }
    char bytes[65536];
    ssize_t got = 1;
    while (got != 0 && out->status == XC_OK && out->len <= limit) {
        got = read(file, bytes, sizeof bytes);
        if (got < 0 && errno != EINTR) {
            fault = strerror(errno);
            break;
        }
        xc_buffer_append(out, (xc_slice){bytes, got > 0 ? (size_t)got : 0});
    }
    (void)close(file);
    if (fault) {
        return xc_fail_at(error, XC_IO, xc_slice_of(path), 0, "cannot read: %s", fault);
    }
    if (out->status != XC_OK) {
        return xc_fail_memory(error);
    }
    return out->len <= limit ? XC_OK
                             : xc_fail_at(error, XC_LIMIT, xc_slice_of(path), 0,
                                          "the file is larger than %zu bytes; split it", limit);
}
