// SPDX-License-Identifier: MIT
// HTTP/1 responses.
#include "read/bytes/http_message.h"

#include <ctype.h>
#include <string.h>
#include <zlib.h>

static const size_t largest_body = (size_t)256 << 20;

// ---- headers ----

static xc_slice take_line(xc_slice *rest) {
    xc_slice line;
    (void)xc_slice_cut(*rest, '\n', &line, rest);
    return line;
}

void media_type_read(xc_slice value, xc_slice *type, xc_slice *charset) {
    xc_slice part;
    xc_slice rest;
    (void)xc_slice_cut(value, ';', &part, &rest);
    *type = xc_slice_trim(part);
    *charset = (xc_slice){0};
    while (rest.len) {
        (void)xc_slice_cut(rest, ';', &part, &rest);
        xc_slice name;
        xc_slice word;
        if (xc_slice_cut(part, '=', &name, &word) &&
            xc_slice_equal_fold(xc_slice_trim(name), XC_SLICE("charset"))) {
            word = xc_slice_trim(word);
            bool is_quoted = word.len > 1 && strchr("\"'", word.ptr[0]);
            *charset = is_quoted ? xc_slice_sub(word, 1, word.len - 1) : word;
            return;
        }
    }
}

static bool read_status(xc_slice line, int *status) {
    xc_slice version;
    xc_slice rest;
    if (!xc_slice_starts(line, XC_SLICE("HTTP/")) ||
        !xc_slice_cut(line, ' ', &version, &rest)) {
        return false;
    }
    rest = xc_slice_trim(rest);
    *status = 0;
    for (size_t i = 0; i < 3; i++) {
        if (i >= rest.len || !isdigit((unsigned char)rest.ptr[i])) {
            return false;
        }
        *status = *status * 10 + (rest.ptr[i] - '0');
    }
    return true;
}

static void read_header(xc_slice line, http_message *out) {
    xc_slice name;
    xc_slice value;
    if (!xc_slice_cut(line, ':', &name, &value)) {
        return;
    }
    name = xc_slice_trim(name);
    value = xc_slice_trim(value);
    if (xc_slice_equal_fold(name, XC_SLICE("content-type"))) {
        media_type_read(value, &out->type, &out->charset);
    } else if (xc_slice_equal_fold(name, XC_SLICE("content-encoding"))) {
        out->coding = value;
    } else if (xc_slice_equal_fold(name, XC_SLICE("transfer-encoding"))) {
        xc_slice coding = value; // the last one of a list
        while (value.len) {
            (void)xc_slice_cut(value, ',', &coding, &value);
        }
        out->is_chunked = xc_slice_equal_fold(xc_slice_trim(coding), XC_SLICE("chunked"));
    }
}

bool http_read(xc_slice bytes, http_message *out) {
    *out = (http_message){0};
    xc_slice rest = bytes;
    if (!read_status(take_line(&rest), &out->status)) {
        return false;
    }
    while (rest.len) {
        xc_slice line = take_line(&rest);
        if (!xc_slice_trim(line).len) {
            out->body = bytes.len - rest.len;
            return true;
        }
        read_header(line, out);
    }
    return false;
}

// ---- chunks ----

// The size that starts a chunk, and its line's length; false where there is none.
static bool read_size(xc_slice bytes, size_t *size, size_t *line_length) {
    xc_slice rest = bytes;
    xc_slice line = take_line(&rest);
    *line_length = bytes.len - rest.len;
    *size = 0;
    size_t digits = 0;
    while (digits < line.len && isxdigit((unsigned char)line.ptr[digits])) {
        int digit = tolower((unsigned char)line.ptr[digits++]);
        *size = *size * 16 + (size_t)(digit <= '9' ? digit - '0' : digit - 'a' + 10);
    }
    line = xc_slice_trim(xc_slice_sub(line, digits, line.len));
    return digits > 0 && digits <= 8 && (!line.len || line.ptr[0] == ';');
}

// A first line that is no size: stored without its chunks.
static xc_status join_chunks(xc_slice body, xc_buffer *out, bool *is_cut, xc_error *error) {
    size_t size = 0;
    size_t line_length = 0;
    for (;;) {
        if (!read_size(body, &size, &line_length)) {
            *is_cut = true;
            break;
        }
        body = xc_slice_sub(body, line_length, body.len);
        if (size == 0) {
            break;
        }
        *is_cut = size > body.len;
        xc_buffer_append(out, xc_slice_sub(body, 0, size));
        if (*is_cut) {
            break;
        }
        body = xc_slice_sub(body, size, body.len);
        (void)take_line(&body); // the chunk's own end
    }
    return out->status == XC_OK ? XC_OK : xc_fail_memory(error);
}

// ---- content coding ----

static xc_status inflate_all(z_stream *z, unpack_account *account, xc_buffer *out, bool *is_cut,
                             xc_error *error) {
    char chunk[65536];
    int result = Z_OK;
    while (result == Z_OK) {
        z->next_out = (Bytef *)chunk;
        z->avail_out = sizeof chunk;
        result = inflate(z, Z_NO_FLUSH);
        size_t got = sizeof chunk - z->avail_out;
        xc_buffer_append(out, (xc_slice){chunk, got});
        if (out->status != XC_OK || result == Z_MEM_ERROR) {
            return xc_fail_memory(error);
        }
        xc_status status = unpacking_add(account, got, error);
        if (status != XC_OK) {
            return status;
        }
        if (out->len > largest_body) {
            return xc_fail(error, XC_SKIPPED, "its body is larger than %zu MB",
                           largest_body >> 20);
        }
        if (result == Z_BUF_ERROR) {
            *is_cut = true;
        }
    }
    return result == Z_STREAM_END || result == Z_BUF_ERROR
               ? XC_OK
               : xc_fail(error, XC_SKIPPED, "its packed body is damaged");
}

// Deflate is sent with zlib's frame or, against the standard, without.
static int window_of(xc_slice body, bool is_gzip) {
    bool has_frame = body.len > 1 && ((unsigned char)body.ptr[0] & 0x0F) == 8 &&
                     ((unsigned char)body.ptr[0] * 256 + (unsigned char)body.ptr[1]) % 31 == 0;
    return is_gzip ? 16 + MAX_WBITS : has_frame ? MAX_WBITS : -MAX_WBITS;
}

static xc_status inflate_body(xc_slice body, bool is_gzip, unpack_account *account,
                              xc_buffer *out, bool *is_cut, xc_error *error) {
    z_stream z = {0};
    z.next_in = (Bytef *)(uintptr_t)body.ptr; // zlib only reads there
    z.avail_in = (uInt)body.len;
    if (inflateInit2(&z, window_of(body, is_gzip)) != Z_OK) {
        return xc_fail_memory(error);
    }
    xc_status status = inflate_all(&z, account, out, is_cut, error);
    (void)inflateEnd(&z);
    return status;
}

static bool is_markup(xc_slice body) {
    xc_slice start = xc_slice_trim(xc_slice_sub(body, 0, 256));
    return start.len && start.ptr[0] == '<';
}

static xc_status undo_coding(xc_slice coding, xc_slice body, unpack_account *account,
                             xc_buffer *out, xc_slice *plain, bool *is_cut, xc_error *error) {
    bool is_gzip = xc_slice_equal_fold(coding, XC_SLICE("gzip")) ||
                   xc_slice_equal_fold(coding, XC_SLICE("x-gzip"));
    bool is_deflate = xc_slice_equal_fold(coding, XC_SLICE("deflate"));
    bool is_plain = !coding.len || xc_slice_equal_fold(coding, XC_SLICE("identity")) ||
                    xc_slice_equal_fold(coding, XC_SLICE("none"));
    *plain = body;
    // Many crawlers keep the header and store the body unpacked.
    if (is_plain || is_markup(body) || (is_gzip && packing_of(body) != PACKED_GZIP)) {
        return XC_OK;
    }
    if (!is_gzip && !is_deflate) {
        return xc_fail(error, XC_SKIPPED, "its coding '%.*s' is not read", XC_PRINT(coding));
    }
    xc_status status = inflate_body(body, is_gzip, account, out, is_cut, error);
    *plain = xc_buffer_slice(out);
    return status;
}

xc_status http_unpack(const http_message *message, xc_slice body, unpack_account *account,
                      xc_buffer *out, xc_slice *plain, bool *is_cut, xc_error *error) {
    size_t size = 0;
    size_t line_length = 0;
    *is_cut = false;
    *plain = body;
    xc_buffer_clear(out);
    xc_buffer joined = {0};
    if (message->is_chunked && read_size(body, &size, &line_length)) {
        xc_status status = join_chunks(body, &joined, is_cut, error);
        if (status != XC_OK) {
            xc_buffer_release(&joined);
            return status;
        }
        *plain = xc_buffer_slice(&joined);
    }
    xc_status status = undo_coding(message->coding, *plain, account, out, plain, is_cut, error);
    if (plain->ptr && plain->ptr == joined.ptr) { // no coding: the joined chunks are all
        xc_buffer_release(out);
        *out = joined;
    } else {
        xc_buffer_release(&joined);
    }
    return status;
}
