// SPDX-License-Identifier: MIT
// Bump allocation in a chain of blocks.
#include "crossclaim/base/arena.h"

#include <stdalign.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

// The address sanitizer sees one block of ours, and not that an index ran out of an array in
// it. It is told what was handed out, and a gap that nobody owns stands between two things.
#ifdef __has_feature
#if __has_feature(address_sanitizer)
#define ARENA_WATCHED 1
#endif
#elif defined __SANITIZE_ADDRESS__
#define ARENA_WATCHED 1
#endif
#ifdef ARENA_WATCHED
#include <sanitizer/asan_interface.h>
#else
#define ARENA_WATCHED 0
#define ASAN_POISON_MEMORY_REGION(start, size) ((void)(start), (void)(size))
#define ASAN_UNPOISON_MEMORY_REGION(start, size) ((void)(start), (void)(size))
#endif

enum {
    FIRST_BLOCK = 64 * 1024,
    LARGEST_BLOCK = 8 * 1024 * 1024,
    GREAT_BLOCK = 4 * 1024 * 1024, // from here on large pages are worth asking for
};

typedef struct block {
    struct block *earlier;
    size_t size, used; // of the bytes behind this header
    size_t before;     // bytes used in all earlier blocks
    size_t touched;    // bytes behind these were never used: they are zero still
} block;

struct xc_arena {
    block *current;
};

enum {
    ALIGNMENT = alignof(max_align_t),
    HEADER = (sizeof(block) + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT,
    GAP = ARENA_WATCHED ? 4 * ALIGNMENT : 0, // behind each thing
};

static char *bytes_of(block *b) {
    return (char *)b + HEADER;
}

// A text of some megabytes has tens of megabytes of tokens: by small pages the system takes
// longer to hand them out than we to fill them. A wish only; a refusal changes nothing.
static void ask_for_large_pages(char *start, size_t size) {
#ifdef MADV_HUGEPAGE
    size_t page = (size_t)sysconf(_SC_PAGESIZE);
    size_t skipped = page - (uintptr_t)start % page;
    if (size >= GREAT_BLOCK) {
        (void)madvise(start + skipped, (size - skipped) / page * page, MADV_HUGEPAGE);
    }
#else
    (void)start;
    (void)size;
#endif
}

static block *block_new(block *earlier, size_t size) {
    if (size > SIZE_MAX - HEADER) {
        return NULL;
    }
    block *b = calloc(1, HEADER + size); // great ones come as zero pages, not yet touched
    if (b) {
        ask_for_large_pages((char *)b, HEADER + size);
        *b = (block){.earlier = earlier, .size = size};
        b->before = earlier ? earlier->before + earlier->used : 0;
        b->used = GAP;
        ASAN_POISON_MEMORY_REGION(bytes_of(b), size);
    }
    return b;
}

xc_arena *xc_arena_new(void) {
    xc_arena *arena = malloc(sizeof *arena);
    if (!arena) {
        return NULL;
    }
    arena->current = block_new(NULL, FIRST_BLOCK);
    if (!arena->current) {
        free(arena);
        return NULL;
    }
    return arena;
}

void xc_arena_free(xc_arena *arena) {
    if (!arena) {
        return;
    }
    while (arena->current) {
        block *earlier = arena->current->earlier;
        free(arena->current);
        arena->current = earlier;
    }
    free(arena);
}

// Gives back what was taken behind `used`; it is to be cleared before it is used again.
static void give_back(block *b, size_t used) {
    b->touched = b->used > b->touched ? b->used : b->touched;
    ASAN_POISON_MEMORY_REGION(bytes_of(b) + used, b->used - used);
    b->used = used;
}

void xc_arena_reset(xc_arena *arena) {
    while (arena->current->earlier) {
        block *earlier = arena->current->earlier;
        free(arena->current);
        arena->current = earlier;
    }
    give_back(arena->current, GAP);
}

xc_arena_mark xc_arena_here(const xc_arena *arena) {
    return (xc_arena_mark){arena->current, arena->current->used};
}

void xc_arena_rewind(xc_arena *arena, xc_arena_mark mark) {
    while (arena->current != mark.block && arena->current->earlier) {
        block *earlier = arena->current->earlier;
        free(arena->current);
        arena->current = earlier;
    }
    give_back(arena->current, mark.used);
}

// What a thing of `size` bytes takes up in a block.
static size_t room(size_t size) {
    return (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT + GAP;
}

// Room for `asked` bytes, not cleared.
static void *take(xc_arena *arena, size_t asked) {
    if (asked > SIZE_MAX - ALIGNMENT - GAP - GAP) {
        return NULL;
    }
    size_t size = room(asked);
    block *b = arena->current;
    if (b->size - b->used < size) {
        size_t next = b->size < LARGEST_BLOCK ? b->size * 2 : LARGEST_BLOCK;
        b = block_new(b, next > size + GAP ? next : size + GAP);
        if (!b) {
            return NULL;
        }
        arena->current = b;
    }
    void *at = bytes_of(b) + b->used;
    b->used += size;
    ASAN_UNPOISON_MEMORY_REGION(at, asked);
    return at;
}

void *xc_arena_alloc(xc_arena *arena, size_t size) {
    void *at = take(arena, size);
    if (at) {
        block *b = arena->current;
        size_t start = (size_t)((char *)at - bytes_of(b));
        size_t stale = b->touched > start ? b->touched - start : 0;
        memset(at, 0, stale < size ? stale : size);
    }
    return at;
}

void *xc_arena_array(xc_arena *arena, size_t count, size_t size) {
    size_t total = 0;
    if (__builtin_mul_overflow(count, size, &total)) {
        return NULL;
    }
    return xc_arena_alloc(arena, total);
}

char *xc_arena_string(xc_arena *arena, xc_slice slice) {
    if (slice.len == SIZE_MAX) {
        return NULL;
    }
    char *copy = take(arena, slice.len + 1);
    if (copy) {
        if (slice.len) {
            memcpy(copy, slice.ptr, slice.len);
        }
        copy[slice.len] = '\0';
    }
    return copy;
}

xc_slice xc_arena_copy(xc_arena *arena, xc_slice slice) {
    char *copy = xc_arena_string(arena, slice);
    return (xc_slice){copy, copy ? slice.len : 0};
}

xc_slice xc_arena_print(xc_arena *arena, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    va_list again;
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    char *text = length < 0 ? NULL : take(arena, (size_t)length + 1);
    if (text) {
        (void)vsnprintf(text, (size_t)length + 1, format, again);
    }
    va_end(again);
    return (xc_slice){text, text ? (size_t)length : 0};
}

size_t xc_arena_used(const xc_arena *arena) {
    return arena->current->before + arena->current->used;
}

// Whether the array is the last thing taken from the current block and can grow where it is.
static bool extend(xc_arena *arena, const void *items, size_t old_size, size_t new_size) {
    block *b = arena->current;
    size_t held = room(old_size);
    size_t wanted = room(new_size);
    if (held > b->used || (const char *)items + held != bytes_of(b) + b->used ||
        wanted - held > b->size - b->used) {
        return false;
    }
    b->used += wanted - held;
    ASAN_UNPOISON_MEMORY_REGION((const char *)items, new_size);
    return true;
}

void *xc_arena_grow(xc_arena *arena, void *items, size_t count, size_t *capacity, size_t size) {
    char **array = items;
    if (count < *capacity) {
        return *array + count * size;
    }
    size_t more = *capacity ? *capacity * 2 : 16;
    size_t bytes = 0;
    if (__builtin_mul_overflow(more, size, &bytes)) {
        return NULL;
    }
    if (!*array || !extend(arena, *array, *capacity * size, bytes)) {
        char *moved = take(arena, bytes);
        if (!moved) {
            return NULL;
        }
        if (count && *array) {
            memcpy(moved, *array, count * size);
        }
        *array = moved;
    }
    *capacity = more;
    return *array + count * size;
}
