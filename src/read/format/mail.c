// SPDX-License-Identifier: MIT
// Web archives (MHTML), mails, and mailboxes of many mails, read mail by mail.
#include "read/bytes/path_name.h"
#include "read/format/mime.h"
#include "read/reader.h"

#include <string.h>

static const size_t largest_message = (size_t)256 << 20;

static bool sniff_mail(const bytes_sample *sample) {
    return mime_starts(sample->head);
}

// ---- what a mail carries ----

typedef struct carried {
    xc_arena *arena; // of the files of the mail at hand
    mime_attachment *items;
    size_t count, next;
    xc_slice label, path; // of the mail
    xc_slice rest;        // of the file that is being read
    xc_reader *member;    // its reader
} carried;

// The kinds of files that articles are sent in. A signature, a calendar, a card with an address is
// none.
static bool is_readable(xc_slice name) {
    static const char *const extensions[] = {
        ".pdf",   ".docx", ".odt", ".xlsx", ".ods", ".epub", ".html",  ".htm", ".xhtml",
        ".txt",   ".text", ".md",  ".csv",  ".tsv", ".json", ".jsonl", ".eml", ".mht",
        ".mhtml", ".mbox", ".xml", ".rss",  ".zip", ".tar",  ".tgz",   ".warc"};
    xc_slice extension = path_extension(packing_strip(name));
    for (size_t i = 0; i < sizeof extensions / sizeof *extensions; i++) {
        if (xc_slice_equal_fold(extension, xc_slice_of(extensions[i]))) {
            return true;
        }
    }
    return false;
}

static xc_status open_next(xc_reader *reader, carried *files, xc_error *error) {
    const mime_attachment *file = &files->items[files->next++];
    files->rest = file->bytes;
    xc_input input = {
        xc_arena_print(files->arena, "%.*s/%.*s", XC_PRINT(files->path), XC_PRINT(file->name)),
        xc_arena_print(files->arena, "%.*s/%.*s", XC_PRINT(files->label),
                       XC_PRINT(file->name))};
    if (!input.path.ptr || !input.label.ptr) {
        return xc_fail_memory(error);
    }
    if (!is_readable(file->name)) {
        return XC_END;
    }
    return reader_open_member(reader, source_of_memory(&files->rest), &input, &(told_facts){0},
                              reader->depth + 1, &files->member, error);
}

static xc_status next_in_file(xc_reader *reader, carried *files, xc_arena *arena,
                              xc_document *out, xc_error *error) {
    xc_error failure = {0};
    xc_status status = xc_reader_next(files->member, arena, out, &failure);
    if (status == XC_END) {
        reader_close_member(reader, files->member);
        files->member = NULL;
    } else if (status != XC_OK) {
        xc_slice path = failure.path[0] ? xc_slice_of(failure.path) : files->member->input.path;
        (void)xc_fail_at(error, status, path, failure.line, "%s", failure.message);
    }
    return status;
}

// The next document out of the files that the mail carried; XC_END after the last.
static xc_status next_carried(xc_reader *reader, carried *files, xc_arena *arena,
                              xc_document *out, xc_error *error) {
    xc_status status = XC_END;
    while (status == XC_END && (files->member || files->next < files->count)) {
        status = files->member ? XC_OK : open_next(reader, files, error);
        if (status == XC_END) {
            reader_ignore(reader, "an attachment that is no article", 1);
        } else if (status == XC_OK && files->member) {
            status = next_in_file(reader, files, arena, out, error);
        }
    }
    reader->gave_members = status != XC_END;
    return status;
}

// Reads a mail, and keeps what it carries. One that says nothing itself is no loss where its files
// are read.
static xc_status read_mail(xc_reader *reader, carried *files, xc_slice bytes, xc_arena *arena,
                           xc_document *out, xc_error *error) {
    xc_arena_reset(files->arena);
    *files = (carried){.arena = files->arena};
    xc_status status =
        mime_attachments(bytes, files->arena, &files->items, &files->count, error);
    if (status != XC_OK) {
        return status;
    }
    files->path = reader->input.path;
    files->label = reader->is_single
                       ? reader->input.label
                       : xc_arena_print(files->arena, "%.*s#%zu", XC_PRINT(reader->input.label),
                                        reader->number + 1);
    xc_error failure = {0};
    status = mime_read(bytes, &reader->options, arena, out, &failure);
    if (status == XC_SKIPPED && files->count) {
        reader_ignore(reader, "a mail without a text, whose attachments are read", 1);
        return XC_END;
    }
    return status == XC_OK ? status : xc_fail(error, status, "%s", failure.message);
}

static void close_carried(xc_reader *reader, carried *files) {
    reader_close_member(reader, files->member);
    xc_arena_free(files->arena);
}

// ---- one mail ----

static xc_status open_mail(xc_reader *reader, xc_error *error) {
    carried *files = xc_arena_alloc(reader->arena, sizeof *files);
    if (files) {
        files->arena = xc_arena_new();
        reader->state = files;
    }
    return files && files->arena ? XC_OK : xc_fail_memory(error);
}

static xc_status next_mail(xc_reader *reader, xc_arena *arena, xc_document *out,
                           xc_error *error) {
    carried *files = reader->state;
    if (reader->number == 0 && !files->path.len) {
        xc_slice bytes = {0};
        xc_status status = reader_take_whole(reader, largest_message, &bytes, error);
        if (status == XC_OK) {
            status = read_mail(reader, files, bytes, arena, out, error);
        }
        if (status != XC_END) {
            return status;
        }
    }
    return next_carried(reader, files, arena, out, error);
}

static void close_mail(xc_reader *reader) {
    if (reader->state) {
        close_carried(reader, reader->state);
    }
}

// ---- mailboxes ----

typedef struct mailbox {
    xc_buffer message;
    carried files;
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
    box->files.arena = xc_arena_new();
    if (!box->files.arena) {
        return xc_fail_memory(error);
    }
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
    xc_status status = next_carried(reader, &box->files, arena, out, error);
    while (status == XC_END && !box->ended) {
        status = take_message(reader, box, error);
        reader->is_single = reader->number == 0 && box->ended;
        xc_slice message = xc_buffer_slice(&box->message);
        if (status != XC_OK) {
            return status;
        }
        if (box->ended && !xc_slice_trim(message).len) {
            return XC_END;
        }
        status = read_mail(reader, &box->files, message, arena, out, error);
        if (status == XC_END) {
            reader->number++; // it counts among the mails
            status = next_carried(reader, &box->files, arena, out, error);
        }
    }
    return status;
}

static void close_mailbox(xc_reader *reader) {
    mailbox *box = reader->state;
    if (box) {
        close_carried(reader, &box->files);
        xc_buffer_release(&box->message);
    }
}

const read_format format_mail = {.name = "mail",
                                 .sniff = sniff_mail,
                                 .open = open_mail,
                                 .next = next_mail,
                                 .close = close_mail};
const read_format format_mailbox = {.name = "mail",
                                    .sniff = sniff_mailbox,
                                    .open = open_mailbox,
                                    .next = next_in_mailbox,
                                    .close = close_mailbox};
