// SPDX-License-Identifier: MIT
// Level 5: where a claim is about.
#ifndef CROSSCLAIM_EXTRACT_PLACE_PLACE_H
#define CROSSCLAIM_EXTRACT_PLACE_PLACE_H

#include "extract/tokens.h"

// How a place stands in its sentence.
typedef enum place_role {
    PLACE_IN,        // in, at, near, across; what was struck
    PLACE_TO,        // into, to; what was reached
    PLACE_FROM,      // from, out of; what was fled
    PLACE_OF,        // "the bombing of"
    PLACE_ATTRIBUTE, // "the Orlando shooting", "Iran's"
    PLACE_REFERENCE, // "south of Tehran": beside the place that is meant
    PLACE_BARE,      // a subject or object: often a government and no place
    PLACE_PEOPLE,    // "Turkish": says what the text is about, not where a claim is
} place_role;

// How sure it is that a name is one of a place.
typedef enum place_sureness {
    SURE_PLACE,    // the gazetteer has it, and the words around allow it
    SURE_BY_FORM,  // "Zinbi village", "the town of Bobonong"
    LIKE_A_PLACE,  // "in Bobonong"
    DOUBTFUL_PLACE // the gazetteer has it, but hardly anything else says that it is one
} place_sureness;

// What a mention stands for that names nothing itself.
typedef enum place_anaphor {
    NO_ANAPHOR,
    THE_COUNTRY, // "fled the country"
    THE_AREA,    // "the city", "this district": the last place of the kind
    THERE,       // the last place
} place_anaphor;

typedef struct place_mention {
    uint32_t sentence, first, last; // tokens [first,last)
    xc_place place;
    place_role role;
    place_sureness sure;
    place_anaphor anaphor;
    xc_word kind;   // "island" of "Qeshm island"; 0 if it is not called anything
    uint32_t name;  // index into text_places.names
    bool part;      // "southern Iran"
    bool wider;     // the place before or behind it lies in it: "Aleppo" in "Manbij in Aleppo"
    bool inner;     // it lies in the place before or behind it
    bool in_name;   // "Hotel in Cannes", "the government of Syria": behind a body's name
    bool alone;     // in the title or in a line of its own
    bool told;      // "said in Geneva": where it was told
    bool force;     // "the Ostland army": whose
    bool elsewhere; // "elsewhere in Ostland"
} place_mention;

// One place, however often the text says it.
typedef struct place_name {
    xc_place place;
    uint32_t first; // index of its first mention
    uint32_t said;  // how much the text says of it
    bool force;     // it says no more of it than whose army does something
} place_name;

// What a claim may be about of a text's places beyond those around it is looked for in so many.
enum { MOST_RANKED = 64 };

typedef struct text_places {
    place_mention *items; // in text order
    size_t count, capacity;
    place_name *names; // in the order of their first mentions
    size_t name_count;
    uint32_t ranked[MOST_RANKED]; // the names said most, of equals the earlier first
    size_t ranked_count;
    uint32_t said;  // of all names
    xc_place usual; // the one that the document is about; no name if none
} text_places;

// Finds the places that the text's beginning and the surroundings of its claims name; ambiguous
// names go to the country that the text is about.
// @param drafts the claims, in text order
XC_MUST_CHECK xc_status places_find(const sentence_scan *scan, const claim_draft *drafts,
                                    size_t count, text_places *out, xc_error *error);
// Where a claim is about, and where the text says so.
typedef struct claim_place {
    xc_slice name;                // empty if the text tells none
    const place_mention *mention; // NULL: what the text is about as a whole
} claim_place;

// containment.c: whether a place lies in a larger one, as far as the gazetteer tells.
bool place_is_inside(xc_place outer, xc_place inner);

// The place of a draft: the option with the most points, see place_options.h.
claim_place place_of_draft(const sentence_scan *scan, const text_places *places,
                           const claim_draft *draft);

#endif
