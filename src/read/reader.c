// SPDX-License-Identifier: MIT
// Finds the format of a file, and completes each document that the format gives.
#include "read/reader.h"
#include "read/kind.h"
#include "read/outlet/language.h"
#include "read/outlet/outlets.h"
#include "read/outlet/sources.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

static const read_format *find_format(const read_format *const *formats,
                                      const bytes_sample *sample) {
    const read_format *const *format = formats;
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
    return stream_open(&reader->stream, path, error);
}

// Before the first byte is taken: a file that another program writes to meanwhile is told as it
// stood. What has no such place (a pipe, standard input) can be read once only.
static xc_status note_origin(xc_reader *reader, xc_error *error) {
    if (!reader->options.hashes || reader->stream.file < 0) {
        return XC_OK;
    }
    char path[PATH_MAX];
    file_origin *origin = xc_arena_alloc(reader->arena, sizeof *origin);
    if (origin && realpath(reader->stream.name.ptr, path)) {
        *origin = (file_origin){.path = xc_arena_copy(reader->arena, xc_slice_of(path))};
        if (xc_sha256_file(reader->stream.file, origin->sha256)) {
            reader->origin = origin;
        }
    }
    return origin && (!reader->origin || origin->path.ptr) ? XC_OK : xc_fail_memory(error);
}

// Compressors that stand around all of the bytes. A tar or a crawl in one is a single archive.
static xc_status unpack(xc_reader *reader, xc_slice *name, xc_slice *head, xc_error *error) {
    unsigned layers = 0;
    for (;;) {
        xc_status status = stream_peek(&reader->stream, head, error);
        packing_kind packing = packing_of(*head);
        if (status != XC_OK || packing == PACKED_NOT) {
            bool is_one = layers && (content_is_tar(*head) || content_is_crawl(*head));
            reader->depth += layers - (is_one ? 1 : 0);
            return status;
        }
        if (++layers > DEEPEST_ARCHIVE + 1) {
            reader->depth += layers;
            return XC_OK;
        }
        *name = packing_strip(*name);
        status = unpack_stream(&reader->stream, packing, reader->is_input, reader->account,
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
    xc_slice name = reader->told.name.len ? reader->told.name : path_name(path);
    xc_status status = unpack(reader, &name, &head, error);
    if (status != XC_OK) {
        return status;
    }
    if (reader->depth > DEEPEST_ARCHIVE) {
        return xc_fail_at(error, XC_SKIPPED, path, 0,
                          "archives are opened %d deep, this one lies deeper; unpack it",
                          DEEPEST_ARCHIVE);
    }
    if (name_is_ignored(name) || content_is_ignored(head, name)) {
        return XC_END;
    }
    const char *refusal = content_refusal(head);
    if (refusal) {
        return xc_fail_at(error, XC_SKIPPED, path, 0, "%s", refusal);
    }
    if (stream_at_end(&reader->stream)) {
        return xc_fail_at(error, XC_SKIPPED, path, 0, "empty");
    }
    bytes_sample sample = {head, path_extension(name), &reader->options};
    reader->format = find_format(reader->formats, &sample);
    return reader->format->open ? reader->format->open(reader, error) : XC_OK;
}

static xc_reader *new_reader(const xc_input *input, const xc_read_options *options,
                             const read_format *const *formats) {
    xc_arena *arena = xc_arena_new();
    xc_reader *reader = arena ? xc_arena_alloc(arena, sizeof *reader) : NULL;
    if (!reader) {
        xc_arena_free(arena);
        return NULL;
    }
    *reader =
        (xc_reader){.input = *input, .options = *options, .formats = formats, .arena = arena};
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

xc_status reader_open_input(const xc_input *input, const xc_read_options *options,
                            const read_format *const *formats, xc_reader **out,
                            xc_error *error) {
    *out = NULL;
    xc_reader *reader = new_reader(input, options, formats);
    if (!reader) {
        return xc_fail_memory(error);
    }
    reader->own_account.limit = options->unpack_limit;
    reader->account = &reader->own_account;
    reader->is_outermost = true;
    reader->is_input = true;
    xc_status status = open_stream(reader, error);
    if (status == XC_OK) {
        status = note_origin(reader, error);
    }
    if (status == XC_OK) {
        status = open_format(reader, error);
    }
    return hand_out(reader, status, out);
}

// What a member's reader holds must not die with the archive's next step.
static xc_status copy_given(xc_reader *reader, const told_facts *told, xc_error *error) {
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

xc_status reader_open_member(xc_reader *outer, byte_source source, const xc_input *input,
                             const told_facts *told, unsigned depth, xc_reader **out,
                             xc_error *error) {
    *out = NULL;
    xc_reader *reader = new_reader(input, &outer->options, outer->formats);
    if (!reader) {
        if (source.close) {
            source.close(source.context);
        }
        return xc_fail_memory(error);
    }
    reader->account = outer->account;
    reader->origin = outer->origin;
    reader->depth = depth;
    stream_open_source(&reader->stream, source, input->path);
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

void reader_ignore(xc_reader *reader, const char *reason, size_t count) {
    size_t i = 0;
    while (i < reader->ignored_count && strcmp(reader->ignored[i].reason, reason) != 0) {
        i++;
    }
    if (i == IGNORED_REASONS) {
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

void reader_close_member(xc_reader *outer, xc_reader *member) {
    for (size_t i = 0; member && i < member->ignored_count; i++) {
        reader_ignore(outer, member->ignored[i].reason, member->ignored[i].count);
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

// What a second reading is held against.
static xc_status add_hashes(const xc_reader *reader, xc_arena *arena, xc_document *document,
                            xc_error *error) {
    const file_origin *origin = reader->origin;
    char text[XC_SHA256_LENGTH + 1];
    if (!reader->options.hashes) {
        return XC_OK;
    }
    bool kept = true;
    if (origin) {
        document->path = xc_arena_copy(arena, origin->path);
        document->bytes_sha256 = xc_arena_copy(arena, xc_slice_of(origin->sha256));
        kept = document->path.ptr && document->bytes_sha256.ptr;
    }
    if (!document->given) { // claims come without the text that they stand in
        xc_sha256(document->text, text);
        document->text_sha256 = xc_arena_copy(arena, xc_slice_of(text));
        kept = kept && document->text_sha256.ptr;
    }
    return kept ? XC_OK : xc_fail_memory(error);
}

static xc_status complete(const xc_reader *reader, xc_arena *arena, xc_document *document,
                          xc_error *error) {
    if (!document->format.len) {
        document->format = xc_slice_of(reader->format->name);
    }
    xc_status status = outlets_settle(reader->options.outlets, arena, document, error);
    if (status == XC_OK) {
        status = language_spell(reader->options.languages, arena, document, error);
    }
    if (status == XC_OK) {
        status = add_label(reader, arena, document, error);
    }
    if (status == XC_OK) {
        status = sources_apply(reader->options.sources, arena, document, error);
    }
    if (status == XC_OK) {
        status = add_hashes(reader, arena, document, error);
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
    reader->gave_members = reader->format->holds_files;
    xc_status status = reader->format->next(reader, arena, out, error);
    if (status == XC_END) {
        return status;
    }
    // What a mail carries must not number the mails behind it anew.
    reader->number += !reader->gave_members || reader->format->holds_files;
    return status == XC_OK && !reader->gave_members ? complete(reader, arena, out, error)
                                                    : status;
}

void xc_reader_close(xc_reader *reader) {
    if (!reader) {
        return;
    }
    if (reader->format && reader->format->close) {
        reader->format->close(reader);
    }
    stream_close(&reader->stream);
    xc_arena_free(reader->arena);
}

xc_status reader_take_whole(xc_reader *reader, size_t limit, xc_slice *bytes, xc_error *error) {
    reader->is_single = true;
    return reader->number > 0 ? XC_END : stream_rest(&reader->stream, limit, bytes, error);
}
