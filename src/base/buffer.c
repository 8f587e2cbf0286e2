// SPDX-License-Identifier: MIT
// Growing bytes with a sticky failure.
#include "crossclaim/base/buffer.h"
#include "crossclaim/base/memory.h"

#include <errno.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

void xc_buffer_release(xc_buffer *buffer) {
    free(buffer->ptr);
    *buffer = (xc_buffer){0};
}

void xc_buffer_clear(xc_buffer *buffer) {
    buffer->len = 0;
    if (buffer->ptr) {
        buffer->ptr[0] = '\0';
    }
}

static atomic_bool was_short;

bool xc_memory_was_short(void) {
    return atomic_load(&was_short);
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
        atomic_store(&was_short, true);
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
