// SPDX-License-Identifier: MIT
// Figures that were changed under one address.
#include "report/silent.h"
#include "report/said.h"

typedef struct finding {
    const case_view *view;
    xc_arena *arena;
    silent_change *items;
    size_t count, capacity;
    bool failed;
} finding;

static bool same_number(xc_number a, xc_number b) {
    return a.known == b.known && (!a.known || xc_decimal_compare(a.value, b.value) == 0);
}

static bool same_figure(const xc_claim *a, const xc_claim *b) {
    return same_number(a->low, b->low) && same_number(a->high, b->high);
}

static bool same_document(const xc_claim *a, const xc_claim *b) {
    return xc_slice_equal(a->document_key, b->document_key);
}

static bool has_number(const xc_claim *claim) {
    return claim->low.known || claim->high.known;
}

static bool are_versions(const finding *f, const xc_claim *a, const xc_claim *b) {
    const xc_document *document = view_document(f->view, a->document_key);
    return document && document->versions.len && !same_document(a, b) &&
           xc_slice_find(document->versions, b->document_key) != SIZE_MAX;
}

// Whether the document of `place` has the figure of the claim somewhere in the group.
static bool is_in(const xc_claim **members, size_t count, const xc_claim *claim,
                  const xc_claim *place) {
    for (size_t i = 0; i < count; i++) {
        if (same_document(members[i], place) && same_figure(members[i], claim)) {
            return true;
        }
    }
    return false;
}

// Whether an earlier pair of the group told of the same two documents.
static bool is_told(const finding *f, size_t first, const xc_claim *one,
                    const xc_claim *other) {
    for (size_t i = first; i < f->count; i++) {
        if (same_document(f->items[i].one, one) && same_document(f->items[i].other, other)) {
            return true;
        }
    }
    return false;
}

static void see_pair(finding *f, const xc_group *group, const xc_claim *one,
                     const xc_claim *other) {
    silent_change *item =
        xc_arena_grow(f->arena, &f->items, f->count, &f->capacity, sizeof *item);
    if (!item) {
        f->failed = true;
        return;
    }
    *item = (silent_change){group, one, other};
    f->count++;
}

static void see_group(finding *f, const xc_group *group) {
    size_t count = 0;
    const xc_claim **members = view_members(f->view, group, f->arena, &count);
    size_t first = f->count;
    f->failed = f->failed || !members;
    for (size_t i = 0; members && i < count; i++) {
        for (size_t k = i + 1; k < count && has_number(members[i]); k++) {
            const xc_claim *one = members[i];
            const xc_claim *other = members[k];
            if (has_number(other) && are_versions(f, one, other) &&
                !is_in(members, count, one, other) && !is_in(members, count, other, one) &&
                !is_told(f, first, one, other)) {
                see_pair(f, group, one, other);
            }
        }
    }
}

static bool any_versions(const xc_case_content *content) {
    for (size_t i = 0; i < content->document_count; i++) {
        if (content->documents[i].versions.len) {
            return true;
        }
    }
    return false;
}

silent_change *silent_changes(const case_view *view, xc_arena *arena, size_t *count) {
    const xc_case_content *content = view->content;
    finding f = {.view = view, .arena = arena};
    f.items = xc_arena_array(arena, 1, sizeof *f.items);
    f.capacity = 1;
    bool any = any_versions(content);
    for (size_t i = 0; any && i < content->group_count; i++) {
        see_group(&f, &content->groups[i]);
    }
    *count = f.count;
    return f.failed ? NULL : f.items;
}

void silent_change_print(const case_view *view, const silent_change *change, xc_buffer *out) {
    xc_buffer_print(out, "%.*s has ", XC_PRINT(view_publisher(view, change->one)));
    said_figure(view, change->one, out);
    xc_buffer_print(out, " in %.*s and ", XC_PRINT(change->one->document));
    said_figure(view, change->other, out);
    xc_buffer_print(out, " in %.*s", XC_PRINT(change->other->document));
}
