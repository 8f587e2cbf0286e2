// SPDX-License-Identifier: MIT
// The class of each byte and code point.
#include "text/bytes.h"

#include <utf8proc.h>

enum {
    L = XC_BYTE_LETTER,
    D = XC_BYTE_DIGIT,
    S = XC_BYTE_SPACE,
    N = XC_BYTE_LINE,
    M = XC_BYTE_MARK,
    Y = XC_BYTE_SYMBOL
};

const uint8_t xc_byte_classes[256] = {
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
    xc_byte class;
    char mark;
} special;

// Code points whose category alone would mislead.
static bool find_special(uint32_t code, xc_point *point) {
    static const special specials[] = {
        {0x0085, XC_BYTE_LINE, 0},    {0x2028, XC_BYTE_LINE, 0},
        {0x2029, XC_BYTE_LINE, 0},    {0x2018, XC_BYTE_MARK, '\''},
        {0x2019, XC_BYTE_MARK, '\''}, {0x201B, XC_BYTE_MARK, '\''},
        {0x02BC, XC_BYTE_MARK, '\''}, {0x2026, XC_BYTE_MARK, '.'},
        {0x2212, XC_BYTE_MARK, '-'}, // minus sign
        {0x3002, XC_BYTE_MARK, '.'},  {0x061F, XC_BYTE_MARK, '?'},
        {0x0964, XC_BYTE_MARK, '.'},
    };
    for (size_t i = 0; i < sizeof specials / sizeof *specials; i++) {
        if (specials[i].code == code) {
            point->class = specials[i].class;
            point->mark = specials[i].mark;
            return true;
        }
    }
    return false;
}

static void classify(xc_point *point) {
    switch (utf8proc_category((utf8proc_int32_t)point->code)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LT:
        point->capital = true;
        point->class = XC_BYTE_LETTER;
        return;
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
        point->class = XC_BYTE_LETTER;
        return;
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_CC:
        point->class = XC_BYTE_SPACE;
        return;
    case UTF8PROC_CATEGORY_CF:
        point->class = XC_BYTE_IGNORED;
        return;
    case UTF8PROC_CATEGORY_PD:
        point->class = XC_BYTE_MARK;
        point->mark = '-';
        return;
    case UTF8PROC_CATEGORY_PI:
    case UTF8PROC_CATEGORY_PF:
        point->class = XC_BYTE_MARK;
        point->mark = '"';
        return;
    case UTF8PROC_CATEGORY_PS:
        point->class = XC_BYTE_MARK;
        point->mark = point->code == 0x201E || point->code == 0x201A ? '"' : '(';
        return;
    case UTF8PROC_CATEGORY_PE:
        point->class = XC_BYTE_MARK;
        point->mark = ')';
        return;
    default:
        point->class = XC_BYTE_SYMBOL;
        return;
    }
}

xc_point xc_point_at(xc_slice text, size_t at) {
    unsigned char first = (unsigned char)text.ptr[at];
    if (first < 0x80) {
        return (xc_point){first, 1, xc_byte_class(first), (char)first, false};
    }
    utf8proc_int32_t code = 0;
    utf8proc_ssize_t length = utf8proc_iterate((const utf8proc_uint8_t *)text.ptr + at,
                                               (utf8proc_ssize_t)(text.len - at), &code);
    if (length <= 0) {
        return (xc_point){0xFFFD, 1, XC_BYTE_SYMBOL, 0, false};
    }
    xc_point point = {.code = (uint32_t)code, .length = (uint8_t)length};
    if (!find_special(point.code, &point)) {
        classify(&point);
    }
    return point;
}

size_t xc_handle_end(xc_slice text, size_t at) {
    for (at++; at < text.len; at++) {
        xc_byte class = xc_byte_class((unsigned char)text.ptr[at]);
        if (class != XC_BYTE_LETTER && class != XC_BYTE_DIGIT && text.ptr[at] != '_') {
            break;
        }
    }
    return at;
}
