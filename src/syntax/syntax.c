// SPDX-License-Identifier: MIT
// Opens a language's model. The file is read and not mapped: its rows are looked up all over, and
// large pages, which the arena asks for, make that a good deal faster.
#include "syntax/syntax_model.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

uint64_t xc_syntax_hash(const xc_syntax *syntax) {
    return ((const model_header *)(const void *)syntax->bytes)->hash;
}

void xc_syntax_close(xc_syntax *syntax) {
    if (syntax) {
        xc_arena_free(syntax->arena);
    }
}

enum { LARGE_PAGE = 2 << 20 };

// Reads `size` bytes into memory that large pages cover from end to end.
static xc_status read_all(int file, xc_slice path, size_t size, struct xc_syntax *model,
                          xc_error *error) {
    char *room = xc_arena_alloc(model->arena, (size / LARGE_PAGE + 2) * LARGE_PAGE);
    if (!room) {
        return xc_fail_memory(error);
    }
    room += LARGE_PAGE - (uintptr_t)room % LARGE_PAGE;
    size_t done = 0;
    while (done < size) {
        ssize_t got = read(file, room + done, size - done);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got <= 0) {
            return xc_fail_at(error, XC_IO, path, 0, "cannot read: %s",
                              got ? strerror(errno) : "the file ends early");
        }
        done += (size_t)got;
    }
    model->bytes = room;
    model->size = size;
    return XC_OK;
}

static xc_status read_file(xc_slice path, struct xc_syntax *model, xc_error *error) {
    int file = open(path.ptr, O_RDONLY | O_CLOEXEC);
    if (file < 0) {
        return errno == ENOENT
                   ? XC_END
                   : xc_fail_at(error, XC_IO, path, 0, "cannot open: %s", strerror(errno));
    }
    struct stat facts;
    xc_status status = XC_OK;
    if (fstat(file, &facts) != 0) {
        status = xc_fail_at(error, XC_IO, path, 0, "cannot look at: %s", strerror(errno));
    } else if (facts.st_size <= 0 || facts.st_size > MODEL_LARGEST) {
        status = xc_fail_at(error, XC_BAD_INPUT, path, 0,
                            "the file is empty or far too large for a model; fetch it again");
    } else {
        status = read_all(file, path, (size_t)facts.st_size, model, error);
    }
    (void)close(file);
    return status;
}

xc_status xc_syntax_open(const char *language_directory, xc_syntax **out, xc_error *error) {
    *out = NULL;
    xc_arena *arena = xc_arena_new();
    xc_syntax *syntax = arena ? xc_arena_alloc(arena, sizeof *syntax) : NULL;
    xc_slice path =
        syntax ? xc_arena_print(arena, "%s/syntax.model", language_directory) : (xc_slice){0};
    if (!path.ptr) {
        xc_arena_free(arena);
        return xc_fail_memory(error);
    }
    syntax->arena = arena;
    xc_status status = read_file(path, syntax, error);
    if (status == XC_OK) {
        status = model_take(syntax, path, error);
    }
    if (status == XC_OK && !model_settle(syntax)) {
        status = xc_fail_memory(error);
    }
    if (status != XC_OK) {
        xc_syntax_close(syntax);
        return status;
    }
    *out = syntax;
    return XC_OK;
}
