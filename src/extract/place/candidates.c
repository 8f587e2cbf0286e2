// SPDX-License-Identifier: MIT
// Walks over a sentence and notes what may be the name of a place.
#include "extract/place/candidates.h"

#include "crossclaim/base/hash.h"

typedef enum begins_name { NOT_ASKED, BEGINS_NONE, BEGINS_SOME } begins_name;

enum { SHORTEST_FORM = 3 }; // bytes of a name that no gazetteer has: "T", "St"

// No place bears them: who speaks, months, titles, and happenings.
static const uint32_t NO_PLACE = FRAME_EVENT | FRAME_NOT_PLACE | FRAME_FACILITY | FRAME_STREET;

void place_finder_sentence(place_finder *f, uint32_t sentence) {
    if (f->scan.sentence == &f->scan.text->sentences[sentence]) {
        return;
    }
    f->scan.sentence = &f->scan.text->sentences[sentence];
    f->scan.sentence_index = sentence;
    index_range quantities = scan_quantities(&f->scan, sentence);
    f->scan.first_quantity = quantities.first;
    f->scan.last_quantity = quantities.last;
}

static bool is_common_word(const place_finder *f, uint32_t first, uint32_t last) {
    xc_word word = scan_token_at(&f->scan, first)->word;
    if (last - first > 1 || !word) {
        return false;
    }
    const language_rules *language = f->scan.language;
    return grammar_of(language, word) != 0 ||
           (frame_roles(&language->frames, word) & ~(uint32_t)FRAME_DIRECTION) ||
           speaker_cues(&language->speakers, word) || phrase_starts_of(language, word);
}

static xc_place_match match_at(place_finder *f, uint32_t token) {
    const xc_gazetteer *gazetteer = f->scan.rules->gazetteer;
    xc_word word = scan_token_at(&f->scan, token)->word;
    if (word && word < f->word_count) {
        if (f->begins[word] == NOT_ASKED) {
            xc_slice folded = xc_lexicon_word(f->scan.text->lexicon, word);
            f->begins[word] =
                xc_gazetteer_begins(gazetteer, folded) ? BEGINS_SOME : BEGINS_NONE;
        }
        if (f->begins[word] == BEGINS_NONE) {
            return (xc_place_match){0};
        }
    }
    uint64_t hash = word ? 0 : xc_hash(xc_token_slice(f->scan.text, token));
    uint64_t *unknown = &f->unknown[hash % UNKNOWN_WORDS];
    if (!word && *unknown == hash) {
        return (xc_place_match){0};
    }
    xc_place_match match = xc_gazetteer_match(gazetteer, f->scan.text, token,
                                              f->scan.sentence->last_token, &f->scratch);
    if (!word && match.unknown) {
        *unknown = hash;
    }
    return match;
}

static bool is_initial(const place_finder *f, int64_t token) {
    return scan_capital(&f->scan, token) &&
           xc_token_slice(f->scan.text, (size_t)token).len == 1;
}

// "The White House": who speaks bears the name of a town. Not "in White House, Tennessee".
static bool is_body(const place_finder *f, uint32_t first, uint32_t last) {
    bool town = !(scan_grammar(&f->scan, (int64_t)first - 1) & G_DETERMINER) &&
                scan_mark_at(&f->scan, last) == ',' &&
                scan_capital(&f->scan, (int64_t)last + 1);
    return !town && last - first > 1 &&
           speaker_noun_at(&f->scan.language->speakers, f->scan.text, first, last).tokens ==
               last - first;
}

// Whether the name is a piece of a longer one that is no place: "Scott Russell", "Paris
// Agreement".
static bool is_piece(const place_finder *f, uint32_t first, uint32_t last) {
    if (f->shouted) {
        return false;
    }
    int64_t before = (int64_t)first - 1;
    if (scan_mark_at(&f->scan, before) == '.' && is_initial(f, before - 1)) {
        return true; // "Mark R. Warner"
    }
    bool sentence_begins = before <= f->scan.sentence->first_token;
    uint32_t grammar = scan_grammar(&f->scan, before);
    uint32_t roles = scan_roles(&f->scan, before);
    bool small = grammar & (G_PREPOSITION | G_OF | G_DETERMINER | G_FROM | G_TO |
                            G_CONJUNCTION | G_POSSESSIVE);
    bool joined = scan_capital(&f->scan, before) && !sentence_begins && !small &&
                  !(roles & (FRAME_DIRECTION | FRAME_PLACE_KIND)) &&
                  !scan_is_time(&f->scan, (uint32_t)before);
    uint32_t behind = scan_roles(&f->scan, last);
    bool goes_on = scan_capital(&f->scan, last) &&
                   !(scan_grammar(&f->scan, last) & G_CONJUNCTION) &&
                   !(behind & FRAME_PLACE_KIND) && !place_speaks(&f->scan, last) &&
                   !scan_is_time(&f->scan, last) &&
                   scan_token_at(&f->scan, last)->flags & XC_TOKEN_SPACE_BEFORE;
    return joined || goes_on;
}

// Whether a mark or the sentence's edge stands behind it.
static bool stands(const place_finder *f, uint32_t last) {
    return last >= f->scan.sentence->last_token || scan_mark_at(&f->scan, last);
}

static xc_status add(place_finder *f, place_candidate candidate, xc_error *error) {
    place_candidate *c =
        xc_arena_grow(f->scan.arena, &f->items, f->count, &f->capacity, sizeof *c);
    if (!c) {
        return xc_fail_memory(error);
    }
    candidate.sentence = f->scan.sentence_index;
    candidate.around = place_look_around(&f->scan, candidate.first, candidate.last);
    candidate.kind = candidate.around.one ? 0 : candidate.kind;
    candidate.stands = stands(f, candidate.last);
    *c = candidate;
    f->count++;
    return XC_OK;
}

static bool ends_like_adjective(xc_slice word) {
    return xc_slice_ends(word, XC_SLICE("ish")) || xc_slice_ends(word, XC_SLICE("ese")) ||
           xc_slice_ends(word, XC_SLICE("ean")) || xc_slice_ends(word, XC_SLICE("ist")) ||
           xc_slice_ends(word, XC_SLICE("iite"));
}

// A quantity of the sentence at work that has the token; NULL for none.
static const xc_quantity *quantity_at(const place_finder *f, uint32_t token) {
    for (size_t i = f->scan.first_quantity; i < f->scan.last_quantity; i++) {
        const xc_quantity *quantity = &f->scan.mentions->quantities[i];
        if (token >= quantity->first_token && token < quantity->last_token) {
            return quantity;
        }
    }
    return NULL;
}

// Whether any word of the name says that it is none of a place: "Red Cross", "Islam", "UN".
// @param loud capitals tell nothing
static bool is_no_place(const place_finder *f, uint32_t first, uint32_t last, bool loud) {
    for (uint32_t i = first; i < last; i++) {
        const xc_token *token = scan_token_at(&f->scan, i);
        uint32_t roles = scan_roles(&f->scan, i);
        bool shouted = token->flags & XC_TOKEN_CAPITALS && !loud;
        if (token->kind == XC_TOKEN_WORD &&
            (shouted || roles & NO_PLACE || quantity_at(f, i) || place_speaks(&f->scan, i))) {
            return true;
        }
    }
    xc_slice name = xc_token_slice(f->scan.text, first);
    return last - first == 1 && (name.len < SHORTEST_FORM || ends_like_adjective(name));
}

// A name that the gazetteer does not have.
static xc_status add_form(place_finder *f, place_form form, xc_error *error) {
    uint32_t first = form.first, last = form.last;
    place_candidate c = {.first = first, .last = last, .kind = form.kind};
    c.common = is_common_word(f, first, last);
    place_around around = place_look_around(&f->scan, first, last);
    bool sentence_begins = first == f->scan.sentence->first_token;
    bool office = form.kind && scan_capital(&f->scan, form.kind) &&
                  place_speaks(&f->scan, form.kind); // "Finance Department"
    bool kind = (form.kind && !around.one && !office) || form.listed;
    bool dateline = !f->shouted && place_opens_dateline(&f->scan, first, last);
    if (is_no_place(f, first, last, f->shouted || dateline)) {
        return XC_OK;
    }
    bool head = last - first > 1 && scan_roles(&f->scan, first) & FRAME_PLACE_HEAD;
    if (dateline || around.typed || head || (kind && !(sentence_begins && c.common))) {
        c.strength = FORM_STRONG;
        if (!c.common) {
            place_names_add(&f->formed,
                            xc_slice_sub(f->scan.text->bytes, f->scan.text->tokens[first].start,
                                         f->scan.text->tokens[last - 1].end));
        }
    } else if (!f->shouted && !c.common && place_may_end(&f->scan, last) &&
               around.role <= PLACE_FROM && (around.plain || (around.moved && f->moving)) &&
               !around.determined) {
        c.strength = FORM_WEAK;
    }
    return f->shouted && !c.strength ? XC_OK : add(f, c, error);
}

// A name before a reporting verb or behind a title is somebody's.
static void note_person(place_finder *f, uint32_t first, uint32_t last) {
    bool mark = scan_mark_at(&f->scan, (int64_t)first - 1) == '.';
    bool title = place_is_title(&f->scan, (int64_t)first - (mark ? 2 : 1)) ||
                 (mark && is_initial(f, (int64_t)first - 2)); // "Mark R. Warner"
    bool says = scan_grammar(&f->scan, last) & G_REPORT;
    bool full =
        last - first >= 2 && last - first <= 3 && !scan_mark_at(&f->scan, (int64_t)last - 2);
    for (uint32_t i = first; i < last; i++) {
        uint32_t roles = scan_roles(&f->scan, i);
        full = full && !(roles & (FRAME_PLACE_FEATURE | FRAME_DIRECTION | FRAME_FACILITY |
                                  FRAME_PLACE_HEAD));
    }
    if (!says && !title && !full) {
        return;
    }
    place_names_add(&f->people, xc_token_slice(f->scan.text, last - 1));
}

// "Banstead High Street", "Orlando International Airport": in the town. Not "Banstead Avenue",
// which any town may have.
static bool is_facility(const place_finder *f, uint32_t end, place_form form) {
    uint32_t roles = scan_roles(&f->scan, (int64_t)form.last - 1);
    bool called_after = roles & FRAME_STREET && form.last == end + 1;
    return form.last > end && roles & FRAME_FACILITY && !called_after;
}

static xc_status add_at(place_finder *f, uint32_t token, uint32_t *next, xc_error *error) {
    xc_place_match match = match_at(f, token);
    place_form form = {token, token, 0, false};
    bool direction = scan_roles(&f->scan, token) & FRAME_DIRECTION;
    bool of_place = direction && !match.tokens && token + 1 < f->scan.sentence->last_token &&
                    scan_capital(&f->scan, (int64_t)token + 1) && match_at(f, token + 1).tokens;
    if ((!f->shouted || !match.tokens) && !of_place) {
        form = place_form_at(&f->scan, token);
    }
    if (match.tokens && is_body(f, token, token + match.tokens)) {
        *next = token + match.tokens;
        return XC_OK;
    }
    uint32_t end = token + match.tokens;
    bool first = token == f->scan.sentence->first_token;
    bool common = match.tokens && is_common_word(f, token, end);
    *next = token + 1;
    if (form.last > token && !f->shouted && !form.kind && end < form.last) {
        note_person(f, token, form.last);
    }
    if (match.tokens == 1 && direction) {
        return XC_OK; // "Southern"
    }
    bool facility =
        match.tokens && !direction && is_facility(f, end, form) &&
        xc_gazetteer_place(f->scan.rules->gazetteer, match, 0).kind == XC_PLACE_CITY;
    if (match.tokens && ((end >= form.last && !is_piece(f, token, end)) || facility) &&
        !(first && common)) {
        *next = facility ? form.last : end;
        uint32_t kind = form.last == end ? form.kind : 0;
        return add(
            f,
            (place_candidate){
                .first = token, .last = end, .match = match, .kind = kind, .common = common},
            error);
    }
    if (form.last > token && !(match.tokens && end > form.last)) {
        *next = form.last;
        return add_form(f, form, error);
    }
    *next = end > *next ? end : *next;
    return XC_OK;
}

// "US$2 million": a currency's name.
static bool is_currency(const place_finder *f, uint32_t token) {
    const xc_quantity *quantity = quantity_at(f, token);
    return quantity && quantity->kind == XC_MONEY;
}

xc_status place_scan(place_finder *f, xc_error *error) {
    uint32_t last = f->scan.sentence->last_token;
    f->shouted = place_is_shouted(&f->scan);
    index_range times = scan_times(&f->scan, f->scan.sentence_index);
    bool timed = times.first < times.last;
    xc_status status = XC_OK;
    for (uint32_t token = f->scan.sentence->first_token; token < last && status == XC_OK;) {
        uint32_t next = token + 1;
        if (scan_capital(&f->scan, token) && !(timed && scan_is_time(&f->scan, token)) &&
            !is_currency(f, token)) {
            status = add_at(f, token, &next, error);
        }
        token = next;
    }
    return status;
}
