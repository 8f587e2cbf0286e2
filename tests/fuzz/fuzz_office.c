// SPDX-License-Identifier: MIT
// Fuzzes office documents and books: the package, its XML, its sheets and chapters.
#include "read_bytes.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    read_bytes(data, size, "report.docx", &(xc_read_options){.unpack_limit = 16 << 20});
    return 0;
}
