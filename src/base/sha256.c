// SPDX-License-Identifier: MIT
// SHA-256 by GLib.
#include "crossclaim/base/sha256.h"

#include <errno.h>
#include <glib.h>
#include <string.h>
#include <unistd.h>

enum { CHUNK = 65536 };

static void add(GChecksum *sum, xc_slice bytes) {
    while (bytes.len) {
        xc_slice piece = xc_slice_sub(bytes, 0, (size_t)1 << 30); // GLib counts them as signed
        g_checksum_update(sum, (const guchar *)piece.ptr, (gssize)piece.len);
        bytes = xc_slice_sub(bytes, piece.len, bytes.len);
    }
}

static void print(GChecksum *sum, char out[XC_SHA256_LENGTH + 1]) {
    memcpy(out, g_checksum_get_string(sum), XC_SHA256_LENGTH);
    out[XC_SHA256_LENGTH] = '\0';
}

void xc_sha256(xc_slice bytes, char out[XC_SHA256_LENGTH + 1]) {
    GChecksum *sum = g_checksum_new(G_CHECKSUM_SHA256);
    add(sum, bytes);
    print(sum, out);
    g_checksum_free(sum);
}

bool xc_sha256_file(int file, char out[XC_SHA256_LENGTH + 1]) {
    char bytes[CHUNK];
    GChecksum *sum = g_checksum_new(G_CHECKSUM_SHA256);
    off_t at = 0;
    ssize_t got = 0;
    do {
        got = pread(file, bytes, sizeof bytes, at);
        if (got > 0) {
            add(sum, (xc_slice){bytes, (size_t)got});
            at += got;
        }
    } while (got > 0 || (got < 0 && errno == EINTR));
    out[0] = '\0';
    if (got == 0) {
        print(sum, out);
    }
    g_checksum_free(sum);
    return got == 0;
}
