// SPDX-License-Identifier: MIT
// Fuzzes the reading of saved pages: any bytes give a document of valid UTF-8, or a reason.
#include "read/bytes/charset.h"
#include "read/format/html.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(xc_slice text) {
    if (utf8_valid_prefix(text) != text.len) {
        abort();
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    xc_arena *arena = xc_arena_new();
    if (!arena) {
        return 0;
    }
    xc_read_options options = {0};
    xc_document document = {0};
    xc_error error = {0};
    xc_slice page = {(const char *)data, size};
    if (html_read(page, &options, arena, &document, &error) == XC_OK) {
        check(document.text);
        check(document.title);
        check(document.source);
        check(document.author);
        check(document.published);
    }
    xc_arena_free(arena);
    return 0;
}
