// SPDX-License-Identifier: MIT
// Which documents carry one story: what they share of their sketches, and the agency they name.
#include "compare/origin.h"

#include "compare/sketch.h"

#include <stdlib.h>

enum {
    LEAST_SHARED = 12, // kept hashes; fewer prove nothing
    COPIED = 55,       // per cent of the shorter document that stands in the longer one
    CROWD = 24         // documents with one shingle that are compared each with each
};

typedef struct tied {
    uint64_t pair; // the lesser document's number above, the greater below
} tied;

typedef struct ties {
    tied *items;
    size_t count, capacity;
} ties;

static int by_pair(const void *a, const void *b) {
    const tied *one = a;
    const tied *other = b;
    return (one->pair > other->pair) - (one->pair < other->pair);
}

static uint64_t pair_of(uint32_t one, uint32_t other) {
    return one < other ? (uint64_t)one << 32 | other : (uint64_t)other << 32 | one;
}

static bool put_ties(const sketch *all, ties *out, xc_arena *arena) {
    for (size_t i = 0; i < all->count; i++) {
        for (size_t j = i + 1; j < all->count && j < i + CROWD; j++) {
            if (all->items[j].hash != all->items[i].hash) {
                break;
            }
            tied *tie = xc_arena_grow(arena, &out->items, out->count, &out->capacity,
                                      sizeof *out->items);
            if (!tie) {
                return false;
            }
            tie->pair = pair_of(all->items[i].document, all->items[j].document);
            out->count++;
        }
    }
    if (out->count) {
        qsort(out->items, out->count, sizeof *out->items, by_pair);
    }
    return true;
}

static size_t origin_of(profiles *all, size_t document) {
    document_profile *documents = all->documents;
    while (documents[document].origin != document) { // the way is halved for the next one
        documents[document].origin = documents[documents[document].origin].origin;
        document = documents[document].origin;
    }
    return document;
}

static void join(profiles *all, size_t one, size_t other) {
    one = origin_of(all, one);
    other = origin_of(all, other);
    all->documents[one < other ? other : one].origin = one < other ? one : other;
}

// What a reader is told: the document that the other shares most with.
static void note_twin(profiles *all, uint32_t one, uint32_t other, uint32_t share) {
    document_profile *document = &all->documents[one];
    if (share > document->copied) {
        document->copied = share < 100 ? share : 100;
        document->twin = other;
    }
}

static void join_copies(profiles *all, const ties *found, const uint32_t *sizes) {
    for (size_t i = 0; i < found->count;) {
        size_t end = i;
        while (end < found->count && found->items[end].pair == found->items[i].pair) {
            end++;
        }
        uint32_t one = (uint32_t)(found->items[i].pair >> 32);
        uint32_t other = (uint32_t)found->items[i].pair;
        size_t shared = end - i;
        size_t least = sizes[one] < sizes[other] ? sizes[one] : sizes[other];
        if (shared >= LEAST_SHARED && shared * 100 >= least * COPIED) {
            join(all, one, other);
            note_twin(all, one, other, (uint32_t)(shared * 100 / least));
            note_twin(all, other, one, (uint32_t)(shared * 100 / least));
        }
        i = end;
    }
}

typedef struct wired {
    uint64_t wire;
    size_t document;
} wired;

static int by_wire(const void *a, const void *b) {
    const wired *one = a;
    const wired *other = b;
    return (one->wire > other->wire) - (one->wire < other->wire);
}

static bool join_wires(profiles *all, xc_arena *arena) {
    size_t count = 0;
    wired *items = xc_arena_array(arena, all->document_count, sizeof *items);
    if (!items) {
        return false;
    }
    for (size_t i = 0; i < all->document_count; i++) {
        uint64_t wire = name_hash(all->documents[i].document->wire);
        if (wire) {
            items[count++] = (wired){wire, i};
        }
    }
    if (count) {
        qsort(items, count, sizeof *items, by_wire);
    }
    for (size_t i = 1; i < count; i++) {
        if (items[i].wire == items[i - 1].wire) {
            join(all, items[i].document, items[i - 1].document);
        }
    }
    return true;
}

xc_status origins_find(profiles *all, xc_arena *scratch, xc_error *error) {
    sketch kept;
    ties found = {0};
    if (all->document_count >= UINT32_MAX) {
        return xc_fail(error, XC_LIMIT, "too many documents to compare in one case");
    }
    uint32_t *sizes = xc_arena_array(scratch, all->document_count, sizeof *sizes);
    if (!sizes || !sketch_make(all, scratch, &kept)) {
        return xc_fail_memory(error);
    }
    for (size_t i = 0; i < all->document_count; i++) {
        all->documents[i].origin = i;
    }
    for (size_t i = 0; i < kept.count; i++) {
        sizes[kept.items[i].document]++;
    }
    if (!put_ties(&kept, &found, scratch) || !join_wires(all, scratch)) {
        return xc_fail_memory(error);
    }
    join_copies(all, &found, sizes);
    for (size_t i = 0; i < all->document_count; i++) {
        all->documents[i].origin = origin_of(all, i);
    }
    return XC_OK;
}
