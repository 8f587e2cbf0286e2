// SPDX-License-Identifier: MIT
// Folding: one form for all spellings of a word that readers take for the same.
#include "text/bytes.h"
#include "text/text_parts.h"

#include <string.h>
#include <utf8proc.h>

enum {
    FOLDING = UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE |
              UTF8PROC_STABLE,
    STACK_CODE_POINTS = 2 * WORD_LIMIT
};

static utf8proc_int32_t straighten(utf8proc_int32_t point, void *unused) {
    (void)unused;
    return is_apostrophe((uint32_t)point) ? '\'' : point;
}

static void lower_ascii(xc_slice text, char *out) {
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        out[i] = c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
    }
}

static utf8proc_ssize_t decompose(xc_slice text, utf8proc_int32_t *points, size_t size) {
    return utf8proc_decompose_custom((const utf8proc_uint8_t *)text.ptr,
                                     (utf8proc_ssize_t)text.len, points, (utf8proc_ssize_t)size,
                                     (utf8proc_option_t)FOLDING, straighten, NULL);
}

// Composes the code points and writes them as UTF-8 over themselves; the length in bytes.
static size_t compose(utf8proc_int32_t *points, size_t count) {
    utf8proc_ssize_t length =
        utf8proc_reencode(points, (utf8proc_ssize_t)count, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
    return length < 0 ? SIZE_MAX : (size_t)length;
}

size_t fold_into(xc_slice text, char *out, size_t size) {
    if (text.len > size) {
        return SIZE_MAX;
    }
    if (is_ascii(text)) {
        lower_ascii(text, out);
        return text.len;
    }
    utf8proc_int32_t points[STACK_CODE_POINTS + 1];
    utf8proc_ssize_t count = decompose(text, points, STACK_CODE_POINTS);
    if (count < 0) { // not UTF-8
        lower_ascii(text, out);
        return text.len;
    }
    if (count > STACK_CODE_POINTS) {
        return SIZE_MAX;
    }
    size_t length = compose(points, (size_t)count);
    if (length > size) {
        return SIZE_MAX;
    }
    memcpy(out, points, length);
    return length;
}

xc_status xc_fold(xc_slice text, xc_arena *arena, xc_slice *out) {
    *out = (xc_slice){0};
    utf8proc_ssize_t count = is_ascii(text) ? -1 : decompose(text, NULL, 0);
    if (count < 0) {
        xc_slice copy = xc_arena_copy(arena, text);
        if (!copy.ptr) {
            return XC_NO_MEMORY;
        }
        lower_ascii(text, (char *)(uintptr_t)copy.ptr);
        *out = copy;
        return XC_OK;
    }
    utf8proc_int32_t *points = xc_arena_array(arena, (size_t)count + 1, sizeof *points);
    if (!points) {
        return XC_NO_MEMORY;
    }
    count = decompose(text, points, (size_t)count);
    size_t length = count < 0 ? SIZE_MAX : compose(points, (size_t)count);
    if (length == SIZE_MAX) {
        return XC_NO_MEMORY;
    }
    *out = (xc_slice){(const char *)points, length};
    return XC_OK;
}
