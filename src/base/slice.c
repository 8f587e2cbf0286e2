// SPDX-License-Identifier: MIT
// Views of bytes.
#include "crossclaim/base/slice.h"

#include <string.h>

static unsigned char fold_ascii(char c) {
    unsigned char byte = (unsigned char)c;
    return (unsigned char)(byte >= 'A' && byte <= 'Z' ? byte + 32 : byte);
}

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static bool is_space(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

xc_slice xc_slice_of(const char *string) {
    return (xc_slice){string, string ? strlen(string) : 0};
}

xc_slice xc_slice_sub(xc_slice slice, size_t start, size_t end) {
    if (end > slice.len) {
        end = slice.len;
    }
    if (start > end) {
        start = end;
    }
    return (xc_slice){slice.ptr ? slice.ptr + start : NULL, end - start};
}

bool xc_slice_equal(xc_slice a, xc_slice b) {
    if (a.len != b.len) {
        return false;
    }
    return a.len == 0 || !a.ptr || !b.ptr || memcmp(a.ptr, b.ptr, a.len) == 0;
}

bool xc_slice_is(xc_slice slice, const char *string) {
    return xc_slice_equal(slice, xc_slice_of(string));
}

bool xc_slice_equal_fold(xc_slice a, xc_slice b) {
    if (a.len != b.len) {
        return false;
    }
    for (size_t i = 0; i < a.len; i++) {
        if (fold_ascii(a.ptr[i]) != fold_ascii(b.ptr[i])) {
            return false;
        }
    }
    return true;
}

int xc_slice_compare(xc_slice a, xc_slice b) {
    size_t least = a.len < b.len ? a.len : b.len;
    int order = least ? memcmp(a.ptr, b.ptr, least) : 0;
    return order ? order : (a.len > b.len) - (a.len < b.len);
}

// The run of digits at *at without its leading zeros; *at moves behind it.
static xc_slice take_digits(xc_slice slice, size_t *at) {
    while (*at < slice.len && slice.ptr[*at] == '0') {
        ++*at;
    }
    size_t start = *at;
    while (*at < slice.len && is_digit(slice.ptr[*at])) {
        ++*at;
    }
    return (xc_slice){slice.ptr + start, *at - start};
}

int xc_slice_compare_natural(xc_slice a, xc_slice b) {
    size_t i = 0;
    size_t j = 0;
    while (i < a.len && j < b.len) {
        if (is_digit(a.ptr[i]) && is_digit(b.ptr[j])) {
            xc_slice left = take_digits(a, &i);
            xc_slice right = take_digits(b, &j);
            if (left.len != right.len) {
                return left.len < right.len ? -1 : 1;
            }
            int order = xc_slice_compare(left, right);
            if (order) {
                return order;
            }
        } else {
            int order = (unsigned char)a.ptr[i++] - (unsigned char)b.ptr[j++];
            if (order) {
                return order;
            }
        }
    }
    if (i < a.len || j < b.len) {
        return i < a.len ? 1 : -1;
    }
    return xc_slice_compare(a, b);
}

bool xc_slice_starts(xc_slice slice, xc_slice prefix) {
    return slice.len >= prefix.len &&
           xc_slice_equal(xc_slice_sub(slice, 0, prefix.len), prefix);
}

bool xc_slice_ends(xc_slice slice, xc_slice suffix) {
    return slice.len >= suffix.len &&
           xc_slice_equal(xc_slice_sub(slice, slice.len - suffix.len, slice.len), suffix);
}

size_t xc_slice_find(xc_slice slice, xc_slice needle) {
    if (needle.len == 0) {
        return 0;
    }
    const char *found = slice.len ? memmem(slice.ptr, slice.len, needle.ptr, needle.len) : NULL;
    return found ? (size_t)(found - slice.ptr) : SIZE_MAX;
}

xc_slice xc_slice_trim(xc_slice slice) {
    while (slice.len && is_space(slice.ptr[0])) {
        slice.ptr++;
        slice.len--;
    }
    while (slice.len && is_space(slice.ptr[slice.len - 1])) {
        slice.len--;
    }
    return slice;
}

bool xc_slice_cut(xc_slice slice, char separator, xc_slice *head, xc_slice *tail) {
    const char *at = slice.len ? memchr(slice.ptr, separator, slice.len) : NULL;
    size_t split = at ? (size_t)(at - slice.ptr) : slice.len;
    *head = xc_slice_sub(slice, 0, split);
    *tail = xc_slice_sub(slice, split + 1, slice.len);
    return at != NULL;
}
