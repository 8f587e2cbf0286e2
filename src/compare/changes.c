// SPDX-License-Identifier: MIT
// What a case's new documents changed, in words for people.
#include "crossclaim/compare.h"

#include <stdlib.h>

typedef struct tell_state {
    xc_arena *arena;
    xc_slice *lines;
    size_t count, capacity;
    bool failed;
} tell_state;

static void tell(tell_state *telling, xc_slice line) {
    xc_slice *place = xc_arena_grow(telling->arena, &telling->lines, telling->count,
                                    &telling->capacity, sizeof *place);
    if (!place || !line.ptr) {
        telling->failed = true;
        return;
    }
    *place = line;
    telling->count++;
}

// Which group a claim was in.
typedef struct membership {
    xc_slice claim;
    const xc_group *group;
} membership;

typedef struct memberships {
    membership *items;
    size_t count;
    const xc_group *groups;
    size_t *shared; // of each group, how many of its claims the one looked at has; else 0
} memberships;

static int by_claim(const void *a, const void *b) {
    return xc_slice_compare(((const membership *)a)->claim, ((const membership *)b)->claim);
}

static bool memberships_make(const xc_case_content *content, xc_arena *arena,
                             memberships *out) {
    size_t count = 0;
    for (size_t i = 0; i < content->group_count; i++) {
        count += content->groups[i].member_count;
    }
    *out = (memberships){.items = xc_arena_array(arena, count, sizeof *out->items),
                         .groups = content->groups,
                         .shared =
                             xc_arena_array(arena, content->group_count, sizeof *out->shared)};
    for (size_t i = 0; out->items && out->shared && i < content->group_count; i++) {
        const xc_group *group = &content->groups[i];
        for (size_t k = 0; k < group->member_count; k++) {
            out->items[out->count++] = (membership){group->members[k], group};
        }
    }
    if (out->items && count) {
        qsort(out->items, count, sizeof *out->items, by_claim);
    }
    return count == 0 || (out->items && out->shared);
}

// The group that a claim was in; NULL where the claim is new.
static const xc_group *group_before(const memberships *before, xc_slice claim) {
    membership wanted = {.claim = claim};
    const membership *found = before->count ? bsearch(&wanted, before->items, before->count,
                                                      sizeof *before->items, by_claim)
                                            : NULL;
    return found ? found->group : NULL;
}

// The group that this one was: of those that its claims were in the one that gave the most of
// them, as ids change when a lesser one comes in. NULL where all its claims are new.
static const xc_group *group_was(const memberships *before, const xc_group *is,
                                 size_t *new_claims) {
    const xc_group *was = NULL;
    size_t most = 0;
    for (size_t i = 0; i < is->member_count; i++) {
        const xc_group *candidate = group_before(before, is->members[i]);
        *new_claims += candidate == NULL;
        if (candidate && ++before->shared[candidate - before->groups] > most) {
            most = before->shared[candidate - before->groups];
            was = candidate;
        }
    }
    for (size_t i = 0; i < is->member_count; i++) {
        const xc_group *candidate = group_before(before, is->members[i]);
        if (candidate) {
            before->shared[candidate - before->groups] = 0;
        }
    }
    return was;
}

static xc_slice number(xc_arena *arena, xc_number value) {
    if (!value.known) {
        return XC_SLICE("any number");
    }
    char printed[XC_DECIMAL_PRINTED];
    (void)xc_decimal_print(value.value, printed);
    return xc_arena_print(arena, "%s", printed);
}

static void compare_group(tell_state *telling, const xc_group *was, const xc_group *is) {
    xc_arena *arena = telling->arena;
    if (was->verdict != is->verdict) {
        tell(telling, xc_arena_print(arena, "%.*s: the verdict was %s and is now %s",
                                     XC_PRINT(is->about), xc_verdict_text(was->verdict),
                                     xc_verdict_text(is->verdict)));
    } else if (!xc_number_equal(was->low, is->low) || !xc_number_equal(was->high, is->high)) {
        tell(telling, xc_arena_print(arena,
                                     "%.*s: the figures ran from %.*s to %.*s and now run "
                                     "from %.*s to %.*s",
                                     XC_PRINT(is->about), XC_PRINT(number(arena, was->low)),
                                     XC_PRINT(number(arena, was->high)),
                                     XC_PRINT(number(arena, is->low)),
                                     XC_PRINT(number(arena, is->high))));
    } else if (was->sources != is->sources) {
        tell(telling, xc_arena_print(arena, "%.*s: %zu sources instead of %zu",
                                     XC_PRINT(is->about), is->sources, was->sources));
    }
}

static void tell_count(tell_state *telling, size_t count, const char *one, const char *many) {
    if (count) {
        tell(telling, xc_arena_print(telling->arena, "%zu %s", count, count == 1 ? one : many));
    }
}

xc_status xc_changes_tell(const xc_case_content *before, const xc_case_content *after,
                          size_t documents_added, xc_arena *arena, xc_slice **lines,
                          size_t *count, xc_error *error) {
    tell_state telling = {.arena = arena};
    memberships old;
    if (!memberships_make(before, arena, &old)) {
        return xc_fail_memory(error);
    }
    size_t new_groups = 0;
    size_t new_claims = 0;
    tell_count(&telling, documents_added, "document added", "documents added");
    for (size_t i = 0; i < after->group_count; i++) {
        const xc_group *is = &after->groups[i];
        const xc_group *was = group_was(&old, is, &new_claims);
        if (was) {
            compare_group(&telling, was, is);
        } else {
            new_groups++;
        }
    }
    tell_count(&telling, new_groups, "new group", "new groups");
    tell_count(&telling, new_claims, "new claim", "new claims");
    *lines = telling.lines;
    *count = telling.count;
    return telling.failed ? xc_fail_memory(error) : XC_OK;
}
