// SPDX-License-Identifier: MIT
/// What compressors hold, as a stream, within limits that a decompression bomb cannot pass.
///
/// One input has one account of what was read of it and what came out, however deep its
/// archives are nested.
#ifndef CROSSCLAIM_READ_BYTES_UNPACK_H
#define CROSSCLAIM_READ_BYTES_UNPACK_H

#include "read/bytes/stream.h"

typedef struct unpack_account {
    uint64_t packed;   ///< bytes read of the input itself
    uint64_t unpacked; ///< bytes that came out of compressors and archives, at every depth
    uint64_t limit;    ///< of `unpacked`; 0: what UNPACK_ALWAYS and UNPACK_RATIO allow
    bool is_exceeded;
} unpack_account;

/// Any input may grow by so many bytes; beyond that, to so many times its own size. Deflate
/// packs zeros 1030 times, and pages that repeat less than 200 times.
#define UNPACK_ALWAYS ((uint64_t)1 << 30)
enum { UNPACK_RATIO = 400 };

/// Adds what came out.
/// @return XC_OK, or XC_SKIPPED where it is too much
XC_MUST_CHECK xc_status unpacking_add(unpack_account *account, size_t bytes, xc_error *error);

typedef enum packing_kind {
    PACKED_NOT,
    PACKED_GZIP,
    PACKED_BZIP2,
    PACKED_XZ,
    PACKED_ZSTD
} packing_kind;

/// The compressor by its first bytes.
packing_kind packing_of(xc_slice head);
/// A name without the compressor's extension: "page.html" of "page.html.gz".
xc_slice packing_strip(xc_slice name);

/// Puts the compressor's output in the place of the stream's bytes.
/// @param is_input the stream's bytes are those of the input itself: counted as `packed`
/// @param arena    lives as long as the stream
/// @return XC_OK or XC_NO_MEMORY
XC_MUST_CHECK xc_status unpack_stream(byte_stream *stream, packing_kind packing, bool is_input,
                                      unpack_account *account, xc_arena *arena,
                                      xc_error *error);

/// Shared by the compressors: the stream below, counted.
typedef struct packed_bytes {
    byte_stream below;
    unpack_account *account;
    bool is_input;
} packed_bytes;
/// Some more bytes; they live until the next call.
XC_MUST_CHECK xc_status packed_take(packed_bytes *packed, xc_slice *bytes, xc_error *error);
/// Gzip by zlib (gzip.c), which goes on behind a damaged member.
XC_MUST_CHECK xc_status gzip_source(packed_bytes *packed, xc_arena *arena, byte_source *out,
                                    xc_error *error);

#endif
