// SPDX-License-Identifier: MIT
// What compressors took and gave, and where that is too much.
#include "read/bytes/unpack.h"

enum { CHUNK = 65536 };

xc_status unpacking_add(unpack_account *account, size_t bytes, xc_error *error) {
    account->unpacked += bytes;
    uint64_t limit = account->limit;
    if (!limit) {
        uint64_t grown = account->packed < UINT64_MAX / UNPACK_RATIO
                             ? account->packed * UNPACK_RATIO
                             : UINT64_MAX;
        limit = grown > UNPACK_ALWAYS ? grown : UNPACK_ALWAYS;
    }
    if (account->unpacked <= limit) {
        return XC_OK;
    }
    account->is_exceeded = true;
    return xc_fail(error, XC_SKIPPED,
                   "unpacks to more than %llu MB, as a decompression bomb does; "
                   "raise --unpack-limit if you trust it",
                   (unsigned long long)(limit >> 20));
}

xc_status packed_take(packed_bytes *packed, xc_slice *bytes, xc_error *error) {
    xc_status status = stream_take(&packed->below, CHUNK, bytes, error);
    if (status == XC_OK && packed->is_input) {
        packed->account->packed += bytes->len;
    }
    return status;
}
