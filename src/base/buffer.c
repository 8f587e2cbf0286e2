// SPDX-License-Identifier: MIT
// Growing bytes with a sticky failure, and whole files.
#include "crossclaim/base/buffer.h"
#include "crossclaim/base/open_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

void xc_buffer_release(xc_buffer *buffer) {
    free(buffer->ptr);
    *buffer = (xc_buffer){0};
}

void xc_buffer_clear(xc_buffer *buffer) {
    buffer->len = 0;
    buffer->status = XC_OK;
    if (buffer->ptr) {
        buffer->ptr[0] = '\0';
    }
}

static bool widen(xc_buffer *buffer, size_t more) {
    size_t wanted = 0;
    if (__builtin_add_overflow(buffer->len, more, &wanted) || wanted == SIZE_MAX) {
        buffer->status = XC_NO_MEMORY;
        return false;
    }
    size_t capacity = buffer->capacity > SIZE_MAX / 2 ? SIZE_MAX : buffer->capacity * 2;
    capacity = capacity < wanted + 1 ? wanted + 1 : capacity;
    capacity = capacity < 256 ? 256 : capacity;
    char *moved = realloc(buffer->ptr, capacity);
    if (!moved) {
        buffer->status = XC_NO_MEMORY;
        return false;
    }
    buffer->ptr = moved;
    buffer->capacity = capacity;
    return true;
}

// Room for `more` bytes and a NUL.
static inline bool reserve(xc_buffer *buffer, size_t more) {
    bool fits = more < buffer->capacity - buffer->len; // of nothing there is 0
    return buffer->status == XC_OK && (fits || widen(buffer, more));
}

void xc_buffer_append(xc_buffer *buffer, xc_slice bytes) {
    if (reserve(buffer, bytes.len)) {
        if (bytes.len) {
            memcpy(buffer->ptr + buffer->len, bytes.ptr, bytes.len);
        }
        buffer->len += bytes.len;
        buffer->ptr[buffer->len] = '\0';
    }
}

void xc_buffer_char(xc_buffer *buffer, char byte) {
    if (reserve(buffer, 1)) {
        buffer->ptr[buffer->len++] = byte;
        buffer->ptr[buffer->len] = '\0';
    }
}

void xc_buffer_text(xc_buffer *buffer, const char *string) {
    xc_buffer_append(buffer, xc_slice_of(string));
}

void xc_buffer_print(xc_buffer *buffer, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    va_list again;
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    if (length >= 0 && reserve(buffer, (size_t)length)) {
        (void)vsnprintf(buffer->ptr + buffer->len, (size_t)length + 1, format, again);
        buffer->len += (size_t)length;
    }
    va_end(again);
}

xc_slice xc_buffer_slice(const xc_buffer *buffer) {
    return (xc_slice){buffer->ptr, buffer->len};
}

xc_status xc_buffer_flush(xc_buffer *buffer, FILE *stream, xc_error *error) {
    if (buffer->status != XC_OK) {
        return xc_fail(error, buffer->status, "%s", xc_status_text(buffer->status));
    }
    if (buffer->len && fwrite(buffer->ptr, 1, buffer->len, stream) != buffer->len) {
        return xc_fail(error, XC_IO, "cannot write: %s", strerror(errno));
    }
    xc_buffer_clear(buffer);
    return XC_OK;
}

static xc_status fail_file(xc_error *error, const char *path, const char *what) {
    return xc_fail_at(error, XC_IO, xc_slice_of(path), 0, "cannot %s: %s", what,
                      strerror(errno));
}

xc_status xc_file_read(const char *path, size_t limit, xc_buffer *out, xc_error *error) {
    const char *fault = NULL;
    int file = xc_file_open(path, out, &fault);
    if (file < 0) {
        return xc_fail_at(error, XC_IO, xc_slice_of(path), 0, "cannot open: %s", fault);
    }
    xc_status status = XC_OK;
    struct stat facts;
    if (fstat(file, &facts) == 0 && S_ISREG(facts.st_mode) && facts.st_size > 0) {
        (void)reserve(out, (size_t)facts.st_size);
    }
    while (status == XC_OK) {
        if (!reserve(out, 65536)) {
            status = xc_fail_memory(error);
            break;
        }
        ssize_t got = read(file, out->ptr + out->len, out->capacity - out->len - 1);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0) {
            status = fail_file(error, path, "read");
        }
        if (got <= 0) {
            break;
        }
        out->len += (size_t)got;
        out->ptr[out->len] = '\0';
        if (out->len > limit) {
            status = xc_fail_at(error, XC_LIMIT, xc_slice_of(path), 0,
                                "the file is larger than %zu bytes; split it", limit);
        }
    }
    (void)close(file);
    return status;
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

xc_status xc_file_write(const char *path, xc_slice bytes, xc_error *error) {
    xc_buffer name = {0};
    xc_buffer_print(&name, "%s.part-%ld", path, (long)getpid());
    if (name.status != XC_OK) {
        return xc_fail_memory(error);
    }
    xc_status status = XC_OK;
    int file = open(name.ptr, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (file < 0) {
        status = fail_file(error, path, "create");
    } else {
        bool written = write_all(file, bytes) && fsync(file) == 0;
        if (close(file) != 0 || !written || rename(name.ptr, path) != 0) {
            status = fail_file(error, path, "write");
            (void)unlink(name.ptr);
        }
    }
    xc_buffer_release(&name);
    return status;
}
