// SPDX-License-Identifier: MIT
// Fuzzes web archives (MHTML), mails and mailboxes.
#include "read_bytes.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    read_bytes(data, size, "saved.mhtml", &(xc_read_options){0});
    return 0;
}
