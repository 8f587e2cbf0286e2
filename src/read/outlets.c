// SPDX-License-Identifier: MIT
// The lexicons of outlets and agencies.
#include "crossclaim/read.h"

struct xc_outlets {
    xc_arena *arena;
};

xc_status xc_outlets_load(const char *claims_directory, xc_outlets **out, xc_error *error) {
    (void)claims_directory;
    xc_arena *arena = xc_arena_new();
    *out = arena ? xc_arena_alloc(arena, sizeof **out) : NULL;
    if (!*out) {
        xc_arena_free(arena);
        return xc_fail_memory(error);
    }
    (*out)->arena = arena;
    return XC_OK;
}

void xc_outlets_free(xc_outlets *outlets) {
    if (outlets) {
        xc_arena_free(outlets->arena);
    }
}
