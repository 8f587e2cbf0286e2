// SPDX-License-Identifier: MIT
// Versions: documents that one outlet had under one address.
#include "store/schema.h"

#include <stdlib.h>

// What follows '#' leads to a place within the page.
static xc_slice address_of(const xc_document *document) {
    xc_slice address;
    xc_slice fragment;
    xc_slice_cut(document->url, '#', &address, &fragment);
    return address;
}

static int by_address(const void *a, const void *b) {
    const xc_document *one = *(xc_document *const *)a;
    const xc_document *other = *(xc_document *const *)b;
    int order = xc_slice_compare(address_of(one), address_of(other));
    order = order ? order : xc_slice_compare(one->source, other->source);
    return order ? order : xc_slice_compare(one->key, other->key);
}

static bool are_versions(const xc_document *one, const xc_document *other) {
    return one->url.len && xc_slice_equal(address_of(one), address_of(other)) &&
           xc_slice_equal(one->source, other->source);
}

static bool append(xc_slice *list, xc_slice item, xc_arena *arena) {
    *list =
        list->len ? xc_arena_print(arena, "%.*s %.*s", XC_PRINT(*list), XC_PRINT(item)) : item;
    return list->ptr != NULL;
}

// Each of the documents [first,end), which have one address, names the others.
static bool name_versions(xc_document **first, xc_document **end, xc_arena *arena) {
    enum { MOST_NAMED = 100 };
    size_t count = (size_t)(end - first);
    for (size_t i = 0; i < count && i < MOST_NAMED; i++) {
        for (size_t k = 0; k < count && k < MOST_NAMED; k++) {
            if (k != i && !append(&first[i]->versions, first[k]->key, arena)) {
                return false;
            }
        }
    }
    return true;
}

static bool link_versions(xc_document **documents, size_t count, xc_arena *arena) {
    qsort(documents, count, sizeof *documents, by_address);
    for (size_t start = 0, end = 0; start < count; start = end) {
        for (end = start + 1; end < count && are_versions(documents[start], documents[end]);
             end++) {
        }
        if (end > start + 1 && !name_versions(&documents[start], &documents[end], arena)) {
            return false;
        }
    }
    return true;
}

xc_status load_versions(xc_case_content *out, xc_arena *arena, xc_error *error) {
    size_t count = out->document_count;
    xc_document **documents = xc_arena_array(arena, count, sizeof *documents);
    for (size_t i = 0; documents && i < count; i++) {
        documents[i] = &out->documents[i];
    }
    bool done = documents && (count == 0 || link_versions(documents, count, arena));
    return done ? XC_OK : xc_fail_memory(error);
}
