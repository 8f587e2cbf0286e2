// SPDX-License-Identifier: MIT
// The class of each byte and code point.
#include "text/bytes.h"

#include <string.h>
#include <utf8proc.h>

enum {
    L = BYTE_LETTER,
    D = BYTE_DIGIT,
    S = BYTE_SPACE,
    N = BYTE_LINE,
    M = BYTE_MARK,
    Y = BYTE_SYMBOL
};

const uint8_t byte_classes[256] = {
    S,
    S,
    S,
    S,
    S,
    S,
    S,
    S,
    S,
    S,
    N,
    S,
    N,
    S,
    S,
    S, // controls; \n and \f end lines
    S,
    S,
    S,
    S,
    S,
    S,
    S,
    S,
    S,
    S,
    S,
    S,
    S,
    S,
    S,
    S,
    S,
    M,
    M,
    Y,
    Y,
    Y,
    Y,
    M,
    M,
    M,
    Y,
    Y,
    M,
    M,
    M,
    M, //   ! " # $ % & ' ( ) * + , - . /
    D,
    D,
    D,
    D,
    D,
    D,
    D,
    D,
    D,
    D,
    M,
    M,
    Y,
    Y,
    Y,
    M, // 0-9 : ; < = > ?
    Y,
    L,
    L,
    L,
    L,
    L,
    L,
    L,
    L,
    L,
    L,
    L,
    L,
    L,
    L,
    L, // @ A-O
    L,
    L,
    L,
    L,
    L,
    L,
    L,
    L,
    L,
    L,
    L,
    M,
    Y,
    M,
    Y,
    Y, // P-Z [ \ ] ^ _
    Y,
    L,
    L,
    L,
    L,
    L,
    L,
    L,
    L,
    L,
    L,
    L,
    L,
    L,
    L,
    L, // ` a-o
    L,
    L,
    L,
    L,
    L,
    L,
    L,
    L,
    L,
    L,
    L,
    M,
    Y,
    M,
    Y,
    S, // p-z { | } ~    Y, Y, Y, Y, Y, Y, Y, Y, Y,
       // Y, Y, Y, Y, Y, Y, Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
    Y,
};

typedef struct special {
    uint32_t code;
    byte_kind class;
    char mark;
} special;

bool is_apostrophe(uint32_t code) {
    switch (code) {
    case 0x27:
    case 0x2018: // quotation marks and the modifier letter that serve as apostrophes
    case 0x2019:
    case 0x201B:
    case 0x02BC:
    case 0xFF07:
        return true;
    default:
        return false;
    }
}

bool is_ascii(xc_slice text) {
    size_t i = 0;
    for (; i + 8 <= text.len; i += 8) {
        uint64_t eight;
        memcpy(&eight, text.ptr + i, 8);
        if (eight & UINT64_C(0x8080808080808080)) {
            return false;
        }
    }
    for (; i < text.len; i++) {
        if ((unsigned char)text.ptr[i] >= 0x80) {
            return false;
        }
    }
    return true;
}

// Code points whose category alone would mislead.
static bool find_special(uint32_t code, code_point *point) {
    static const special specials[] = {
        {0x0085, BYTE_LINE, 0},   {0x2028, BYTE_LINE, 0},   {0x2029, BYTE_LINE, 0},
        {0x2026, BYTE_MARK, '.'}, {0x3002, BYTE_MARK, '.'}, {0x061F, BYTE_MARK, '?'},
        {0x0964, BYTE_MARK, '.'}, {0x2212, BYTE_MARK, '-'}, // minus sign
    };
    if (is_apostrophe(code)) {
        point->class = BYTE_MARK;
        point->mark = '\'';
        return true;
    }
    for (size_t i = 0; i < sizeof specials / sizeof *specials; i++) {
        if (specials[i].code == code) {
            point->class = specials[i].class;
            point->mark = specials[i].mark;
            return true;
        }
    }
    return false;
}

static void classify(code_point *point) {
    switch (utf8proc_category((utf8proc_int32_t)point->code)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LT:
        point->capital = true;
        point->class = BYTE_LETTER;
        return;
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
        point->class = BYTE_LETTER;
        return;
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_CC:
        point->class = BYTE_SPACE;
        return;
    case UTF8PROC_CATEGORY_CF:
        point->class = BYTE_IGNORED;
        return;
    case UTF8PROC_CATEGORY_PD:
        point->class = BYTE_MARK;
        point->mark = '-';
        return;
    case UTF8PROC_CATEGORY_PI:
    case UTF8PROC_CATEGORY_PF:
        point->class = BYTE_MARK;
        point->mark = '"';
        return;
    case UTF8PROC_CATEGORY_PS:
        point->class = BYTE_MARK;
        point->mark = point->code == 0x201E || point->code == 0x201A ? '"' : '(';
        return;
    case UTF8PROC_CATEGORY_PE:
        point->class = BYTE_MARK;
        point->mark = ')';
        return;
    default:
        point->class = BYTE_SYMBOL;
        return;
    }
}

code_point point_at(xc_slice text, size_t at) {
    unsigned char first = (unsigned char)text.ptr[at];
    if (first < 0x80) {
        return (code_point){first, 1, byte_class(first), (char)first, false};
    }
    utf8proc_int32_t code = 0;
    utf8proc_ssize_t length = utf8proc_iterate((const utf8proc_uint8_t *)text.ptr + at,
                                               (utf8proc_ssize_t)(text.len - at), &code);
    if (length <= 0) {
        return (code_point){0xFFFD, 1, BYTE_SYMBOL, 0, false};
    }
    code_point point = {.code = (uint32_t)code, .length = (uint8_t)length};
    if (!find_special(point.code, &point)) {
        classify(&point);
    }
    return point;
}

size_t handle_end(xc_slice text, size_t at) {
    for (at++; at < text.len; at++) {
        byte_kind class = byte_class((unsigned char)text.ptr[at]);
        if (class != BYTE_LETTER && class != BYTE_DIGIT && text.ptr[at] != '_') {
            break;
        }
    }
    return at;
}
