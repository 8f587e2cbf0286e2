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

typedef struct place_mention {
    uint32_t sentence, first, last; // tokens [first,last)
    xc_place place;
    place_role role;
    bool part;  // "southern Iran"
    bool wider; // the place before or behind it lies in it: "Aleppo" in "Manbij in Aleppo"
} place_mention;

typedef struct text_places {
    place_mention *items; // in text order
    size_t count, capacity;
    xc_place usual; // the one that the document is about; no name if none
} text_places;

// Finds the places that the text's beginning and the surroundings of its claims name; ambiguous
// names go to the country that the text is about.
// @param drafts the claims, in text order
XC_MUST_CHECK xc_status places_find(const sentence_scan *scan, const claim_draft *drafts,
                                    size_t count, text_places *out, xc_error *error);
// The place of the words at a token: the nearest fit in the sentence, its paragraph, the whole
// text. Empty if the text names none.
// @param wish which end of a movement the measure is about
xc_slice text_places_of(const sentence_scan *scan, const text_places *places, uint32_t sentence,
                        uint32_t token, xc_place_wish wish);

#endif
