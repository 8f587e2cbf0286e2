// SPDX-License-Identifier: MIT
// Web archives (MHTML), mails, and mailboxes of many mails, read mail by mail.
#include "read/format/mime.h"
#include "read/reader.h"

#include <string.h>

static const size_t largest_message = (size_t)256 << 20;

static bool sniff_mail(const bytes_sample *sample) {
    return mime_starts(sample->head);
}

static xc_status next_mail(xc_reader *reader, xc_arena *arena, xc_document *out,
                           xc_error *error) {
    xc_slice bytes = {0};
    xc_status status = reader_take_whole(reader, largest_message, &bytes, error);
    return status == XC_OK ? mime_read(bytes, &reader->options, arena, out, error) : status;
}

// ---- mailboxes ----

typedef struct mailbox {
    xc_buffer message;
    bool ended;
} mailbox;

static bool sniff_mailbox(const bytes_sample *sample) {
    xc_slice line;
    xc_slice rest;
    xc_slice_cut(sample->head, '\n', &line, &rest);
    return mailbox_line(line) && mime_starts(rest);
}

static xc_status open_mailbox(xc_reader *reader, xc_error *error) {
    mailbox *box = xc_arena_alloc(reader->arena, sizeof *box);
    if (!box) {
        return xc_fail_memory(error);
    }
    reader->state = box;
    xc_slice first;
    return stream_line(&reader->stream, &first, error);
}

// Takes the lines up to the one that begins the next message, which must follow an empty one.
static xc_status take_message(xc_reader *reader, mailbox *box, xc_error *error) {
    xc_buffer_clear(&box->message);
    bool was_empty = false;
    for (;;) {
        xc_slice line = {0};
        xc_status status = stream_line(&reader->stream, &line, error);
        if (status != XC_OK) {
            box->ended = true;
            return status == XC_END ? XC_OK : status;
        }
        if (was_empty && mailbox_line(line)) {
            return XC_OK;
        }
        was_empty = !xc_slice_trim(line).len;
        // A line of the text that would part messages was marked so.
        xc_slice bare =
            xc_slice_starts(line, XC_SLICE(">From ")) ? xc_slice_sub(line, 1, line.len) : line;
        xc_buffer_append(&box->message, bare);
        xc_buffer_char(&box->message, '\n');
        if (box->message.status != XC_OK) {
            return xc_fail_memory(error);
        }
        if (box->message.len > largest_message) {
            box->ended = true;
            return xc_fail_at(error, XC_SKIPPED, reader->input.path, 0,
                              "a mail larger than %zu MB", largest_message >> 20);
        }
    }
}

static xc_status next_in_mailbox(xc_reader *reader, xc_arena *arena, xc_document *out,
                                 xc_error *error) {
    mailbox *box = reader->state;
    if (box->ended) {
        return XC_END;
    }
    xc_status status = take_message(reader, box, error);
    reader->is_single = reader->number == 0 && box->ended;
    if (status != XC_OK) {
        return status;
    }
    xc_slice message = xc_buffer_slice(&box->message);
    if (box->ended && !xc_slice_trim(message).len) {
        return XC_END;
    }
    return mime_read(message, &reader->options, arena, out, error);
}

static void close_mailbox(xc_reader *reader) {
    mailbox *box = reader->state;
    if (box) {
        xc_buffer_release(&box->message);
    }
}

const read_format format_mail = {.name = "mail", .sniff = sniff_mail, .next = next_mail};
const read_format format_mailbox = {.name = "mail",
                                    .sniff = sniff_mailbox,
                                    .open = open_mailbox,
                                    .next = next_in_mailbox,
                                    .close = close_mailbox};
