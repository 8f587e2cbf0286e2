// SPDX-License-Identifier: MIT
/// The bytes of one input, looked at before they are taken, by line, by number or all at once.
/// They come from a source: a file, what a compressor holds, a member of an archive, memory.
/// A line from a pipe is given as soon as it is there.
#ifndef CROSSCLAIM_READ_BYTES_STREAM_H
#define CROSSCLAIM_READ_BYTES_STREAM_H

#include "crossclaim/base.h"

/// Where bytes come from.
typedef struct byte_source {
    void *context;
    /// Puts up to `size` bytes into `out`; *got is 0 at the end.
    xc_status (*read)(void *context, char *out, size_t size, size_t *got, xc_error *error);
    void (*close)(void *context); ///< may be NULL
    /// After a failure it may be called again and goes on behind what is damaged.
    bool resumes;
} byte_source;

typedef struct byte_stream {
    byte_source source;
    int file;     ///< a regular file that stands at its start, for who wants to seek; else -1
    bool is_pipe; ///< reading on may wait for somebody
    bool ended;   ///< there are no more bytes than are buffered
    xc_buffer bytes;  ///< read so far
    size_t taken;     ///< of these, given to the caller already
    xc_slice name;    ///< for messages
    xc_error failure; ///< why reading ended, told once all before it is taken
} byte_stream;

/// Opens a path, or standard input for "-".
/// @return XC_OK, XC_SKIPPED with the reason, or XC_NO_MEMORY
XC_MUST_CHECK xc_status stream_open(byte_stream *stream, const char *path, xc_error *error);
/// Opens a source, which the stream closes.
void stream_open_source(byte_stream *stream, byte_source source, xc_slice name);
/// A source of the bytes that *left points to, which it moves on in; both outlive it.
byte_source source_of_memory(xc_slice *left);
void stream_close(byte_stream *stream);
/// The first bytes, without taking them: at least the first line, at most about 64 KiB.
XC_MUST_CHECK xc_status stream_peek(byte_stream *stream, xc_slice *head, xc_error *error);
/// Takes one line without its end; it lives until the next call.
/// @return XC_OK, XC_END, or XC_SKIPPED where reading fails or the line is beyond all bounds
XC_MUST_CHECK xc_status stream_line(byte_stream *stream, xc_slice *line, xc_error *error);
/// Takes up to `size` bytes, at least one; they live until the next call.
/// @return XC_OK, XC_END after the last, or XC_SKIPPED where reading fails
XC_MUST_CHECK xc_status stream_take(byte_stream *stream, size_t size, xc_slice *bytes,
                                    xc_error *error);
/// As stream_line, for headers: XC_LIMIT where the line is longer than `limit` bytes, and
/// then nothing is taken.
XC_MUST_CHECK xc_status stream_short_line(byte_stream *stream, size_t limit, xc_slice *line,
                                          xc_error *error);
/// Takes all before the mark; what comes next starts with it.
/// @return XC_OK, or XC_END where it does not come
XC_MUST_CHECK xc_status stream_find(byte_stream *stream, xc_slice mark, xc_error *error);
/// Buffers all that is left, without taking it.
/// @return XC_OK, XC_LIMIT where there is more than `limit` bytes or reading breaks off, or
///         XC_NO_MEMORY
XC_MUST_CHECK xc_status stream_gather(byte_stream *stream, size_t limit, xc_slice *all,
                                      xc_error *error);
/// Whether only white space is left; may read on.
bool stream_at_end(byte_stream *stream);
/// Tells a failure that stands before anything but white space, and takes both.
/// @return XC_OK where there is none, else as it is
XC_MUST_CHECK xc_status stream_failure(byte_stream *stream, xc_error *error);
/// All that is left, taken; it lives as long as the stream.
/// @return XC_OK, or XC_SKIPPED where reading fails or there is more than `limit` bytes
XC_MUST_CHECK xc_status stream_rest(byte_stream *stream, size_t limit, xc_slice *rest,
                                    xc_error *error);
/// What is buffered and not taken.
xc_slice stream_waiting(const byte_stream *stream);

#endif
