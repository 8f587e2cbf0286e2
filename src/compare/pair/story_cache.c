// SPDX-License-Identifier: MIT
// A table of the pairs asked for last, each at the place that its hash gives.
#include "compare/pair/story_cache.h"

#include "compare/pair/link_table.h"

enum { PLACES = 1 << 16 };

typedef struct kept_story {
    uint64_t pair; // one more than it, so that 0 is an empty place
    int points;
} kept_story;

struct story_cache {
    kept_story kept[PLACES];
};

bool story_cache_make(xc_arena *arena, story_cache **out) {
    *out = xc_arena_alloc(arena, sizeof **out);
    return *out != NULL;
}

int stories_points(const profiles *all, const document_profile *a, const document_profile *b) {
    const uint64_t odd = 0x9E3779B97F4A7C15U;
    uint64_t one = (uint64_t)(a - all->documents);
    uint64_t other = (uint64_t)(b - all->documents);
    uint64_t pair = (one < other ? one << 32 | other : other << 32 | one) + 1;
    kept_story *place = &all->stories->kept[(pair * odd) >> 48];
    if (place->pair != pair) {
        story_features features;
        story_features_find(one < other ? a : b, one < other ? b : a, &features);
        place->pair = pair;
        place->points = link_table_story(all->table, &features);
    }
    return place->points;
}
