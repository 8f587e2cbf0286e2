// SPDX-License-Identifier: MIT
// Parts of a path.
#include "read/bytes/path_name.h"

#include <string.h>

xc_slice path_name(xc_slice path) {
    const char *slash = path.len ? memrchr(path.ptr, '/', path.len) : NULL;
    return slash ? xc_slice_sub(path, (size_t)(slash - path.ptr) + 1, path.len) : path;
}

xc_slice path_extension(xc_slice path) {
    xc_slice name = path_name(path);
    const char *dot = name.len ? memrchr(name.ptr, '.', name.len) : NULL;
    return dot && dot != name.ptr ? xc_slice_sub(name, (size_t)(dot - name.ptr), name.len)
                                  : (xc_slice){0};
}
