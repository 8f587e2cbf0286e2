// SPDX-License-Identifier: MIT
// Whether a reviewer's decisions still hold.
#include "crossclaim/compare.h"

#include "compare/decision/trace.h"

#include <stdlib.h>

typedef struct membership {
    xc_slice claim;
    size_t group;
} membership;

static int by_claim(const void *a, const void *b) {
    return xc_slice_compare(((const membership *)a)->claim, ((const membership *)b)->claim);
}

static size_t count_members(const xc_case_content *content) {
    size_t count = 0;
    for (size_t i = 0; i < content->group_count; i++) {
        count += content->groups[i].member_count;
    }
    return count;
}

static membership *memberships(const xc_case_content *content, size_t count, xc_arena *arena) {
    membership *made = xc_arena_array(arena, count, sizeof *made);
    size_t at = 0;
    for (size_t i = 0; made && i < content->group_count; i++) {
        for (size_t k = 0; k < content->groups[i].member_count; k++) {
            made[at++] = (membership){content->groups[i].members[k], i};
        }
    }
    if (made && count) {
        qsort(made, count, sizeof *made, by_claim);
    }
    return made;
}

// Whether the claims that a verdict was set for are a group, no more and no less.
static bool is_group(const xc_case_content *content, const membership *all, size_t count,
                     const trace *found) {
    size_t group = SIZE_MAX;
    for (size_t i = 0; i < found->count; i++) {
        membership wanted = {.claim = content->claims[found->claims[i]].id};
        const membership *at =
            count ? bsearch(&wanted, all, count, sizeof *all, by_claim) : NULL;
        if (!at || (i && at->group != group)) {
            return false;
        }
        group = at->group;
    }
    return group != SIZE_MAX && content->groups[group].member_count == found->count;
}

xc_status xc_decisions_standing(const xc_case_content *content, xc_arena *arena,
                                xc_standing **out, xc_error *error) {
    trace *traces = NULL;
    size_t count = count_members(content);
    *out = xc_arena_array(arena, content->decision_count, sizeof **out);
    if (content->decision_count == 0) {
        return XC_OK;
    }
    membership *all = memberships(content, count, arena);
    if (!*out || (count && !all)) {
        return xc_fail_memory(error);
    }
    xc_status status = traces_make(content, arena, &traces, error);
    for (size_t i = 0; i < content->decision_count && status == XC_OK; i++) {
        bool verdict = content->decisions[i].kind == XC_SET_VERDICT;
        (*out)[i] = !traces[i].whole || traces[i].count == 0                ? XC_LOST
                    : verdict && !is_group(content, all, count, &traces[i]) ? XC_OUTGROWN
                    : traces[i].moved                                       ? XC_MOVED
                                                                            : XC_STANDS;
    }
    return status;
}

xc_status xc_decisions_latest(const xc_case_content *content, xc_arena *arena, uint32_t **out,
                              xc_error *error) {
    trace *traces = NULL;
    xc_standing *standing = NULL;
    *out = xc_arena_array(arena, content->claim_count, sizeof **out);
    if (!*out) {
        return xc_fail_memory(error);
    }
    if (content->decision_count == 0) {
        return XC_OK;
    }
    xc_status status = xc_decisions_standing(content, arena, &standing, error);
    if (status == XC_OK) {
        status = traces_make(content, arena, &traces, error);
    }
    for (size_t i = 0; i < content->decision_count && status == XC_OK; i++) {
        bool holds = standing[i] == XC_STANDS || standing[i] == XC_MOVED;
        for (size_t k = 0; k < traces[i].count && holds; k++) {
            (*out)[traces[i].claims[k]] = (uint32_t)i + 1;
        }
    }
    return status;
}

const char *xc_standing_text(xc_standing standing) {
    static const char *const words[] = {"stands", "moved", "outgrown", "lost"};
    return standing >= XC_STANDS && standing <= XC_LOST ? words[standing] : "";
}
