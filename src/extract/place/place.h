// SPDX-License-Identifier: MIT
// Level 5: where a claim is about.
#ifndef CROSSCLAIM_EXTRACT_PLACE_PLACE_H
#define CROSSCLAIM_EXTRACT_PLACE_PLACE_H

#include "extract/cascade.h"

// How a place stands in its sentence.
typedef enum xc_place_role {
    XC_PLACE_IN,        // in, at, near, across; what was struck
    XC_PLACE_TO,        // into, to; what was reached
    XC_PLACE_FROM,      // from, out of; what was fled
    XC_PLACE_OF,        // "the bombing of"
    XC_PLACE_ATTRIBUTE, // "the Orlando shooting", "Iran's"
    XC_PLACE_REFERENCE, // "south of Tehran": beside the place that is meant
    XC_PLACE_BARE,      // a subject or object: often a government and no place
    XC_PLACE_PEOPLE,    // "Turkish": says what the text is about, not where a claim is
} xc_place_role;

typedef struct xc_place_mention {
    uint32_t sentence, first, last; // tokens [first,last)
    xc_place place;
    xc_place_role role;
    bool part;  // "southern Iran"
    bool wider; // the place before or behind it lies in it: "Aleppo" in "Manbij in Aleppo"
} xc_place_mention;

typedef struct xc_places {
    xc_place_mention *items; // in text order
    size_t count, capacity;
    xc_place usual; // the one that the document is about; no name if none
} xc_places;

// Finds the places that the text's beginning and the surroundings of its claims name; ambiguous
// names go to the country that the text is about.
// @param drafts the claims, in text order
XC_MUST_CHECK xc_status xc_places_find(const xc_scan *scan, const xc_draft *drafts,
                                       size_t count, xc_places *out, xc_error *error);
// The place of the words at a token: the nearest fit in the sentence, its paragraph, the whole
// text. Empty if the text names none.
// @param wish which end of a movement the measure is about
xc_slice xc_places_of(const xc_scan *scan, const xc_places *places, uint32_t sentence,
                      uint32_t token, xc_place_wish wish);

#endif
