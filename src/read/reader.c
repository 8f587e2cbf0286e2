// SPDX-License-Identifier: MIT
// Finds the format of a file, and completes each document that the format gives.
#include "reader.h"
#include "kind.h"
#include "outlets.h"
#include "sources.h"

#include <string.h>

// Asked in this order; the last takes any text.
static const xc_format *const formats[] = {
    &xc_format_dump,   // before the others: its mark is the surest
    &xc_format_claims, // before JSON: its lines are JSON too
    &xc_format_mail,   &xc_format_mailbox, &xc_format_html, &xc_format_json,
    &xc_format_split,  &xc_format_csv,     &xc_format_text, NULL,
};

static const xc_format *find_format(const xc_sample *sample) {
    const xc_format *const *format = formats;
    while (*format && !(*format)->sniff(sample)) {
        format++;
    }
    return *format;
}

static xc_status open_stream(xc_reader *reader, xc_error *error) {
    const char *path = xc_arena_string(reader->arena, reader->input.path);
    if (!path) {
        return xc_fail_memory(error);
    }
    return xc_stream_open(&reader->stream, path, error);
}

static xc_status open_format(xc_reader *reader, xc_error *error) {
    xc_slice head = {0};
    xc_slice path = reader->input.path;
    xc_status status = xc_stream_peek(&reader->stream, &head, error);
    if (status != XC_OK) {
        return status;
    }
    if (xc_content_is_ignored(head, xc_path_name(path))) {
        return XC_END;
    }
    const char *refusal = xc_content_refusal(head);
    if (refusal) {
        return xc_fail_at(error, XC_SKIPPED, path, 0, "%s", refusal);
    }
    if (xc_stream_at_end(&reader->stream)) {
        return xc_fail_at(error, XC_SKIPPED, path, 0, "empty");
    }
    xc_slice name = xc_path_name(path);
    if (reader->stream.is_packed && xc_slice_ends(name, XC_SLICE(".gz"))) {
        name = xc_slice_sub(name, 0, name.len - strlen(".gz"));
    }
    xc_sample sample = {head, xc_path_extension(name), &reader->options};
    reader->format = find_format(&sample);
    return reader->format->open ? reader->format->open(reader, error) : XC_OK;
}

xc_status xc_reader_open(const xc_input *input, const xc_read_options *options, xc_reader **out,
                         xc_error *error) {
    *out = NULL;
    xc_arena *arena = xc_arena_new();
    xc_reader *reader = arena ? xc_arena_alloc(arena, sizeof *reader) : NULL;
    if (!reader) {
        xc_arena_free(arena);
        return xc_fail_memory(error);
    }
    *reader = (xc_reader){.input = *input, .options = *options, .arena = arena};
    reader->stream.file = -1;
    xc_status status = open_stream(reader, error);
    if (status == XC_OK) {
        status = open_format(reader, error);
    }
    if (status != XC_OK) {
        xc_reader_close(reader);
        return status;
    }
    *out = reader;
    return XC_OK;
}

// A record may bring its label along; else it is the file's, numbered where it holds several.
static xc_status add_label(const xc_reader *reader, xc_arena *arena, xc_document *document,
                           xc_error *error) {
    if (!document->label.len) {
        document->label = reader->is_single
                              ? xc_arena_copy(arena, reader->input.label)
                              : xc_arena_print(arena, "%.*s#%zu", XC_PRINT(reader->input.label),
                                               reader->number);
    }
    return document->label.ptr ? XC_OK : xc_fail_memory(error);
}

static xc_status complete(const xc_reader *reader, xc_arena *arena, xc_document *document,
                          xc_error *error) {
    if (!document->format.len) {
        document->format = xc_slice_of(reader->format->name);
    }
    xc_status status = xc_outlets_settle(reader->options.outlets, arena, document, error);
    if (status == XC_OK) {
        status = add_label(reader, arena, document, error);
    }
    if (status == XC_OK) {
        status = xc_sources_apply(reader->options.sources, arena, document, error);
    }
    if (status != XC_OK) {
        return status;
    }
    if (document->key.len) {
        return XC_OK; // the format knows better
    }
    char key[18];
    xc_document_key(document, key);
    document->key = xc_arena_copy(arena, xc_slice_of(key));
    return document->key.ptr ? XC_OK : xc_fail_memory(error);
}

xc_status xc_reader_next(xc_reader *reader, xc_arena *arena, xc_document *out,
                         xc_error *error) {
    *out = (xc_document){0};
    xc_status status = reader->format->next(reader, arena, out, error);
    if (status == XC_END) {
        return status;
    }
    reader->number++;
    return status == XC_OK ? complete(reader, arena, out, error) : status;
}

void xc_reader_close(xc_reader *reader) {
    if (!reader) {
        return;
    }
    if (reader->format && reader->format->close) {
        reader->format->close(reader);
    }
    xc_stream_close(&reader->stream);
    xc_arena_free(reader->arena);
}
