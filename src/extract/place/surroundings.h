// SPDX-License-Identifier: MIT
// What the words around a name say of a place: its role, what it is called ("village").
#ifndef CROSSCLAIM_EXTRACT_PLACE_SURROUNDINGS_H
#define CROSSCLAIM_EXTRACT_PLACE_SURROUNDINGS_H

#include "extract/place/place.h"

// The words around a name.
typedef struct place_around {
    place_role role;
    uint32_t direction; // token of "southern" before it; the name's first token if none
    bool typed;         // "the village of" stands before it
    bool determined;    // "the", "a" stands right before it
    bool one;           // "a": "a Gulf island", "a Texas town"
    bool plain;         // "in", "into", "near", no "at" or "on": what follows is a place
    bool moved;         // "to", "from": a place only where people move
    bool in_name;       // "University of Kabul", "Hotel in Cannes"
    bool told;          // "said in Geneva"
    bool elsewhere;     // "elsewhere in"
} place_around;

// A name that no gazetteer need know: "Zinbi village", "the town of Pital de la Conta".
typedef struct place_form {
    uint32_t first, last; // tokens of the name
    uint32_t kind;        // token of "village" behind it; 0 if none
    bool listed;          // "Pingtang and Luodian counties"
} place_form;

// Whether a title or an office stands there: "Governor", "Mr".
bool place_is_title(const sentence_scan *scan, int64_t token);
// Whether what stands there speaks or acts: a ministry, rebels, a minister.
bool place_speaks(const sentence_scan *scan, int64_t token);
// Whether an army or what belongs to it stands there.
bool place_is_force(const sentence_scan *scan, uint32_t last);
// Whether nearly all words of the scan's sentence have capitals, so that they tell nothing.
bool place_is_shouted(const sentence_scan *scan);

// Reads the words before tokens [first,last) and right behind them.
place_around place_look_around(const sentence_scan *scan, uint32_t first, uint32_t last);
// How far the words with a capital go from a token: "Pital de la Conta", and what they are
// called behind.
place_form place_form_at(const sentence_scan *scan, uint32_t token);
// Whether the name opens a paragraph as a dateline: "MARASOL (Northern Wire) -".
bool place_opens_dateline(const sentence_scan *scan, uint32_t first, uint32_t last);
// Whether what stands behind a name lets it end there: a mark, a small word, a verb, a time.
bool place_may_end(const sentence_scan *scan, uint32_t last);

#endif
