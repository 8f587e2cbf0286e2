// SPDX-License-Identifier: MIT
// Fuzzes what is made of the text of a PDF; the program that gives the text is not ours.
#include "read/bytes/charset.h"
#include "read/format/pdf_text.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    xc_arena *arena = xc_arena_new();
    xc_slice printed = {0};
    xc_slice text = {0};
    xc_slice address = {0};
    xc_slice bytes = {(const char *)data, size};
    if (arena &&
        charset_decode(bytes, XC_SLICE("utf-8"), arena, &printed, NULL, NULL) == XC_OK &&
        pdf_paragraphs(printed, arena, &text, &address, NULL) == XC_OK &&
        (utf8_valid_prefix(text) != text.len || text.len > printed.len * 2)) {
        abort();
    }
    xc_arena_free(arena);
    return 0;
}
