// SPDX-License-Identifier: MIT
// Decisions by claim ids.
#include "decide.h"

#include <stdlib.h>

typedef struct named {
    xc_slice id;
    uint32_t claim;
} named;

static int by_id(const void *a, const void *b) {
    return xc_slice_compare(((const named *)a)->id, ((const named *)b)->id);
}

static const named *find(const named *names, size_t count, xc_slice id) {
    named wanted = {.id = id};
    return count ? bsearch(&wanted, names, count, sizeof *names, by_id) : NULL;
}

// The claim that a decision names; where it is gone (a page was read anew) the one claim that
// stands in the same sentence, none where several do.
static const named *find_again(const profiles *all, const named *names, xc_slice id,
                               xc_slice evidence) {
    const named *found = find(names, all->count, id);
    uint32_t standing = UINT32_MAX;
    if (found || evidence.len == 0) {
        return found;
    }
    for (uint32_t i = 0; i < all->count; i++) {
        if (xc_slice_equal(all->claims[i].claim->evidence, evidence)) {
            if (standing != UINT32_MAX) {
                return NULL;
            }
            standing = i;
        }
    }
    return standing == UINT32_MAX ? NULL
                                  : find(names, all->count, all->claims[standing].claim->id);
}

xc_status decisions_find(const profiles *all, const xc_decision *items, size_t count,
                         xc_arena *arena, decisions *out, xc_error *error) {
    *out = (decisions){0};
    if (count == 0 || all->count == 0) {
        return XC_OK;
    }
    named *names = xc_arena_array(arena, all->count, sizeof *names);
    out->always = xc_arena_array(arena, count, sizeof *out->always);
    out->never = xc_arena_array(arena, count, sizeof *out->never);
    if (!names || !out->always || !out->never) {
        return xc_fail_memory(error);
    }
    for (uint32_t i = 0; i < all->count; i++) {
        names[i] = (named){all->claims[i].claim->id, i};
    }
    qsort(names, all->count, sizeof *names, by_id);
    for (size_t i = 0; i < count; i++) {
        xc_slice first;
        xc_slice second;
        if (items[i].kind == XC_SET_VERDICT) {
            continue;
        }
        (void)xc_slice_cut(items[i].evidence, '\n', &first, &second);
        const named *one = find_again(all, names, items[i].first, first);
        const named *other = find_again(all, names, items[i].second, second);
        if (!one || !other || one == other) {
            continue;
        }
        decided_pair pair = {one->claim, other->claim};
        if (items[i].kind == XC_ALWAYS_SAME) {
            out->always[out->always_count++] = pair;
        } else {
            out->never[out->never_count++] = pair;
        }
    }
    return XC_OK;
}

static bool is_member(const cluster *group, xc_slice id) {
    for (size_t i = 0; i < group->count; i++) {
        if (xc_slice_equal(group->members[i]->claim->id, id)) {
            return true;
        }
    }
    return false;
}

const xc_decision *decision_for(const cluster *group, const xc_decision *items, size_t count) {
    const xc_decision *latest = NULL;
    for (size_t i = 0; i < count; i++) {
        xc_slice rest = items[i].members;
        xc_slice id;
        size_t named_members = 0;
        bool all_here = items[i].kind == XC_SET_VERDICT && rest.len;
        while (all_here && rest.len) {
            (void)xc_slice_cut(rest, ' ', &id, &rest);
            all_here = id.len == 0 || is_member(group, id);
            named_members += id.len > 0;
        }
        if (all_here && named_members == group->count &&
            (!latest || items[i].id >= latest->id)) {
            latest = &items[i];
        }
    }
    return latest;
}
