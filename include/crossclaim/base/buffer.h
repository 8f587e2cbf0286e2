// SPDX-License-Identifier: MIT
/// A growing byte buffer with a sticky failure: after the first one every call does nothing,
/// and the status tells at the end. Text, CSV, HTML and JSON are written into it.
///
///     xc_buffer out = {0};
///     xc_buffer_print(&out, "%d", 27);
///     if (out.status != XC_OK) ...
///     xc_buffer_release(&out);
#ifndef CROSSCLAIM_BASE_BUFFER_H
#define CROSSCLAIM_BASE_BUFFER_H

#include "crossclaim/base/status.h"
#include <stdio.h>

/// All zero is an empty buffer. Who made it releases it.
typedef struct xc_buffer {
    char *ptr; ///< owned; ended by a NUL that len does not count, NULL while empty
    size_t len, capacity;
    xc_status status;
} xc_buffer;

/// Frees its memory and its failure; it may be used again.
void xc_buffer_release(xc_buffer *buffer);
/// Empties it and keeps its memory; a failure stays until it is released.
void xc_buffer_clear(xc_buffer *buffer);
/// Adds bytes at the end.
void xc_buffer_append(xc_buffer *buffer, xc_slice bytes);
/// Adds one byte.
void xc_buffer_char(xc_buffer *buffer, char byte);
/// Adds the bytes of a NUL-ended string.
void xc_buffer_text(xc_buffer *buffer, const char *string);
/// Adds what printf would print.
void xc_buffer_print(xc_buffer *buffer, const char *format, ...) XC_FORMAT_LIKE_PRINTF(2, 3);
/// All bytes of it; dies with the next call that changes the buffer.
xc_slice xc_buffer_slice(const xc_buffer *buffer);
/// Writes all of it to the stream and empties it; the buffer's own failure comes first.
/// @return XC_OK, XC_IO, or what had befallen the buffer (XC_NO_MEMORY, XC_LIMIT)
XC_MUST_CHECK xc_status xc_buffer_flush(xc_buffer *buffer, FILE *stream, xc_error *error);

/// Reads a whole file of at most `limit` bytes into the buffer.
/// @return XC_OK, XC_IO, XC_LIMIT (larger) or XC_NO_MEMORY
XC_MUST_CHECK xc_status xc_file_read(const char *path, size_t limit, xc_buffer *out,
                                     xc_error *error);
/// Writes to a temporary name beside `path`, syncs and renames: the file is whole or as it was.
/// @return XC_OK or XC_IO; the file is then as it was
XC_MUST_CHECK xc_status xc_file_write(const char *path, xc_slice bytes, xc_error *error);
/// The first half of it: what is written gets its name by xc_file_place, so that of several files
/// all are written before the first is seen. The temporary name is `path` with ".part-" and the
/// process's number; nothing that bears it already, and no link, is written to.
/// @return XC_OK or XC_IO
XC_MUST_CHECK xc_status xc_file_stage(const char *path, xc_slice bytes, xc_error *error);
/// Gives the staged file its name.
/// @return XC_OK or XC_IO, also where none is staged: then it is given up, and `path` is as it was
XC_MUST_CHECK xc_status xc_file_place(const char *path, xc_error *error);
/// Takes away what was staged for the path and not placed; nothing where there is none.
void xc_file_drop(const char *path);
/// Takes away the temporary files of processes that are no more.
void xc_file_clean(const char *folder);

#endif
