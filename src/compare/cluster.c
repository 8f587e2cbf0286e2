// SPDX-License-Identifier: MIT
// A union that never joins what has to stay apart.
#include "compare/cluster.h"

#include "compare/decision/decide.h"
#include "compare/link.h"
#include "compare/pairs.h"

#include <limits.h>
#include <stdlib.h>

// Clusters under way: each claim's list and the list's claims.
typedef struct unions {
    const profiles *all;
    const decisions *decided;
    uint32_t *root, *next, *last, *size;
} unions;

static uint32_t root_of(unions *u, uint32_t claim) {
    while (u->root[claim] != claim) {
        u->root[claim] = u->root[u->root[claim]];
        claim = u->root[claim];
    }
    return claim;
}

static bool forbidden(unions *u, uint32_t one, uint32_t other) {
    for (size_t i = 0; i < u->decided->never_count; i++) {
        uint32_t first = root_of(u, u->decided->never[i].one);
        uint32_t second = root_of(u, u->decided->never[i].other);
        if ((first == one && second == other) || (first == other && second == one)) {
            return true;
        }
    }
    return false;
}

// A document's claims stand side by side, so only these are looked at, not the whole group.
static bool any_apart(unions *u, uint32_t one, uint32_t other) {
    const claim_profile *claims = u->all->claims;
    uint32_t lesser = u->size[one] < u->size[other] ? one : other;
    uint32_t greater = lesser == one ? other : one;
    for (uint32_t i = lesser; i != UINT32_MAX; i = u->next[i]) {
        uint32_t first = i;
        while (first > 0 && claims[first - 1].document == claims[i].document) {
            first--;
        }
        for (uint32_t j = first; j < u->all->count && claims[j].document == claims[i].document;
             j++) {
            if (root_of(u, j) == greater && must_stay_apart(&claims[i], &claims[j])) {
                return true;
            }
        }
    }
    return false;
}

// One link must not chain together what has nothing in common, so the pairs across have to be
// near on the average. Figures may chain a little: a town, its province and its country are
// named for one count. Of large groups the first members stand for all.
static bool is_supported(const unions *u, uint32_t one, uint32_t other) {
    enum {
        SAMPLE = 8,
        LEAST_POINTS = -30,
        FIGURE_SUPPORT = 20,
        MOST_EXCLUDED = 2 /* one in so many */
    };
    int wanted = u->all->claims[one].statement ? LINK_THRESHOLD : FIGURE_SUPPORT;
    int pairs = 0;
    int points = 0;
    int excluded = 0;
    int a = 0;
    for (uint32_t i = one; i != UINT32_MAX && a < SAMPLE; i = u->next[i], a++) {
        int b = 0;
        for (uint32_t j = other; j != UINT32_MAX && b < SAMPLE; j = u->next[j], b++) {
            int score = link_score(&u->all->claims[i], &u->all->claims[j]);
            excluded += score == INT_MIN;
            points += score < LEAST_POINTS ? LEAST_POINTS : score;
            pairs++;
        }
    }
    return points >= pairs * wanted && excluded * MOST_EXCLUDED <= pairs;
}

static bool may_join(unions *u, uint32_t one, uint32_t other) {
    return is_supported(u, one, other) && !any_apart(u, one, other) &&
           !forbidden(u, one, other);
}

static void join(unions *u, uint32_t one, uint32_t other) {
    if (u->size[one] < u->size[other]) {
        uint32_t swapped = one;
        one = other;
        other = swapped;
    }
    u->root[other] = one;
    u->next[u->last[one]] = other;
    u->last[one] = u->last[other];
    u->size[one] += u->size[other];
}

static void take_decisions(unions *u) {
    for (size_t i = 0; i < u->decided->always_count; i++) {
        uint32_t one = root_of(u, u->decided->always[i].one);
        uint32_t other = root_of(u, u->decided->always[i].other);
        if (one != other) {
            join(u, one, other);
        }
    }
}

static bool unions_make(const profiles *all, const decisions *decided, xc_arena *arena,
                        unions *u) {
    *u = (unions){.all = all, .decided = decided};
    u->root = xc_arena_array(arena, all->count, sizeof *u->root);
    u->next = xc_arena_array(arena, all->count, sizeof *u->next);
    u->last = xc_arena_array(arena, all->count, sizeof *u->last);
    u->size = xc_arena_array(arena, all->count, sizeof *u->size);
    if (!u->root || !u->next || !u->last || !u->size) {
        return false;
    }
    for (uint32_t i = 0; i < all->count; i++) {
        u->root[i] = u->last[i] = i;
        u->next[i] = UINT32_MAX;
        u->size[i] = 1;
    }
    return true;
}

static void take_links(unions *u, const claim_links *found) {
    for (size_t i = 0; i < found->count; i++) {
        uint32_t one = root_of(u, found->items[i].one);
        uint32_t other = root_of(u, found->items[i].other);
        if (one != other && may_join(u, one, other)) {
            join(u, one, other);
        }
    }
}

static xc_status collect(unions *u, xc_arena *arena, clusters *out, xc_error *error) {
    size_t count = u->all->count;
    out->items = xc_arena_array(arena, count, sizeof *out->items);
    uint32_t *index = xc_arena_array(arena, count, sizeof *index);
    if (!out->items || !index) {
        return xc_fail_memory(error);
    }
    for (uint32_t i = 0; i < count; i++) { // claims come in order, so members and clusters do
        uint32_t root = root_of(u, i);
        if (index[root] == 0) {
            cluster *made = &out->items[out->count++];
            index[root] = (uint32_t)out->count;
            made->members = xc_arena_array(arena, u->size[root], sizeof(void *));
            if (!made->members) {
                return xc_fail_memory(error);
            }
        }
        cluster *of_claim = &out->items[index[root] - 1];
        of_claim->members[of_claim->count++] = &u->all->claims[i];
    }
    return XC_OK;
}

xc_status clusters_make(const profiles *all, const decisions *decided, xc_arena *arena,
                        clusters *out, xc_error *error) {
    *out = (clusters){0};
    claim_links found;
    unions u;
    xc_status status = links_find(all, arena, &found, error);
    if (status == XC_OK && !unions_make(all, decided, arena, &u)) {
        status = xc_fail_memory(error);
    }
    if (status != XC_OK) {
        return status;
    }
    take_decisions(&u);
    take_links(&u, &found);
    return collect(&u, arena, out, error);
}
