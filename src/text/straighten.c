// SPDX-License-Identifier: MIT
// Printers' signs into typed ones, with the way back.
#include "crossclaim/text.h"
#include "text/bytes.h"

#include <string.h>

// What is typed for a code point: a character, '\0' for nothing, -1 for itself.
static int typed_for(code_point point) {
    switch (point.class) {
    case BYTE_SPACE:
        return ' ';
    case BYTE_IGNORED:
        return '\0';
    case BYTE_MARK:
        return point.mark == '\'' || point.mark == '"' || point.mark == '-' ? point.mark : -1;
    default:
        return -1;
    }
}

static void copy_point(xc_slice text, size_t from, size_t length, char *bytes, uint32_t *at) {
    memcpy(bytes, text.ptr + from, length);
    for (size_t i = 0; i < length; i++) {
        at[i] = (uint32_t)(from + i);
    }
}

xc_status xc_straighten(xc_slice text, xc_arena *arena, xc_straight *out) {
    *out = (xc_straight){.text = text};
    if (is_ascii(text)) {
        return XC_OK;
    }
    char *bytes = xc_arena_array(arena, text.len, 1);
    uint32_t *at = xc_arena_array(arena, text.len + 1, sizeof *at);
    if (!bytes || !at) {
        return XC_NO_MEMORY;
    }
    size_t length = 0;
    for (size_t from = 0; from < text.len;) {
        code_point point = point_at(text, from);
        int typed = point.code < 0x80 ? -1 : typed_for(point);
        if (typed < 0) {
            copy_point(text, from, point.length, bytes + length, at + length);
            length += point.length;
        } else if (typed > 0) {
            bytes[length] = (char)typed;
            at[length++] = (uint32_t)from;
        }
        from += point.length;
    }
    at[length] = (uint32_t)text.len;
    *out = (xc_straight){{bytes, length}, at};
    return XC_OK;
}

size_t xc_straight_origin(const xc_straight *straight, size_t byte) {
    return straight->at ? straight->at[byte] : byte;
}
