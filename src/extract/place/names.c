// SPDX-License-Identifier: MIT
// What "the country", "the city" and "there" stand for, and the names of a text with how much
// it says of each.
#include "extract/place/candidates.h"

#include <stdlib.h>
#include <string.h>

enum { LEAD = 3 }; // sentences that say what a text is about

static bool fits(place_anaphor anaphor, const place_mention *mention) {
    xc_place_kind kind = mention->place.kind;
    if (mention->sure == DOUBTFUL_PLACE || mention->anaphor) {
        return false;
    }
    if (anaphor == THE_COUNTRY) {
        return kind == XC_PLACE_COUNTRY;
    }
    return mention->role != PLACE_PEOPLE && !mention->wider &&
           (anaphor == THERE || kind != XC_PLACE_COUNTRY);
}

// Whether "town" can be said of a place: not of a province.
static bool is_called(const place_finder *f, uint32_t token, const place_mention *mention) {
    bool town = scan_roles(&f->scan, token) & FRAME_PLACE_TOWN;
    bool city = mention->place.kind == XC_PLACE_CITY;
    return town == city || mention->place.kind == XC_PLACE_REGION;
}

// The last place before a token that the words there can stand for.
static const place_mention *stood_for(const place_finder *f, const text_places *places,
                                      size_t count, uint32_t token, place_anaphor anaphor) {
    xc_word word = f->scan.text->tokens[token].word;
    for (size_t i = count; anaphor == THE_AREA && i > 0; i--) {
        const place_mention *mention = &places->items[i - 1];
        if (mention->first < token && mention->kind == word && fits(anaphor, mention)) {
            return mention; // "the island": that was called so
        }
    }
    for (size_t i = count; i > 0; i--) {
        const place_mention *mention = &places->items[i - 1];
        if (mention->first < token && fits(anaphor, mention) &&
            (anaphor != THE_AREA || is_called(f, token, mention))) {
            return mention;
        }
    }
    return NULL;
}

// Back over "disputed" and "mountainous and disputed" before a kind of place: to the token
// before them. Another one ("the neighbouring state") is not meant.
static int64_t before_adjectives(const place_finder *f, uint32_t token) {
    enum {
        MOST = 3,
        NOT_SO = FRAME_DIRECTION | FRAME_PLACE_KIND | FRAME_PLACE_BESIDE | FRAME_EVENT_OTHER |
                 FRAME_NTH | FRAME_ACTOR
    };
    int64_t at = (int64_t)token - 1;
    for (int words = 0; words < MOST; words++, at--) {
        bool joins = words && scan_grammar(&f->scan, at) & G_CONJUNCTION;
        bool plain = scan_is_kind(&f->scan, at, XC_TOKEN_WORD) && !scan_capital(&f->scan, at) &&
                     !(scan_grammar(&f->scan, at) & ~(uint32_t)(G_REPORT | G_DENY)) &&
                     !(scan_roles(&f->scan, at) & NOT_SO);
        if (!joins && !plain) {
            break;
        }
    }
    return at;
}

// "his", "its", not the "'s" of a name.
static bool is_possessive_word(const place_finder *f, int64_t token) {
    return scan_is_word(&f->scan, token) &&
           !(scan_token_at(&f->scan, token)->flags & XC_TOKEN_CLITIC);
}

// "the country", "that town", "there": not "the city of Bam", not "the port city".
static place_anaphor anaphor_at(const place_finder *f, uint32_t token) {
    uint32_t roles = scan_roles(&f->scan, token);
    if (!(roles & (FRAME_PLACE_AGAIN | FRAME_PLACE_KIND)) || scan_capital(&f->scan, token)) {
        return NO_ANAPHOR;
    }
    int64_t first = before_adjectives(f, token);
    uint32_t before = scan_grammar(&f->scan, first);
    uint32_t behind = scan_grammar(&f->scan, (int64_t)token + 1);
    bool one = scan_roles(&f->scan, first) & FRAME_ONE;
    bool known = first + 1 == token || scan_roles(&f->scan, first) & FRAME_THE;
    if (known && before & G_DETERMINER && !one && !(behind & G_OF) &&
        !scan_capital(&f->scan, (int64_t)token + 1)) {
        return roles & FRAME_PLACE_AGAIN ? THE_COUNTRY : THE_AREA;
    }
    bool area = !(roles & (FRAME_PLACE_AGAIN | FRAME_PLACE_TOWN));
    if (area && first + 1 == token && before & G_POSSESSIVE && !(behind & G_OF) &&
        is_possessive_word(f, first) && !scan_capital(&f->scan, (int64_t)token + 1)) {
        return THE_AREA; // "the governor of Ost told that in his province"
    }
    bool there = roles & FRAME_PLACE_AGAIN && !(roles & FRAME_PLACE_KIND) &&
                 !(before & (G_DETERMINER | G_POSSESSIVE)) && !(behind & (G_BE | G_HAVE));
    return there ? THERE : NO_ANAPHOR;
}

static bool add(place_finder *f, text_places *places, const place_mention *mention) {
    place_mention *room = xc_arena_grow(f->scan.arena, &places->items, places->count,
                                        &places->capacity, sizeof *room);
    if (room) {
        *room = *mention;
        places->count++;
    }
    return room;
}

static bool add_anaphor(place_finder *f, text_places *places, size_t count, uint32_t token,
                        place_anaphor anaphor) {
    const place_mention *of = stood_for(f, places, count, token, anaphor);
    if (!of) {
        return true;
    }
    bool town = scan_roles(&f->scan, token) & FRAME_PLACE_TOWN; // "the new camp" is another
    uint32_t first = town ? token : (uint32_t)(before_adjectives(f, token) + 1);
    place_around around = place_look_around(&f->scan, first, token + 1);
    place_mention mention = {.sentence = f->scan.sentence_index,
                             .first = token,
                             .last = token + 1,
                             .place = of->place,
                             .part = of->part,
                             .role = anaphor == THERE ? PLACE_IN : around.role,
                             .anaphor = anaphor};
    return add(f, places, &mention);
}

static int by_token(const void *a, const void *b) {
    const place_mention *first = a;
    const place_mention *second = b;
    return (first->first > second->first) - (first->first < second->first);
}

static bool add_anaphors(place_finder *f, text_places *places) {
    size_t count = places->count; // the named ones, in text order
    for (size_t i = 0; i < f->scan.text->sentence_count; i++) {
        place_finder_sentence(f, (uint32_t)i);
        const xc_sentence *sentence = f->scan.sentence;
        for (uint32_t token = sentence->first_token; token < sentence->last_token; token++) {
            place_anaphor anaphor = anaphor_at(f, token);
            if (anaphor && !add_anaphor(f, places, count, token, anaphor)) {
                return false;
            }
        }
    }
    if (places->count > count) {
        qsort(places->items, places->count, sizeof *places->items, by_token);
    }
    return true;
}

static uint32_t said(const place_mention *mention) {
    static const uint32_t weights[] = {
        [PLACE_IN] = 4,        [PLACE_TO] = 3,        [PLACE_FROM] = 3, [PLACE_OF] = 4,
        [PLACE_ATTRIBUTE] = 3, [PLACE_REFERENCE] = 1, [PLACE_BARE] = 2, [PLACE_PEOPLE] = 1};
    uint32_t weight = mention->sure == DOUBTFUL_PLACE ? 1 : weights[mention->role];
    return weight * (mention->sentence < LEAD ? 2 : 1);
}

static int by_name(const void *a, const void *b) {
    const place_mention *one = *(place_mention *const *)a;
    const place_mention *other = *(place_mention *const *)b;
    int order = xc_slice_compare(one->place.name, other->place.name);
    return order ? order : (one > other) - (one < other);
}

// Gives each mention as its name the index of the first mention that says it.
static bool join_equal(xc_arena *arena, text_places *places) {
    place_mention **sorted = xc_arena_array(arena, places->count + 1, sizeof(place_mention *));
    if (!sorted) {
        return false;
    }
    for (size_t i = 0; i < places->count; i++) {
        sorted[i] = &places->items[i];
    }
    if (places->count) {
        qsort(sorted, places->count, sizeof *sorted, by_name);
    }
    for (size_t i = 0; i < places->count; i++) {
        bool same = i && xc_slice_equal(sorted[i]->place.name, sorted[i - 1]->place.name);
        sorted[i]->name = same ? sorted[i - 1]->name : (uint32_t)(sorted[i] - places->items);
    }
    return true;
}

// The names said most; of equals the one said first.
static void rank_names(text_places *places) {
    for (size_t i = 0; i < places->name_count; i++) {
        size_t at = places->ranked_count;
        while (at && places->names[places->ranked[at - 1]].said < places->names[i].said) {
            at--;
        }
        if (at == MOST_RANKED) {
            continue;
        }
        size_t kept =
            places->ranked_count < MOST_RANKED ? places->ranked_count : MOST_RANKED - 1;
        memmove(&places->ranked[at + 1], &places->ranked[at],
                (kept - at) * sizeof *places->ranked);
        places->ranked[at] = (uint32_t)i;
        places->ranked_count = kept + 1;
    }
}

xc_status place_name_all(place_finder *f, text_places *places, xc_error *error) {
    if (places->count && !add_anaphors(f, places)) {
        return xc_fail_memory(error);
    }
    places->names = xc_arena_array(f->scan.arena, places->count + 1, sizeof *places->names);
    if (!places->names || !join_equal(f->scan.arena, places)) {
        return xc_fail_memory(error);
    }
    for (size_t i = 0; i < places->count; i++) {
        place_mention *mention = &places->items[i];
        if (mention->name == i) {
            places->names[places->name_count] =
                (place_name){mention->place, (uint32_t)i, 0, true};
            mention->name = (uint32_t)places->name_count++;
        } else {
            mention->name = places->items[mention->name].name;
        }
        places->names[mention->name].said += said(mention);
        places->names[mention->name].force &= mention->force;
        places->said += said(mention);
    }
    rank_names(places);
    return XC_OK;
}
