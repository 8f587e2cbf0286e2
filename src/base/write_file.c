// SPDX-License-Identifier: MIT
// Files that are whole or as they were.
#include "crossclaim/base/buffer.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char part[] = ".part-";

static xc_status fail_file(xc_error *error, const char *path, const char *what) {
    return xc_fail_at(error, XC_IO, xc_slice_of(path), 0, "cannot %s: %s", what,
                      strerror(errno));
}

static bool part_name(const char *path, xc_buffer *name) {
    xc_buffer_print(name, "%s%s%ld", path, part, (long)getpid());
    return name->status == XC_OK;
}

static bool write_all(int file, xc_slice bytes) {
    while (bytes.len) {
        ssize_t wrote = write(file, bytes.ptr, bytes.len);
        if (wrote < 0 && errno == EINTR) {
            continue;
        }
        if (wrote < 0) {
            return false;
        }
        bytes = xc_slice_sub(bytes, (size_t)wrote, bytes.len);
    }
    return true;
}

// What bears the name is of an earlier process with our number, or somebody's link.
static int create(const char *name) {
    const int flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
    int file = open(name, flags, 0666);
    if (file < 0 && errno == EEXIST && unlink(name) == 0) {
        file = open(name, flags, 0666);
    }
    return file;
}

xc_status xc_file_stage(const char *path, xc_slice bytes, xc_error *error) {
    xc_buffer name = {0};
    if (!part_name(path, &name)) {
        xc_buffer_release(&name);
        return xc_fail_memory(error);
    }
    xc_status status = XC_OK;
    int file = create(name.ptr);
    if (file < 0) {
        status = fail_file(error, path, "create");
    } else {
        bool written = write_all(file, bytes) && fsync(file) == 0;
        if (!written) {
            status = fail_file(error, path, "write");
        }
        if (close(file) != 0 && status == XC_OK) {
            status = fail_file(error, path, "write");
        }
        if (status != XC_OK) {
            (void)unlink(name.ptr);
        }
    }
    xc_buffer_release(&name);
    return status;
}

xc_status xc_file_place(const char *path, xc_error *error) {
    xc_buffer name = {0};
    xc_status status = part_name(path, &name) ? XC_OK : xc_fail_memory(error);
    if (status == XC_OK && rename(name.ptr, path) != 0) {
        status = fail_file(error, path, "write");
        (void)unlink(name.ptr);
    }
    xc_buffer_release(&name);
    return status;
}

void xc_file_drop(const char *path) {
    xc_buffer name = {0};
    if (part_name(path, &name)) {
        (void)unlink(name.ptr);
    }
    xc_buffer_release(&name);
}

xc_status xc_file_write(const char *path, xc_slice bytes, xc_error *error) {
    xc_status status = xc_file_stage(path, bytes, error);
    return status == XC_OK ? xc_file_place(path, error) : status;
}

// Whether the name ends in ".part-" and the number of a process that is no more.
static bool is_left_over(const char *name) {
    const char *at = strstr(name, part);
    char *end = NULL;
    long process = at ? strtol(at + sizeof part - 1, &end, 10) : 0;
    return process > 0 && *end == '\0' && kill((pid_t)process, 0) != 0 && errno == ESRCH;
}

void xc_file_clean(const char *folder) {
    DIR *names = opendir(folder);
    const struct dirent *entry;
    while (names && (entry = readdir(names))) { // NOLINT(concurrency-mt-unsafe): own DIR
        if (is_left_over(entry->d_name)) {
            (void)unlinkat(dirfd(names), entry->d_name, 0);
        }
    }
    if (names) {
        (void)closedir(names);
    }
}
