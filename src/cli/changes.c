// SPDX-License-Identifier: MIT
// What a case's new documents changed, in words for people.
#include "cli/changes.h"

#include <stdlib.h>
#include <string.h>

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

static int by_id(const void *a, const void *b) {
    return xc_slice_compare(((const xc_group *)a)->id, ((const xc_group *)b)->id);
}

/// A copy in the order of ids, for looking them up.
static xc_group *sorted_by_id(const xc_case_content *content, xc_arena *arena) {
    xc_group *groups = xc_arena_array(arena, content->group_count, sizeof *groups);
    if (groups && content->group_count) {
        memcpy(groups, content->groups, content->group_count * sizeof *groups);
        qsort(groups, content->group_count, sizeof *groups, by_id);
    }
    return groups;
}

static xc_slice number(xc_arena *arena, xc_number value) {
    if (!value.known) {
        return XC_SLICE("any number");
    }
    char printed[XC_DECIMAL_PRINTED];
    (void)xc_decimal_print(value.value, printed);
    return xc_arena_print(arena, "%s", printed);
}

static bool same_number(xc_number a, xc_number b) {
    return a.known == b.known && (!a.known || xc_decimal_compare(a.value, b.value) == 0);
}

static void compare_group(tell_state *telling, const xc_group *was, const xc_group *is) {
    xc_arena *arena = telling->arena;
    if (was->verdict != is->verdict) {
        tell(telling, xc_arena_print(arena, "%.*s: the verdict was %s and is now %s",
                                     XC_PRINT(is->about), xc_verdict_text(was->verdict),
                                     xc_verdict_text(is->verdict)));
    } else if (!same_number(was->low, is->low) || !same_number(was->high, is->high)) {
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

xc_status changes_tell(const xc_case_content *before, const xc_case_content *after,
                       size_t documents_added, xc_arena *arena, xc_slice **lines, size_t *count,
                       xc_error *error) {
    tell_state telling = {.arena = arena};
    xc_group *old = sorted_by_id(before, arena);
    if (before->group_count && !old) {
        return xc_fail_memory(error);
    }
    size_t fresh = 0;
    if (documents_added) {
        tell(&telling, xc_arena_print(arena, "%zu document%s added", documents_added,
                                      documents_added == 1 ? "" : "s"));
    }
    for (size_t i = 0; i < after->group_count; i++) {
        const xc_group *is = &after->groups[i];
        const xc_group *was =
            old ? bsearch(is, old, before->group_count, sizeof *old, by_id) : NULL;
        if (was) {
            compare_group(&telling, was, is);
        } else {
            fresh++;
        }
    }
    if (fresh) {
        tell(&telling, xc_arena_print(arena, "%zu new group%s", fresh, fresh == 1 ? "" : "s"));
    }
    *lines = telling.lines;
    *count = telling.count;
    return telling.failed ? xc_fail_memory(error) : XC_OK;
}
