// SPDX-License-Identifier: MIT
// Gzip: one member or many in a row, as crawls have them a record each. Behind a damaged member
// reading goes on with the next one.
#include "read/bytes/unpack.h"

#include <zlib.h>

typedef struct gzip {
    packed_bytes *packed;
    z_stream z;
    bool is_between;  // members: what comes next is a header, or padding
    bool is_damaged;  // the next member has to be looked for
    bool is_full;     // zlib may hold more than there was room for
    bool is_over;     // nothing more can be read below
    xc_error failure; // told once the bytes before it are given
} gzip;

// A header as programs write it: method deflate, no reserved flag.
static bool is_header(const unsigned char *at, size_t length) {
    return length >= 4 && at[0] == 0x1F && at[1] == 0x8B && at[2] == 8 && at[3] < 0x20;
}

static xc_status take_more(gzip *g, xc_error *error) {
    xc_slice fresh = {0};
    xc_status status = packed_take(g->packed, &fresh, error);
    g->z.next_in = (Bytef *)(uintptr_t)fresh.ptr; // zlib only reads there
    g->z.avail_in = (uInt)fresh.len;
    g->is_over = status != XC_OK;
    return status;
}

// Moves on to where a member may start; XC_END where no more do.
static xc_status find_member(gzip *g, xc_error *error) {
    for (;;) {
        while (g->z.avail_in &&
               (g->is_damaged ? !is_header(g->z.next_in, g->z.avail_in) : *g->z.next_in == 0)) {
            g->z.next_in++;
            g->z.avail_in--;
        }
        if (g->z.avail_in) {
            break;
        }
        xc_status status = take_more(g, error);
        if (status != XC_OK) {
            return status;
        }
    }
    g->is_between = false;
    g->is_damaged = false;
    return inflateReset(&g->z) == Z_OK ? XC_OK : xc_fail_memory(error);
}

static xc_status fail_damaged(gzip *g, const char *what, xc_error *error) {
    g->is_between = true;
    g->is_damaged = true;
    return xc_fail(error, XC_SKIPPED, "gzip data %s; get the file again", what);
}

// One step of unpacking; XC_END at the end of the last member.
static xc_status step(gzip *g, xc_error *error) {
    if (g->is_between) {
        xc_status status = find_member(g, error);
        if (status != XC_OK) {
            return status;
        }
    }
    if (!g->z.avail_in && !g->is_full) {
        xc_status status = take_more(g, error);
        if (status == XC_END) {
            return fail_damaged(g, "end too early", error);
        }
        if (status != XC_OK) {
            return status;
        }
    }
    int result = inflate(&g->z, Z_NO_FLUSH);
    g->is_full = g->z.avail_out == 0;
    switch (result) {
    case Z_STREAM_END:
        g->is_between = true;
        g->is_full = false;
        return XC_OK;
    case Z_OK:
    case Z_BUF_ERROR:
        return XC_OK;
    case Z_MEM_ERROR:
        return xc_fail_memory(error);
    default:
        return fail_damaged(g, "are damaged", error);
    }
}

static xc_status tell_failure(gzip *g, xc_error *error) {
    xc_error failure = g->failure;
    g->failure = (xc_error){0};
    return xc_fail_at(error, failure.status, xc_slice_of(failure.path), 0, "%s",
                      failure.message);
}

static xc_status read_gzip(void *context, char *out, size_t size, size_t *got,
                           xc_error *error) {
    gzip *g = context;
    *got = 0;
    if (g->failure.status != XC_OK) {
        return tell_failure(g, error);
    }
    uInt room = (uInt)(size < UINT32_MAX ? size : UINT32_MAX);
    g->z.next_out = (Bytef *)out;
    g->z.avail_out = room;
    xc_status status = g->is_over || g->packed->account->is_exceeded ? XC_END : XC_OK;
    // What is there is given before more is waited for.
    while (status == XC_OK && g->z.avail_out && (g->z.avail_in || g->z.avail_out == room)) {
        status = step(g, &g->failure);
    }
    *got = room - g->z.avail_out;
    if (*got) {
        return unpacking_add(g->packed->account, *got, error);
    }
    return g->failure.status == XC_OK ? XC_OK : tell_failure(g, error);
}

static void close_gzip(void *context) {
    gzip *g = context;
    (void)inflateEnd(&g->z);
    stream_close(&g->packed->below);
}

xc_status gzip_source(packed_bytes *packed, xc_arena *arena, byte_source *out,
                      xc_error *error) {
    gzip *g = xc_arena_alloc(arena, sizeof *g);
    if (!g) {
        return xc_fail_memory(error);
    }
    *g = (gzip){.packed = packed};
    if (inflateInit2(&g->z, 16 + MAX_WBITS) != Z_OK) {
        return xc_fail_memory(error);
    }
    *out = (byte_source){.context = g, .read = read_gzip, .close = close_gzip, .resumes = true};
    return XC_OK;
}
