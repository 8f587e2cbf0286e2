// SPDX-License-Identifier: MIT
// Files that are whole or as they were.
#include "crossclaim/base/buffer.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char part[] = ".part-";

static xc_status fail_file(xc_error *error, const char *path, const char *what) {
    return xc_fail_at(error, XC_IO, xc_slice_of(path), 0, "cannot %s: %s", what,
                      strerror(errno));
}

// Without an allocation, so that what was staged can be placed where memory is out.
static bool part_name(const char *path, char name[PATH_MAX]) {
    int length = snprintf(name, PATH_MAX, "%s%s%ld", path, part, (long)getpid());
    errno = ENAMETOOLONG;
    return length > 0 && length < PATH_MAX;
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
    char name[PATH_MAX];
    int file = part_name(path, name) ? create(name) : -1;
    if (file < 0) {
        return fail_file(error, path, "create");
    }
    xc_status status = XC_OK;
    if (!write_all(file, bytes) || fsync(file) != 0) {
        status = fail_file(error, path, "write");
    }
    if (close(file) != 0 && status == XC_OK) {
        status = fail_file(error, path, "write");
    }
    if (status != XC_OK) {
        (void)unlink(name);
    }
    return status;
}

xc_status xc_file_place(const char *path, xc_error *error) {
    char name[PATH_MAX];
    if (part_name(path, name) && rename(name, path) == 0) {
        return XC_OK;
    }
    xc_status status = fail_file(error, path, "write");
    xc_file_drop(path);
    return status;
}

void xc_file_drop(const char *path) {
    char name[PATH_MAX];
    if (part_name(path, name)) {
        (void)unlink(name);
    }
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
