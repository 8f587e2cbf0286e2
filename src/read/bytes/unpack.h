// SPDX-License-Identifier: MIT
/// What compressors hold, as a stream, within limits that a decompression bomb cannot pass.
///
/// One input has one account of what was read of it and what came out, however deep its
/// archives are nested.
#ifndef CROSSCLAIM_READ_BYTES_UNPACK_H
#define CROSSCLAIM_READ_BYTES_UNPACK_H

#include "read/bytes/stream.h"

typedef struct xc_unpacking {
    uint64_t packed;   ///< bytes read of the input itself
    uint64_t unpacked; ///< bytes that came out of compressors and archives, at every depth
    uint64_t limit;    ///< of `unpacked`; 0: what XC_UNPACK_ALWAYS and XC_UNPACK_RATIO allow
    bool is_exceeded;
} xc_unpacking;

/// Any input may grow by so many bytes; beyond that, to so many times its own size. Deflate
/// packs zeros 1030 times, and pages that repeat less than 200 times.
#define XC_UNPACK_ALWAYS ((uint64_t)1 << 30)
enum { XC_UNPACK_RATIO = 400 };

/// Adds what came out.
/// @return XC_OK, or XC_SKIPPED where it is too much
XC_MUST_CHECK xc_status xc_unpacking_add(xc_unpacking *account, size_t bytes, xc_error *error);

typedef enum xc_packing { XC_NOT_PACKED, XC_GZIP, XC_BZIP2, XC_XZ, XC_ZSTD } xc_packing;

/// The compressor by its first bytes.
xc_packing xc_packing_of(xc_slice head);
/// A name without the compressor's extension: "page.html" of "page.html.gz".
xc_slice xc_packing_strip(xc_slice name);

/// Puts the compressor's output in the place of the stream's bytes.
/// @param is_input the stream's bytes are those of the input itself: counted as `packed`
/// @param arena    lives as long as the stream
/// @return XC_OK or XC_NO_MEMORY
XC_MUST_CHECK xc_status xc_unpack_stream(xc_stream *stream, xc_packing packing, bool is_input,
                                         xc_unpacking *account, xc_arena *arena,
                                         xc_error *error);

/// Shared by the compressors: the stream below, counted.
typedef struct xc_packed {
    xc_stream below;
    xc_unpacking *account;
    bool is_input;
} xc_packed;
/// Some more bytes; they live until the next call.
XC_MUST_CHECK xc_status xc_packed_take(xc_packed *packed, xc_slice *bytes, xc_error *error);
/// Gzip by zlib (gzip.c), which goes on behind a damaged member.
XC_MUST_CHECK xc_status xc_gzip_source(xc_packed *packed, xc_arena *arena, xc_source *out,
                                       xc_error *error);

#endif
