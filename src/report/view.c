// SPDX-License-Identifier: MIT
// The ways between a case's records.
#include "report/view.h"

#include <stdlib.h>

typedef struct index_entry {
    xc_slice key;
    size_t position;
} entry;

static int compare_entries(const void *a, const void *b) {
    const entry *first = a;
    const entry *second = b;
    int order = xc_slice_compare(first->key, second->key);
    return order ? order
                 : (first->position > second->position) - (first->position < second->position);
}

// Sorts `count` keys that stand `size` bytes apart.
static bool make_index(const xc_slice *keys, size_t count, size_t size, xc_arena *arena,
                       view_index *out) {
    entry *entries = xc_arena_array(arena, count, sizeof *entries);
    if (!entries) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        const char *at = (const char *)keys + i * size;
        entries[i] = (entry){*(const xc_slice *)(const void *)at, i};
    }
    if (count) {
        qsort(entries, count, sizeof *entries, compare_entries);
    }
    *out = (view_index){entries, count};
    return true;
}

static size_t find(const view_index *index, xc_slice key) {
    size_t low = 0;
    size_t high = index->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (xc_slice_compare(index->entries[middle].key, key) < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    bool found = low < index->count && xc_slice_equal(index->entries[low].key, key);
    return found ? index->entries[low].position : SIZE_MAX;
}

xc_status view_open(const xc_case_content *content, xc_arena *arena, case_view *out,
                    xc_error *error) {
    *out = (case_view){.content = content};
    bool made =
        (!content->claim_count || make_index(&content->claims->id, content->claim_count,
                                             sizeof *content->claims, arena, &out->claims)) &&
        (!content->document_count ||
         make_index(&content->documents->key, content->document_count,
                    sizeof *content->documents, arena, &out->documents)) &&
        (!content->incident_count ||
         make_index(&content->incidents->id, content->incident_count,
                    sizeof *content->incidents, arena, &out->incidents)) &&
        (!content->group_count || make_index(&content->groups->id, content->group_count,
                                             sizeof *content->groups, arena, &out->groups));
    return made ? XC_OK : xc_fail_memory(error);
}

const xc_claim *view_claim(const case_view *view, xc_slice id) {
    size_t at = find(&view->claims, id);
    return at == SIZE_MAX ? NULL : &view->content->claims[at];
}

const xc_document *view_document(const case_view *view, xc_slice key) {
    size_t at = find(&view->documents, key);
    return at == SIZE_MAX ? NULL : &view->content->documents[at];
}

const xc_group *view_group(const case_view *view, xc_slice id) {
    size_t at = find(&view->groups, id);
    return at == SIZE_MAX ? NULL : &view->content->groups[at];
}

const xc_incident *view_incident(const case_view *view, xc_slice id) {
    size_t at = find(&view->incidents, id);
    return at == SIZE_MAX ? NULL : &view->content->incidents[at];
}

typedef struct placed_group {
    size_t incident; // its position; SIZE_MAX for none
    size_t group;
} placed_group;

static int by_incident(const void *a, const void *b) {
    const placed_group *one = a;
    const placed_group *other = b;
    if (one->incident != other->incident) {
        return one->incident < other->incident ? -1 : 1;
    }
    return (one->group > other->group) - (one->group < other->group);
}

const xc_group **view_by_incident(const case_view *view, xc_arena *arena) {
    const xc_case_content *content = view->content;
    const xc_group **order = xc_arena_array(arena, content->group_count + 1, sizeof(void *));
    placed_group *placed = xc_arena_array(arena, content->group_count + 1, sizeof *placed);
    if (!order || !placed) {
        return NULL;
    }
    for (size_t i = 0; i < content->group_count; i++) {
        placed[i] = (placed_group){find(&view->incidents, content->groups[i].incident), i};
    }
    qsort(placed, content->group_count, sizeof *placed, by_incident);
    for (size_t i = 0; i < content->group_count; i++) {
        order[i] = &content->groups[placed[i].group];
    }
    return order;
}

const xc_claim **view_members(const case_view *view, const xc_group *group, xc_arena *arena,
                              size_t *count) {
    const xc_claim **claims =
        xc_arena_array(arena, group->member_count + 1, sizeof(const xc_claim *));
    *count = 0;
    for (size_t i = 0; claims && i < group->member_count; i++) {
        const xc_claim *claim = view_claim(view, group->members[i]);
        if (claim) {
            claims[(*count)++] = claim;
        }
    }
    return claims;
}

const xc_measure *view_measure(const case_view *view, xc_slice topic, xc_slice measure) {
    for (size_t i = 0; i < view->content->measure_count; i++) {
        const xc_measure *one = &view->content->measures[i];
        if (xc_slice_equal(one->name, measure) && xc_slice_equal(one->topic, topic)) {
            return one;
        }
    }
    return NULL;
}

xc_slice view_topic_title(const case_view *view, xc_slice topic) {
    for (size_t i = 0; i < view->content->measure_count; i++) {
        const xc_measure *one = &view->content->measures[i];
        if (xc_slice_equal(one->topic, topic) && one->topic_title.len) {
            return one->topic_title;
        }
    }
    return topic;
}

xc_slice view_publisher(const case_view *view, const xc_claim *claim) {
    const xc_document *document =
        claim->source.len ? NULL : view_document(view, claim->document_key);
    return claim->source.len ? claim->source
           : document        ? xc_document_name(document)
                             : claim->document;
}

xc_slice view_origin(const case_view *view, const xc_claim *claim) {
    return claim->wire.len ? claim->wire : view_publisher(view, claim);
}

xc_slice view_words(const case_view *view, const xc_claim *claim) {
    const xc_document *document = view_document(view, claim->document_key);
    xc_slice inside = !document                      ? (xc_slice){0}
                      : claim->within == XC_IN_TITLE ? document->title
                                                     : document->text;
    bool stands = claim->start < claim->end && claim->end <= inside.len;
    return stands ? xc_slice_trim(xc_slice_sub(inside, claim->start, claim->end))
                  : (xc_slice){0};
}
