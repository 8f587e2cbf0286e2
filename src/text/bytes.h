// SPDX-License-Identifier: MIT
/// What a byte or a code point is to the tokeniser.
#ifndef CROSSCLAIM_TEXT_BYTES_H
#define CROSSCLAIM_TEXT_BYTES_H

#include "crossclaim/base/slice.h"

typedef enum xc_byte {
    XC_BYTE_LETTER,
    XC_BYTE_DIGIT,
    XC_BYTE_SPACE,
    XC_BYTE_LINE,
    XC_BYTE_MARK,
    XC_BYTE_SYMBOL,
    XC_BYTE_IGNORED, ///< soft hyphen, zero-width marks
} xc_byte;

typedef struct xc_point {
    uint32_t code;
    uint8_t length; ///< bytes, at least 1
    xc_byte class;
    char mark; ///< of a mark: its ASCII likeness, 0 if it has none
    bool capital;
} xc_point;

extern const uint8_t xc_byte_classes[256]; ///< an xc_byte each; those past ASCII are symbols

static inline xc_byte xc_byte_class(unsigned char byte) {
    return (xc_byte)xc_byte_classes[byte];
}
/// Decodes the code point at `at`, which is within the text; a byte that is no UTF-8 is a
/// symbol of one byte.
xc_point xc_point_at(xc_slice text, size_t at);
/// The end of the handle whose '@' stands at `at`.
size_t xc_handle_end(xc_slice text, size_t at);

#endif
