// SPDX-License-Identifier: MIT
// Buffered bytes of one input.
#include "read/bytes/stream.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { CHUNK = 65536, PEEK = 65536 };
static const size_t longest_line = (size_t)256 << 20;

static xc_status skip_system(xc_slice name, const char *what, xc_error *error) {
    int number = errno;
    return xc_fail_at(error, XC_SKIPPED, name, 0, "cannot %s: %s", what, strerror(number));
}

// The context of a file's source is its number.
static xc_status read_file(void *context, char *out, size_t size, size_t *got,
                           xc_error *error) {
    ssize_t count = 0;
    do {
        count = read((int)(intptr_t)context, out, size);
    } while (count < 0 && errno == EINTR);
    *got = count > 0 ? (size_t)count : 0;
    return count < 0 ? skip_system((xc_slice){0}, "read", error) : XC_OK;
}

static void close_file(void *context) {
    int file = (int)(intptr_t)context;
    if (file > STDIN_FILENO) {
        (void)close(file);
    }
}

xc_status stream_open(byte_stream *stream, const char *path, xc_error *error) {
    xc_slice name = xc_slice_of(path);
    *stream = (byte_stream){.file = -1, .name = name};
    const char *fault = NULL;
    int file =
        strcmp(path, "-") == 0 ? STDIN_FILENO : xc_file_open(path, &stream->bytes, &fault);
    if (file < 0) {
        return xc_fail_at(error, XC_SKIPPED, name, 0, "cannot open: %s", fault);
    }
    // NOLINTNEXTLINE(performance-no-int-to-ptr): a number is all that the source needs
    stream->source = (byte_source){
        .context = (void *)(intptr_t)file, .read = read_file, .close = close_file};
    struct stat facts;
    if (fstat(file, &facts) != 0) {
        return skip_system(name, "open", error);
    }
    if (S_ISDIR(facts.st_mode)) {
        errno = EISDIR;
        return skip_system(name, "read", error);
    }
    stream->is_pipe = !S_ISREG(facts.st_mode);
    // What standard input was opened on may stand anywhere.
    stream->file = stream->is_pipe || file == STDIN_FILENO ? -1 : file;
    return XC_OK;
}

void stream_open_source(byte_stream *stream, byte_source source, xc_slice name) {
    *stream = (byte_stream){.source = source, .file = -1, .name = name};
}

static xc_status read_memory(void *context, char *out, size_t size, size_t *got,
                             xc_error *error) {
    (void)error;
    xc_slice *left = context;
    xc_slice piece = xc_slice_sub(*left, 0, size);
    if (piece.len) {
        memcpy(out, piece.ptr, piece.len);
    }
    *left = xc_slice_sub(*left, piece.len, left->len);
    *got = piece.len;
    return XC_OK;
}

byte_source source_of_memory(xc_slice *left) {
    return (byte_source){.context = left, .read = read_memory};
}

void stream_close(byte_stream *stream) {
    if (stream->source.close) {
        stream->source.close(stream->source.context);
    }
    stream->source = (byte_source){0};
    stream->file = -1;
    xc_buffer_release(&stream->bytes);
}

// Reads one chunk more. What fails is told later, after the bytes before it.
static xc_status fill(byte_stream *stream, xc_error *error) {
    char chunk[CHUNK];
    size_t got = 0;
    if (stream->source.read(stream->source.context, chunk, sizeof chunk, &got,
                            &stream->failure) != XC_OK) {
        stream->ended = !stream->source.resumes;
        return stream->failure.status == XC_NO_MEMORY ? xc_fail_memory(error) : XC_OK;
    }
    stream->ended = got == 0;
    xc_buffer_append(&stream->bytes, (xc_slice){chunk, got});
    return stream->bytes.status == XC_OK ? XC_OK : xc_fail_memory(error);
}

// Whether there is nothing more to read, or not before the failure is told.
static bool is_over(const byte_stream *stream) {
    return stream->ended || stream->failure.status != XC_OK;
}

// The end of the bytes, or why there are no more.
static xc_status tell_end(byte_stream *stream, xc_error *error) {
    if (stream->failure.status == XC_OK) {
        return XC_END;
    }
    xc_error failure = stream->failure;
    stream->failure = (xc_error){0};
    xc_slice path = failure.path[0] ? xc_slice_of(failure.path) : stream->name;
    return xc_fail_at(error, failure.status, path, 0, "%s", failure.message);
}

xc_slice stream_waiting(const byte_stream *stream) {
    return xc_slice_sub(xc_buffer_slice(&stream->bytes), stream->taken, stream->bytes.len);
}

xc_status stream_peek(byte_stream *stream, xc_slice *head, xc_error *error) {
    xc_status status = XC_OK;
    while (status == XC_OK && !is_over(stream) && stream_waiting(stream).len < PEEK) {
        // A program that writes a record and waits for its answer must not be kept waiting.
        xc_slice line;
        xc_slice tail;
        if (stream->is_pipe && xc_slice_cut(stream_waiting(stream), '\n', &line, &tail) &&
            line.len && line.ptr[0] == '{') {
            break;
        }
        status = fill(stream, error);
    }
    *head = xc_slice_sub(stream_waiting(stream), 0, PEEK);
    if (status == XC_OK && !head->len && stream->failure.status != XC_OK) {
        status = tell_end(stream, error);
    }
    return status;
}

// Forgets what was taken, so that memory is bounded by the longest line.
static void forget_taken(byte_stream *stream) {
    xc_buffer *bytes = &stream->bytes;
    if (bytes->len && stream->taken > bytes->len / 2) {
        memmove(bytes->ptr, bytes->ptr + stream->taken, bytes->len - stream->taken);
        bytes->len -= stream->taken;
        stream->taken = 0;
    }
}

// The last line has no end; one that reading broke off in is no line.
static xc_status take_last_line(byte_stream *stream, xc_slice *line, xc_error *error) {
    *line = stream_waiting(stream);
    stream->taken = stream->bytes.len;
    return line->len && stream->failure.status == XC_OK ? XC_OK : tell_end(stream, error);
}

xc_status stream_short_line(byte_stream *stream, size_t limit, xc_slice *line,
                            xc_error *error) {
    forget_taken(stream);
    size_t looked = 0;
    for (;;) {
        xc_slice left = stream_waiting(stream);
        xc_slice fresh = xc_slice_sub(left, looked, left.len);
        const char *end = fresh.len ? memchr(fresh.ptr, '\n', fresh.len) : NULL;
        if (end) {
            *line = xc_slice_sub(left, 0, (size_t)(end - left.ptr));
            stream->taken += line->len + 1;
            return XC_OK;
        }
        looked = left.len;
        if (is_over(stream)) {
            return take_last_line(stream, line, error);
        }
        if (left.len > limit) {
            return XC_LIMIT;
        }
        xc_status status = fill(stream, error);
        if (status != XC_OK) {
            return status;
        }
    }
}

xc_status stream_line(byte_stream *stream, xc_slice *line, xc_error *error) {
    xc_status status = stream_short_line(stream, longest_line, line, error);
    if (status != XC_LIMIT) {
        return status;
    }
    stream->ended = true;
    stream->taken = stream->bytes.len;
    return xc_fail_at(error, XC_SKIPPED, stream->name, 0,
                      "a line is longer than %zu MB; split it", longest_line >> 20);
}

xc_status stream_find(byte_stream *stream, xc_slice mark, xc_error *error) {
    for (;;) {
        xc_slice left = stream_waiting(stream);
        size_t at = xc_slice_find(left, mark);
        if (at != SIZE_MAX) {
            stream->taken += at;
            return XC_OK;
        }
        if (is_over(stream)) {
            stream->taken = stream->bytes.len;
            return tell_end(stream, error);
        }
        stream->taken += left.len < mark.len ? 0 : left.len - mark.len + 1;
        forget_taken(stream);
        xc_status status = fill(stream, error);
        if (status != XC_OK) {
            return status;
        }
    }
}

xc_status stream_take(byte_stream *stream, size_t size, xc_slice *bytes, xc_error *error) {
    forget_taken(stream);
    *bytes = (xc_slice){0};
    while (!stream_waiting(stream).len) {
        if (is_over(stream)) {
            return tell_end(stream, error);
        }
        xc_status status = fill(stream, error);
        if (status != XC_OK) {
            return status;
        }
    }
    *bytes = xc_slice_sub(stream_waiting(stream), 0, size);
    stream->taken += bytes->len;
    return XC_OK;
}

bool stream_at_end(byte_stream *stream) {
    while (xc_slice_trim(stream_waiting(stream)).len == 0) {
        if (is_over(stream)) {
            return stream->failure.status == XC_OK;
        }
        if (fill(stream, NULL) != XC_OK) {
            return true;
        }
    }
    return false;
}

xc_status stream_failure(byte_stream *stream, xc_error *error) {
    if (stream_at_end(stream) || xc_slice_trim(stream_waiting(stream)).len) {
        return XC_OK;
    }
    stream->taken = stream->bytes.len;
    return tell_end(stream, error);
}

xc_status stream_gather(byte_stream *stream, size_t limit, xc_slice *all, xc_error *error) {
    *all = (xc_slice){0};
    while (!is_over(stream)) {
        if (stream_waiting(stream).len > limit) {
            return XC_LIMIT;
        }
        xc_status status = fill(stream, error);
        if (status != XC_OK) {
            return status;
        }
    }
    *all = stream_waiting(stream);
    return all->len > limit || stream->failure.status != XC_OK ? XC_LIMIT : XC_OK;
}

xc_status stream_rest(byte_stream *stream, size_t limit, xc_slice *rest, xc_error *error) {
    xc_status status = stream_gather(stream, limit, rest, error);
    stream->taken = stream->bytes.len;
    if (status != XC_LIMIT) {
        return status;
    }
    *rest = (xc_slice){0};
    if (stream->failure.status != XC_OK) {
        return tell_end(stream, error);
    }
    return xc_fail_at(error, XC_SKIPPED, stream->name, 0,
                      "the file is larger than %zu MB; split it", limit >> 20);
}
