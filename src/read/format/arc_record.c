// SPDX-License-Identifier: MIT
// Header lines of ARC records.
#include "read/format/arc_record.h"
#include "read/bytes/http_message.h"

#include <ctype.h>
#include <string.h>

enum { MOST_FIELDS = 10, MOMENT = 14 };

static bool are_figures(xc_slice text) {
    for (size_t i = 0; i < text.len; i++) {
        if (!isdigit((unsigned char)text.ptr[i])) {
            return false;
        }
    }
    return text.len > 0;
}

// The fields behind the address, the last first: an address may hold spaces. How many there are
// is the place of the moment among them plus two.
static size_t take_fields(xc_slice *line, xc_slice out[MOST_FIELDS]) {
    size_t count = 0;
    while (count < MOST_FIELDS) {
        const char *space = line->len ? memrchr(line->ptr, ' ', line->len) : NULL;
        if (!space) {
            return 0;
        }
        size_t at = (size_t)(space - line->ptr);
        out[count++] = xc_slice_sub(*line, at + 1, line->len);
        *line = xc_slice_sub(*line, 0, at);
        bool has_moment = count > 1 && out[count - 2].len == MOMENT &&
                          are_figures(out[count - 2]) && count > 3;
        if (has_moment) {
            return count; // the last taken is the IP address
        }
    }
    return 0;
}

static bool read_size(xc_slice figures, uint64_t *out) {
    *out = 0;
    for (size_t i = 0; i < figures.len; i++) {
        if (__builtin_mul_overflow(*out, 10, out) ||
            __builtin_add_overflow(*out, (uint64_t)(figures.ptr[i] - '0'), out)) {
            return false;
        }
    }
    return true;
}

static bool is_web(xc_slice url) {
    return xc_slice_starts(url, XC_SLICE("http://")) ||
           xc_slice_starts(url, XC_SLICE("https://"));
}

xc_status arc_record_read(xc_slice line, xc_buffer *header, warc_record *out) {
    xc_slice fields[MOST_FIELDS];
    xc_slice url = xc_slice_trim(line);
    size_t count = take_fields(&url, fields);
    if (!count || !are_figures(fields[0]) || xc_slice_find(url, XC_SLICE(":")) == SIZE_MAX) {
        return XC_BAD_INPUT;
    }
    xc_slice moment = fields[count - 2];
    xc_slice type = fields[count - 3];
    // Written anew, so that the slices outlive the line.
    xc_buffer_clear(header);
    xc_buffer_print(header, "%.*s %.*s %.4s-%.2s-%.2sT%.2s:%.2s:%.2sZ", XC_PRINT(url),
                    XC_PRINT(type), moment.ptr, moment.ptr + 4, moment.ptr + 6, moment.ptr + 8,
                    moment.ptr + 10, moment.ptr + 12);
    if (header->status != XC_OK) {
        return XC_NO_MEMORY;
    }
    xc_slice kept = xc_buffer_slice(header);
    out->url = xc_slice_sub(kept, 0, url.len);
    xc_slice unread = xc_slice_sub(kept, url.len + 1, url.len + 1 + type.len);
    media_type_read(unread, &out->media_type, &out->charset);
    out->date = xc_slice_sub(kept, url.len + type.len + 2, kept.len);
    xc_date date;
    out->date = xc_date_parse(out->date, &date) ? out->date : (xc_slice){0};
    out->type = is_web(out->url) ? XC_SLICE("response") : XC_SLICE("warcinfo");
    if (is_web(out->url)) { // the block is the answer as it came
        out->payload_type = out->media_type;
        out->media_type = XC_SLICE("application/http");
        out->charset = (xc_slice){0};
    }
    return read_size(fields[0], &out->length) ? XC_OK : XC_BAD_INPUT;
}

bool arc_is_description(const warc_record *record) {
    return xc_slice_starts(record->url, XC_SLICE("filedesc:"));
}

xc_status arc_pass_description(byte_stream *stream, warc_record *record, xc_error *error) {
    enum { MOST_LINES = 8, LONGEST = 4096 };
    uint64_t stated = record->length;
    uint64_t taken = 0;
    xc_slice line = {0};
    record->length = 0;
    for (int i = 0; i < MOST_LINES && !xc_slice_starts(line, XC_SLICE("URL")); i++) {
        xc_status status = stream_short_line(stream, LONGEST, &line, error);
        if (status != XC_OK) {
            return status == XC_END ? XC_OK : status == XC_LIMIT ? XC_BAD_INPUT : status;
        }
        taken += line.len + 1;
    }
    xc_slice next = {0};
    xc_status status = stream_peek(stream, &next, error);
    // What the crawler tells of itself goes on in XML.
    if (status == XC_OK && xc_slice_starts(xc_slice_trim(next), XC_SLICE("<"))) {
        record->length = stated > taken ? stated - taken : 0;
    }
    return status == XC_END ? XC_OK : status;
}
