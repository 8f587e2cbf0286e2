// SPDX-License-Identifier: MIT
// Places that lie in one another, and the place that a text is about.
#include "place_find.h"

#include <stdlib.h>

enum {
    LEAD = 3,         // sentences in which a text says what it is about
    MOST_BETWEEN = 6, // tokens between a place and the one that it lies in
};

// What stands between two places that follow each other.
typedef struct between {
    bool in, of, mark, conjunction, owner, other;
} between;

static between read_between(const xc_scan *scan, uint32_t first, uint32_t last) {
    between found = {0};
    for (uint32_t i = first; i < last; i++) {
        uint32_t roles = xc_frame_roles(&scan->language->frames, scan->text->tokens[i].word);
        uint32_t grammar = xc_grammar_of(scan->language, scan->text->tokens[i].word);
        char mark =
            scan->text->tokens[i].kind == XC_TOKEN_PUNCTUATION ? scan->text->tokens[i].mark : 0;
        if (grammar & XC_G_POSSESSIVE && i == first) {
            found.owner = true;
        } else if (grammar & XC_G_OF) {
            found.of = true;
        } else if (mark == ',' || mark == '(') {
            found.mark = true;
        } else if (grammar & XC_G_CONJUNCTION) {
            found.conjunction = true;
        } else if (roles & XC_FRAME_LOCATIVE && !(roles & XC_FRAME_TOWARD)) {
            found.in = true;
        } else if (!(grammar & XC_G_DETERMINER) &&
                   !(roles & (XC_FRAME_DIRECTION | XC_FRAME_PLACE_KIND |
                              XC_FRAME_PLACE_FEATURE | XC_FRAME_PLACE_MODIFIER)) &&
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

static void link(const xc_scan *scan, xc_place_mention *a, xc_place_mention *b) {
    if (b->first - a->last > MOST_BETWEEN || b->first < a->last) {
        return;
    }
    between words = read_between(scan, a->last, b->first);
    if (words.other) {
        return;
    }
    bool behind = b->role == XC_PLACE_BARE && words.mark && !words.in && !words.conjunction;
    if (may_hold(b->place, a->place) && !words.conjunction &&
        ((words.in && b->role == XC_PLACE_IN) || (words.of && !words.mark) ||
         (behind && is_larger(b->place, a->place)))) {
        bool narrows = words.of && !words.in && !is_larger(b->place, a->place);
        *(narrows ? &a->wider : &b->wider) = true;
        if (narrows) {
            b->role = a->role;
        }
        return;
    }
    bool attribute = (words.owner || a->last == b->first) && may_hold(a->place, b->place);
    if (attribute && b->place.kind > a->place.kind) {
        a->wider = true;
        return;
    }
    if ((words.conjunction || words.mark) && !words.in && !words.of &&
        b->role == XC_PLACE_BARE && a->role < XC_PLACE_ATTRIBUTE) {
        b->role = a->role; // "in Sud and Nippes"
    }
}

void xc_place_link_all(const xc_scan *scan, xc_places *places) {
    for (size_t i = 1; i < places->count; i++) {
        xc_place_mention *a = &places->items[i - 1];
        xc_place_mention *b = &places->items[i];
        if (a->sentence == b->sentence && a->role != XC_PLACE_PEOPLE &&
            b->role != XC_PLACE_PEOPLE) {
            link(scan, a, b);
        }
    }
}

static int by_name(const void *a, const void *b) {
    const xc_place_mention *first = *(const xc_place_mention *const *)a;
    const xc_place_mention *second = *(const xc_place_mention *const *)b;
    int order = xc_slice_compare(first->place.name, second->place.name);
    return order ? order : (first > second) - (first < second);
}

static uint32_t said(const xc_place_mention *mention) {
    static const uint32_t weights[] = {4, 3, 3, 4, 3, 1, 2, 1};
    uint32_t weight = weights[mention->role];
    weight *= mention->sentence < LEAD ? 2 : 1;
    weight *= mention->place.kind == XC_PLACE_COUNTRY ? 1 : 2;
    return weight;
}

xc_status xc_place_find_usual(xc_arena *arena, xc_places *places, xc_error *error) {
    const xc_place_mention **sorted =
        xc_arena_array(arena, places->count + 1, sizeof(xc_place_mention *));
    if (!sorted) {
        return xc_fail_memory(error);
    }
    for (size_t i = 0; i < places->count; i++) {
        sorted[i] = &places->items[i];
    }
    if (places->count) {
        qsort(sorted, places->count, sizeof *sorted, by_name);
    }
    const xc_place_mention *usual = NULL;
    size_t most = 0;
    for (size_t i = 0; i < places->count;) {
        const xc_place_mention *first = sorted[i];
        size_t sum = 0;
        for (; i < places->count && xc_slice_equal(sorted[i]->place.name, first->place.name);
             i++) {
            sum += said(sorted[i]);
        }
        if (sum > most || (sum == most && usual && first < usual)) {
            most = sum;
            usual = first;
        }
    }
    places->usual = usual ? usual->place : (xc_place){0};
    return XC_OK;
}
