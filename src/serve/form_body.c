// SPDX-License-Identifier: MIT
// The body of a form, read.
#include "serve/form_body.h"

static int digit_of(char c) {
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                  : -1;
}

// The bytes of a sequence by its first one; 0 where no sequence begins so.
static size_t length_of(unsigned char first) {
    return first < 0x80   ? 1
           : first < 0xC2 ? 0
           : first < 0xE0 ? 2
           : first < 0xF0 ? 3
           : first < 0xF5 ? 4
                          : 0;
}

// RFC 3629: no overlong forms, no surrogates, nothing past U+10FFFF.
static bool is_utf8(xc_slice text) {
    for (size_t at = 0; at < text.len;) {
        const unsigned char *bytes = (const unsigned char *)text.ptr + at;
        size_t length = length_of(bytes[0]);
        if (!length || length > text.len - at) {
            return false;
        }
        for (size_t i = 1; i < length; i++) {
            if ((bytes[i] & 0xC0) != 0x80) {
                return false;
            }
        }
        if ((bytes[0] == 0xE0 && bytes[1] < 0xA0) || (bytes[0] == 0xED && bytes[1] > 0x9F) ||
            (bytes[0] == 0xF0 && bytes[1] < 0x90) || (bytes[0] == 0xF4 && bytes[1] > 0x8F)) {
            return false;
        }
        at += length;
    }
    return true;
}

// Undoes the escapes; ptr NULL where one is broken or memory is out.
static xc_slice decode(xc_slice text, xc_arena *arena) {
    char *out = xc_arena_alloc(arena, text.len + 1);
    size_t length = 0;
    for (size_t i = 0; out && i < text.len; i++) {
        unsigned char c = (unsigned char)text.ptr[i];
        if (c == '%') {
            int high = i + 2 < text.len ? digit_of(text.ptr[i + 1]) : -1;
            int low = i + 2 < text.len ? digit_of(text.ptr[i + 2]) : -1;
            if (high < 0 || low < 0) {
                return (xc_slice){0};
            }
            c = (unsigned char)(high * 16 + low);
            i += 2;
        } else if (c == '+') {
            c = ' ';
        }
        out[length++] = (char)(c < ' ' || c == 0x7F ? ' ' : c);
    }
    return (xc_slice){out, length};
}

xc_status form_read(xc_slice body, xc_arena *arena, form_fields *out, xc_error *error) {
    *out = (form_fields){.count = 0};
    while (body.len) {
        xc_slice pair, name, value;
        (void)xc_slice_cut(body, '&', &pair, &body);
        if (!pair.len) {
            continue;
        }
        if (out->count == FORM_FIELDS) {
            return xc_fail(error, XC_BAD_INPUT, "the form has too many fields");
        }
        (void)xc_slice_cut(pair, '=', &name, &value);
        form_field *field = &out->items[out->count++];
        *field = (form_field){decode(name, arena), decode(value, arena)};
        if (!field->name.ptr || !field->value.ptr || !is_utf8(field->name) ||
            !is_utf8(field->value)) {
            return xc_fail(error, XC_BAD_INPUT, "a field of the form is no UTF-8");
        }
    }
    return XC_OK;
}

xc_slice form_value(const form_fields *fields, const char *name) {
    for (size_t i = 0; i < fields->count; i++) {
        if (xc_slice_is(fields->items[i].name, name)) {
            return xc_slice_trim(fields->items[i].value);
        }
    }
    return (xc_slice){0};
}
