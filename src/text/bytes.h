// SPDX-License-Identifier: MIT
/// What a byte or a code point is to the tokeniser.
#ifndef CROSSCLAIM_TEXT_BYTES_H
#define CROSSCLAIM_TEXT_BYTES_H

#include "crossclaim/base/slice.h"

typedef enum byte_kind {
    BYTE_LETTER,
    BYTE_DIGIT,
    BYTE_SPACE,
    BYTE_LINE,
    BYTE_MARK,
    BYTE_SYMBOL,
    BYTE_IGNORED, ///< soft hyphen, zero-width marks
} byte_kind;

typedef struct code_point {
    uint32_t code;
    uint8_t length; ///< bytes, at least 1
    byte_kind class;
    char mark; ///< of a mark: its ASCII likeness, 0 if it has none
    bool capital;
} code_point;

extern const uint8_t byte_classes[256]; ///< an byte_kind each; those past ASCII are symbols

static inline byte_kind byte_class(unsigned char byte) {
    return (byte_kind)byte_classes[byte];
}
/// Decodes the code point at `at`, which is within the text; a byte that is no UTF-8 is a
/// symbol of one byte.
code_point point_at(xc_slice text, size_t at);
/// Whether it is an apostrophe or one of the marks that printers set for it.
bool is_apostrophe(uint32_t code);
bool is_ascii(xc_slice text);
/// The end of the handle whose '@' stands at `at`.
size_t handle_end(xc_slice text, size_t at);

#endif
