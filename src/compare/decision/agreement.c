// SPDX-License-Identifier: MIT
// How far reviewers agree: per cent and kappa (Cohen 1960), and on what they do not.
#include "crossclaim/compare.h"

#include "compare/decision/trace.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_REVIEWERS = 16 };

enum { ON_CLAIMS, ON_FIELDS, ON_VERDICTS, MATTERS };
static const char *const matters[MATTERS] = {
    [ON_CLAIMS] = "claims", [ON_FIELDS] = "fields", [ON_VERDICTS] = "verdicts"};

// What one reviewer said last of one thing.
typedef struct voted {
    uint64_t unit, category;
    uint32_t decision, reviewer;
    int matter;
} voted;

typedef struct ballot {
    voted *items;
    size_t count;
    xc_slice reviewers[MOST_REVIEWERS];
    size_t reviewer_count;
} ballot;

static int by_unit(const void *a, const void *b) {
    const voted *one = a;
    const voted *other = b;
    if (one->matter != other->matter) {
        return one->matter < other->matter ? -1 : 1;
    }
    if (one->unit != other->unit) {
        return one->unit < other->unit ? -1 : 1;
    }
    if (one->reviewer != other->reviewer) {
        return one->reviewer < other->reviewer ? -1 : 1;
    }
    return (one->decision > other->decision) - (one->decision < other->decision);
}

static uint32_t reviewer_of(ballot *all, xc_slice name) {
    for (uint32_t i = 0; i < all->reviewer_count; i++) {
        if (xc_slice_equal(all->reviewers[i], name)) {
            return i;
        }
    }
    if (all->reviewer_count == MOST_REVIEWERS) {
        return MOST_REVIEWERS;
    }
    all->reviewers[all->reviewer_count] = name;
    return (uint32_t)all->reviewer_count++;
}

static int matter_of(xc_decision_kind kind) {
    return kind == XC_CONFIRM || kind == XC_REJECT ? ON_CLAIMS
           : kind == XC_SET_FIELD                  ? ON_FIELDS
           : kind == XC_SET_VERDICT                ? ON_VERDICTS
                                                   : MATTERS;
}

// Claims that a decision names are a unit each; a verdict is one on its members.
static void vote(ballot *all, const xc_case_content *content, uint32_t index,
                 const trace *found) {
    const xc_decision *decision = &content->decisions[index];
    voted one = {.decision = index,
                 .reviewer = reviewer_of(all, decision->reviewer),
                 .matter = matter_of(decision->kind)};
    if (one.matter == MATTERS || one.reviewer == MOST_REVIEWERS || found->undone) {
        return;
    }
    const xc_slice said[] = {xc_slice_of(xc_decision_kind_text(decision->kind)),
                             decision->value, decision->verdict};
    one.category = xc_hash_slices(said, sizeof said / sizeof *said);
    if (one.matter == ON_VERDICTS) {
        one.unit = xc_hash(decision->members);
        all->items[all->count++] = one;
        return;
    }
    for (size_t i = 0; i < found->count; i++) {
        if (found->claims[i] != NO_CLAIM) {
            const xc_slice unit[] = {content->claims[found->claims[i]].id, decision->field};
            one.unit = xc_hash_slices(unit, 2);
            all->items[all->count++] = one;
        }
    }
}

// Of several decisions of one reviewer on one unit the last counts.
static void keep_last(ballot *all) {
    size_t kept = 0;
    for (size_t i = 0; i < all->count; i++) {
        const voted *next = i + 1 < all->count ? &all->items[i + 1] : NULL;
        const voted *one = &all->items[i];
        bool again = next && next->matter == one->matter && next->unit == one->unit &&
                     next->reviewer == one->reviewer;
        if (!again) {
            all->items[kept++] = *one;
        }
    }
    all->count = kept;
}

static int by_value(const void *a, const void *b) {
    const uint64_t *one = a;
    const uint64_t *other = b;
    return (*one > *other) - (*one < *other);
}

// The share of pairs that would be equal by chance: over categories, the product of the shares.
static double chance(uint64_t *one, uint64_t *other, size_t count) {
    double sum = 0;
    qsort(one, count, sizeof *one, by_value);
    qsort(other, count, sizeof *other, by_value);
    for (size_t i = 0, k = 0; i < count;) {
        size_t first = i;
        while (i < count && one[i] == one[first]) {
            i++;
        }
        while (k < count && other[k] < one[first]) {
            k++;
        }
        size_t second = k;
        while (k < count && other[k] == one[first]) {
            k++;
        }
        sum += (double)(i - first) * (double)(k - second);
    }
    return sum / ((double)count * (double)count);
}

typedef struct pair_count {
    uint64_t *one, *other; // categories, unit by unit
    size_t count, same;
} pair_count;

static const voted *vote_of(const ballot *all, size_t from, uint32_t reviewer) {
    const voted *first = &all->items[from];
    for (size_t i = from; i < all->count && all->items[i].unit == first->unit &&
                          all->items[i].matter == first->matter;
         i++) {
        if (all->items[i].reviewer == reviewer) {
            return &all->items[i];
        }
    }
    return NULL;
}

static bool starts_unit(const ballot *all, size_t at) {
    return at == 0 || all->items[at].unit != all->items[at - 1].unit ||
           all->items[at].matter != all->items[at - 1].matter;
}

// Where a third one decided, too, the thing is settled.
static bool is_settled(const ballot *all, size_t from) {
    size_t voters = 0;
    for (size_t i = from; i < all->count && (i == from || !starts_unit(all, i)); i++) {
        voters++;
    }
    return voters > 2;
}

static void count_pair(const ballot *all, int matter, uint32_t first, uint32_t second,
                       pair_count *pair, xc_agreements *out) {
    pair->count = pair->same = 0;
    for (size_t i = 0; i < all->count; i++) {
        if (all->items[i].matter != matter || !starts_unit(all, i)) {
            continue;
        }
        const voted *one = vote_of(all, i, first);
        const voted *other = vote_of(all, i, second);
        if (!one || !other) {
            continue;
        }
        pair->one[pair->count] = one->category;
        pair->other[pair->count++] = other->category;
        pair->same += one->category == other->category;
        if (one->category != other->category && !is_settled(all, i)) {
            out->open[out->open_count++] = (xc_disagreement){one->decision, other->decision};
        }
    }
}

static void measure_pair(const ballot *all, int matter, uint32_t first, uint32_t second,
                         pair_count *pair, xc_agreements *out) {
    count_pair(all, matter, first, second, pair, out);
    if (!pair->count) {
        return;
    }
    double same = (double)pair->same / (double)pair->count;
    double by_chance = chance(pair->one, pair->other, pair->count);
    out->pairs[out->pair_count++] =
        (xc_agreement){.matter = matters[matter],
                       .one = all->reviewers[first],
                       .other = all->reviewers[second],
                       .both = pair->count,
                       .same = pair->same,
                       .kappa = by_chance < 1 ? (same - by_chance) / (1 - by_chance) : NAN};
}

xc_status xc_decisions_agreement(const xc_case_content *content, xc_arena *arena,
                                 xc_agreements *out, xc_error *error) {
    trace *traces = NULL;
    ballot all = {.count = 0};
    size_t most = content->decision_count;
    *out = (xc_agreements){.pair_count = 0};
    xc_status status = traces_make(content, arena, &traces, error);
    for (size_t i = 0; status == XC_OK && i < content->decision_count; i++) {
        most += traces[i].count;
    }
    all.items = xc_arena_array(arena, most, sizeof *all.items);
    out->pairs = xc_arena_array(arena, (size_t)MATTERS * MOST_REVIEWERS * MOST_REVIEWERS,
                                sizeof *out->pairs);
    out->open = xc_arena_array(arena, most * MOST_REVIEWERS, sizeof *out->open);
    pair_count pair = {.one = xc_arena_array(arena, most, sizeof *pair.one),
                       .other = xc_arena_array(arena, most, sizeof *pair.other)};
    if (status != XC_OK || !all.items || !out->pairs || !out->open || !pair.one ||
        !pair.other) {
        return status != XC_OK ? status : xc_fail_memory(error);
    }
    for (uint32_t i = 0; i < content->decision_count; i++) {
        vote(&all, content, i, &traces[i]);
    }
    if (all.count) {
        qsort(all.items, all.count, sizeof *all.items, by_unit);
    }
    keep_last(&all);
    for (int matter = 0; matter < MATTERS; matter++) {
        for (uint32_t i = 0; i < all.reviewer_count; i++) {
            for (uint32_t k = i + 1; k < all.reviewer_count; k++) {
                measure_pair(&all, matter, i, k, &pair, out);
            }
        }
    }
    return XC_OK;
}
