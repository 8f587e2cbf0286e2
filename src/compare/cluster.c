// SPDX-License-Identifier: MIT
// Candidate pairs, links, and a union that never joins what has to stay apart.
#include "cluster.h"

#include "decide.h"
#include "link.h"

#include <limits.h>
#include <stdlib.h>

// Claims that share a key are looked at together; in a large block each only with its next
// neighbours in time, so that the work stays near-linear.
enum { WINDOW = 48, MOST_KEYS = 10, NEIGHBOURS = MOST_KEYS * 2 * (WINDOW + 1) };

typedef struct entry {
    uint64_t key;
    int64_t time;
    uint64_t id;
    uint32_t claim;
} entry;

typedef struct entries {
    entry *items;
    size_t count, capacity;
} entries;

typedef struct candidate {
    uint32_t one, other; // one < other by id
    int score;
} candidate;

typedef struct candidates {
    candidate *items;
    size_t count, capacity;
} candidates;

static bool put_entry(entries *list, const profiles *all, uint32_t claim, xc_slice what,
                      uint64_t value, xc_arena *arena) {
    entry *at =
        xc_arena_grow(arena, &list->items, list->count, &list->capacity, sizeof *list->items);
    if (!at) {
        return false;
    }
    const claim_profile *p = &all->claims[claim];
    const xc_slice measure = p->claim->measure;
    int64_t time = p->moment.known                ? p->moment.first
                   : p->document->published.known ? p->document->published.first
                                                  : INT32_MAX;
    *at = (entry){.key = xc_hash_seeded(what, value) ^ xc_hash(measure),
                  .time = time,
                  .id = p->id,
                  .claim = claim};
    list->count++;
    return true;
}

// The heaviest words of a set, as keys.
static bool put_words(entries *list, const profiles *all, uint32_t claim, const word_set *words,
                      xc_arena *arena) {
    enum { WORD_KEYS = 6 };
    uint32_t best[WORD_KEYS] = {0};
    unsigned weights[WORD_KEYS] = {0};
    for (size_t i = 0; i < words->count; i++) {
        unsigned weight = words->items[i].weight;
        uint32_t hash = words->items[i].hash;
        for (size_t j = 0; j < WORD_KEYS; j++) {
            if (weight > weights[j] || (weight == weights[j] && hash < best[j])) {
                uint32_t moved = best[j];
                unsigned moved_weight = weights[j];
                best[j] = hash;
                weights[j] = weight;
                hash = moved;
                weight = moved_weight;
            }
        }
    }
    for (size_t j = 0; j < WORD_KEYS && weights[j]; j++) {
        if (!put_entry(list, all, claim, XC_SLICE("word"), best[j], arena)) {
            return false;
        }
    }
    return true;
}

static bool put_claim(entries *list, const profiles *all, uint32_t claim, xc_arena *arena) {
    const claim_profile *p = &all->claims[claim];
    bool good = put_words(list, all, claim, p->statement ? &p->span : &p->sentence, arena) &&
                put_entry(list, all, claim, XC_SLICE("document"),
                          xc_hash(p->claim->document_key), arena);
    if (good && p->place) {
        good = put_entry(list, all, claim, XC_SLICE("place"), p->place, arena);
    }
    if (good && p->event) {
        good = put_entry(list, all, claim, XC_SLICE("event"), p->event, arena);
    }
    if (good && p->claim->value.known) {
        uint64_t value = (uint64_t)p->claim->value.value.digits * 31 +
                         (uint64_t)(int64_t)p->claim->value.value.exponent;
        good = put_entry(list, all, claim, XC_SLICE("value"), value, arena);
    }
    return good;
}

static int by_key_and_time(const void *a, const void *b) {
    const entry *one = a;
    const entry *other = b;
    if (one->key != other->key) {
        return one->key < other->key ? -1 : 1;
    }
    if (one->time != other->time) {
        return one->time < other->time ? -1 : 1;
    }
    return (one->id > other->id) - (one->id < other->id);
}

// Where a claim's entries stand in the sorted list.
typedef struct places {
    uint32_t *entry; // of the first claim, then of the second ...
    size_t *first;   // of each claim, and one behind the last
} places;

static bool places_make(const entries *list, size_t claims, xc_arena *arena, places *out) {
    out->entry = xc_arena_array(arena, list->count, sizeof *out->entry);
    out->first = xc_arena_array(arena, claims + 2, sizeof *out->first);
    if (!out->entry || !out->first) {
        return false;
    }
    for (size_t i = 0; i < list->count;
         i++) { // counted two ahead, so that filling moves one up
        out->first[list->items[i].claim + 2]++;
    }
    for (size_t i = 2; i < claims + 2; i++) {
        out->first[i] += out->first[i - 1];
    }
    for (size_t i = 0; i < list->count; i++) {
        out->entry[out->first[list->items[i].claim + 1]++] = (uint32_t)i;
    }
    return true;
}

static int by_number(const void *a, const void *b) {
    const uint32_t *one = a;
    const uint32_t *other = b;
    return (*one > *other) - (*one < *other);
}

// The claims with a greater number that share a key with this one, each once.
static size_t neighbours(const entries *list, const places *at, uint32_t claim,
                         uint32_t found[NEIGHBOURS]) {
    size_t count = 0;
    for (size_t i = at->first[claim]; i < at->first[claim + 1]; i++) {
        size_t here = at->entry[i];
        size_t from = here > WINDOW ? here - WINDOW : 0;
        for (size_t j = from; j < list->count && j <= here + WINDOW; j++) {
            const entry *other = &list->items[j];
            if (other->key == list->items[here].key && other->claim > claim &&
                count < NEIGHBOURS) {
                found[count++] = other->claim;
            }
        }
    }
    size_t kept = 0;
    if (count) {
        qsort(found, count, sizeof *found, by_number);
    }
    for (size_t i = 0; i < count; i++) {
        if (kept == 0 || found[kept - 1] != found[i]) {
            found[kept++] = found[i];
        }
    }
    return kept;
}

static xc_status pair_up(const profiles *all, const entries *list, xc_arena *arena,
                         candidates *out, xc_error *error) {
    places at;
    uint32_t *found = xc_arena_array(arena, NEIGHBOURS, sizeof *found);
    if (list->count >= UINT32_MAX) {
        return xc_fail(error, XC_LIMIT, "too many claims to compare in one case");
    }
    if (!found || !places_make(list, all->count, arena, &at)) {
        return xc_fail_memory(error);
    }
    for (uint32_t one = 0; one < all->count; one++) {
        size_t count = neighbours(list, &at, one, found);
        for (size_t i = 0; i < count; i++) {
            int score = link_score(&all->claims[one], &all->claims[found[i]]);
            if (score < LINK_THRESHOLD) {
                continue;
            }
            candidate *slot = xc_arena_grow(arena, &out->items, out->count, &out->capacity,
                                            sizeof *out->items);
            if (!slot) {
                return xc_fail_memory(error);
            }
            bool in_order = all->claims[one].id < all->claims[found[i]].id;
            *slot = (candidate){in_order ? one : found[i], in_order ? found[i] : one, score};
            out->count++;
        }
    }
    return XC_OK;
}

typedef struct sortable {
    int score;
    uint64_t one_id, other_id;
    uint32_t one, other;
} sortable;

static int strongest_first(const void *a, const void *b) {
    const sortable *one = a;
    const sortable *other = b;
    if (one->score != other->score) {
        return one->score > other->score ? -1 : 1;
    }
    if (one->one_id != other->one_id) {
        return one->one_id < other->one_id ? -1 : 1;
    }
    return (one->other_id > other->other_id) - (one->other_id < other->other_id);
}

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
    enum { SAMPLE = 8, LEAST_POINTS = -30, FIGURE_SUPPORT = 20 };
    int wanted = u->all->claims[one].statement ? LINK_THRESHOLD : FIGURE_SUPPORT;
    int pairs = 0;
    int points = 0;
    int a = 0;
    for (uint32_t i = one; i != UINT32_MAX && a < SAMPLE; i = u->next[i], a++) {
        int b = 0;
        for (uint32_t j = other; j != UINT32_MAX && b < SAMPLE; j = u->next[j], b++) {
            int score = link_score(&u->all->claims[i], &u->all->claims[j]);
            points += score < LEAST_POINTS ? LEAST_POINTS : score;
            pairs++;
        }
    }
    return points >= pairs * wanted;
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

static xc_status take_links(unions *u, const candidates *found, xc_arena *arena,
                            xc_error *error) {
    sortable *links = xc_arena_array(arena, found->count, sizeof *links);
    if (!links) {
        return xc_fail_memory(error);
    }
    for (size_t i = 0; i < found->count; i++) {
        const candidate *c = &found->items[i];
        links[i] = (sortable){c->score, u->all->claims[c->one].id, u->all->claims[c->other].id,
                              c->one, c->other};
    }
    if (found->count) {
        qsort(links, found->count, sizeof *links, strongest_first);
    }
    for (size_t i = 0; i < found->count; i++) {
        uint32_t one = root_of(u, links[i].one);
        uint32_t other = root_of(u, links[i].other);
        if (one != other && may_join(u, one, other)) {
            join(u, one, other);
        }
    }
    return XC_OK;
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
    entries list = {0};
    candidates found = {0};
    unions u;
    if (all->count >= UINT32_MAX) {
        return xc_fail(error, XC_LIMIT, "too many claims to compare in one case");
    }
    for (uint32_t i = 0; i < all->count; i++) {
        if (!put_claim(&list, all, i, arena)) {
            return xc_fail_memory(error);
        }
    }
    if (list.count) {
        qsort(list.items, list.count, sizeof *list.items, by_key_and_time);
    }
    xc_status status = pair_up(all, &list, arena, &found, error);
    if (status == XC_OK && !unions_make(all, decided, arena, &u)) {
        status = xc_fail_memory(error);
    }
    if (status == XC_OK) {
        take_decisions(&u);
        status = take_links(&u, &found, arena, error);
    }
    return status == XC_OK ? collect(&u, arena, out, error) : status;
}
