// SPDX-License-Identifier: MIT
// Which documents carry one story, and why, for tables.
#include "crossclaim/compare.h"

#include "compare/origin.h"

static bool is_alone(const profiles *all, size_t document, const size_t *sizes) {
    return sizes[all->documents[document].origin] < 2;
}

static xc_slice reason_of_story(const profiles *all, const document_profile *document,
                                xc_arena *arena) {
    if (document->copied) {
        return xc_arena_print(arena, "%u%% of the shorter text also stands in %.*s",
                              (unsigned)document->copied,
                              XC_PRINT(all->documents[document->twin].document->label));
    }
    return xc_arena_print(arena, "copy of %.*s", XC_PRINT(document->document->wire));
}

static xc_status tell(const profiles *all, const xc_case_content *content, xc_arena *scratch,
                      xc_arena *arena, xc_story *out, xc_error *error) {
    size_t *sizes = xc_arena_array(scratch, all->document_count, sizeof *sizes);
    if (!sizes) {
        return xc_fail_memory(error);
    }
    for (size_t i = 0; i < all->document_count; i++) {
        sizes[all->documents[i].origin]++;
    }
    for (size_t i = 0; i < all->document_count; i++) {
        const document_profile *document = &all->documents[i];
        xc_story *story = &out[document->document - content->documents];
        story->origin = all->documents[document->origin].document->key;
        if (!is_alone(all, i, sizes)) {
            story->why = reason_of_story(all, document, arena);
            if (!story->why.ptr) {
                return xc_fail_memory(error);
            }
        }
    }
    return XC_OK;
}

xc_status xc_stories_find(const xc_case_content *content, xc_arena *arena, xc_story **out,
                          xc_error *error) {
    profiles all;
    xc_case_content documents = *content; // what the claims say plays no part
    documents.claim_count = 0;
    xc_arena *scratch = xc_arena_new();
    *out = xc_arena_array(arena, content->document_count, sizeof **out);
    xc_status status = scratch && *out ? XC_OK : xc_fail_memory(error);
    if (status == XC_OK) {
        status = profiles_make(&documents, scratch, &all, error);
    }
    if (status == XC_OK) {
        status = origins_find(&all, scratch, error);
    }
    if (status == XC_OK) {
        status = tell(&all, content, scratch, arena, *out, error);
    }
    xc_arena_free(scratch);
    return status;
}
