// SPDX-License-Identifier: MIT
// Names of places, looked up in a file that is made once and read as it is: nothing is parsed at start.
#ifndef CROSSCLAIM_RECOGNISE_PLACE_GAZETTEER_H
#define CROSSCLAIM_RECOGNISE_PLACE_GAZETTEER_H

#include "crossclaim/recognise.h"

enum { LONGEST_PLACE = 6 }; // words of a name

// The file: header, entries sorted by hash, places, text. The header knows where the entries of
// each first 16 bits of a hash begin, so that a look-up touches one or two lines of memory.
// Numbers in the machine's own order: the file is made where the program is built.
#define GAZETTEER_MAGIC "XCPLACE4"

enum { PLACE_BUCKETS = 1 << 16 };

typedef struct gazetteer_header {
    char magic[8];
    uint32_t entries, places, text, unused;
    uint32_t begins[PLACE_BUCKETS + 2]; // one more than needed: entries stay aligned
} gazetteer_header;

#define PLACE_PREFIX UINT32_MAX // an entry that only begins a longer name

typedef enum gazetteer_flag {
    NAME_COMMON = 1, // a word of the language, too
    NAME_DEMONYM = 2,
} gazetteer_flag;

typedef struct gazetteer_entry {
    uint64_t hash; // of the name's folded words, joined by spaces
    uint32_t place;
    uint32_t flags; // of gazetteer_flag
} gazetteer_entry;

_Static_assert(sizeof(gazetteer_header) % _Alignof(gazetteer_entry) == 0,
               "entries begin behind the header");

typedef struct place_record {
    uint32_t name_at;
    uint16_t name_length;
    uint8_t kind;
    char country[2];
    uint8_t own; // one of tools/places_own.csv
    uint8_t unused[2];
    uint32_t population;
    uint32_t division; // a hash of country and division; 0 if unknown
    float latitude, longitude;
} place_record;

// Appends the folded form of a token to a name under way; false for a token that no name holds.
bool place_append(const xc_text *text, size_t token, xc_buffer *name);

#endif
