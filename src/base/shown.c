// SPDX-License-Identifier: MIT
// Text of strangers on a terminal.
#include "crossclaim/base/shown.h"

#include <string.h>

bool xc_is_control(uint32_t point) {
    return point < 0x20 || (point >= 0x7F && point <= 0x9F) || point == 0x061C ||
           point == 0x200E || point == 0x200F || (point >= 0x202A && point <= 0x202E) ||
           (point >= 0x2066 && point <= 0x2069);
}

// The character at the start; its length is 0 where the bytes are no UTF-8 (RFC 3629).
static uint32_t read_point(xc_slice text, size_t *length) {
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    const unsigned char *s = (const unsigned char *)text.ptr;
    size_t bytes = s[0] < 0x80 ? 1 : s[0] >= 0xF0 ? 4 : s[0] >= 0xE0 ? 3 : s[0] >= 0xC0 ? 2 : 0;
    uint32_t point = bytes == 1 ? s[0] : s[0] & (0x7FU >> bytes);
    bool good = bytes && bytes <= text.len;
    for (size_t i = 1; good && i < bytes; i++) {
        good = (s[i] & 0xC0) == 0x80;
        point = point << 6 | (s[i] & 0x3F);
    }
    good = good && point >= least[bytes] && point <= 0x10FFFF;
    *length = good ? bytes : 0;
    return point;
}

// Whether the character at `at` may be shown as it is; @param length bytes that it takes, at least 1.
static bool shown_at(xc_slice text, size_t at, size_t *length) {
    uint32_t point = read_point(xc_slice_sub(text, at, text.len), length);
    bool is_shown = *length && (point == '\n' || point == '\t' || !xc_is_control(point));
    *length = *length ? *length : 1;
    return is_shown;
}

void xc_buffer_shown(xc_buffer *buffer, xc_slice text) {
    size_t start = 0;
    size_t length = 0;
    for (size_t at = 0; at < text.len; at += length) {
        if (!shown_at(text, at, &length)) {
            xc_buffer_append(buffer, xc_slice_sub(text, start, at));
            xc_buffer_char(buffer, '?');
            start = at + length;
        }
    }
    xc_buffer_append(buffer, xc_slice_sub(text, start, text.len));
}

void xc_string_shown(char *text) {
    xc_slice all = xc_slice_of(text);
    size_t written = 0;
    size_t length = 0;
    for (size_t at = 0; at < all.len; at += length) {
        if (shown_at(all, at, &length)) {
            memmove(text + written, text + at, length);
            written += length;
        } else {
            text[written++] = '?';
        }
    }
    text[written] = '\0';
}
