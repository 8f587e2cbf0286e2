// SPDX-License-Identifier: MIT
// Fuzzes plain text: Markdown with its front matter, dumps, separators that a user gives.
#include "read_bytes.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    read_bytes(data, size, "note.md", &(xc_read_options){0});
    read_bytes(data, size, "note.md", &(xc_read_options){.split = "^(=+|-+)*$"});
    return 0;
}
