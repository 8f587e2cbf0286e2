// SPDX-License-Identifier: MIT
// A mail, a web archive and a mailbox, told by their first lines.
#include "read/format/mime.h"

#include <string.h>

static bool is_name_byte(char byte) {
    return (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z') ||
           (byte >= '0' && byte <= '9') || byte == '-' || byte == '_';
}

// "Name" of "Name: value"; empty if the line is none.
static xc_slice header_name(xc_slice line) {
    size_t length = 0;
    while (length < line.len && is_name_byte(line.ptr[length])) {
        length++;
    }
    bool is_header = length && length < line.len && line.ptr[length] == ':';
    return is_header ? xc_slice_sub(line, 0, length) : (xc_slice){0};
}

static bool is_one_of(xc_slice name, const char *const *names, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (xc_slice_equal_fold(name, xc_slice_of(names[i]))) {
            return true;
        }
    }
    return false;
}

bool mime_starts(xc_slice head) {
    // The first are in nothing but mails; of the second, words of any text, three are wanted.
    static const char *const sure[] = {
        "MIME-Version", "Message-ID",   "Return-Path", "Received",
        "Delivered-To", "Content-Type", "X-Mailer",    "Snapshot-Content-Location"};
    static const char *const likely[] = {"From", "To", "Subject", "Date"};
    size_t surely = 0;
    size_t maybe = 0;
    bool more = true;
    for (size_t lines = 0; more && lines < 200; lines++) {
        xc_slice line;
        more = xc_slice_cut(head, '\n', &line, &head);
        if (!xc_slice_trim(line).len) {
            break;
        }
        bool is_folded = lines && (line.ptr[0] == ' ' || line.ptr[0] == '\t');
        xc_slice name = header_name(line);
        if (!is_folded && !name.len) {
            return false;
        }
        surely += is_one_of(name, sure, sizeof sure / sizeof *sure);
        maybe += is_one_of(name, likely, sizeof likely / sizeof *likely);
    }
    return (surely && surely + maybe > 1) || maybe > 2;
}

bool mailbox_line(xc_slice line) {
    line = xc_slice_trim(line);
    // The line ends with a year, in a time as ctime() prints it.
    return xc_slice_starts(line, XC_SLICE("From ")) && line.len > 24 &&
           memchr(line.ptr, ':', line.len) && line.ptr[line.len - 5] == ' ' &&
           (xc_slice_starts(xc_slice_sub(line, line.len - 4, line.len), XC_SLICE("20")) ||
            xc_slice_starts(xc_slice_sub(line, line.len - 4, line.len), XC_SLICE("19")));
}
