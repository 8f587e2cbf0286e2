// SPDX-License-Identifier: MIT
// Fuzzes feeds.
#include "read_bytes.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    read_bytes(data, size, "feed.xml", &(xc_read_options){0});
    return 0;
}
