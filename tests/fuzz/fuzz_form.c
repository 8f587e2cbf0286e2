// SPDX-License-Identifier: MIT
// Fuzzes the bodies that a browser, or somebody else, posts to `serve`, and files of decisions.
#include "crossclaim/store.h"
#include "serve/form_body.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    xc_slice bytes = {(const char *)data, size};
    form_fields fields;
    xc_error error = {0};
    xc_arena *arena = xc_arena_new();
    if (arena && form_read(bytes, arena, &fields, &error) == XC_OK) {
        (void)form_value(&fields, "kind");
    }
    xc_decision *rows = NULL;
    size_t count = 0;
    xc_status status =
        arena ? xc_decisions_read(bytes, XC_SLICE("rows"), arena, &rows, &count, &error)
              : XC_OK;
    (void)status;
    xc_arena_free(arena);
    return 0;
}
