// SPDX-License-Identifier: MIT
// Writes JSON.
#include "crossclaim/base/json.h"
#include "crossclaim/base/shown.h"

#include <inttypes.h>
#include <string.h>

static void separate(xc_json *json) {
    if (json->needs_comma) {
        xc_buffer_char(json->out, ',');
    }
    json->needs_comma = true;
}

static void open_with(xc_json *json, char bracket) {
    separate(json);
    xc_buffer_char(json->out, bracket);
    json->needs_comma = false;
}

static void close_with(xc_json *json, char bracket) {
    xc_buffer_char(json->out, bracket);
    json->needs_comma = true;
}

void xc_json_object(xc_json *json) {
    open_with(json, '{');
}

void xc_json_end_object(xc_json *json) {
    close_with(json, '}');
}

void xc_json_array(xc_json *json) {
    open_with(json, '[');
}

void xc_json_end_array(xc_json *json) {
    close_with(json, ']');
}

// Length of the valid UTF-8 sequence at the slice's start, 0 if there is none (RFC 3629).
static size_t sequence_length(const unsigned char *s, size_t len) {
    static const unsigned char least[] = {0, 0, 0x80, 0xA0, 0x90};
    if (s[0] < 0x80) {
        return 1;
    }
    size_t length = s[0] >= 0xC2 && s[0] <= 0xDF   ? 2
                    : (s[0] & 0xF0) == 0xE0        ? 3
                    : s[0] >= 0xF0 && s[0] <= 0xF4 ? 4
                                                   : 0;
    if (!length || length > len) {
        return 0;
    }
    for (size_t i = 1; i < length; i++) {
        if ((s[i] & 0xC0) != 0x80) {
            return 0;
        }
    }
    bool low = (s[0] == 0xE0 && s[1] < least[3]) || (s[0] == 0xF0 && s[1] < least[4]);
    bool high = (s[0] == 0xED && s[1] > 0x9F) || (s[0] == 0xF4 && s[1] > 0x8F);
    return low || high ? 0 : length;
}

static void write_escaped(xc_buffer *out, unsigned char c) {
    switch (c) {
    case '"':
        xc_buffer_text(out, "\\\"");
        break;
    case '\\':
        xc_buffer_text(out, "\\\\");
        break;
    case '\n':
        xc_buffer_text(out, "\\n");
        break;
    case '\t':
        xc_buffer_text(out, "\\t");
        break;
    case '\r':
        xc_buffer_text(out, "\\r");
        break;
    default:
        xc_buffer_print(out, "\\u%04x", c);
    }
}

// What stands for itself, nearly every byte of a text.
static bool is_plain(unsigned char c) {
    return c >= 0x20 && c < 0x7F && c != '"' && c != '\\';
}

// The high bit of each byte of eight that is 0.
static uint64_t zeros(uint64_t eight) {
    uint64_t low = UINT64_C(0x7F7F7F7F7F7F7F7F);
    return ~(((eight & low) + low) | eight | low);
}

// The bytes from `at` on that stand for themselves, by eights; the rest is looked at one by
// one.
static size_t skip_plain(xc_slice text, size_t at) {
    const uint64_t ones = UINT64_C(0x0101010101010101);
    const uint64_t high = ones << 7;
    for (; text.len - at >= 8; at += 8) {
        uint64_t eight;
        memcpy(&eight, text.ptr + at, sizeof eight);
        uint64_t small = ~(((eight & ~high) + ones * (0x80 - 0x20)) | eight) & high;
        uint64_t special =
            zeros(eight ^ ones * '"') | zeros(eight ^ ones * '\\') | zeros(eight ^ ones * 0x7F);
        if ((small | special | (eight & high)) != 0) {
            break;
        }
    }
    return at;
}

// JSON goes to terminals, too: what one obeys (C1 controls, marks of direction) is escaped. 0 where
// it is none.
static uint32_t steering_point(const unsigned char *s, size_t length) {
    uint32_t point = 0;
    if (length == 2 && (s[0] == 0xC2 || s[0] == 0xD8)) {
        point = (s[0] & 0x1FU) << 6 | (s[1] & 0x3FU);
    } else if (length == 3 && s[0] == 0xE2 && (s[1] & 0xFE) == 0x80) {
        point = 0x2000U | (s[1] & 0x3FU) << 6 | (s[2] & 0x3FU);
    }
    return point && xc_is_control(point) ? point : 0;
}

static void write_string(xc_buffer *out, xc_slice text) {
    const unsigned char *s = (const unsigned char *)text.ptr;
    size_t start = 0;
    size_t at = 0;
    xc_buffer_char(out, '"');
    while (at < text.len) {
        if (is_plain(s[at])) {
            at = skip_plain(text, at + 1);
            continue;
        }
        size_t length = sequence_length(s + at, text.len - at);
        uint32_t steering = length > 1 ? steering_point(s + at, length) : 0;
        if (steering) {
            xc_buffer_append(out, xc_slice_sub(text, start, at));
            xc_buffer_print(out, "\\u%04x", steering);
            start = at += length;
            continue;
        }
        if (length > 1) {
            at += length;
            continue;
        }
        xc_buffer_append(out, xc_slice_sub(text, start, at));
        if (length) {
            write_escaped(out, s[at]);
        } else {
            xc_buffer_text(out, "\xEF\xBF\xBD");
        }
        start = ++at;
    }
    xc_buffer_append(out, xc_slice_sub(text, start, at));
    xc_buffer_char(out, '"');
}

void xc_json_key(xc_json *json, const char *key) {
    char text[80]; // put together here: a record has dozens of keys
    size_t at = 0;
    if (json->needs_comma) {
        text[at++] = ',';
    }
    text[at++] = '"';
    while (*key && at < sizeof text - 2) {
        text[at++] = *key++;
    }
    text[at++] = '"';
    text[at++] = ':';
    xc_buffer_append(json->out, (xc_slice){text, at});
    json->needs_comma = false;
}

void xc_json_text(xc_json *json, xc_slice text) {
    separate(json);
    write_string(json->out, text);
}

void xc_json_integer(xc_json *json, int64_t integer) {
    separate(json);
    xc_buffer_print(json->out, "%" PRId64, integer);
}

void xc_json_bool(xc_json *json, bool value) {
    separate(json);
    xc_buffer_text(json->out, value ? "true" : "false");
}

void xc_json_number(xc_json *json, xc_number number) {
    char printed[XC_DECIMAL_PRINTED];
    separate(json);
    if (number.known) {
        xc_decimal_print(number.value, printed);
    }
    xc_buffer_text(json->out, number.known ? printed : "null");
}

void xc_json_member(xc_json *json, const char *key, xc_slice text) {
    xc_json_key(json, key);
    xc_json_text(json, text);
}
