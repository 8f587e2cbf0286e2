// SPDX-License-Identifier: MIT
/// The bytes of a zip or tar archive as libarchive wants them: from a file or from memory,
/// where it may seek (a zip's directory stands at its end), else from a stream in order.
#ifndef CROSSCLAIM_READ_BYTES_ARCHIVE_BYTES_H
#define CROSSCLAIM_READ_BYTES_ARCHIVE_BYTES_H

#include "read/bytes/unpack.h"

#include <archive.h>
#include <archive_entry.h>

typedef struct member_bytes {
    byte_stream *stream;     ///< NULL where the bytes are in memory or in a file
    int file;                ///< -1 where there is none
    xc_slice memory;         ///< where there is neither
    int64_t at, size;        ///< where it may seek
    unpack_account *account; ///< NULL where the bytes are counted elsewhere
    char *chunk;             ///< of a file
    xc_error failure;        ///< of the stream below
} member_bytes;

/// Chooses where the feed takes the stream's bytes from; a zip that is small enough is gathered
/// in memory.
/// @param arena lives as long as the feed
/// @return XC_OK or XC_NO_MEMORY
XC_MUST_CHECK xc_status member_bytes_init(member_bytes *feed, byte_stream *stream,
                                          unpack_account *account, xc_arena *arena,
                                          xc_error *error);
/// A zip or tar reader over it; NULL when memory is out. What is wrong with the bytes shows at
/// its first header.
struct archive *member_bytes_open(member_bytes *feed);
/// As archive_read_next_header. libarchive brings names into the charset of the thread's
/// locale, and leaves out those that do not fit: it gets one that all fit.
int archive_next_member(struct archive *archive, struct archive_entry **entry);

#endif
