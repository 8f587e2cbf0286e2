// SPDX-License-Identifier: MIT
// Candidates by shared keys, measure by measure, and the links among them.
#include "compare/pairs.h"

#include "compare/link.h"
#include "compare/rarity.h"

#include <limits.h>
#include <stdlib.h>

// Claims that share a key are looked at together, in a large block each only with its next
// neighbours in time; of a claim's links the strongest are kept. So the work and the memory
// stay near-linear.
enum {
    WINDOW = 12,
    WORD_KEYS = 6,
    STORY_KEYS = 8,
    MOST_KEYS = WORD_KEYS + STORY_KEYS + 4,
    NAME_BONUS = RAREST / 4,
    NEIGHBOURS = MOST_KEYS * 2 * (WINDOW + 1),
    MOST_LINKS = 10 // of a claim with those behind it
};

typedef struct entry {
    uint64_t key;
    int32_t time; // days
    uint32_t claim;
} entry;

typedef struct block {
    const profiles *all;
    entry *entries; // of the claims of one measure, by key, time and claim
    size_t count;
    uint32_t *places; // where a claim's entries stand: those of the first claim, then ...
    size_t *first;    // ... from where on, and one behind the last
    uint32_t *seen;   // by rank: the claim that it was last found for, and one
} block;

static int32_t time_of(const claim_profile *p) {
    return p->moment.known                ? p->moment.first
           : p->document->published.known ? p->document->published.first
           : p->document->news.known      ? p->document->news.first
                                          : INT32_MAX;
}

static void put_key(block *b, uint32_t claim, xc_slice what, uint64_t value) {
    b->entries[b->count++] =
        (entry){xc_hash_seeded(what, value), time_of(&b->all->claims[claim]), claim};
}

// The rarest words of a set, names before others, as keys of one kind.
static void put_words(block *b, uint32_t claim, const word_set *words, xc_slice kind,
                      size_t most) {
    uint32_t best[STORY_KEYS] = {0};
    unsigned weights[STORY_KEYS] = {0};
    for (size_t i = 0; i < words->count; i++) {
        unsigned weight = words->items[i].weight + (words->items[i].name ? NAME_BONUS : 0U);
        uint32_t hash = words->items[i].hash;
        for (size_t j = 0; j < most; j++) {
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
    for (size_t j = 0; j < most && weights[j]; j++) {
        put_key(b, claim, kind, best[j]);
    }
}

static void put_claim(block *b, uint32_t claim) {
    const claim_profile *p = &b->all->claims[claim];
    put_words(b, claim, p->statement ? &p->span : &p->sentence, XC_SLICE("word"), WORD_KEYS);
    if (!p->statement) {
        put_words(b, claim, &p->document->words, XC_SLICE("story"), STORY_KEYS);
    }
    put_key(b, claim, XC_SLICE("document"), xc_hash(p->claim->document_key));
    if (p->place) {
        put_key(b, claim, XC_SLICE("place"), p->place);
    }
    if (p->event) {
        put_key(b, claim, XC_SLICE("event"), p->event);
    }
    if (p->claim->value.known) {
        put_key(b, claim, XC_SLICE("value"),
                (uint64_t)p->claim->value.value.digits * 31 +
                    (uint64_t)(int64_t)p->claim->value.value.exponent);
    }
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
    return (one->claim > other->claim) - (one->claim < other->claim);
}

// Where each claim's entries stand in the sorted list; `rank` is a claim's number in its block.
static void find_places(block *b, const uint32_t *rank, size_t claims) {
    for (size_t i = 0; i < b->count; i++) { // counted two ahead, so that filling moves one up
        b->first[rank[b->entries[i].claim] + 2]++;
    }
    for (size_t i = 2; i < claims + 2; i++) {
        b->first[i] += b->first[i - 1];
    }
    for (size_t i = 0; i < b->count; i++) {
        b->places[b->first[rank[b->entries[i].claim] + 1]++] = (uint32_t)i;
    }
}

static int by_number(const void *a, const void *b) {
    const uint32_t *one = a;
    const uint32_t *other = b;
    return (*one > *other) - (*one < *other);
}

// The claims with a greater number that share a key with this one, each once.
static size_t neighbours(const block *b, const uint32_t *rank, uint32_t claim,
                         uint32_t found[NEIGHBOURS]) {
    size_t count = 0;
    for (size_t i = b->first[rank[claim]]; i < b->first[rank[claim] + 1]; i++) {
        size_t here = b->places[i];
        size_t from = here > WINDOW ? here - WINDOW : 0;
        for (size_t j = from; j < b->count && j <= here + WINDOW; j++) {
            const entry *other = &b->entries[j];
            if (other->key == b->entries[here].key && other->claim > claim &&
                b->seen[rank[other->claim]] != claim + 1) {
                b->seen[rank[other->claim]] = claim + 1;
                found[count++] = other->claim;
            }
        }
    }
    if (count) {
        qsort(found, count, sizeof *found, by_number);
    }
    return count;
}

// Keeps the strongest of a claim's links, of equal ones the first, in the order found.
static size_t keep_link(claim_link kept[MOST_LINKS], size_t count, claim_link found) {
    if (count < MOST_LINKS) {
        kept[count] = found;
        return count + 1;
    }
    size_t weakest = 0;
    for (size_t i = 1; i < count; i++) {
        weakest = kept[i].score <= kept[weakest].score ? i : weakest;
    }
    if (found.score > kept[weakest].score) {
        for (size_t i = weakest; i + 1 < count; i++) {
            kept[i] = kept[i + 1];
        }
        kept[count - 1] = found;
    }
    return count;
}

// Claims by measure, each measure's in their order.
typedef struct measured {
    uint64_t measure;
    uint32_t claim;
} measured;

static int by_measure(const void *a, const void *b) {
    const measured *one = a;
    const measured *other = b;
    if (one->measure != other->measure) {
        return one->measure < other->measure ? -1 : 1;
    }
    return (one->claim > other->claim) - (one->claim < other->claim);
}

typedef struct visit {
    pair_visitor visitor;
    void *context;
} visit;

static xc_status visit_measure(const profiles *all, const measured *claims, size_t count,
                               uint32_t *rank, xc_arena *arena, visit each, xc_error *error) {
    block b = {.all = all};
    b.entries = xc_arena_array(arena, count * MOST_KEYS, sizeof *b.entries);
    b.places = xc_arena_array(arena, count * MOST_KEYS, sizeof *b.places);
    b.first = xc_arena_array(arena, count + 2, sizeof *b.first);
    uint32_t *found = xc_arena_array(arena, NEIGHBOURS, sizeof *found);
    b.seen = xc_arena_array(arena, count, sizeof *b.seen);
    if (!b.entries || !b.places || !b.first || !b.seen || !found) {
        return xc_fail_memory(error);
    }
    for (size_t i = 0; i < count; i++) {
        rank[claims[i].claim] = (uint32_t)i;
        put_claim(&b, claims[i].claim);
    }
    if (b.count) {
        qsort(b.entries, b.count, sizeof *b.entries, by_key_and_time);
    }
    find_places(&b, rank, count);
    for (size_t i = 0; i < count; i++) {
        size_t others = neighbours(&b, rank, claims[i].claim, found);
        each.visitor(each.context, claims[i].claim, found, others);
    }
    return XC_OK;
}

xc_status pairs_visit(const profiles *all, xc_arena *scratch, pair_visitor visitor,
                      void *context, xc_error *error) {
    measured *claims = xc_arena_array(scratch, all->count, sizeof *claims);
    uint32_t *rank = xc_arena_array(scratch, all->count, sizeof *rank);
    if (!claims || !rank) {
        return xc_fail_memory(error);
    }
    for (uint32_t i = 0; i < all->count; i++) {
        claims[i] = (measured){all->claims[i].measure, i};
    }
    if (all->count) {
        qsort(claims, all->count, sizeof *claims, by_measure);
    }
    xc_status status = XC_OK;
    for (size_t first = 0; first < all->count && status == XC_OK;) {
        size_t last = first;
        while (last < all->count && claims[last].measure == claims[first].measure) {
            last++;
        }
        xc_arena_mark mark = xc_arena_here(scratch);
        status = visit_measure(all, &claims[first], last - first, rank, scratch,
                               (visit){visitor, context}, error);
        xc_arena_rewind(scratch, mark);
        first = last;
    }
    return status;
}

typedef struct linking {
    const profiles *all;
    claim_links *out;
} linking;

static void link_claim(void *context, uint32_t claim, const uint32_t *others, size_t count) {
    linking *l = context;
    claim_link kept[MOST_LINKS];
    size_t links = 0;
    for (size_t i = 0; i < count; i++) {
        int score = link_score(l->all, &l->all->claims[claim], &l->all->claims[others[i]]);
        if (score >= l->all->table->bars[BAR_LOOSE]) {
            links = keep_link(kept, links, (claim_link){claim, others[i], score});
        }
    }
    for (size_t i = 0; i < links; i++) {
        l->out->items[l->out->count++] = kept[i];
    }
}

// By score, the greatest first; those of one score stay as they were found.
static bool sort_links(claim_links *found, xc_arena *arena, claim_links *out) {
    enum { MOST_POINTS = 512 };
    size_t starts[MOST_POINTS + 2] = {0};
    out->items = xc_arena_array(arena, found->count, sizeof *out->items);
    if (!out->items) {
        return false;
    }
    for (size_t i = 0; i < found->count; i++) {
        int score = found->items[i].score;
        found->items[i].score = score < 0 ? 0 : score < MOST_POINTS ? score : MOST_POINTS - 1;
        starts[MOST_POINTS - found->items[i].score + 1]++;
    }
    for (size_t i = 1; i < MOST_POINTS + 2; i++) {
        starts[i] += starts[i - 1];
    }
    for (size_t i = 0; i < found->count; i++) {
        out->items[starts[MOST_POINTS - found->items[i].score]++] = found->items[i];
    }
    out->count = found->count;
    return true;
}

static xc_status find_links(const profiles *all, xc_arena *scratch, claim_links *out,
                            xc_error *error) {
    out->items = xc_arena_array(scratch, all->count * MOST_LINKS, sizeof *out->items);
    if (!out->items) {
        return xc_fail_memory(error);
    }
    linking l = {all, out};
    return pairs_visit(all, scratch, link_claim, &l, error);
}

xc_status links_find(const profiles *all, xc_arena *arena, claim_links *out, xc_error *error) {
    *out = (claim_links){0};
    if (all->count >= UINT32_MAX / MOST_KEYS) {
        return xc_fail(error, XC_LIMIT, "too many claims to compare in one case");
    }
    if (all->count == 0) {
        return XC_OK;
    }
    xc_arena *scratch = xc_arena_new();
    claim_links found = {0};
    if (!scratch) {
        return xc_fail_memory(error);
    }
    xc_status status = find_links(all, scratch, &found, error);
    if (status == XC_OK && !sort_links(&found, arena, out)) {
        status = xc_fail_memory(error);
    }
    xc_arena_free(scratch);
    return status;
}
