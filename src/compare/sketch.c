// SPDX-License-Identifier: MIT
// Scaled MinHash over word shingles: of all shingle hashes a fixed part is kept, the same part
// in every document, so that containment can be told as well as resemblance (a site that trims
// a story, a page that holds it beside others). A. Broder, "On the resemblance and containment
// of documents" (1997).
#include "compare/sketch.h"

#include <ctype.h>
#include <stdlib.h>

enum {
    SHINGLE = 5,        // words
    SCALE = 2,          // one hash of so many is kept
    FURNITURE = 3,      // pages of one outlet: what stands in as many, and in such a part
    OF_OUTLET = 25,     // (per cent) of its pages, is a footer, an appeal or a list of links
    ALL_FURNITURE = 80, // per cent of a document; more is a story that one outlet printed often
};

static int by_hash(const void *a, const void *b) {
    const sketch_entry *one = a;
    const sketch_entry *other = b;
    if (one->hash != other->hash) {
        return one->hash < other->hash ? -1 : 1;
    }
    if (one->outlet != other->outlet) {
        return one->outlet < other->outlet ? -1 : 1;
    }
    return (one->document > other->document) - (one->document < other->document);
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

static bool put_shingles(sketch *out, xc_slice text, sketch_entry from, xc_arena *arena) {
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
        *entry = from;
        entry->hash = shingle;
        out->count++;
    }
    return true;
}

// Sorts and keeps each hash once a document.
static void settle(sketch *all) {
    size_t kept = 0;
    if (all->count) {
        qsort(all->items, all->count, sizeof *all->items, by_hash);
    }
    for (size_t i = 0; i < all->count; i++) {
        if (kept == 0 || by_hash(&all->items[kept - 1], &all->items[i]) != 0) {
            all->items[kept++] = all->items[i];
        }
    }
    all->count = kept;
}

// The end of the run of pages of one outlet that hold one shingle.
static size_t outlet_end(const sketch *all, size_t from) {
    size_t end = from + 1;
    while (end < all->count && all->items[end].hash == all->items[from].hash &&
           all->items[end].outlet == all->items[from].outlet) {
        end++;
    }
    return end;
}

typedef struct tally {
    uint32_t pages;     // of the document's outlet
    uint32_t kept;      // hashes of the document
    uint32_t furniture; // of these
} tally;

static bool is_furniture(const tally *tallies, const sketch_entry *first, size_t pages) {
    return pages >= FURNITURE &&
           pages * 100 >= (size_t)tallies[first->document].pages * OF_OUTLET;
}

static void count_furniture(const sketch *all, tally *tallies) {
    for (size_t i = 0; i < all->count;) {
        size_t end = outlet_end(all, i);
        bool furniture = is_furniture(tallies, &all->items[i], end - i);
        for (; i < end; i++) {
            tallies[all->items[i].document].kept++;
            tallies[all->items[i].document].furniture += furniture;
        }
    }
}

// What every page of an outlet holds makes no copies of its pages.
static void drop_furniture(sketch *all, tally *tallies) {
    size_t kept = 0;
    count_furniture(all, tallies);
    for (size_t i = 0; i < all->count;) {
        size_t end = outlet_end(all, i);
        bool furniture = is_furniture(tallies, &all->items[i], end - i);
        for (; i < end; i++) {
            const tally *page = &tallies[all->items[i].document];
            bool often_printed =
                (uint64_t)page->furniture * 100 > (uint64_t)page->kept * ALL_FURNITURE;
            if (!furniture || often_printed) {
                all->items[kept++] = all->items[i];
            }
        }
    }
    all->count = kept;
}

typedef struct published {
    uint64_t source;
    uint32_t document;
} published;

static int by_source(const void *a, const void *b) {
    const published *one = a;
    const published *other = b;
    return (one->source > other->source) - (one->source < other->source);
}

// Numbers the outlets and counts the pages of each.
static bool number_outlets(const profiles *all, uint32_t *outlets, tally *tallies,
                           xc_arena *arena) {
    published *pages = xc_arena_array(arena, all->document_count, sizeof *pages);
    if (!pages) {
        return false;
    }
    for (uint32_t i = 0; i < all->document_count; i++) {
        pages[i] = (published){all->documents[i].source, i};
    }
    qsort(pages, all->document_count, sizeof *pages, by_source);
    for (uint32_t i = 0, outlet = 0; i < all->document_count; outlet++) {
        uint32_t end = i;
        while (end < all->document_count && pages[end].source == pages[i].source) {
            end++;
        }
        for (uint32_t count = end - i; i < end; i++) {
            outlets[pages[i].document] = outlet;
            tallies[pages[i].document].pages = count;
        }
    }
    return true;
}

bool sketch_make(const profiles *all, xc_arena *arena, sketch *out) {
    *out = (sketch){0};
    if (all->document_count == 0) {
        return true;
    }
    uint32_t *outlets = xc_arena_array(arena, all->document_count, sizeof *outlets);
    tally *tallies = xc_arena_array(arena, all->document_count, sizeof *tallies);
    if (!outlets || !tallies || !number_outlets(all, outlets, tallies, arena)) {
        return false;
    }
    for (uint32_t i = 0; i < all->document_count; i++) {
        sketch_entry from = {.outlet = outlets[i], .document = i};
        if (!put_shingles(out, all->documents[i].document->text, from, arena)) {
            return false;
        }
    }
    settle(out);
    drop_furniture(out, tallies);
    return true;
}
