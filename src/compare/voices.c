// SPDX-License-Identifier: MIT
// Documents, sources and independent origins of a group.
#include "compare/voices.h"

#include <stdlib.h>

static int by_value(const void *a, const void *b) {
    const uint64_t *one = a;
    const uint64_t *other = b;
    return (*one > *other) - (*one < *other);
}

static size_t count_distinct(uint64_t *values, size_t count) {
    size_t distinct = 0;
    qsort(values, count, sizeof *values, by_value);
    for (size_t i = 0; i < count; i++) {
        distinct += i == 0 || values[i] != values[i - 1];
    }
    return distinct;
}

typedef struct told {
    size_t story; // the number that copies share
    size_t index; // among the members
} told;

static int by_story(const void *a, const void *b) {
    const told *one = a;
    const told *other = b;
    if (one->story != other->story) {
        return one->story < other->story ? -1 : 1;
    }
    return (one->index > other->index) - (one->index < other->index);
}

// Who stands behind a story: the first body that it quotes for the figure, else the outlet.
static uint64_t origin_of(const cluster *members, const told *story, size_t count) {
    for (size_t i = 0; i < count; i++) {
        const xc_claim *claim = members->members[story[i].index]->claim;
        // two spokesmen of one ministry are one origin
        xc_slice body = claim->speaks_for.len ? claim->speaks_for : claim->attribution;
        if (body.len) {
            return name_hash(body);
        }
    }
    return xc_hash_seeded(XC_SLICE("outlet"),
                          members->members[story[0].index]->document->source);
}

// A story has one origin, whatever it quotes, so there are never more of them than documents.
static xc_status count_origins(const cluster *members, xc_arena *arena, size_t *out,
                               xc_error *error) {
    told *claims = xc_arena_array(arena, members->count, sizeof *claims);
    uint64_t *origins = xc_arena_array(arena, members->count, sizeof *origins);
    if (!claims || !origins) {
        return xc_fail_memory(error);
    }
    for (size_t i = 0; i < members->count; i++) {
        claims[i] = (told){members->members[i]->document->origin, i};
    }
    qsort(claims, members->count, sizeof *claims, by_story);
    size_t stories = 0;
    for (size_t i = 0; i < members->count;) {
        size_t end = i + 1;
        while (end < members->count && claims[end].story == claims[i].story) {
            end++;
        }
        origins[stories++] = origin_of(members, &claims[i], end - i);
        i = end;
    }
    *out = count_distinct(origins, stories);
    return XC_OK;
}

xc_status voices_count(const cluster *members, xc_arena *arena, xc_group *group,
                       xc_error *error) {
    xc_arena_mark mark = xc_arena_here(arena);
    uint64_t *values = xc_arena_array(arena, members->count, sizeof *values);
    if (!values) {
        return xc_fail_memory(error);
    }
    for (size_t i = 0; i < members->count; i++) {
        values[i] = (uint64_t)(uintptr_t)members->members[i]->document;
    }
    group->documents = count_distinct(values, members->count);
    for (size_t i = 0; i < members->count; i++) {
        values[i] = members->members[i]->document->source;
    }
    group->sources = count_distinct(values, members->count);
    xc_status status = count_origins(members, arena, &group->independent, error);
    xc_arena_rewind(arena, mark);
    return status;
}
