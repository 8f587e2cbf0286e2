// SPDX-License-Identifier: MIT
// What speaks for a place as that of a claim: facts of its mention and of the text, as bins.
#include "extract/place/place_options.h"

#include "extract/place/candidates.h"

enum {
    WISHES = 5,  // of a measure
    ROLES = 8,   // of a mention
    KINDS = 7,   // of a place, with parts and names of no gazetteer told apart
    COARSE = 4,  // country, region, division or district, town
    BEHIND = 11, // of what stands behind a name
    SIDES = 5,   // on which two places may lie to each other
};

// 0 for what stands in the claim's sentence, 1 for the rest.
static uint8_t away(const place_question *q, const place_mention *mention) {
    return mention->sentence != q->draft->sentence;
}

// The claim's sentence, the one before in its paragraph, the one before, the second, the third
// to fifth, the one behind, farther off.
static uint8_t near_bin(const place_question *q, const place_mention *mention) {
    uint32_t own = q->draft->sentence;
    const xc_sentence *sentences = q->scan->text->sentences;
    if (mention->sentence == own) {
        return 0;
    }
    if (mention->sentence > own) {
        return mention->sentence == own + 1 ? 5 : 6;
    }
    uint32_t back = own - mention->sentence;
    if (back == 1) {
        return sentences[own].paragraph == sentences[own - 1].paragraph ? 1 : 2;
    }
    return back == 2 ? 3 : back <= 5 ? 4 : 6;
}

// Country, region, part of a country, division, district, city, a name of no gazetteer.
static uint8_t kind_bin(const place_mention *mention) {
    if (mention->part) {
        return 2;
    }
    if (mention->sure == SURE_BY_FORM || mention->sure == LIKE_A_PLACE) {
        return 6;
    }
    static const uint8_t bins[] = {6, 0, 1, 3, 4, 5};
    return bins[mention->place.kind];
}

static uint8_t coarse_bin(const place_mention *mention) {
    static const uint8_t bins[KINDS] = {0, 1, 1, 2, 2, 3, 3};
    return bins[kind_bin(mention)];
}

// None or a vague word, one digit, two, three, four, more.
static uint8_t size_bin(const claim_draft *draft) {
    const xc_quantity *quantity = draft->quantity;
    if (!quantity || !quantity->value.known) {
        return 0;
    }
    static const int64_t limits[] = {10, 100, 1000, 10000};
    uint8_t bin = 1;
    while (bin < 5 &&
           xc_decimal_compare(quantity->value.value, xc_decimal_of(limits[bin - 1])) >= 0) {
        bin++;
    }
    return bin;
}

static uint8_t count_bin(uint32_t count, const uint32_t *limits, uint8_t bins) {
    uint8_t bin = 0;
    while (bin < bins && count >= limits[bin]) {
        bin++;
    }
    return bin;
}

// Words between a mention and the claim's word; behind it they count from 7.
static uint8_t distance_bin(const place_question *q, const place_mention *mention) {
    static const uint32_t limits[] = {2, 4, 7, 11, 17, 26};
    uint32_t token = q->draft->trigger.first;
    bool behind = mention->first > token;
    uint32_t first = behind ? token + 1 : mention->last;
    uint32_t last = behind ? mention->first : token;
    uint32_t words = first < last ? last - first : 0;
    return (uint8_t)((behind ? 7 : 0) + count_bin(words, limits, 6));
}

// How the place lies to what the text is about: the same, around it, in it, in its country,
// elsewhere.
static uint8_t usual_bin(const place_question *q, xc_place place) {
    xc_place usual = q->places->usual;
    if (!usual.name.len) {
        return 4;
    }
    if (xc_slice_equal(usual.name, place.name)) {
        return 0;
    }
    bool country = usual.country.len && xc_slice_equal(usual.country, place.country);
    return place_is_inside(place, usual)   ? 1
           : place_is_inside(usual, place) ? 2
           : country                       ? 3
                                           : 4;
}

// Other places that its sentence names.
static uint8_t rivals_bin(const place_question *q, const place_mention *mention) {
    const text_places *places = q->places;
    index_range named = range_of_sentence(places->items, places->count, sizeof(place_mention),
                                          offsetof(place_mention, sentence), mention->sentence);
    uint8_t rivals = 0;
    for (size_t i = named.first; i < named.last && rivals < 3; i++) {
        const place_mention *other = &places->items[i];
        bool rival = other->name != mention->name && other->role != PLACE_PEOPLE &&
                     other->sure != DOUBTFUL_PLACE;
        rivals = (uint8_t)(rivals + rival);
    }
    return rivals;
}

// Whether it is the closest, and whether that is said to be where something is.
static void fill_closest(const place_question *q, place_option *option) {
    const place_mention *mention = option->mention;
    if (away(q, mention)) {
        return;
    }
    bool same = q->closest && q->closest->name == mention->name;
    uint8_t rank = !same ? 0 : place_is_said(q->closest, q->wish) ? 2 : 1;
    option->bins[PLACE_FEATURE_closest] = (uint8_t)(rank * 8u + usual_bin(q, mention->place));
    option->bins[PLACE_FEATURE_closest_wish] = (uint8_t)(rank * WISHES + q->wish);
}

bool place_is_in(const place_mention *mention) {
    return mention->role < PLACE_REFERENCE && mention->sure != DOUBTFUL_PLACE;
}

// Whether it is the last place before the claim that something is said to be in (2), or stands
// in the same sentence as that (1). +3 where the claim's own sentence has one.
static uint8_t latest_bin(const place_question *q, const place_mention *mention) {
    const place_mention *latest = q->latest;
    uint8_t bin = !latest                                 ? 0
                  : latest->name == mention->name         ? 2
                  : latest->sentence == mention->sentence ? 1
                                                          : 0;
    return (uint8_t)(bin + (q->said_here ? 3 : 0));
}

// "A Kent man", "two Erie teens": where somebody is from.
static bool is_person(const sentence_scan *scan, uint32_t at) {
    xc_phrase_match match = scan_class_words(scan, at, scan->sentence->last_token);
    return match.tokens && !scan_capital(scan, at);
}

// Nothing, a title or who speaks, "'s", a street or a house, a happening, a kind of place, a
// word with a capital, another noun, a verb of saying, a house's name, somebody who is counted.
static uint8_t word_bin(const sentence_scan *scan, uint32_t at) {
    if (at >= scan->sentence->last_token || scan->text->tokens[at].kind != XC_TOKEN_WORD) {
        return 0;
    }
    uint32_t roles = scan_roles(scan, at);
    uint32_t grammar = scan_grammar(scan, at);
    if (grammar & G_REPORT) {
        return 8;
    }
    if (grammar & G_POSSESSIVE) {
        return 2;
    }
    if (place_speaks(scan, at)) {
        return 1;
    }
    if (roles & FRAME_FACILITY) {
        return scan_capital(scan, at) ? 9 : 3;
    }
    if (roles & (FRAME_EVENT | FRAME_PLACE_KIND)) {
        return roles & FRAME_EVENT ? 4 : 5;
    }
    if (grammar) {
        return 0;
    }
    return scan_capital(scan, at) ? 6 : is_person(scan, at) ? 10 : 7;
}

// "Lorvik County Sheriff": what stands behind the kind counts, if anything does.
static uint8_t behind_bin(const place_question *q, const place_mention *mention) {
    sentence_scan view = *q->scan;
    view.sentence = &view.text->sentences[mention->sentence];
    enum { KIND = 5 };
    uint8_t bin = word_bin(&view, mention->last);
    uint8_t next = bin == KIND ? word_bin(&view, mention->last + 1) : 0;
    return next ? next : bin;
}

static void fill_text(const place_question *q, place_option *option) {
    static const uint32_t shares[] = {2, 5, 10, 18, 30, 45, 65};
    const place_mention *mention = option->mention;
    const place_name *name = &q->places->names[mention->name];
    const place_mention *first = &q->places->items[name->first];
    uint8_t far = away(q, mention);
    uint32_t share = q->places->said ? name->said * 100 / q->places->said : 0;
    option->bins[PLACE_FEATURE_share] = (uint8_t)(far * 8 + count_bin(share, shares, 7));
    option->bins[PLACE_FEATURE_title] = (uint8_t)(far * 2 + (first->sentence == 0));
    option->bins[PLACE_FEATURE_usual] = (uint8_t)(far * 5 + usual_bin(q, mention->place));
}

static void fill_mention(const place_question *q, place_option *option) {
    const place_mention *mention = option->mention;
    uint8_t far = away(q, mention);
    uint8_t wish = (uint8_t)q->wish;
    uint8_t near = near_bin(q, mention);
    uint8_t *bins = option->bins;
    bins[PLACE_FEATURE_near] = near;
    bins[PLACE_FEATURE_near_wish] = (uint8_t)(near * WISHES + wish);
    if (far) {
        uint8_t move = wish == XC_PLACE_WISH_ORIGIN        ? 1
                       : wish == XC_PLACE_WISH_DESTINATION ? 2
                                                           : 0;
        bins[PLACE_FEATURE_role_back] =
            (uint8_t)((move * 2u + (near >= 3)) * ROLES + mention->role);
    } else {
        bins[PLACE_FEATURE_role_here] = (uint8_t)(mention->role * WISHES + wish);
        bins[PLACE_FEATURE_distance] = distance_bin(q, mention);
    }
    bins[PLACE_FEATURE_kind] = (uint8_t)((far * KINDS + kind_bin(mention)) * WISHES + wish);
    bins[PLACE_FEATURE_size] = (uint8_t)(coarse_bin(mention) * 6 + size_bin(q->draft));
    bins[PLACE_FEATURE_sure] =
        (uint8_t)(far * 5 + (mention->role == PLACE_PEOPLE ? 4 : mention->sure));
    bins[PLACE_FEATURE_nested] = (uint8_t)(far * 3 + (mention->wider   ? 1
                                                      : mention->inner ? 2
                                                                       : 0));
    bins[PLACE_FEATURE_rivals] = (uint8_t)(far * 4 + rivals_bin(q, mention));
    bins[PLACE_FEATURE_latest] = latest_bin(q, mention);
    bins[PLACE_FEATURE_dateline] = (uint8_t)(far * 2 + mention->alone);
    bins[PLACE_FEATURE_behind] = (uint8_t)(far * BEHIND + behind_bin(q, mention));
    bins[PLACE_FEATURE_in_name] = mention->in_name ? far : NO_BIN;
}

// The same, in it, around it, elsewhere; 0 where there is none.
static uint8_t side_bin(const place_mention *other, const place_mention *mention) {
    return !other                                          ? 0
           : other->name == mention->name                  ? 1
           : place_is_inside(other->place, mention->place) ? 2
           : place_is_inside(mention->place, other->place) ? 3
                                                           : 4;
}

// What the tree says, and where the figure's other mentions and its whole are.
static void fill_related(const place_question *q, place_option *option) {
    const place_mention *mention = option->mention;
    uint8_t *bins = option->bins;
    uint8_t far = away(q, mention);
    place_standing standing = option->standing;
    if (standing.clause != NO_CLAUSE) {
        bins[PLACE_FEATURE_argument] = (uint8_t)(standing.argument * 2 + standing.inside);
    }
    bins[PLACE_FEATURE_twin] = (uint8_t)(far * SIDES + side_bin(q->twin, mention));
    bins[PLACE_FEATURE_whole] = (uint8_t)(far * SIDES + side_bin(q->whole, mention));
}

void place_features(const place_question *question, place_option *option) {
    for (int i = 0; i < PLACE_FEATURE_COUNT; i++) {
        option->bins[i] = NO_BIN;
    }
    fill_mention(question, option);
    fill_text(question, option);
    fill_closest(question, option);
    fill_related(question, option);
}
