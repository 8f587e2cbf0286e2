// SPDX-License-Identifier: MIT
// Fuzzes zip and tar archives and the compressors around them.
#include "read_bytes.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    read_bytes(data, size, "saved", &(xc_read_options){.unpack_limit = 16 << 20});
    return 0;
}
