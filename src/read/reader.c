// SPDX-License-Identifier: MIT
// Finds the format of a file, and completes each document that the format gives.
#include "read/reader.h"
#include "read/kind.h"
#include "read/outlet/language.h"
#include "read/outlet/outlets.h"
#include "read/outlet/sources.h"

#include <string.h>

// Asked in this order; the last takes any text.
static const xc_format *const formats[] = {
    &xc_format_archive,  // these three by marks that no text has
    &xc_format_warc,     //
    &xc_format_pdf,      //
    &xc_format_dump,     // two lines of its own
    &xc_format_claims,   // before JSON: its lines are JSON too
    &xc_format_mail,     // by the names in its header
    &xc_format_mailbox,  // the same behind one line more
    &xc_format_feed,     // by its root element
    &xc_format_html,     //
    &xc_format_json,     //
    &xc_format_split,    // where the user says so
    &xc_format_csv,      // by the names of its columns
    &xc_format_markdown, //
    &xc_format_text,     //
    NULL,
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

// Compressors that stand around all of the bytes. A tar or a crawl in one is a single archive.
static xc_status unpack(xc_reader *reader, xc_slice *name, xc_slice *head, xc_error *error) {
    unsigned layers = 0;
    for (;;) {
        xc_status status = xc_stream_peek(&reader->stream, head, error);
        xc_packing packing = xc_packing_of(*head);
        if (status != XC_OK || packing == XC_NOT_PACKED) {
            bool is_one = layers && (xc_content_is_tar(*head) || xc_content_is_crawl(*head));
            reader->depth += layers - (is_one ? 1 : 0);
            return status;
        }
        if (++layers > XC_DEEPEST_ARCHIVE + 1) {
            reader->depth += layers;
            return XC_OK;
        }
        *name = xc_packing_strip(*name);
        status = xc_unpack_stream(&reader->stream, packing, reader->is_input, reader->account,
                                  reader->arena, error);
        reader->is_input = false;
        if (status != XC_OK) {
            return status;
        }
    }
}

static xc_status open_format(xc_reader *reader, xc_error *error) {
    xc_slice head = {0};
    xc_slice path = reader->input.path;
    xc_slice name = reader->told.name.len ? reader->told.name : xc_path_name(path);
    xc_status status = unpack(reader, &name, &head, error);
    if (status != XC_OK) {
        return status;
    }
    if (reader->depth > XC_DEEPEST_ARCHIVE) {
        return xc_fail_at(error, XC_SKIPPED, path, 0,
                          "archives are opened %d deep, this one lies deeper; unpack it",
                          XC_DEEPEST_ARCHIVE);
    }
    if (xc_name_is_ignored(name) || xc_content_is_ignored(head, name)) {
        return XC_END;
    }
    const char *refusal = xc_content_refusal(head);
    if (refusal) {
        return xc_fail_at(error, XC_SKIPPED, path, 0, "%s", refusal);
    }
    if (xc_stream_at_end(&reader->stream)) {
        return xc_fail_at(error, XC_SKIPPED, path, 0, "empty");
    }
    xc_sample sample = {head, xc_path_extension(name), &reader->options};
    reader->format = find_format(&sample);
    return reader->format->open ? reader->format->open(reader, error) : XC_OK;
}

static xc_reader *new_reader(const xc_input *input, const xc_read_options *options) {
    xc_arena *arena = xc_arena_new();
    xc_reader *reader = arena ? xc_arena_alloc(arena, sizeof *reader) : NULL;
    if (!reader) {
        xc_arena_free(arena);
        return NULL;
    }
    *reader = (xc_reader){.input = *input, .options = *options, .arena = arena};
    reader->stream.file = -1;
    return reader;
}

// Gives the reader out where all went well, else closes it.
static xc_status hand_out(xc_reader *reader, xc_status status, xc_reader **out) {
    *out = status == XC_OK ? reader : NULL;
    if (status != XC_OK) {
        xc_reader_close(reader);
    }
    return status;
}

xc_status xc_reader_open(const xc_input *input, const xc_read_options *options, xc_reader **out,
                         xc_error *error) {
    *out = NULL;
    xc_reader *reader = new_reader(input, options);
    if (!reader) {
        return xc_fail_memory(error);
    }
    reader->own_account.limit = options->unpack_limit;
    reader->account = &reader->own_account;
    reader->is_outermost = true;
    reader->is_input = true;
    xc_status status = open_stream(reader, error);
    if (status == XC_OK) {
        status = open_format(reader, error);
    }
    return hand_out(reader, status, out);
}

// What a member's reader holds must not die with the archive's next step.
static xc_status copy_given(xc_reader *reader, const xc_told *told, xc_error *error) {
    xc_slice *const slices[] = {&reader->input.path, &reader->input.label,
                                &reader->told.charset, &reader->told.url, &reader->told.name};
    reader->told = *told;
    for (size_t i = 0; i < sizeof slices / sizeof *slices; i++) {
        *slices[i] = xc_arena_copy(reader->arena, *slices[i]);
        if (!slices[i]->ptr) {
            return xc_fail_memory(error);
        }
    }
    return XC_OK;
}

xc_status xc_reader_open_member(xc_reader *outer, xc_source source, const xc_input *input,
                                const xc_told *told, unsigned depth, xc_reader **out,
                                xc_error *error) {
    *out = NULL;
    xc_reader *reader = new_reader(input, &outer->options);
    if (!reader) {
        if (source.close) {
            source.close(source.context);
        }
        return xc_fail_memory(error);
    }
    reader->account = outer->account;
    reader->depth = depth;
    xc_stream_open_source(&reader->stream, source, input->path);
    xc_error failure = {0};
    xc_status status = copy_given(reader, told, &failure);
    if (status == XC_OK) {
        reader->stream.name = reader->input.path;
        status = open_format(reader, &failure);
    }
    if (status != XC_OK && status != XC_END) {
        xc_slice path = failure.path[0] ? xc_slice_of(failure.path) : input->path;
        (void)xc_fail_at(error, status, path, failure.line, "%s", failure.message);
    }
    return hand_out(reader, status, out);
}

void xc_reader_ignore(xc_reader *reader, const char *reason, size_t count) {
    size_t i = 0;
    while (i < reader->ignored_count && strcmp(reader->ignored[i].reason, reason) != 0) {
        i++;
    }
    if (i == XC_IGNORED_REASONS) {
        i--; // counted all the same
    } else if (i == reader->ignored_count) {
        reader->ignored[reader->ignored_count++] = (xc_ignored){reason, 0};
    }
    reader->ignored[i].count += count;
}

const xc_ignored *xc_reader_ignored(const xc_reader *reader, size_t *count) {
    *count = reader->ignored_count;
    return reader->ignored;
}

void xc_reader_close_member(xc_reader *outer, xc_reader *member) {
    for (size_t i = 0; member && i < member->ignored_count; i++) {
        xc_reader_ignore(outer, member->ignored[i].reason, member->ignored[i].count);
    }
    xc_reader_close(member);
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
        status = xc_language_spell(reader->options.languages, arena, document, error);
    }
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
    return status == XC_OK && !reader->format->holds_files ? complete(reader, arena, out, error)
                                                           : status;
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

xc_status xc_reader_take_whole(xc_reader *reader, size_t limit, xc_slice *bytes,
                               xc_error *error) {
    reader->is_single = true;
    return reader->number > 0 ? XC_END : xc_stream_rest(&reader->stream, limit, bytes, error);
}
