// SPDX-License-Identifier: MIT
#include "report/page/digest.h"

#include <glib.h>

void digest_source(xc_slice bytes, xc_buffer *out) {
    enum { SHA256_BYTES = 32 };
    guint8 digest[SHA256_BYTES];
    gsize length = sizeof digest;
    GChecksum *sum = g_checksum_new(G_CHECKSUM_SHA256);
    g_checksum_update(sum, (const guchar *)(bytes.ptr ? bytes.ptr : ""), (gssize)bytes.len);
    g_checksum_get_digest(sum, digest, &length);
    g_checksum_free(sum);
    gchar *letters = g_base64_encode(digest, length);
    xc_buffer_text(out, "sha256-");
    xc_buffer_text(out, letters);
    g_free(letters);
}
