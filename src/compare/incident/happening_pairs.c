// SPDX-License-Identifier: MIT
// Happenings that may be one: of one group's claims, and of documents whose openings share a rare
// word. Each is paired with its next neighbours only, so that the work stays near-linear.
#include "compare/incident/same_incident.h"

#include "compare/rarity.h"

#include <stdlib.h>

enum {
    OF_GROUP = 3, // neighbours within a group
    OF_WORD = 3,  // neighbours with a word in common
    WORDS = 4,    // rarest words of an opening
    NAME_BONUS = RAREST / 4
};

static bool add_pair(happening_pairs *out, uint32_t one, uint32_t other, uint32_t groups,
                     xc_arena *arena) {
    happening_pair *at =
        xc_arena_grow(arena, &out->items, out->count, &out->capacity, sizeof *at);
    if (!at) {
        return false;
    }
    *at = one < other ? (happening_pair){one, other, groups}
                      : (happening_pair){other, one, groups};
    out->count++;
    return true;
}

// Of a group's happenings, which come in the order of the documents, each with the next ones.
static bool pair_group(const cluster *group, const profiles *all, const happenings *told,
                       xc_arena *arena, happening_pairs *out) {
    uint32_t last[OF_GROUP];
    size_t kept = 0;
    for (size_t i = 0; i < group->count; i++) {
        uint32_t here = told->of_claim[group->members[i] - all->claims];
        if (here == NO_HAPPENING || (kept && last[(kept - 1) % OF_GROUP] == here)) {
            continue;
        }
        size_t back = kept < OF_GROUP ? kept : OF_GROUP;
        for (size_t k = 1; k <= back; k++) {
            uint32_t before = last[(kept - k) % OF_GROUP];
            bool apart = told->items[before].document != told->items[here].document;
            if (apart && !add_pair(out, before, here, 1, arena)) {
                return false;
            }
        }
        last[kept++ % OF_GROUP] = here;
    }
    return true;
}

typedef struct entry {
    uint32_t word;
    int32_t time; // days
    uint32_t happening;
} entry;

static int by_word_and_time(const void *a, const void *b) {
    const entry *one = a;
    const entry *other = b;
    if (one->word != other->word) {
        return one->word < other->word ? -1 : 1;
    }
    if (one->time != other->time) {
        return one->time < other->time ? -1 : 1;
    }
    return (one->happening > other->happening) - (one->happening < other->happening);
}

static int32_t time_of(const happening *h) {
    const document_profile *d = h->document;
    return h->moment.known      ? h->moment.first
           : d->published.known ? d->published.first
           : d->news.known      ? d->news.first
                                : INT32_MAX;
}

// The rarest words of the document's opening, names before others.
static size_t put_words(const happening *h, uint32_t number, entry *out) {
    const word_set *words = &h->document->words;
    unsigned weights[WORDS] = {0};
    for (size_t i = 0; i < words->count; i++) {
        entry next = {words->items[i].hash, time_of(h), number};
        unsigned weight = words->items[i].weight + (words->items[i].name ? NAME_BONUS : 0U);
        for (size_t j = 0; j < WORDS; j++) {
            if (weight > weights[j] || (weight == weights[j] && next.word < out[j].word)) {
                entry moved = out[j];
                unsigned moved_weight = weights[j];
                out[j] = next;
                weights[j] = weight;
                next = moved;
                weight = moved_weight;
            }
        }
    }
    size_t count = 0;
    while (count < WORDS && weights[count]) {
        count++;
    }
    return count;
}

static bool pair_words(const happenings *told, xc_arena *arena, happening_pairs *out) {
    size_t count = 0;
    entry *entries = xc_arena_array(arena, told->count * WORDS + WORDS, sizeof *entries);
    if (!entries) {
        return false;
    }
    for (uint32_t i = 0; i < told->count; i++) {
        if (!told->items[i].recalled) {
            count += put_words(&told->items[i], i, &entries[count]);
        }
    }
    if (count) {
        qsort(entries, count, sizeof *entries, by_word_and_time);
    }
    for (size_t i = 0; i < count; i++) {
        for (size_t j = i + 1;
             j < count && j <= i + OF_WORD && entries[j].word == entries[i].word; j++) {
            const happening *one = &told->items[entries[i].happening];
            const happening *other = &told->items[entries[j].happening];
            if (one->document != other->document &&
                !add_pair(out, entries[i].happening, entries[j].happening, 0, arena)) {
                return false;
            }
        }
    }
    return true;
}

static int by_happenings(const void *a, const void *b) {
    const happening_pair *one = a;
    const happening_pair *other = b;
    if (one->one != other->one) {
        return one->one < other->one ? -1 : 1;
    }
    return (one->other > other->other) - (one->other < other->other);
}

// Each pair once, with all the groups that it was found in.
static void keep_each_once(happening_pairs *pairs) {
    size_t kept = 0;
    if (pairs->count) {
        qsort(pairs->items, pairs->count, sizeof *pairs->items, by_happenings);
    }
    for (size_t i = 0; i < pairs->count; i++) {
        if (kept && by_happenings(&pairs->items[kept - 1], &pairs->items[i]) == 0) {
            pairs->items[kept - 1].groups += pairs->items[i].groups;
        } else {
            pairs->items[kept++] = pairs->items[i];
        }
    }
    pairs->count = kept;
}

xc_status happening_pairs_find(const clusters *groups, const profiles *all,
                               const happenings *told, xc_arena *arena, happening_pairs *out,
                               xc_error *error) {
    *out = (happening_pairs){0};
    bool done = true;
    for (size_t i = 0; i < groups->count && done; i++) {
        done = pair_group(&groups->items[i], all, told, arena, out);
    }
    if (!done || !pair_words(told, arena, out)) {
        return xc_fail_memory(error);
    }
    keep_each_once(out);
    return XC_OK;
}
