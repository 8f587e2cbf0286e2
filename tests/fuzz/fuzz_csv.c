// SPDX-License-Identifier: MIT
// Fuzzes tables of articles.
#include "read_bytes.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    read_bytes(data, size, "table.csv", &(xc_read_options){0});
    return 0;
}
