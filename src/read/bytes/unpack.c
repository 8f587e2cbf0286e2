// SPDX-License-Identifier: MIT
// Compressors by their marks, their limits, and those that libarchive knows.
#include "read/bytes/unpack.h"
#include "read/bytes/path_name.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <string.h>

static const struct {
    xc_slice mark;
    packing_kind packing;
} marks[] = {
    {XC_SLICE_INIT("\x1F\x8B\x08"), PACKED_GZIP},
    {XC_SLICE_INIT("\xFD"
                   "7zXZ"),
     PACKED_XZ},
    {XC_SLICE_INIT("\x28\xB5\x2F\xFD"), PACKED_ZSTD},
};

// "BZh", a digit, and the mark of a block (pi) or of the end: text may start with "BZh".
static bool is_bzip2(xc_slice head) {
    xc_slice block = xc_slice_sub(head, 4, 10);
    return xc_slice_starts(head, XC_SLICE("BZh")) &&
           (xc_slice_equal(block, XC_SLICE("1AY&SY")) ||
            xc_slice_equal(block, XC_SLICE("\x17\x72\x45\x38\x50\x90")));
}

packing_kind packing_of(xc_slice head) {
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        if (xc_slice_starts(head, marks[i].mark)) {
            return marks[i].packing;
        }
    }
    return is_bzip2(head) ? PACKED_BZIP2 : PACKED_NOT;
}

xc_slice packing_strip(xc_slice name) {
    static const char *const extensions[] = {".gz", ".bz2", ".xz", ".zst"};
    xc_slice extension = path_extension(name);
    for (size_t i = 0; i < sizeof extensions / sizeof *extensions; i++) {
        if (xc_slice_equal_fold(extension, xc_slice_of(extensions[i]))) {
            return xc_slice_sub(name, 0, name.len - extension.len);
        }
    }
    return name;
}

// ---- bzip2, xz and zstd ----

typedef struct filter {
    packed_bytes *packed;
    struct archive *archive;
    xc_error failure; // of the stream below
} filter;

static la_ssize_t take_packed(struct archive *archive, void *context, const void **bytes) {
    filter *f = context;
    xc_slice taken = {0};
    xc_status status = packed_take(f->packed, &taken, &f->failure);
    *bytes = taken.ptr;
    if (status == XC_OK || status == XC_END) {
        return (la_ssize_t)taken.len;
    }
    archive_set_error(archive, EIO, "%s", f->failure.message);
    return ARCHIVE_FATAL;
}

static xc_status fail_filter(filter *f, xc_error *error) {
    if (f->failure.status != XC_OK) {
        return xc_fail_at(error, f->failure.status, xc_slice_of(f->failure.path), 0, "%s",
                          f->failure.message);
    }
    return xc_fail(error, XC_SKIPPED, "compressed data are damaged (%s); get the file again",
                   archive_error_string(f->archive));
}

static xc_status read_filter(void *context, char *out, size_t size, size_t *got,
                             xc_error *error) {
    filter *f = context;
    la_ssize_t count = archive_read_data(f->archive, out, size);
    if (count < 0) {
        return fail_filter(f, error);
    }
    *got = (size_t)count;
    return count ? unpacking_add(f->packed->account, *got, error) : XC_OK;
}

static void close_filter(void *context) {
    filter *f = context;
    (void)archive_read_free(f->archive);
    stream_close(&f->packed->below);
}

// The first bytes are unpacked here already: a failure waits until they are asked for.
static xc_status read_failed(void *context, char *out, size_t size, size_t *got,
                             xc_error *error) {
    (void)out, (void)size;
    *got = 0;
    return fail_filter(context, error);
}

static xc_status filter_source(packed_bytes *packed, packing_kind packing, xc_arena *arena,
                               byte_source *out, xc_error *error) {
    filter *f = xc_arena_alloc(arena, sizeof *f);
    if (f) {
        *f = (filter){.packed = packed, .archive = archive_read_new()};
    }
    if (!f || !f->archive) {
        return xc_fail_memory(error);
    }
    int ready = archive_read_support_format_raw(f->archive);
    switch (packing) {
    case PACKED_BZIP2:
        ready += archive_read_support_filter_bzip2(f->archive);
        break;
    case PACKED_XZ:
        ready += archive_read_support_filter_xz(f->archive);
        break;
    default:
        ready += archive_read_support_filter_zstd(f->archive);
        break;
    }
    struct archive_entry *entry = NULL;
    bool opened = ready == ARCHIVE_OK &&
                  archive_read_open(f->archive, f, NULL, take_packed, NULL) == ARCHIVE_OK &&
                  archive_read_next_header(f->archive, &entry) == ARCHIVE_OK;
    *out = (byte_source){
        .context = f, .read = opened ? read_filter : read_failed, .close = close_filter};
    return XC_OK;
}

xc_status unpack_stream(byte_stream *stream, packing_kind packing, bool is_input,
                        unpack_account *account, xc_arena *arena, xc_error *error) {
    packed_bytes *packed = xc_arena_alloc(arena, sizeof *packed);
    if (!packed) {
        return xc_fail_memory(error);
    }
    *packed = (packed_bytes){*stream, account, is_input};
    byte_source source = {0};
    xc_status status = packing == PACKED_GZIP
                           ? gzip_source(packed, arena, &source, error)
                           : filter_source(packed, packing, arena, &source, error);
    if (status != XC_OK) {
        return status; // the stream is as it was
    }
    bool is_pipe = stream->is_pipe;
    stream_open_source(stream, source, stream->name);
    stream->is_pipe = is_pipe;
    return XC_OK;
}
