// SPDX-License-Identifier: MIT
/// For the fuzzers of formats: bytes as a file of a given name, read to its end. Every document
/// must be valid UTF-8, every refusal must say why.
#ifndef CROSSCLAIM_TESTS_FUZZ_READ_BYTES_H
#define CROSSCLAIM_TESTS_FUZZ_READ_BYTES_H

#include "crossclaim/read.h"
#include "read/bytes/charset.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

static inline void must(bool holds) {
    if (!holds) {
        abort();
    }
}

static inline void check_text(xc_slice text) {
    must(utf8_valid_prefix(text) == text.len);
}

static inline void check_document(const xc_document *document) {
    check_text(document->text);
    check_text(document->title);
    check_text(document->source);
    check_text(document->author);
    check_text(document->url);
    check_text(document->published);
    must(document->key.len > 0 && document->label.len > 0);
}

// A link of that name to a file in memory: names tell formats too.
static inline xc_slice path_of(int file, const char *name) {
    static char path[128];
    char target[64];
    char folder[] = "/tmp/crossclaim-fuzz-XXXXXX";
    must(mkdtemp(folder) != NULL);
    (void)snprintf(target, sizeof target, "/proc/%d/fd/%d", getpid(), file);
    (void)snprintf(path, sizeof path, "%s/%s", folder, name);
    must(symlink(target, path) == 0);
    return xc_slice_of(path);
}

static inline void read_bytes(const uint8_t *data, size_t size, const char *name,
                              const xc_read_options *options) {
    static int file = -1;
    static xc_slice path;
    if (file < 0) {
        file = memfd_create("input", 0);
        must(file >= 0);
        path = path_of(file, name);
    }
    must(ftruncate(file, 0) == 0 && pwrite(file, data, size, 0) == (ssize_t)size);
    xc_input input = {path, xc_slice_of(name)};
    xc_error error = {0};
    xc_reader *reader = NULL;
    xc_arena *arena = xc_arena_new();
    must(arena != NULL);
    xc_status status = xc_reader_open(&input, options, &reader, &error);
    while (status == XC_OK || (status == XC_SKIPPED && reader)) {
        xc_document document;
        xc_arena_reset(arena);
        error = (xc_error){0};
        status = xc_reader_next(reader, arena, &document, &error);
        if (status == XC_OK) {
            check_document(&document);
        } else if (status == XC_SKIPPED) {
            must(error.message[0] != '\0');
        }
    }
    xc_reader_close(reader);
    xc_arena_free(arena);
}

#endif
