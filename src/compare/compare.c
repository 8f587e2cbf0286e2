// SPDX-License-Identifier: MIT
// The face of the step.
#include "crossclaim/compare.h"

#include "compare/decision/apply.h"
#include "compare/grouping.h"
#include "compare/origin.h"

static xc_status compare(const xc_case_content *stored, xc_arena *arena, xc_arena *scratch,
                         xc_groups *out, xc_error *error) {
    xc_case_content as_decided;
    const xc_case_content *content = &as_decided;
    profiles all;
    decisions decided;
    clusters found;
    xc_status status = content_as_decided(stored, scratch, &as_decided, error);
    if (status == XC_OK) {
        status = profiles_make(content, scratch, &all, error);
    }
    if (status == XC_OK) {
        xc_arena_mark mark = xc_arena_here(scratch);
        status = origins_find(&all, scratch, error);
        xc_arena_rewind(scratch, mark);
    }
    if (status == XC_OK) {
        status = decisions_find(&all, content, scratch, &decided, error);
    }
    if (status == XC_OK) {
        status = clusters_make(&all, &decided, scratch, &found, error);
    }
    return status == XC_OK ? groups_make(&found, &decided, content, arena, out, error) : status;
}

xc_status xc_compare(const xc_case_content *content, xc_arena *arena, xc_groups *out,
                     xc_error *error) {
    *out = (xc_groups){0};
    xc_arena *scratch = xc_arena_new();
    if (!scratch) {
        return xc_fail_memory(error);
    }
    xc_status status = compare(content, arena, scratch, out, error);
    xc_arena_free(scratch);
    return status;
}

xc_status xc_ungrouped_count(const xc_case_content *content, xc_arena *arena, size_t *out,
                             xc_error *error) {
    size_t placed = 0;
    xc_claim_state *states = NULL;
    *out = 0;
    xc_status status = xc_decisions_claims(content, arena, &states, error);
    if (status != XC_OK) {
        return status;
    }
    for (size_t i = 0; i < content->group_count; i++) {
        placed += content->groups[i].member_count;
    }
    for (size_t i = 0; i < content->claim_count; i++) {
        placed += states[i].out;
    }
    *out = content->claim_count > placed ? content->claim_count - placed : 0;
    return XC_OK;
}

static xc_status compare_and_keep(xc_case *case_file, xc_arena *arena, xc_error *error) {
    xc_case_content content;
    xc_groups groups;
    xc_status status = xc_case_load(case_file, arena, &content, error);
    if (status == XC_OK) {
        status = xc_compare(&content, arena, &groups, error);
    }
    if (status == XC_OK) {
        status = xc_case_set_groups(case_file, groups.items, groups.count, groups.incidents,
                                    groups.incident_count, error);
    }
    return status;
}

xc_status xc_compare_case(xc_case *case_file, xc_error *error) {
    xc_arena *arena = xc_arena_new();
    if (!arena) {
        return xc_fail_memory(error);
    }
    xc_status status = compare_and_keep(case_file, arena, error);
    xc_arena_free(arena);
    return status;
}
