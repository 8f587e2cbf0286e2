// SPDX-License-Identifier: MIT
/// For the tests of reading: files in a folder of their own, and what is read out of them.
#ifndef CROSSCLAIM_TESTS_READ_FILE_H
#define CROSSCLAIM_TESTS_READ_FILE_H

#include "crossclaim/read.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static char folder[64];

static inline int make_folder(void **state) {
    (void)state;
    (void)strcpy(folder, "/tmp/crossclaim-read-XXXXXX");
    return mkdtemp(folder) ? 0 : -1;
}

static inline int remove_folder(void **state) {
    (void)state;
    char command[256];
    (void)snprintf(command, sizeof command, "chmod -R u+rwx %s; rm -rf %s", folder, folder);
    return system(command); // NOLINT(cert-env33-c,concurrency-mt-unsafe)
}

static inline char *in_folder(const char *name) {
    static char path[256];
    (void)snprintf(path, sizeof path, "%s/%s", folder, name);
    return path;
}

static inline void make(const char *name, xc_slice content) {
    char *path = in_folder(name);
    for (char *slash = strchr(path + strlen(folder) + 1, '/'); slash;
         slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        (void)mkdir(path, 0777);
        *slash = '/';
    }
    assert_int_equal(xc_file_write(path, content, NULL), XC_OK);
}

// All documents of one file, one after another.
typedef struct documents {
    xc_arena *arena;
    xc_document items[64];
    size_t count, broken;
    xc_status opened;
    xc_error error; // of the first failure
} documents;

static inline void read_file(const char *name, const xc_read_options *options, documents *out) {
    *out = (documents){.arena = xc_arena_new()};
    xc_read_options none = {0};
    xc_input input = {xc_slice_of(in_folder(name)), xc_slice_of(name)};
    xc_reader *reader = NULL;
    out->opened = xc_reader_open(&input, options ? options : &none, &reader, &out->error);
    if (out->opened != XC_OK) {
        return;
    }
    for (;;) {
        assert_true(out->count < 64);
        xc_status status =
            xc_reader_next(reader, out->arena, &out->items[out->count], &out->error);
        if (status == XC_END) {
            break;
        }
        out->broken += status == XC_SKIPPED;
        out->count += status == XC_OK;
        assert_true(status == XC_OK || status == XC_SKIPPED);
    }
    xc_reader_close(reader);
}

static inline void forget(documents *read) {
    xc_arena_free(read->arena);
}

static inline void assert_slice(xc_slice slice, const char *expected) {
    if (!xc_slice_is(slice, expected)) {
        fail_msg("\"%.*s\" is not \"%s\"", XC_PRINT(slice), expected);
    }
}

#endif
