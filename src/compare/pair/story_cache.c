// SPDX-License-Identifier: MIT
// A table of the pairs asked for last, each at the place that its hash gives.
#include "compare/pair/story_cache.h"

#include "compare/pair/link_table.h"

// A document is asked for with its neighbours in a few dozen blocks, measure by measure.
enum { LEAST_BITS = 10, MOST_BITS = 20, OF_A_DOCUMENT = 32 };

typedef struct kept_story {
    uint64_t pair; // one more than it, so that 0 is an empty place
    int points;
} kept_story;

struct story_cache {
    kept_story *kept;
    unsigned bits; // of the number of a place
};

bool story_cache_make(size_t documents, xc_arena *arena, story_cache **out) {
    story_cache *made = xc_arena_alloc(arena, sizeof *made);
    unsigned bits = LEAST_BITS;
    while (bits < MOST_BITS && (size_t)1 << bits < documents * OF_A_DOCUMENT) {
        bits++;
    }
    *out = made;
    if (!made) {
        return false;
    }
    made->bits = bits;
    made->kept = xc_arena_array(arena, (size_t)1 << bits, sizeof *made->kept);
    return made->kept != NULL;
}

int stories_points(const profiles *all, const document_profile *a, const document_profile *b) {
    const uint64_t odd = 0x9E3779B97F4A7C15U;
    uint64_t one = (uint64_t)(a - all->documents);
    uint64_t other = (uint64_t)(b - all->documents);
    uint64_t pair = (one < other ? one << 32 | other : other << 32 | one) + 1;
    kept_story *place = &all->stories->kept[(pair * odd) >> (64 - all->stories->bits)];
    if (place->pair != pair) {
        story_features features;
        story_features_find(one < other ? a : b, one < other ? b : a, &features);
        place->pair = pair;
        place->points = link_table_story(all->table, &features);
    }
    return place->points;
}
