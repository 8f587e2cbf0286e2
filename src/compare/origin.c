// SPDX-License-Identifier: MIT
// Near-duplicates by scaled MinHash over word shingles: of all shingle hashes a fixed part is
// kept, the same part in every document, so that containment can be told as well as resemblance
// (a site that trims a story, a page that holds it beside others). A. Broder, "On the
// resemblance and containment of documents" (1997).
#include "origin.h"

#include <ctype.h>
#include <stdlib.h>

enum {
    SHINGLE = 5,      // words
    SCALE = 4,        // one hash of so many is kept
    LEAST_SHARED = 6, // kept hashes; fewer prove nothing
    COPIED = 50,      // per cent of the shorter document that stands in the longer one
    CROWD = 24        // documents with one shingle that are compared each with each
};

typedef struct sketch_entry {
    uint64_t hash;
    uint32_t document;
} sketch_entry;

typedef struct sketch {
    sketch_entry *items;
    size_t count, capacity;
} sketch;

typedef struct tied {
    uint64_t pair; // the lesser document's number above, the greater below
} tied;

typedef struct ties {
    tied *items;
    size_t count, capacity;
} ties;

static int by_hash(const void *a, const void *b) {
    const sketch_entry *one = a;
    const sketch_entry *other = b;
    if (one->hash != other->hash) {
        return one->hash < other->hash ? -1 : 1;
    }
    return (one->document > other->document) - (one->document < other->document);
}

static int by_pair(const void *a, const void *b) {
    const tied *one = a;
    const tied *other = b;
    return (one->pair > other->pair) - (one->pair < other->pair);
}

static uint64_t mix(uint64_t hash, uint64_t next) {
    const uint64_t both[2] = {hash, next};
    return xc_hash((xc_slice){(const char *)both, sizeof both});
}

// Letters and digits; case, punctuation and white space differ between sites.
static bool next_word_hash(xc_slice text, size_t *at, uint64_t *out) {
    size_t i = *at;
    while (i < text.len && !isalnum((unsigned char)text.ptr[i]) &&
           (unsigned char)text.ptr[i] < 0x80) {
        i++;
    }
    uint64_t hash = 0xcbf29ce484222325U; // FNV-1a: words are short
    size_t start = i;
    while (i < text.len &&
           (isalnum((unsigned char)text.ptr[i]) || (unsigned char)text.ptr[i] >= 0x80)) {
        hash = (hash ^ (uint64_t)tolower((unsigned char)text.ptr[i])) * 0x100000001b3U;
        i++;
    }
    *at = i;
    *out = hash;
    return i > start;
}

static bool put_shingles(sketch *out, xc_slice text, uint32_t document, xc_arena *arena) {
    uint64_t window[SHINGLE] = {0};
    size_t words = 0;
    size_t at = 0;
    uint64_t hash = 0;
    while (next_word_hash(text, &at, &hash)) {
        window[words++ % SHINGLE] = hash;
        if (words < SHINGLE) {
            continue;
        }
        uint64_t shingle = 0;
        for (size_t i = 0; i < SHINGLE; i++) {
            shingle = mix(shingle, window[(words + i) % SHINGLE]);
        }
        if (shingle % SCALE != 0) {
            continue;
        }
        sketch_entry *entry =
            xc_arena_grow(arena, &out->items, out->count, &out->capacity, sizeof *out->items);
        if (!entry) {
            return false;
        }
        *entry = (sketch_entry){shingle, document};
        out->count++;
    }
    return true;
}

// Sorts, keeps each hash once a document, and counts how many each document has.
static void settle(sketch *all, uint32_t *sizes) {
    size_t kept = 0;
    if (all->count) {
        qsort(all->items, all->count, sizeof *all->items, by_hash);
    }
    for (size_t i = 0; i < all->count; i++) {
        if (kept && by_hash(&all->items[kept - 1], &all->items[i]) == 0) {
            continue;
        }
        all->items[kept++] = all->items[i];
        sizes[all->items[kept - 1].document]++;
    }
    all->count = kept;
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
            tie->pair = (uint64_t)all->items[i].document << 32 | all->items[j].document;
            out->count++;
        }
    }
    if (out->count) {
        qsort(out->items, out->count, sizeof *out->items, by_pair);
    }
    return true;
}

static size_t origin_of(profiles *all, size_t document) {
    while (all->documents[document].origin != document) {
        document = all->documents[document].origin;
    }
    return document;
}

static void join(profiles *all, size_t one, size_t other) {
    one = origin_of(all, one);
    other = origin_of(all, other);
    all->documents[one < other ? other : one].origin = one < other ? one : other;
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
    sketch kept = {0};
    ties found = {0};
    if (all->document_count >= UINT32_MAX) {
        return xc_fail(error, XC_LIMIT, "too many documents to compare in one case");
    }
    uint32_t *sizes = xc_arena_array(scratch, all->document_count, sizeof *sizes);
    if (!sizes) {
        return xc_fail_memory(error);
    }
    for (uint32_t i = 0; i < all->document_count; i++) {
        all->documents[i].origin = i;
        if (!put_shingles(&kept, all->documents[i].document->text, i, scratch)) {
            return xc_fail_memory(error);
        }
    }
    settle(&kept, sizes);
    if (!put_ties(&kept, &found, scratch) || !join_wires(all, scratch)) {
        return xc_fail_memory(error);
    }
    join_copies(all, &found, sizes);
    for (size_t i = 0; i < all->document_count; i++) {
        all->documents[i].origin = origin_of(all, i);
    }
    return XC_OK;
}
