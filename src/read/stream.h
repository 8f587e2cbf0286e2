// SPDX-License-Identifier: MIT
/// The bytes of one input, unpacked where they are gzip, looked at before they are taken, by
/// line or all at once. A line from a pipe is given as soon as it is there.
#ifndef CROSSCLAIM_READ_STREAM_H
#define CROSSCLAIM_READ_STREAM_H

#include "crossclaim/base.h"

#include <zlib.h>

typedef struct xc_stream {
    int file;
    bool is_pipe;    ///< reading on may wait for somebody
    bool ended;      ///< the file has no more bytes than are buffered
    xc_buffer bytes; ///< read so far
    size_t taken;    ///< of these, given to the caller already
    xc_slice name;   ///< for messages
    bool is_packed;  ///< gzip, unpacked on the way
    bool has_begun;  ///< the first bytes are there, so is_packed is known
    z_stream unpacking;
} xc_stream;

/// Opens a path, or standard input for "-".
/// @return XC_OK or XC_SKIPPED with the reason
XC_MUST_CHECK xc_status xc_stream_open(xc_stream *stream, const char *path, xc_error *error);
void xc_stream_close(xc_stream *stream);
/// The first bytes, without taking them: at least the first line, at most about 64 KiB.
XC_MUST_CHECK xc_status xc_stream_peek(xc_stream *stream, xc_slice *head, xc_error *error);
/// Takes one line without its end; it lives until the next call.
/// @return XC_OK, XC_END, or XC_SKIPPED where reading fails or the line is beyond all bounds
XC_MUST_CHECK xc_status xc_stream_line(xc_stream *stream, xc_slice *line, xc_error *error);
/// Whether only white space is left; may read on.
bool xc_stream_at_end(xc_stream *stream);
/// All that is left, taken; it lives as long as the stream.
/// @return XC_OK, or XC_SKIPPED where reading fails or there is more than `limit` bytes
XC_MUST_CHECK xc_status xc_stream_rest(xc_stream *stream, size_t limit, xc_slice *rest,
                                       xc_error *error);

#endif
