// SPDX-License-Identifier: MIT
// A user's pack of any bytes is loaded or refused with a message, never worse.
#include "crossclaim/extract.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
    int file = memfd_create("pack", 0);
    if (file < 0 || write(file, bytes, size) != (ssize_t)size) {
        abort();
    }
    char path[64];
    (void)snprintf(path, sizeof path, "/proc/self/fd/%d", file);
    const char *packs[] = {path};
    xc_rules *rules = NULL;
    xc_error error = {0};
    xc_status status = xc_rules_load(XC_SOURCE_DIR "/claims", packs, 1, &rules, &error);
    if (status != XC_OK && !error.message[0]) {
        abort();
    }
    xc_rules_free(rules);
    (void)close(file);
    return 0;
}
