// SPDX-License-Identifier: MIT
// Fuzzes records: any JSON value gives a document of valid UTF-8, or a reason.
#include "read/bytes/charset.h"
#include "read/format/json_record.h"

#include <limits.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void read_record(json_object *record) {
    xc_arena *arena = xc_arena_new();
    if (!arena) {
        return;
    }
    xc_read_options options = {0};
    record_map map = {0};
    xc_document document = {0};
    xc_error error = {0};
    if (record_read(record, &map, &options, arena, &document, &error) == XC_OK &&
        (utf8_valid_prefix(document.text) != document.text.len ||
         utf8_valid_prefix(document.source) != document.source.len)) {
        abort();
    }
    xc_arena_free(arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct json_tokener *tokener = json_tokener_new_ex(64);
    if (!tokener || size > INT_MAX) {
        return 0;
    }
    json_object *record = json_tokener_parse_ex(tokener, (const char *)data, (int)size);
    read_record(record);
    json_object_put(record);
    json_tokener_free(tokener);
    return 0;
}
