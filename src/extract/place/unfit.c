// SPDX-License-Identifier: MIT
// What a sentence says surely enough to need no points: places that a claim cannot be about.
#include "extract/place/place_options.h"
#include "extract/place/surroundings.h"

// Whether a mention is how the claim's own clause says where: "40 were killed in Ost".
static bool is_where(const place_question *q, const place_option *option) {
    const place_mention *mention = option->mention;
    place_clause clause = option->standing.clause;
    bool own = clause == IN_CLAIM || clause == IN_CLAUSE || clause == IN_DESCRIBED;
    bool fits = mention->role == PLACE_IN ||
                (mention->role == PLACE_TO && q->wish == XC_PLACE_WISH_DESTINATION) ||
                (mention->role == PLACE_FROM && q->wish == XC_PLACE_WISH_ORIGIN);
    return own && fits && mention->sure != DOUBTFUL_PLACE && !mention->told &&
           !mention->in_name;
}

// "Clashes in Ost have left 40 dead": where what did it was.
static bool is_where_done(const place_option *option) {
    const place_mention *mention = option->mention;
    return option->standing.clause == IN_SUBJECT && !option->standing.of_speaker &&
           mention->role == PLACE_IN && mention->sure != DOUBTFUL_PLACE && !mention->told &&
           !mention->in_name;
}

// A part of a country holds, as far as the gazetteer tells, what the country holds.
static bool may_hold(xc_place outer, bool part, xc_place inner) {
    outer.kind = part ? XC_PLACE_COUNTRY : outer.kind;
    return xc_slice_equal(outer.name, inner.name) || place_is_inside(outer, inner);
}

// Where no gazetteer knows a place, it may lie anywhere; a sea lies in no country.
static bool is_unknown(const place_mention *mention) {
    xc_place place = mention->place;
    bool nowhere = place.latitude == 0 && place.longitude == 0;
    return !place.country.len || (nowhere && place.kind != XC_PLACE_COUNTRY && !mention->part);
}

// Whether a place may lie in one that the clause names.
static bool may_lie_in(const place_mention *outer, const place_option *option) {
    const place_mention *mention = option->mention;
    if (is_unknown(outer)) {
        place_clause clause = option->standing.clause;
        return clause < IN_TELLING || clause == IN_INNER_CLAUSE;
    }
    bool unknown = is_unknown(mention) && mention->place.kind >= outer->place.kind &&
                   mention->place.kind != XC_PLACE_REGION;
    return unknown || may_hold(outer->place, outer->part, mention->place);
}

// Whether a place is one that the clause names, or lies in one. What a dateline alone says is
// where it was written.
static bool is_held(const place_option *where, size_t count, const place_option *option) {
    for (size_t i = 0; i < count; i++) {
        const place_mention *outer = where[i].mention;
        bool written = option->mention->alone && !is_unknown(outer);
        if (outer->name == option->mention->name || (!written && may_lie_in(outer, option))) {
            return true;
        }
    }
    return false;
}

// "people from Kivu", "arrived from Darfur": where they are from, and not where they are.
static bool is_origin(const place_question *q, const place_option *option) {
    bool people = option->standing.clause == IN_CLAIM;
    return option->mention->role == PLACE_FROM && q->wish != XC_PLACE_WISH_ORIGIN &&
           option->standing.clause != NO_CLAUSE &&
           (people || q->wish == XC_PLACE_WISH_DESTINATION);
}

// "a diplomat in Ost said that 40 were killed": where it was told, if the text has just said where
// it was.
static bool is_of_teller(const place_question *q, const place_option *option) {
    const place_mention *mention = option->mention;
    bool elsewhere = q->latest && q->latest->name != mention->name &&
                     !place_is_inside(q->latest->place, mention->place) &&
                     !place_is_inside(mention->place, q->latest->place);
    bool posted = mention->role == PLACE_TO; // "the ambassador to Ostland said"
    return option->standing.of_speaker && (posted || (mention->role == PLACE_IN && elsewhere));
}

// "due to Ost's action": a government, and no place. Not "Ost's main hospital", "Ost's Old Town";
// what the ministry of a country tells is of the country.
static bool is_government(const place_question *q, const place_option *option) {
    const place_mention *mention = option->mention;
    if (option->standing.clause == NO_CLAUSE || mention->role != PLACE_BARE || mention->wider) {
        return false;
    }
    sentence_scan view = *q->scan;
    view.sentence = &view.text->sentences[mention->sentence];
    uint32_t at = mention->last;
    if (!scan_owns(&view, at)) {
        return false;
    }
    enum {
        MOST = 4,
        HOUSED = FRAME_DIRECTION | FRAME_FACILITY | FRAME_PLACE_KIND | FRAME_PLACE_FEATURE |
                 FRAME_STREET
    };
    for (uint32_t i = at + 1; i < at + MOST; i++) {
        bool country = mention->place.kind == XC_PLACE_COUNTRY;
        if (scan_capital(&view, i) || scan_roles(&view, i) & HOUSED ||
            (country && place_speaks(&view, i))) {
            return false;
        }
    }
    return true;
}

// Whether the sentence names another place that the claim may be about.
static bool has_other(const place_question *q, const place_option *options, size_t count) {
    for (size_t i = 0; i < count; i++) {
        const place_mention *mention = options[i].mention;
        bool here = mention->sentence == q->draft->sentence && mention->role != PLACE_PEOPLE &&
                    mention->role != PLACE_REFERENCE && mention->sure != DOUBTFUL_PLACE;
        if (here && mention->role != PLACE_FROM) {
            return true;
        }
    }
    return false;
}

// The places that the clause names; those beside what is counted alone where there are any: "two
// were killed in Ost and three in Lorvik".
static size_t note_where(const place_question *q, const place_option *options, size_t count,
                         place_option *where) {
    size_t named = 0;
    bool beside = false;
    for (size_t i = 0; i < count; i++) {
        beside |= options[i].standing.clause == IN_CLAIM && is_where(q, &options[i]);
    }
    for (size_t i = 0; i < count; i++) {
        if (is_where(q, &options[i]) && (!beside || options[i].standing.clause == IN_CLAIM)) {
            where[named++] = options[i];
        }
    }
    for (size_t i = 0; i < count && !named; i++) {
        if (is_where_done(&options[i])) {
            where[named++] = options[i];
        }
    }
    return named;
}

// Whether another figure stands between two tokens of a sentence.
static bool has_figure_between(const sentence_scan *scan, uint32_t sentence, uint32_t first,
                               uint32_t last) {
    index_range here = scan_quantities(scan, sentence);
    for (size_t i = here.first; i < here.last; i++) {
        const xc_quantity *quantity = &scan->mentions->quantities[i];
        if (quantity->first_token >= first && quantity->last_token <= last) {
            return true;
        }
    }
    return false;
}

// "200,000 fled, 90,000 to Ost": the place of a share stands right behind it.
static bool is_share_of(const claim_draft *draft, const place_mention *mention) {
    enum { REACH = 2 };
    return draft->part_of != NONE && draft->quantity && mention->sentence == draft->sentence &&
           (mention->role == PLACE_IN || mention->role == PLACE_TO) &&
           mention->sure != DOUBTFUL_PLACE && mention->first >= draft->last &&
           mention->first - draft->last <= REACH && draft->head.first >= draft->head.last;
}

// "Nine died in Lorvik and 23 elsewhere in Ostland": where the 23 were, and nobody else.
static size_t keep_elsewhere(const place_question *q, place_option *options, size_t count) {
    const claim_draft *draft = q->draft;
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        const place_mention *mention = options[i].mention;
        bool here = mention->elsewhere && mention->sentence == draft->sentence;
        bool behind = here && draft->quantity && mention->first >= draft->last;
        bool before = here && draft->quantity && mention->last <= draft->first;
        if (is_share_of(draft, mention) ||
            (behind &&
             !has_figure_between(q->scan, draft->sentence, draft->last, mention->first)) ||
            (before &&
             !has_figure_between(q->scan, draft->sentence, mention->last, draft->first))) {
            options[0] = options[i];
            return 1;
        }
        if (!behind) {
            options[kept++] = options[i];
        }
    }
    return kept;
}

size_t place_drop_unfit(const place_question *question, place_option *options, size_t count) {
    count = keep_elsewhere(question, options, count);
    place_option where[MOST_OPTIONS];
    size_t named = note_where(question, options, count, where), kept = 0;
    bool other = has_other(question, options, count);
    for (size_t i = 0; i < count; i++) {
        bool scene = options[i].standing.other_scene && (other || question->latest);
        bool unfit = scene || (named && !is_held(where, named, &options[i])) ||
                     (other && is_origin(question, &options[i])) ||
                     is_of_teller(question, &options[i]) ||
                     ((other || question->latest) && is_government(question, &options[i]));
        if (!unfit || (kept == 0 && i + 1 == count)) {
            options[kept++] = options[i];
        }
    }
    return kept;
}
