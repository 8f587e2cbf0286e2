// SPDX-License-Identifier: MIT
// Open addressing; key 0 is an empty place.
#include "key_table.h"

#include <stdlib.h>
#include <string.h>

typedef struct place {
    uint64_t key;
    uint32_t number;
} place;

struct key_table {
    xc_arena *arena;
    place *places;
    uint64_t *keys; // by number, once numbered
    uint64_t mask;
    uint64_t used;
};

key_table *key_table_new(unsigned bits) {
    xc_arena *arena = xc_arena_new();
    key_table *t = arena ? xc_arena_alloc(arena, sizeof *t) : NULL;
    place *places = t ? xc_arena_array(arena, (size_t)1 << bits, sizeof *places) : NULL;
    if (!places) {
        xc_arena_free(arena);
        return NULL;
    }
    *t = (key_table){.arena = arena, .places = places, .mask = ((uint64_t)1 << bits) - 1};
    return t;
}

void key_table_free(key_table *table) {
    if (table) {
        xc_arena_free(table->arena);
    }
}

static uint64_t home(const key_table *t, uint64_t key) {
    return (key * 0x9E3779B97F4A7C15u >> 20) & t->mask;
}

void key_table_prefetch(const key_table *t, const uint64_t *keys, uint32_t count) {
    for (uint32_t i = 0; i < count; i++) {
        __builtin_prefetch(&t->places[home(t, keys[i] ? keys[i] : 1)]);
    }
}

static place *find(const key_table *t, uint64_t key) {
    uint64_t at = home(t, key);
    while (t->places[at].key && t->places[at].key != key) {
        at = (at + 1) & t->mask;
    }
    return &t->places[at];
}

static key_table *grown(key_table *old) {
    unsigned bits = (unsigned)__builtin_ctzll(old->mask + 1) + 1;
    key_table *t = key_table_new(bits);
    for (uint64_t i = 0; t && i <= old->mask; i++) {
        if (old->places[i].key) {
            *find(t, old->places[i].key) = old->places[i];
        }
    }
    if (t) {
        t->used = old->used;
        key_table_free(old);
    }
    return t;
}

uint32_t *key_table_put(key_table **table, uint64_t key) {
    key = key ? key : 1;
    place *p = find(*table, key);
    if (!p->key) {
        if ((*table)->used * 4 > (*table)->mask * 3) {
            key_table *more = grown(*table);
            if (!more) {
                return NULL;
            }
            *table = more;
            p = find(more, key);
        }
        p->key = key;
        (*table)->used++;
    }
    return &p->number;
}

const uint32_t *key_table_get(const key_table *t, uint64_t key) {
    const place *p = find(t, key ? key : 1);
    return p->key ? &p->number : NULL;
}

// The commonest first; of equals the lesser key, so that the order is the same each time.
static int by_count(const void *a, const void *b) {
    const place *x = a;
    const place *y = b;
    if (x->number != y->number) {
        return x->number > y->number ? -1 : 1;
    }
    return x->key < y->key ? -1 : x->key > y->key;
}

key_table *key_table_keep(key_table *table, uint32_t most, uint32_t least, xc_arena *arena,
                          uint32_t **counts, uint32_t *count) {
    uint64_t kept = 0;
    for (uint64_t i = 0; i <= table->mask; i++) {
        if (table->places[i].key && table->places[i].number >= least) {
            table->places[kept++] = table->places[i];
        }
    }
    qsort(table->places, kept, sizeof *table->places, by_count);
    *count = kept < most ? (uint32_t)kept : most;
    unsigned bits = 10;
    while (((uint64_t)1 << bits) < (uint64_t)*count * 2) {
        bits++;
    }
    key_table *t = key_table_new(bits);
    *counts = xc_arena_array(arena, *count + 1, sizeof **counts);
    uint64_t *keys = t ? xc_arena_array(t->arena, *count + 1, sizeof *keys) : NULL;
    if (!keys || !*counts) {
        key_table_free(t);
        key_table_free(table);
        return NULL;
    }
    t->keys = keys;
    for (uint32_t i = 0; i < *count; i++) {
        keys[i] = table->places[i].key;
        (*counts)[i] = table->places[i].number;
        *find(t, keys[i]) = (place){keys[i], i};
        t->used++;
    }
    key_table_free(table);
    return t;
}

uint64_t key_table_key(const key_table *t, uint32_t number) {
    return t->keys[number];
}
