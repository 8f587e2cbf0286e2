// SPDX-License-Identifier: MIT
// Places that lie in one another, and the place that a text is about.
#include "extract/place/candidates.h"

#include <math.h>
#include <stdlib.h>

static const float NEAR_DEGREES = 0.5F; // between a region and what lies in it

enum {
    OUTWEIGHS = 4,    // times that a place may be said more than the one in it that is meant
    LEAD = 3,         // sentences in which a text says what it is about
    MOST_BETWEEN = 6, // tokens between a place and the one that it lies in
    MOST_TOLD = 12,   // the same where what it is stands between: "a town of 15,000 in"
};

// What stands between two places that follow each other.
typedef struct between {
    bool in, of, mark, conjunction, owner, kind, other, verb;
} between;

static between read_between(const sentence_scan *scan, const place_mention *a,
                            const place_mention *b) {
    between found = {0};
    uint32_t first = a->last, last = b->first;
    for (uint32_t i = first; i < last; i++) {
        uint32_t roles = frame_roles(&scan->language->frames, scan->text->tokens[i].word);
        uint32_t grammar = grammar_of(scan->language, scan->text->tokens[i].word);
        char mark =
            scan->text->tokens[i].kind == XC_TOKEN_PUNCTUATION ? scan->text->tokens[i].mark : 0;
        found.verb |= (grammar & (G_RELATIVE | G_SUBORDINATE | G_REPORT | G_BE)) != 0;
        if (a + 1 < b && i >= a[1].first && i <= a[1].last) {
            continue; // "Zarand in Iran's Kerman province"
        }
        found.kind |= found.mark && roles & FRAME_PLACE_KIND;
        if (grammar & G_POSSESSIVE && i == first) {
            found.owner = true;
        } else if (grammar & G_OF) {
            found.of = true;
        } else if (mark == ',' || mark == '(') {
            found.mark = true;
        } else if (grammar & G_CONJUNCTION) {
            found.conjunction = true;
        } else if (roles & FRAME_LOCATIVE && !(roles & FRAME_TOWARD)) {
            found.in = true;
        } else if (!(grammar & G_DETERMINER) &&
                   !(roles & (FRAME_DIRECTION | FRAME_PLACE_KIND | FRAME_PLACE_FEATURE |
                              FRAME_PLACE_MODIFIER)) &&
                   mark != '-') {
            found.other = true;
        }
    }
    return found;
}

static bool is_larger(xc_place a, xc_place b) {
    return a.kind < b.kind || (a.kind == b.kind && a.kind != XC_PLACE_CITY);
}

// Whether `outer` may hold `inner`: of another country it cannot.
static bool may_hold(xc_place outer, xc_place inner) {
    bool same = !outer.country.len || !inner.country.len ||
                xc_slice_equal(outer.country, inner.country);
    return same && !xc_slice_equal(outer.name, inner.name);
}

static void link(const sentence_scan *scan, place_mention *a, place_mention *b) {
    if (b->first < a->last || b->first - a->last > MOST_TOLD) {
        return;
    }
    between words = read_between(scan, a, b);
    bool told = words.kind && !words.verb; // "Zarand, a town of 15,000 people in Kerman"
    if (!told && (words.other || b->first - a->last > MOST_BETWEEN)) {
        return;
    }
    bool behind = b->role == PLACE_BARE && words.mark && !words.in && !words.conjunction;
    if (may_hold(b->place, a->place) && !words.conjunction &&
        ((words.in && b->role == PLACE_IN && a->place.kind >= b->place.kind) ||
         (words.of && !words.mark) || (behind && is_larger(b->place, a->place)))) {
        bool narrows = words.of && !words.in && !is_larger(b->place, a->place);
        *(narrows ? &a->wider : &b->wider) = true;
        *(narrows ? &b->inner : &a->inner) = true;
        if (narrows) {
            b->role = a->role;
        }
        return;
    }
    bool attribute = (words.owner || a->last == b->first) && may_hold(a->place, b->place);
    if (attribute && b->place.kind > a->place.kind) {
        a->wider = true;
        b->inner = true;
        return;
    }
    if ((words.conjunction || words.mark) && !words.in && !words.of && b->role == PLACE_BARE &&
        a->role < PLACE_ATTRIBUTE) {
        b->role = a->role; // "in Sud and Nippes"
    }
}

void place_link_all(const sentence_scan *scan, text_places *places) {
    for (size_t i = 1; i < places->count; i++) {
        place_mention *a = &places->items[i - 1];
        place_mention *b = &places->items[i];
        if (a->sentence == b->sentence && a->role != PLACE_PEOPLE && b->role != PLACE_PEOPLE) {
            link(scan, a, b);
            if (a->wider && !b->wider && i >= 2 && a[-1].sentence == b->sentence &&
                a[-1].role != PLACE_PEOPLE) {
                link(scan, a - 1, b);
            }
        }
    }
}

static int by_name(const void *a, const void *b) {
    const place_mention *first = *(const place_mention *const *)a;
    const place_mention *second = *(const place_mention *const *)b;
    int order = xc_slice_compare(first->place.name, second->place.name);
    return order ? order : (first > second) - (first < second);
}

static uint32_t said(const place_mention *mention) {
    static const uint32_t weights[] = {
        [PLACE_IN] = 4,        [PLACE_TO] = 3,        [PLACE_FROM] = 3, [PLACE_OF] = 4,
        [PLACE_ATTRIBUTE] = 3, [PLACE_REFERENCE] = 1, [PLACE_BARE] = 2, [PLACE_PEOPLE] = 0};
    uint32_t weight = weights[mention->role];
    weight *= mention->sentence < LEAD ? 2 : 1;
    weight *= mention->place.kind == XC_PLACE_COUNTRY || mention->part ? 1 : 2;
    return weight;
}

bool place_is_inside(xc_place outer, xc_place inner) {
    bool country = outer.country.len && xc_slice_equal(outer.country, inner.country);
    if (!country || inner.kind <= outer.kind) {
        return false;
    }
    if (outer.kind == XC_PLACE_COUNTRY) {
        return true;
    }
    if (outer.division && inner.division) {
        return outer.division == inner.division;
    }
    return fabsf(outer.latitude - inner.latitude) < NEAR_DEGREES &&
           fabsf(outer.longitude - inner.longitude) < NEAR_DEGREES;
}

// The places of a text, told apart by name, with how much is said of each.
typedef struct tally {
    const place_mention *first;
    size_t said;
} tally;

static size_t count_names(const place_mention **sorted, size_t count, tally *names) {
    size_t found = 0;
    for (size_t i = 0; i < count;) {
        tally *name = &names[found++];
        *name = (tally){sorted[i], 0};
        for (; i < count && xc_slice_equal(sorted[i]->place.name, name->first->place.name);
             i++) {
            name->said += said(sorted[i]);
        }
    }
    return found;
}

// The name said most of those inside a place; of equals the one said first.
static const tally *most_said(const tally *names, size_t count, const xc_place *outer) {
    const tally *best = NULL;
    for (size_t i = 0; i < count; i++) {
        if (outer && !place_is_inside(*outer, names[i].first->place)) {
            continue;
        }
        if (!best || names[i].said > best->said ||
            (names[i].said == best->said && names[i].first < best->first)) {
            best = &names[i];
        }
    }
    return best && best->said ? best : NULL;
}

xc_status place_find_usual(xc_arena *arena, text_places *places, xc_error *error) {
    const place_mention **sorted =
        xc_arena_array(arena, places->count + 1, sizeof(place_mention *));
    if (!sorted) {
        return xc_fail_memory(error);
    }
    for (size_t i = 0; i < places->count; i++) {
        sorted[i] = &places->items[i];
    }
    if (places->count) {
        qsort(sorted, places->count, sizeof *sorted, by_name);
    }
    tally *names = xc_arena_array(arena, places->count + 1, sizeof *names);
    if (!names) {
        return xc_fail_memory(error);
    }
    size_t count = count_names(sorted, places->count, names);
    const tally *usual = most_said(names, count, NULL);
    for (const tally *inner = usual; usual && inner;) {
        inner = most_said(names, count, &usual->first->place);
        bool enough = inner && inner->said * OUTWEIGHS >= usual->said;
        inner = enough ? inner : NULL;
        usual = inner ? inner : usual;
    }
    places->usual = usual ? usual->first->place : (xc_place){0};
    return XC_OK;
}
