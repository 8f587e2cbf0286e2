// SPDX-License-Identifier: MIT
// What the search for places shares: candidates, and what the text says of countries.
#ifndef CROSSCLAIM_EXTRACT_PLACE_CANDIDATES_H
#define CROSSCLAIM_EXTRACT_PLACE_CANDIDATES_H

#include "extract/place/name_set.h"
#include "extract/place/surroundings.h"

// How sure it is that a name of no gazetteer is a place.
typedef enum place_form_strength {
    PLACE_FORM_NONE, // only where the text says elsewhere that it is one
    FORM_WEAK,       // "in Bobonong"
    FORM_STRONG      // "Zinbi village", "the town of Bobonong"
} place_form_strength;

typedef struct place_candidate {
    uint32_t sentence, first, last;
    xc_place_match match; // of the gazetteer; no tokens for a name by its form
    place_form_strength strength;
    place_around around;
    uint32_t kind; // token of "district" behind it; 0 if none
    bool common;   // a word of the language, too
    bool person;   // the text calls somebody so
    bool stands;   // between marks or at the sentence's edge: "Ziranag, Iran"
} place_candidate;

enum {
    PLACE_COUNTRIES = 26 * 26, // codes of two letters
    MOST_VOTED = 32,           // divisions that are remembered
    UNKNOWN_WORDS = 4096,      // kept of those last met
};

typedef struct place_finder {
    sentence_scan scan; // a view of its own: `sentence` moves
    place_candidate *items;
    size_t count, capacity;
    place_names people;              // that stand behind a title or say something
    place_names sure;                // of the gazetteer, that the words around allow somewhere
    place_names formed;              // that are places by their form
    uint32_t votes[PLACE_COUNTRIES]; // what the text names that can only lie in a country
    xc_slice country;                // that the text is about; empty if it is about several
    uint32_t divisions[MOST_VOTED];  // that the text names
    size_t division_count;
    xc_buffer scratch;
    uint8_t
        *begins; // [word]: whether a name of the gazetteer starts with it, asked once a text
    size_t word_count;
    uint64_t unknown[UNKNOWN_WORDS]; // hashes of words that begin no name
    bool shouted;                    // the sentence at work
    bool moving;                     // it has a claim about a movement
} place_finder;

void place_finder_sentence(place_finder *f, uint32_t sentence);
// candidates.c: adds the candidates of the finder's sentence.
XC_MUST_CHECK xc_status place_scan(place_finder *f, xc_error *error);
// containment.c: which of the mentions lie in one another, and which share a preposition.
void place_link_all(const sentence_scan *scan, text_places *places);
// containment.c: what the text is about: the place said most, or one in it that is said enough.
XC_MUST_CHECK xc_status place_find_usual(xc_arena *arena, text_places *places, xc_error *error);
// names.c: adds what "the country", "there" stand for, and gathers the names of all mentions.
XC_MUST_CHECK xc_status place_name_all(place_finder *f, text_places *places, xc_error *error);
// choose.c: makes mentions of the candidates that are meant, and finds what the text is
// about.
XC_MUST_CHECK xc_status place_choose_all(place_finder *f, text_places *out, xc_error *error);

#endif
