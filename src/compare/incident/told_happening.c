// SPDX-License-Identifier: MIT
// One document's figures, put by kind and time into the happenings that they are told of. Places
// do not part them: one flood kills in three towns.
#include "compare/incident/told_happening.h"

#include "compare/pair/pair_features.h"

enum {
    MOST_HAPPENINGS = 16, // of a document
    WEEK = 7,             // days that a happening is told over
    MONTH = 31,           // how well a time of long ago is told
    LENGTH_OF_NAMES = 64  // claims that have a say in a happening's place
};

int days_between(days one, days other) {
    if (one.first > other.last) {
        return one.first - other.last;
    }
    return other.first > one.last ? other.first - one.last : 0;
}

bool families_apart(const vocabulary *v, uint32_t one, uint32_t other) {
    return one && other && one != other && !vocabulary_leads(v, one, other);
}

// The happenings of one document while its claims are gone over.
typedef struct telling {
    happening *items;
    size_t count;
} telling;

// As the extraction tells; of claims that no page was read for, by their times.
static bool is_recalled(const claim_profile *p) {
    xc_happening_role role = p->claim->happening.role;
    return role == XC_RECALLED || (role == XC_ROLE_UNTOLD && p->recalled);
}

static bool is_beside(const claim_profile *p) {
    return p->claim->happening.role == XC_BESIDE;
}

static bool is_of_event(const claim_profile *p) {
    return !p->statement && p->figure.counted &&
           vocabulary_has(p->vocabulary, "of_event", p->claim->measure);
}

// One place of both, or the one's name within the other's.
static bool one_place(const happening *h, const claim_profile *p) {
    return h->placed && p->place && (place_within(h->placed, p) || place_within(p, h->placed));
}

// The dead of one flood are found for weeks.
static bool fits(const happening *h, const claim_profile *p) {
    bool timed = h->moment.known && p->moment.known;
    bool lasting = h->lasting && p->lasting;
    bool one_kind = p->family && h->family == p->family && one_place(h, p);
    int most = is_recalled(p) || one_kind ? MONTH : WEEK;
    bool other_time = timed && !lasting && days_between(h->moment, p->moment) > most;
    return h->recalled == is_recalled(p) && h->beside == is_beside(p) && !other_time &&
           !families_apart(p->vocabulary, h->family, p->family);
}

static int weight_of(const claim_profile *p) {
    return p->position == POSITION_HEADLINE ? 4 : p->position == POSITION_OPENING ? 2 : 1;
}

static void take_claim(happening *h, const claim_profile *p) {
    h->weight += weight_of(p);
    h->lasting = h->lasting || p->lasting;
    h->family = h->family ? h->family : p->family;
    h->moment = h->moment.known ? h->moment : p->moment;
    h->placed = h->placed || !p->place ? h->placed : p;
}

// The happening of the page that a figure is of: one that it fits, of its own kind before one
// of which no kind is told; else a new one.
static uint32_t place_figure(telling *told, const claim_profile *p) {
    size_t best = told->count;
    for (size_t i = 0; i < told->count; i++) {
        bool better = best == told->count || (p->family && told->items[i].family == p->family &&
                                              told->items[best].family != p->family);
        best = better && fits(&told->items[i], p) ? i : best;
    }
    if (best == MOST_HAPPENINGS) {
        return NO_HAPPENING;
    }
    if (best == told->count) {
        told->items[told->count++] = (happening){
            .document = p->document, .recalled = is_recalled(p), .beside = is_beside(p)};
    }
    take_claim(&told->items[best], p);
    return (uint32_t)best;
}

// "The blast": a statement is of a happening of its kind that the page counts the harm of.
static uint32_t place_statement(const telling *told, const claim_profile *p) {
    for (size_t i = 0; i < told->count; i++) {
        const happening *h = &told->items[i];
        if (p->family && h->family == p->family && fits(h, p)) {
            return (uint32_t)i;
        }
    }
    return NO_HAPPENING;
}

static void choose_main(telling *told) {
    happening *best = NULL;
    for (size_t i = 0; i < told->count; i++) {
        happening *h = &told->items[i];
        if (!h->recalled && !h->beside && (!best || h->weight > best->weight)) {
            best = h;
        }
    }
    if (best) {
        best->main = true;
    }
}

// The place that most of a happening's claims tell, of several the first.
static void choose_place(happening *h, uint32_t number, const uint32_t *of_claim, size_t count,
                         const claim_profile *claims) {
    size_t most = 0;
    h->placed = NULL;
    size_t voters = count < LENGTH_OF_NAMES ? count : LENGTH_OF_NAMES;
    for (size_t i = 0; i < voters; i++) {
        size_t votes = 0;
        for (size_t j = 0; j < voters; j++) {
            votes += of_claim[j] == number && claims[j].place == claims[i].place;
        }
        if (of_claim[i] == number && claims[i].place && votes > most) {
            most = votes;
            h->placed = &claims[i];
        }
    }
}

// @param of_claim of the document's claims
static void read_page(telling *told, const document_profile *document, uint32_t *of_claim) {
    for (size_t i = 0; i < document->claim_count; i++) {
        const claim_profile *p = &document->claims[i];
        of_claim[i] = is_of_event(p) ? place_figure(told, p) : NO_HAPPENING;
    }
    for (size_t i = 0; i < document->claim_count; i++) {
        const claim_profile *p = &document->claims[i];
        if (p->statement) {
            of_claim[i] = place_statement(told, p);
        }
    }
    choose_main(told);
    for (size_t i = 0; i < told->count; i++) {
        choose_place(&told->items[i], (uint32_t)i, of_claim, document->claim_count,
                     document->claims);
    }
}

xc_status happenings_find(const profiles *all, xc_arena *arena, happenings *out,
                          xc_error *error) {
    size_t capacity = 0;
    happening scratch[MOST_HAPPENINGS];
    *out = (happenings){.of_claim = xc_arena_array(arena, all->count, sizeof *out->of_claim)};
    if (!out->of_claim) {
        return xc_fail_memory(error);
    }
    for (size_t first = 0; first < all->count;) {
        const document_profile *document = all->claims[first].document;
        telling told = {scratch, 0};
        read_page(&told, document, &out->of_claim[first]);
        for (size_t i = 0; i < document->claim_count; i++) {
            uint32_t *of = &out->of_claim[first + i];
            *of = *of == NO_HAPPENING ? *of : (uint32_t)(*of + out->count);
        }
        for (size_t i = 0; i < told.count; i++) {
            happening *at =
                xc_arena_grow(arena, &out->items, out->count, &capacity, sizeof *at);
            if (!at) {
                return xc_fail_memory(error);
            }
            *at = scratch[i];
            out->count++;
        }
        first += document->claim_count;
    }
    return XC_OK;
}
