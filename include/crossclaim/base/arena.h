// SPDX-License-Identifier: MIT
/// An arena owns everything that lives as long as one thing: a run, a document, a call.
/// Allocation is a pointer bump; nothing is freed alone. Three lifetimes and no more:
/// the run (rules), the document (reset after its claims are handed on), the call (a mark that
/// is rewound). An arena belongs to one thread at a time.
///
///     xc_arena *arena = xc_arena_new();
///     char *copy = xc_arena_alloc(arena, 10);     // NULL when memory is out
///     xc_arena_reset(arena);                      // all its pointers die here
///     xc_arena_free(arena);
#ifndef CROSSCLAIM_BASE_ARENA_H
#define CROSSCLAIM_BASE_ARENA_H

#include "crossclaim/base/slice.h"

/// The owner of what is taken from it; made and freed by its user.
typedef struct xc_arena xc_arena;

/// Where an arena stood; holds no memory, dead once the arena is reset or freed.
typedef struct xc_arena_mark {
    void *block;
    size_t used;
} xc_arena_mark;

/// NULL when memory is out.
xc_arena *xc_arena_new(void);
/// NULL is allowed.
void xc_arena_free(xc_arena *arena);
/// Forgets all allocations and keeps the first block for the next use.
void xc_arena_reset(xc_arena *arena);
/// Where the arena stands now; xc_arena_rewind gives back all that was taken since.
xc_arena_mark xc_arena_here(const xc_arena *arena);
/// What was taken since the mark dies; marks made since are dead, too.
void xc_arena_rewind(xc_arena *arena, xc_arena_mark mark);
/// `size` bytes, all zero, aligned for any type; NULL when memory is out.
void *xc_arena_alloc(xc_arena *arena, size_t size);
/// `count` elements of `size` bytes, all zero; NULL when memory is out or the product
/// overflows.
void *xc_arena_array(xc_arena *arena, size_t count, size_t size);
/// A copy of the slice with a NUL behind it that its length does not count; ptr is NULL when
/// memory is out.
xc_slice xc_arena_copy(xc_arena *arena, xc_slice slice);
/// A NUL-ended copy; NULL when memory is out.
char *xc_arena_string(xc_arena *arena, xc_slice slice);
/// Formats into the arena; ptr is NULL when memory is out.
xc_slice xc_arena_print(xc_arena *arena, const char *format, ...) XC_FORMAT_LIKE_PRINTF(2, 3);
/// Bytes handed out since the last reset.
size_t xc_arena_used(const xc_arena *arena);

/// Makes room for one element more in a growable array that lives in an arena.
/// @param items     the array's address, NULL at first; replaced when it has to move
/// @param count     elements in it now
/// @param capacity  elements that fit, 0 at first
/// @param size      bytes of one element
/// @return the address of element [count] (zeroed by the caller), NULL when memory is out
///
///     typedef struct { xc_token *items; size_t count, capacity; } list;
///     xc_token *t = xc_arena_grow(arena, &l.items, l.count, &l.capacity, sizeof *t);
///     if (!t) return xc_fail_memory(error);
///     *t = (xc_token){...}; l.count++;
void *xc_arena_grow(xc_arena *arena, void *items, size_t count, size_t *capacity, size_t size);

#endif
