// SPDX-License-Identifier: MIT
// Happenings into incidents: average-link clustering by how much two documents tell one story and
// by kind, place and time of their happenings.
#include "compare/incident/same_incident.h"

#include "compare/pair/pair_features.h"
#include "compare/pair/story_cache.h"
#include "compare/queue.h"

#include <limits.h>

enum {
    ENOUGH = 5,        // points for one incident
    ENOUGH_MEAN = -10, // the same on the mean over two clusters
    LEAST = -40,       // what one pair counts at least in a mean
    MOST = 60,
    RECALLED = -15,  // a happening that a document recalls
    A_GROUP = 12,    // a group that both have claims in
    MOST_GROUPS = 2, // that count
    NEAR = 1,        // days
    WEEK = 7
};

typedef struct unions {
    const profiles *all;
    const happenings *told;
    uint32_t *root, *next, *last, *size;
} unions;

static uint32_t root_of(unions *u, uint32_t number) {
    while (u->root[number] != number) {
        u->root[number] = u->root[u->root[number]];
        number = u->root[number];
    }
    return number;
}

static int place_points(const happening *a, const happening *b) {
    enum { SAME = 8, APART = -25, OTHER_FIRST = 9, OTHER_LAST = 11, ONE_NAME = 4 };
    if (!a->placed || !b->placed) {
        return 0;
    }
    uint8_t bin = place_bin(a->placed, b->placed);
    bool apart = bin >= OTHER_FIRST && bin <= OTHER_LAST;
    return apart ? APART : bin && bin <= ONE_NAME ? SAME : 0;
}

// How much the two documents tell one story says little of what either tells beside its own, and
// nothing of what it recalls.
static int story_of(const unions *u, const happening *a, const happening *b) {
    enum { BESIDE = 15, MOST_BESIDE = 10 };
    if (a->recalled || b->recalled) {
        return RECALLED;
    }
    int points = stories_points(u->all, a->document, b->document);
    int beside = points - BESIDE < MOST_BESIDE ? points - BESIDE : MOST_BESIDE;
    return a->main && b->main ? points : beside;
}

// INT_MIN where kind or time rules it out.
static int pair_points(const unions *u, const happening *a, const happening *b) {
    enum { SAME_KIND = 5, SAME_TIME = 5, MONTH = 31 };
    bool timed = a->moment.known && b->moment.known;
    int gap = timed ? days_between(a->moment, b->moment) : 0;
    bool lasting = a->lasting && b->lasting && a->recalled == b->recalled;
    int most = a->recalled || b->recalled ? MONTH : WEEK;
    if (families_apart(&u->all->vocabulary, a->family, b->family) ||
        (timed && gap > most && !lasting)) {
        return INT_MIN;
    }
    int points = story_of(u, a, b);
    points += place_points(a, b);
    points += a->family && a->family == b->family ? SAME_KIND : 0;
    return points + (timed && gap <= NEAR ? SAME_TIME : 0);
}

static int mean_points(const unions *u, uint32_t one, uint32_t other) {
    enum { SAMPLE = 6 };
    int sum = 0;
    int pairs = 0;
    int a = 0;
    for (uint32_t i = one; i != UINT32_MAX && a < SAMPLE; i = u->next[i], a++) {
        int b = 0;
        for (uint32_t j = other; j != UINT32_MAX && b < SAMPLE; j = u->next[j], b++) {
            int points = pair_points(u, &u->told->items[i], &u->told->items[j]);
            sum += points < LEAST ? LEAST : points > MOST ? MOST : points;
            pairs++;
        }
    }
    return pairs ? sum / pairs : LEAST;
}

// A document tells two happenings apart. Its own stand side by side.
static bool any_apart(unions *u, uint32_t one, uint32_t other) {
    const happening *items = u->told->items;
    uint32_t lesser = u->size[one] < u->size[other] ? one : other;
    uint32_t greater = lesser == one ? other : one;
    for (uint32_t i = lesser; i != UINT32_MAX; i = u->next[i]) {
        uint32_t first = i;
        while (first > 0 && items[first - 1].document == items[i].document) {
            first--;
        }
        for (uint32_t j = first; j < u->told->count && items[j].document == items[i].document;
             j++) {
            if (root_of(u, j) == greater) {
                return true;
            }
        }
    }
    return false;
}

static void join(unions *u, uint32_t one, uint32_t other) {
    uint32_t greater = u->size[one] < u->size[other] ? other : one;
    uint32_t lesser = greater == one ? other : one;
    u->root[lesser] = greater;
    u->next[u->last[greater]] = lesser;
    u->last[greater] = u->last[lesser];
    u->size[greater] += u->size[lesser];
}

static bool unions_make(const profiles *all, const happenings *told, xc_arena *arena,
                        unions *u) {
    *u = (unions){.all = all, .told = told};
    u->root = xc_arena_array(arena, told->count, sizeof *u->root);
    u->next = xc_arena_array(arena, told->count, sizeof *u->next);
    u->last = xc_arena_array(arena, told->count, sizeof *u->last);
    u->size = xc_arena_array(arena, told->count, sizeof *u->size);
    if (!u->root || !u->next || !u->last || !u->size) {
        return false;
    }
    for (uint32_t i = 0; i < told->count; i++) {
        u->root[i] = u->last[i] = i;
        u->next[i] = UINT32_MAX;
        u->size[i] = 1;
    }
    return true;
}

static bool join_all(unions *u, const happening_pairs *pairs, xc_arena *arena) {
    claim_queue open;
    queued_pair pair;
    if (!queue_make(&open, pairs->count, arena)) {
        return false;
    }
    for (size_t i = 0; i < pairs->count; i++) {
        const happening_pair *p = &pairs->items[i];
        int points = pair_points(u, &u->told->items[p->one], &u->told->items[p->other]);
        uint32_t groups = p->groups < MOST_GROUPS ? p->groups : MOST_GROUPS;
        if (points != INT_MIN && points + (int)groups * A_GROUP >= ENOUGH &&
            !queue_put(&open, (queued_pair){.score = points + (int)groups * A_GROUP,
                                            .one = p->one,
                                            .other = p->other})) {
            return false;
        }
    }
    while (queue_take(&open, &pair)) {
        uint32_t one = root_of(u, pair.one);
        uint32_t other = root_of(u, pair.other);
        bool alone = one != other && u->size[one] + u->size[other] == 2;
        if (one != other && !any_apart(u, one, other) &&
            (alone || mean_points(u, one, other) >= ENOUGH_MEAN)) {
            join(u, one, other);
        }
    }
    return true;
}

// A happening that documents only recall is background: a war of long ago.
static bool number_them(unions *u, xc_arena *arena, incident_numbers *out) {
    size_t count = u->told->count;
    bool *main = xc_arena_array(arena, count, sizeof *main);
    uint32_t *number = xc_arena_array(arena, count, sizeof *number);
    out->of_happening = xc_arena_array(arena, count, sizeof *out->of_happening);
    if (!main || !number || !out->of_happening) {
        return false;
    }
    for (uint32_t i = 0; i < count; i++) {
        uint32_t root = root_of(u, i);
        main[root] = main[root] || u->told->items[i].main;
        number[i] = NO_INCIDENT;
    }
    for (uint32_t i = 0; i < count; i++) {
        uint32_t root = root_of(u, i);
        if (main[root] && number[root] == NO_INCIDENT) {
            number[root] = (uint32_t)out->count++;
        }
        out->of_happening[i] = number[root];
    }
    return true;
}

xc_status incidents_number(const profiles *all, const clusters *groups, const happenings *told,
                           xc_arena *arena, incident_numbers *out, xc_error *error) {
    unions u;
    happening_pairs pairs;
    *out = (incident_numbers){0};
    xc_status status = happening_pairs_find(groups, all, told, arena, &pairs, error);
    if (status != XC_OK) {
        return status;
    }
    bool done = unions_make(all, told, arena, &u) && join_all(&u, &pairs, arena) &&
                number_them(&u, arena, out);
    return done ? XC_OK : xc_fail_memory(error);
}
