// SPDX-License-Identifier: MIT
// What a reviewer has vouched for, and nothing else.
#include "crossclaim/compare.h"

#include <stdlib.h>

static int compare_ids(const void *a, const void *b) {
    return xc_slice_compare(*(const xc_slice *)a, *(const xc_slice *)b);
}

static bool is_listed(const xc_slice *ids, size_t count, xc_slice id) {
    return count && bsearch(&id, ids, count, sizeof *ids, compare_ids);
}

static bool is_of_kind(const xc_case_content *content, uint32_t number, xc_decision_kind kind) {
    return number && content->decisions[number - 1].kind == kind;
}

// The ids of the claims for which `number` of their state is a decision of the kind, sorted.
static size_t list_claims(const xc_case_content *content, const xc_claim_state *states,
                          xc_decision_kind kind, xc_slice *out) {
    size_t count = 0;
    for (size_t i = 0; i < content->claim_count; i++) {
        uint32_t number = kind == XC_CONFIRM ? states[i].judged : states[i].of_group;
        if (is_of_kind(content, number, kind) && !states[i].out) {
            out[count++] = content->claims[i].id;
        }
    }
    if (count) {
        qsort(out, count, sizeof *out, compare_ids);
    }
    return count;
}

static bool all_listed(const xc_group *group, const xc_slice *ids, size_t count) {
    for (size_t i = 0; i < group->member_count; i++) {
        if (!is_listed(ids, count, group->members[i])) {
            return false;
        }
    }
    return group->member_count > 0;
}

static bool flags_make(const xc_case_content *content, xc_arena *arena, xc_confirmed *out) {
    out->claims = xc_arena_array(arena, content->claim_count, sizeof *out->claims);
    out->groups = xc_arena_array(arena, content->group_count, sizeof *out->groups);
    out->documents = xc_arena_array(arena, content->document_count, sizeof *out->documents);
    return out->claims && out->groups && out->documents;
}

xc_status xc_decisions_confirmed(const xc_case_content *content, xc_arena *arena,
                                 xc_confirmed *out, xc_error *error) {
    xc_claim_state *states = NULL;
    xc_status status = xc_decisions_claims(content, arena, &states, error);
    if (status != XC_OK) {
        return status;
    }
    xc_slice *confirmed = xc_arena_array(arena, content->claim_count, sizeof *confirmed);
    xc_slice *settled = xc_arena_array(arena, content->claim_count, sizeof *settled);
    xc_slice *keys = xc_arena_array(arena, content->claim_count, sizeof *keys);
    if (!confirmed || !settled || !keys || !flags_make(content, arena, out)) {
        return xc_fail_memory(error);
    }
    size_t count = list_claims(content, states, XC_CONFIRM, confirmed);
    size_t settled_count = list_claims(content, states, XC_SETTLED, settled);
    size_t kept = 0;
    for (size_t i = 0; i < content->group_count; i++) {
        out->groups[i] = all_listed(&content->groups[i], confirmed, count) ||
                         all_listed(&content->groups[i], settled, settled_count);
    }
    for (size_t i = 0; i < content->claim_count; i++) {
        out->claims[i] = is_listed(confirmed, count, content->claims[i].id);
        if (out->claims[i]) {
            keys[kept++] = content->claims[i].document_key;
        }
    }
    if (kept) {
        qsort(keys, kept, sizeof *keys, compare_ids);
    }
    for (size_t i = 0; i < content->document_count; i++) {
        out->documents[i] = is_listed(keys, kept, content->documents[i].key);
    }
    return XC_OK;
}
