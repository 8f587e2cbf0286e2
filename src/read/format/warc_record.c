// SPDX-License-Identifier: MIT
// Headers of WARC records.
#include "read/format/warc_record.h"
#include "read/bytes/http_message.h"
#include "read/format/arc_record.h"
#include "read/kind.h"

#include <ctype.h>
#include <string.h>

enum { LONGEST_LINE = 64 << 10, LONGEST_HEADER = 1 << 20, LONGEST_DATE = 40 };

static bool read_length(xc_slice text, uint64_t *out) {
    *out = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (!isdigit((unsigned char)text.ptr[i]) || __builtin_mul_overflow(*out, 10, out) ||
            __builtin_add_overflow(*out, (uint64_t)(text.ptr[i] - '0'), out)) {
            return false;
        }
    }
    return text.len > 0;
}

static xc_slice without_brackets(xc_slice url) {
    bool has = url.len > 1 && url.ptr[0] == '<' && url.ptr[url.len - 1] == '>';
    return has ? xc_slice_sub(url, 1, url.len - 1) : url;
}

// An address of ASCII; anything else names no record that could be found again.
static xc_slice record_id(xc_slice value) {
    enum { LONGEST_ID = 200 };
    for (size_t i = 0; i < value.len; i++) {
        if (value.ptr[i] <= ' ' || value.ptr[i] > '~') {
            return (xc_slice){0};
        }
    }
    return value.len <= LONGEST_ID ? value : (xc_slice){0};
}

// False where a field says nothing that can be believed.
static bool read_field(xc_slice name, xc_slice value, warc_record *out, bool *has_length) {
    if (xc_slice_equal_fold(name, XC_SLICE("WARC-Type"))) {
        out->type = value;
    } else if (xc_slice_equal_fold(name, XC_SLICE("WARC-Target-URI"))) {
        out->url = without_brackets(value);
    } else if (xc_slice_equal_fold(name, XC_SLICE("WARC-Record-ID"))) {
        out->id = record_id(value);
    } else if (xc_slice_equal_fold(name, XC_SLICE("Content-Type"))) {
        media_type_read(value, &out->media_type, &out->charset);
    } else if (xc_slice_equal_fold(name, XC_SLICE("WARC-Identified-Payload-Type"))) {
        xc_slice unused;
        media_type_read(value, &out->payload_type, &unused);
    } else if (xc_slice_equal_fold(name, XC_SLICE("WARC-Date"))) {
        xc_date date;
        out->date =
            value.len <= LONGEST_DATE && xc_date_parse(value, &date) ? value : (xc_slice){0};
    } else if (xc_slice_equal_fold(name, XC_SLICE("WARC-Truncated"))) {
        out->truncated = value;
    } else if (xc_slice_equal_fold(name, XC_SLICE("WARC-Segment-Number"))) {
        out->truncated = XC_SLICE("segmented");
    } else if (xc_slice_equal_fold(name, XC_SLICE("Content-Length"))) {
        *has_length = true;
        return read_length(value, &out->length);
    }
    return true;
}

static bool read_fields(xc_slice rest, warc_record *out) {
    bool has_length = false;
    while (rest.len) {
        xc_slice line;
        xc_slice name;
        xc_slice value;
        (void)xc_slice_cut(rest, '\n', &line, &rest);
        if (xc_slice_cut(line, ':', &name, &value) &&
            !read_field(xc_slice_trim(name), xc_slice_trim(value), out, &has_length)) {
            return false;
        }
    }
    return has_length && out->type.len;
}

// A line that goes on with what stands before it starts with a blank.
static void add_line(xc_buffer *header, xc_slice line) {
    bool goes_on = line.len && (line.ptr[0] == ' ' || line.ptr[0] == '\t');
    if (header->len) {
        xc_buffer_char(header, goes_on ? ' ' : '\n');
    }
    xc_buffer_append(header, xc_slice_trim(line));
}

xc_status warc_record_take(byte_stream *stream, xc_buffer *header, warc_record *out,
                           xc_error *error) {
    *out = (warc_record){0};
    xc_buffer_clear(header);
    bool has_begun = false;
    for (;;) {
        xc_slice line = {0};
        xc_status status = stream_short_line(stream, LONGEST_LINE, &line, error);
        if (status != XC_OK) {
            return status == XC_LIMIT || (status == XC_END && has_begun) ? XC_BAD_INPUT
                                                                         : status;
        }
        bool is_blank = !xc_slice_trim(line).len;
        if (!has_begun && is_blank) {
            continue; // two empty lines end the record before
        }
        if (!has_begun &&
            !(xc_slice_starts(line, XC_SLICE("WARC/")) && content_is_crawl(line))) {
            status = arc_record_read(line, header, out);
            bool is_first = status == XC_OK && arc_is_description(out);
            return status == XC_NO_MEMORY ? xc_fail_memory(error)
                   : is_first             ? arc_pass_description(stream, out, error)
                                          : status;
        }
        if (is_blank) {
            break;
        }
        add_line(header, has_begun ? line : XC_SLICE("WARC"));
        has_begun = true;
        if (header->status != XC_OK) {
            return xc_fail_memory(error);
        }
        if (header->len > LONGEST_HEADER) {
            return XC_BAD_INPUT;
        }
    }
    return read_fields(xc_buffer_slice(header), out) ? XC_OK : XC_BAD_INPUT;
}

warc_use warc_use_of(xc_slice media_type) {
    static const struct {
        const char *name;
        warc_use use;
    } uses[] = {
        {"text/html", WARC_PAGE},
        {"application/xhtml+xml", WARC_PAGE},
        {"text/plain", WARC_TEXT},
        {"text/markdown", WARC_TEXT},
        {"application/pdf", WARC_TEXT},
        {"multipart/related", WARC_TEXT},
        {"message/rfc822", WARC_TEXT},
        {"application/json", WARC_DATA},
        {"application/ld+json", WARC_DATA},
        {"application/x-ndjson", WARC_DATA},
        {"application/rss+xml", WARC_DATA},
        {"application/atom+xml", WARC_DATA},
        {"application/xml", WARC_DATA},
        {"text/xml", WARC_DATA},
        {"text/csv", WARC_DATA},
        {"application/octet-stream", WARC_DATA},
        {"unknown/unknown", WARC_DATA},
        {"", WARC_DATA},
    };
    for (size_t i = 0; i < sizeof uses / sizeof *uses; i++) {
        if (xc_slice_equal_fold(media_type, xc_slice_of(uses[i].name))) {
            return uses[i].use;
        }
    }
    return WARC_NONE;
}

// Whether the address is of a file that sites keep for machines: robots.txt and its like.
static bool is_for_machines(xc_slice url) {
    static const char *const files[] = {"/robots.txt",   "/ads.txt",    "/app-ads.txt",
                                        "/sellers.json", "/humans.txt", "/security.txt",
                                        "/llms.txt"};
    size_t host = xc_slice_find(url, XC_SLICE("://"));
    if (host == SIZE_MAX) {
        return false;
    }
    xc_slice path = xc_slice_sub(url, host + 3, url.len);
    const char *slash = path.len ? memchr(path.ptr, '/', path.len) : NULL;
    path = slash ? xc_slice_sub(path, (size_t)(slash - path.ptr), path.len) : (xc_slice){0};
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        if (xc_slice_is(path, files[i])) {
            return true;
        }
    }
    return xc_slice_starts(path, XC_SLICE("/.well-known/"));
}

const char *warc_passed_over(const warc_record *record) {
    if (xc_slice_is(record->type, "revisit")) {
        return "revisit";
    }
    if (xc_slice_is(record->type, "conversion")) {
        return "conversion";
    }
    bool is_response = xc_slice_is(record->type, "response");
    if (!is_response && !xc_slice_is(record->type, "resource")) {
        return ""; // warcinfo, request, metadata: they go with a capture
    }
    if (xc_slice_starts(record->url, XC_SLICE("urn:")) ||
        xc_slice_starts(record->url, XC_SLICE("metadata:"))) {
        return "made by the crawler";
    }
    return is_for_machines(record->url) ? "for machines" : NULL;
}
