// SPDX-License-Identifier: MIT
// Opens a language's model: a file that is mapped, so that threads and programs share it.
#include "syntax/syntax_model.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

void xc_syntax_close(xc_syntax *syntax) {
    if (syntax) {
        (void)munmap(syntax->map, syntax->size);
        xc_arena_free(syntax->arena);
    }
}

static xc_status map_file(const char *path, void **map, size_t *size, xc_error *error) {
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0) {
        return errno == ENOENT ? XC_END
                               : xc_fail_at(error, XC_IO, xc_slice_of(path), 0,
                                            "cannot open: %s", strerror(errno));
    }
    struct stat facts;
    *map = MAP_FAILED;
    *size = 0;
    if (fstat(file, &facts) == 0 && facts.st_size > 0) {
        *size = (size_t)facts.st_size;
        *map = mmap(NULL, *size, PROT_READ, MAP_SHARED, file, 0);
    }
    (void)close(file);
    if (*map != MAP_FAILED) {
        return XC_OK;
    }
    return *size ? xc_fail_at(error, XC_IO, xc_slice_of(path), 0, "cannot map the file")
                 : xc_fail_at(error, XC_BAD_INPUT, xc_slice_of(path), 0,
                              "the file is empty; fetch it again");
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
    xc_status status = map_file(path.ptr, &syntax->map, &syntax->size, error);
    if (status != XC_OK) {
        xc_arena_free(arena);
        return status;
    }
    status = model_take(syntax, path, error);
    if (status != XC_OK) {
        xc_syntax_close(syntax);
        return status;
    }
    *out = syntax;
    return XC_OK;
}
