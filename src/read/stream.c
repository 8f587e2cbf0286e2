// SPDX-License-Identifier: MIT
// Buffered bytes of one input.
#include "stream.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { CHUNK = 65536, PEEK = 65536 };
static const size_t longest_line = (size_t)256 << 20;

static xc_status skip_system(xc_stream *stream, const char *what, xc_error *error) {
    int number = errno;
    return xc_fail_at(error, XC_SKIPPED, stream->name, 0, "cannot %s: %s", what,
                      strerror(number));
}

xc_status xc_stream_open(xc_stream *stream, const char *path, xc_error *error) {
    *stream = (xc_stream){.file = -1, .name = xc_slice_of(path)};
    if (strcmp(path, "-") == 0) {
        stream->file = STDIN_FILENO;
    } else {
        stream->file = open(path, O_RDONLY | O_CLOEXEC);
    }
    struct stat facts;
    if (stream->file < 0 || fstat(stream->file, &facts) != 0) {
        return skip_system(stream, "open", error);
    }
    if (S_ISDIR(facts.st_mode)) {
        errno = EISDIR;
        return skip_system(stream, "read", error);
    }
    stream->is_pipe = !S_ISREG(facts.st_mode);
    return XC_OK;
}

void xc_stream_close(xc_stream *stream) {
    if (stream->file > STDIN_FILENO) {
        (void)close(stream->file);
    }
    stream->file = -1;
    if (stream->is_packed) {
        (void)inflateEnd(&stream->unpacking);
        stream->is_packed = false;
    }
    xc_buffer_release(&stream->bytes);
}

// Appends what the packed bytes hold. A file may be several gzip members in a row.
static xc_status unpack(xc_stream *stream, xc_slice packed, xc_error *error) {
    z_stream *z = &stream->unpacking;
    Bytef out[CHUNK];
    z->next_in = (Bytef *)(uintptr_t)packed.ptr; // zlib only reads there
    z->avail_in = (uInt)packed.len;
    do {
        z->next_out = out;
        z->avail_out = sizeof out;
        int result = inflate(z, Z_NO_FLUSH);
        xc_buffer_append(&stream->bytes, (xc_slice){(char *)out, sizeof out - z->avail_out});
        if (stream->bytes.status != XC_OK || result == Z_MEM_ERROR) {
            return xc_fail_memory(error);
        }
        if (result == Z_STREAM_END && z->avail_in) {
            result = inflateReset(z);
        }
        if (result != Z_OK && result != Z_STREAM_END && result != Z_BUF_ERROR) {
            stream->ended = true;
            return xc_fail_at(error, XC_SKIPPED, stream->name, 0,
                              "gzip data are damaged; get the file again");
        }
    } while (z->avail_in || z->avail_out == 0);
    return XC_OK;
}

static xc_status begin(xc_stream *stream, xc_slice first, xc_error *error) {
    stream->has_begun = true;
    if (xc_slice_starts(first, XC_SLICE("\x1F\x8B\x08"))) {
        if (inflateInit2(&stream->unpacking, 16 + MAX_WBITS) != Z_OK) {
            return xc_fail_memory(error);
        }
        stream->is_packed = true;
    }
    return XC_OK;
}

// Reads one chunk more.
static xc_status fill(xc_stream *stream, xc_error *error) {
    char chunk[CHUNK];
    ssize_t got = 0;
    do {
        got = read(stream->file, chunk, sizeof chunk);
    } while (got < 0 && errno == EINTR);
    if (got <= 0) {
        stream->ended = true;
        return got < 0 ? skip_system(stream, "read", error) : XC_OK;
    }
    xc_slice fresh = {chunk, (size_t)got};
    xc_status status = stream->has_begun ? XC_OK : begin(stream, fresh, error);
    if (status != XC_OK || stream->is_packed) {
        return status == XC_OK ? unpack(stream, fresh, error) : status;
    }
    xc_buffer_append(&stream->bytes, fresh);
    return stream->bytes.status == XC_OK ? XC_OK : xc_fail_memory(error);
}

static xc_slice waiting(const xc_stream *stream) {
    return xc_slice_sub(xc_buffer_slice(&stream->bytes), stream->taken, stream->bytes.len);
}

xc_status xc_stream_peek(xc_stream *stream, xc_slice *head, xc_error *error) {
    xc_status status = XC_OK;
    while (status == XC_OK && !stream->ended && waiting(stream).len < PEEK) {
        // A program that writes a record and waits for its answer must not be kept waiting.
        xc_slice line;
        xc_slice tail;
        if (stream->is_pipe && xc_slice_cut(waiting(stream), '\n', &line, &tail) && line.len &&
            line.ptr[0] == '{') {
            break;
        }
        status = fill(stream, error);
    }
    *head = xc_slice_sub(waiting(stream), 0, PEEK);
    return status;
}

// Forgets what was taken, so that memory is bounded by the longest line.
static void forget_taken(xc_stream *stream) {
    xc_buffer *bytes = &stream->bytes;
    if (stream->taken > bytes->len / 2) {
        memmove(bytes->ptr, bytes->ptr + stream->taken, bytes->len - stream->taken);
        bytes->len -= stream->taken;
        stream->taken = 0;
    }
}

xc_status xc_stream_line(xc_stream *stream, xc_slice *line, xc_error *error) {
    if (stream->bytes.len) {
        forget_taken(stream);
    }
    size_t looked = 0;
    for (;;) {
        xc_slice left = waiting(stream);
        xc_slice fresh = xc_slice_sub(left, looked, left.len);
        const char *end = fresh.len ? memchr(fresh.ptr, '\n', fresh.len) : NULL;
        if (end) {
            *line = xc_slice_sub(left, 0, (size_t)(end - left.ptr));
            stream->taken += line->len + 1;
            return XC_OK;
        }
        looked = left.len;
        if (stream->ended) {
            *line = left;
            stream->taken = stream->bytes.len;
            return left.len ? XC_OK : XC_END;
        }
        if (left.len > longest_line) {
            stream->ended = true;
            return xc_fail_at(error, XC_SKIPPED, stream->name, 0,
                              "a line is longer than %zu MB; split it", longest_line >> 20);
        }
        xc_status status = fill(stream, error);
        if (status != XC_OK) {
            return status;
        }
    }
}

bool xc_stream_at_end(xc_stream *stream) {
    while (xc_slice_trim(waiting(stream)).len == 0) {
        if (stream->ended || fill(stream, NULL) != XC_OK) {
            return true;
        }
    }
    return false;
}

xc_status xc_stream_rest(xc_stream *stream, size_t limit, xc_slice *rest, xc_error *error) {
    while (!stream->ended) {
        xc_status status = fill(stream, error);
        if (status != XC_OK) {
            return status;
        }
        if (waiting(stream).len > limit) {
            return xc_fail_at(error, XC_SKIPPED, stream->name, 0,
                              "the file is larger than %zu MB; split it", limit >> 20);
        }
    }
    *rest = waiting(stream);
    stream->taken = stream->bytes.len;
    return XC_OK;
}
