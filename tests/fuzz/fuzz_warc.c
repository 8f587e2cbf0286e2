// SPDX-License-Identifier: MIT
// Fuzzes crawls: any bytes as a WARC; what does not start as one, as an HTTP response in one.
#include "read_bytes.h"

#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    xc_read_options options = {.unpack_limit = 16 << 20};
    if (size >= 5 && (memcmp(data, "WARC/", 5) == 0 || memcmp(data, "\x1F\x8B", 2) == 0)) {
        read_bytes(data, size, "crawl.warc", &options);
        return 0;
    }
    xc_buffer record = {0};
    xc_buffer_print(&record,
                    "WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/\r\n"
                    "Content-Type: application/http\r\nContent-Length: %zu\r\n\r\n",
                    size);
    xc_buffer_append(&record, (xc_slice){(const char *)data, size});
    xc_buffer_text(&record, "\r\n\r\n");
    must(record.status == XC_OK);
    read_bytes((const uint8_t *)record.ptr, record.len, "crawl.warc", &options);
    xc_buffer_release(&record);
    return 0;
}
