// SPDX-License-Identifier: MIT
// Which of many places of one name is meant, whether any is, and what the text is about.
#include "extract/place/candidates.h"

#include <math.h>
#include <stdlib.h>

enum {
    LETTERS = 26,
    MOST_SAME = 64, // places of one name that are looked at
    SHORTEST = 4,   // bytes of a name of one word that needs no preposition
    LARGE = 300000, // inhabitants of a city that needs no support
    DATELINE = 6,   // tokens of a dateline before and behind its town
};

static const xc_gazetteer *gazetteer_of(const place_finder *f) {
    return f->scan.rules->gazetteer;
}

static xc_slice words_of(const place_finder *f, uint32_t first, uint32_t last) {
    return xc_slice_sub(f->scan.text->bytes, f->scan.text->tokens[first].start,
                        f->scan.text->tokens[last - 1].end);
}

// Of the two letters of a country's code; PLACE_COUNTRIES where a place has none.
static size_t index_of(xc_slice country) {
    if (country.len != 2 || country.ptr[0] < 'A' || country.ptr[0] > 'Z' ||
        country.ptr[1] < 'A' || country.ptr[1] > 'Z') {
        return PLACE_COUNTRIES;
    }
    return (size_t)(country.ptr[0] - 'A') * LETTERS + (size_t)(country.ptr[1] - 'A');
}

static uint32_t votes_for(const place_finder *f, xc_slice country) {
    size_t at = index_of(country);
    return at < PLACE_COUNTRIES ? f->votes[at] : 0;
}

static void vote(place_finder *f, xc_place place, uint32_t times) {
    size_t at = index_of(place.country);
    if (at < PLACE_COUNTRIES) {
        f->votes[at] += times;
    }
    bool full = f->division_count == MOST_VOTED;
    if (place.kind == XC_PLACE_DIVISION && place.division && !full) {
        f->divisions[f->division_count++] = place.division;
    }
}

static bool has_division(const place_finder *f, uint32_t division) {
    for (size_t i = 0; division && i < f->division_count; i++) {
        if (f->divisions[i] == division) {
            return true;
        }
    }
    return false;
}

static bool is_person(const place_finder *f, const place_candidate *c) {
    return place_names_have(&f->people, xc_token_slice(f->scan.text, c->last - 1));
}

static bool is_supported(const place_candidate *c) {
    return c->around.role <= PLACE_OF || c->kind || c->around.typed;
}

// Only what can be meant alone says which country the text is about.
static void vote_for(place_finder *f, const place_candidate *c) {
    xc_place first = xc_gazetteer_place(gazetteer_of(f), c->match, 0);
    for (size_t i = 0; i < c->match.count && i < MOST_SAME; i++) {
        xc_place place = xc_gazetteer_place(gazetteer_of(f), c->match, i);
        if (place.kind == XC_PLACE_COUNTRY || place.own) {
            vote(f, place, place.demonym ? 1 : 2);
            return;
        }
        if (!xc_slice_equal(place.country, first.country)) {
            return;
        }
    }
    bool enough = is_supported(c) || first.population >= LARGE || first.kind != XC_PLACE_CITY;
    if (enough && !first.common && !c->person) {
        vote(f, first, 1);
    }
}

// "Springfield, Illinois", "Wau in South Sudan": 2 where the next name is the country or
// division of the place, or its country has just been named.
static int beside(const place_finder *f, const place_candidate *c, xc_place place) {
    const place_candidate *end = f->items + f->count;
    const place_candidate *next = c + 1;
    bool close = next < end && next->match.tokens && next->sentence == c->sentence &&
                 next->first <= c->last + 4;
    for (size_t i = 0; close && i < next->match.count && i < MOST_SAME; i++) {
        xc_place around = xc_gazetteer_place(gazetteer_of(f), next->match, i);
        bool country =
            around.kind == XC_PLACE_COUNTRY && xc_slice_equal(around.country, place.country);
        bool division = around.kind == XC_PLACE_DIVISION && around.division &&
                        around.division == place.division;
        if ((country || division) && place.kind != XC_PLACE_COUNTRY) {
            return 2;
        }
    }
    return 0;
}

static bool is_of_kind(const place_finder *f, const place_candidate *c, xc_place place) {
    if (!c->kind) {
        return false;
    }
    bool town = scan_roles(&f->scan, c->kind) & FRAME_PLACE_TOWN;
    return town ? place.kind == XC_PLACE_CITY : place.kind == XC_PLACE_DIVISION;
}

static double weight(place_finder *f, const place_candidate *c, xc_place place) {
    double known = votes_for(f, place.country);
    double rank = place.kind == XC_PLACE_COUNTRY    ? 20
                  : place.own                       ? 15
                  : place.kind == XC_PLACE_DIVISION ? 0.5
                                                    : 0;
    return rank + 3 * log2(1 + known) + log10(1.0 + place.population) +
           (has_division(f, place.division) && place.kind == XC_PLACE_CITY ? 3 : 0) +
           10 * beside(f, c, place) + (is_of_kind(f, c, place) ? 4 : 0);
}

static xc_place choose(place_finder *f, const place_candidate *c) {
    xc_place best = xc_gazetteer_place(gazetteer_of(f), c->match, 0);
    for (size_t i = 1; i < c->match.count && i < MOST_SAME; i++) {
        xc_place place = xc_gazetteer_place(gazetteer_of(f), c->match, i);
        if (weight(f, c, place) > weight(f, c, best)) {
            best = place;
        }
    }
    return best;
}

// A name counts where it needs no support, or has some: a preposition, its country in the text.
static bool is_meant(place_finder *f, const place_candidate *c, xc_place place) {
    const xc_token *first = scan_token_at(&f->scan, c->first);
    bool one = c->last - c->first == 1;
    bool country = place.kind == XC_PLACE_COUNTRY;
    bool named = c->kind || c->around.typed || beside(f, c, place);
    bool placed = c->around.role <= PLACE_FROM || named;
    if (one && first->end - first->start < SHORTEST && !country && !place.own) {
        return named || (c->around.plain && !(first->flags & XC_TOKEN_CAPITALS)); // "UN", "II"
    }
    if (one && (c->common || place.common) && !country) {
        bool bare = c->around.determined && !named; // "in the Village", "to the East"
        return placed && !bare && (!place.common || named || !f->shouted);
    }
    if (country || place.own) {
        return true;
    }
    if (c->around.determined && c->around.role != PLACE_ATTRIBUTE && !named &&
        place.kind == XC_PLACE_CITY) {
        return false; // "to the Gulf"
    }
    if (c->person && !c->around.plain && !named) {
        return place.population >= LARGE && c->around.role != PLACE_BARE;
    }
    uint32_t known = votes_for(f, place.country);
    return is_supported(c) || named
               ? known > 0 || place.population >= 1000 || place.kind != XC_PLACE_CITY
               : known > 1 || place.population >= LARGE;
}

// "southern Iran": a part of a country is another place than the whole.
static xc_slice part_of_country(const place_finder *f, const place_candidate *c,
                                xc_slice country) {
    xc_slice direction = words_of(f, c->around.direction, c->first);
    xc_word word = f->scan.text->tokens[c->first - 1].word;
    xc_slice adjective = frame_adjective(&f->scan.language->frames, word);
    if (c->around.direction + 1 == c->first) {
        direction = adjective.len ? adjective : xc_lexicon_word(f->scan.text->lexicon, word);
    }
    xc_slice name =
        xc_arena_print(f->scan.arena, "%.*s %.*s", XC_PRINT(direction), XC_PRINT(country));
    return name.ptr ? name : country;
}

// The country that the text is about: twice as often said as any other. Empty if none is.
static xc_slice main_country(const place_finder *f) {
    uint32_t most = 0, second = 0;
    xc_slice country = {0};
    for (size_t i = 0; i < f->count; i++) {
        if (!f->items[i].match.tokens) {
            continue;
        }
        xc_place place = xc_gazetteer_place(gazetteer_of(f), f->items[i].match, 0);
        uint32_t votes = votes_for(f, place.country);
        if (xc_slice_equal(place.country, country)) {
            continue;
        }
        if (votes > most) {
            second = most;
            most = votes;
            country = place.country;
        } else if (votes > second) {
            second = votes;
        }
    }
    return most >= 2 * second ? country : (xc_slice){0};
}

// "Barrow County": with a capital the kind of an area is a part of its name.
static bool is_area_name(const place_finder *f, const place_candidate *c) {
    return c->kind && c->kind == c->last && scan_capital(&f->scan, c->kind) &&
           !place_is_shouted(&f->scan) && !(scan_roles(&f->scan, c->kind) & FRAME_PLACE_TOWN);
}

// A dateline's capitals are no part of the name: "MARASOL" is Marasol.
static xc_slice in_small_letters(const place_finder *f, xc_slice name) {
    for (size_t i = 0; i < name.len; i++) {
        if (!(name.ptr[i] >= 'A' && name.ptr[i] <= 'Z') && name.ptr[i] != ' ') {
            return name;
        }
    }
    char *copy = xc_arena_alloc(f->scan.arena, name.len);
    for (size_t i = 0; copy && i < name.len; i++) {
        bool first = i == 0 || name.ptr[i - 1] == ' ' || name.ptr[i] == ' ';
        copy[i] = (char)(first ? name.ptr[i] : name.ptr[i] - 'A' + 'a');
    }
    return copy ? (xc_slice){copy, name.len} : name;
}

// A name by its form: as the text writes it, with what it is where the name alone is a word.
static xc_place formed(const place_finder *f, const place_candidate *c) {
    bool whole = (c->common && c->kind) || is_area_name(f, c);
    uint32_t last = whole ? c->kind + 1 : c->last;
    bool wide = c->kind;
    return (xc_place){.name = in_small_letters(f, words_of(f, c->first, last)),
                      .country = f->country,
                      .kind = wide ? XC_PLACE_DISTRICT : XC_PLACE_CITY};
}

// "Barrow County" is no town of the name, and not in the town's own province for sure.
static xc_place area_of(const place_finder *f, const place_candidate *c, xc_place town) {
    return (xc_place){.name = words_of(f, c->first, c->kind + 1),
                      .country = town.country,
                      .kind = XC_PLACE_DISTRICT};
}

static bool resolve(place_finder *f, const place_candidate *c, xc_place *place) {
    place_finder_sentence(f, c->sentence);
    if (c->match.tokens) {
        *place = choose(f, c);
        bool meant = is_meant(f, c, *place);
        if (place->kind == XC_PLACE_CITY && is_area_name(f, c)) {
            *place = area_of(f, c, *place);
        }
        return meant;
    }
    *place = formed(f, c);
    bool of_person =
        c->person && c->kind && !scan_capital(&f->scan, c->kind); // "the Orlov camp"
    return (c->strength == FORM_STRONG && !of_person) ||
           (c->strength == FORM_WEAK && !c->person) ||
           (!c->person && place_names_have(&f->formed, place->name));
}

// "CAIRO (Agency) -", a heading: said of the text, and of no sentence.
static bool is_alone(const place_finder *f, const place_candidate *c) {
    const xc_sentence *sentence = f->scan.sentence;
    if (sentence->heading) {
        return true;
    }
    bool starts = !c->sentence || sentence[-1].paragraph != sentence->paragraph;
    if (!starts || c->first > sentence->first_token + DATELINE) {
        return false;
    }
    for (uint32_t at = c->last; at < c->last + DATELINE; at++) {
        char mark = scan_mark_at(&f->scan, at);
        bool dash = mark == '-' && scan_token_at(&f->scan, at)->flags & XC_TOKEN_SPACE_BEFORE;
        if (mark == '(' || dash) {
            return true;
        }
        if (mark != ',' && !scan_capital(&f->scan, at)) {
            return false;
        }
    }
    return false;
}

// What the text calls the place: "Qeshm island", "the village of Zinbi".
static xc_word kind_word(const place_finder *f, const place_candidate *c) {
    int64_t before = (int64_t)c->first - 2;
    bool typed = c->around.typed && scan_roles(&f->scan, before) & FRAME_PLACE_KIND;
    return c->kind ? scan_token_at(&f->scan, c->kind)->word
           : typed ? scan_token_at(&f->scan, (uint32_t)before)->word
                   : 0;
}

// "Southern California": a part that has a name.
static bool is_named_part(const place_finder *f, const place_candidate *c, xc_place place) {
    return place.kind == XC_PLACE_DIVISION && c->around.direction + 1 == c->first &&
           scan_capital(&f->scan, c->around.direction) &&
           c->around.direction > f->scan.sentence->first_token && !place_is_shouted(&f->scan);
}

static xc_status keep(place_finder *f, const place_candidate *c, xc_place place,
                      place_sureness sure, text_places *out, xc_error *error) {
    place_mention *mention =
        xc_arena_grow(f->scan.arena, &out->items, out->count, &out->capacity, sizeof *mention);
    if (!mention) {
        return xc_fail_memory(error);
    }
    *mention = (place_mention){.sentence = c->sentence,
                               .first = c->first,
                               .last = c->last,
                               .place = place,
                               .role = c->around.role,
                               .sure = sure,
                               .kind = kind_word(f, c),
                               .in_name = c->around.in_name,
                               .told = c->around.told,
                               .force = place.kind == XC_PLACE_COUNTRY &&
                                        place_is_force(&f->scan, c->last),
                               .elsewhere = c->around.elsewhere,
                               .alone = is_alone(f, c)};
    if (place.demonym) {
        bool coast = scan_roles(&f->scan, c->last) & (FRAME_PLACE_KIND | FRAME_PLACE_FEATURE) &&
                     !scan_capital(&f->scan, c->last) &&
                     !(scan_grammar(&f->scan, (int64_t)c->last + 1) & G_OF) &&
                     !scan_capital(&f->scan, (int64_t)c->last + 1);
        mention->role = coast && c->around.role == PLACE_IN ? PLACE_IN : PLACE_PEOPLE;
    } else if (c->around.direction < c->first && place.kind == XC_PLACE_COUNTRY) {
        mention->place.name = part_of_country(f, c, place.name);
        mention->place.kind = XC_PLACE_REGION;
        mention->part = true;
    } else if (is_named_part(f, c, place)) {
        mention->place.name = words_of(f, c->around.direction, c->last);
        mention->place.kind = XC_PLACE_REGION;
        mention->part = true;
    }
    out->count++;
    return XC_OK;
}

static place_sureness sureness(const place_candidate *c) {
    return c->match.tokens              ? SURE_PLACE
           : c->strength == FORM_STRONG ? SURE_BY_FORM
                                        : LIKE_A_PLACE;
}

static int by_token(const void *a, const void *b) {
    const place_mention *first = a;
    const place_mention *second = b;
    return (first->first > second->first) - (first->first < second->first);
}

// "Nice weather": a small town, or the first word of a sentence, that no other words support.
static bool is_word_alone(const place_finder *f, const place_candidate *c, xc_place place) {
    return place.common &&
           (place.population < LARGE || c->first == f->scan.sentence->first_token);
}

// Names of the gazetteer that hardly anything but the gazetteer says to be places: a claim may
// still be there. What is a place for sure elsewhere in the text is one here.
static xc_status add_doubtful(place_finder *f, text_places *out, xc_error *error) {
    xc_status status = XC_OK;
    for (size_t i = 0; i < f->count && status == XC_OK; i++) {
        const place_candidate *c = &f->items[i];
        xc_place place;
        if (!c->match.tokens || c->common || resolve(f, c, &place)) {
            continue;
        }
        bool sure = place_names_have(&f->sure, words_of(f, c->first, c->last));
        bool named = sure && !c->person;
        bool somebody = c->person && !sure && !c->around.plain && place.population < LARGE;
        if (named || (!somebody && !is_word_alone(f, c, place))) {
            status = keep(f, c, place, named ? SURE_PLACE : DOUBTFUL_PLACE, out, error);
        }
    }
    if (out->count) {
        qsort(out->items, out->count, sizeof *out->items, by_token);
    }
    return status;
}

xc_status place_choose_all(place_finder *f, text_places *out, xc_error *error) {
    for (size_t i = 0; i < f->count; i++) {
        place_candidate *c = &f->items[i];
        c->person = is_person(f, c);
        if (c->match.tokens && !c->common) {
            vote_for(f, c);
        }
    }
    f->country = main_country(f);
    xc_status status = XC_OK;
    for (size_t i = 0; i < f->count && status == XC_OK; i++) {
        xc_place place;
        if (resolve(f, &f->items[i], &place)) {
            if (f->items[i].match.tokens && !place.common) {
                place_names_add(&f->sure, words_of(f, f->items[i].first, f->items[i].last));
            }
            status = keep(f, &f->items[i], place, sureness(&f->items[i]), out, error);
        }
    }
    if (status == XC_OK) {
        place_link_all(&f->scan, out);
        status = place_find_usual(f->scan.arena, out, error);
    }
    return status == XC_OK ? add_doubtful(f, out, error) : status;
}
