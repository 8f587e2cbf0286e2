// SPDX-License-Identifier: MIT
/// Which outlet a document is of, by the lexicons in claims/world/outlets.csv and
/// claims/world/agencies.csv.
#ifndef CROSSCLAIM_READ_OUTLET_OUTLETS_H
#define CROSSCLAIM_READ_OUTLET_OUTLETS_H

#include "crossclaim/read.h"
#include "read/page/page_lines.h"

#include <string.h>

/// The outlet's canonical name by its site's host ("edition.cnn.com"); empty if unknown.
xc_slice outlet_of_host(const xc_outlets *outlets, xc_slice host);
/// The same by a name that it goes by ("BBC News"), whatever its case, spaces and article.
xc_slice outlet_of_name(const xc_outlets *outlets, xc_slice name);
/// The same by what the text says of its own publisher; empty if it says nothing certain.
xc_slice outlet_of_text(const xc_outlets *outlets, xc_slice title, xc_slice text);

/// The agency's canonical name; empty if it is none.
xc_slice agency_of_name(const xc_outlets *outlets, xc_slice name);
/// The agency in a dateline ("LIMA (Name) -"), also one that no lexicon has.
xc_slice agency_of_dateline(xc_slice text);
/// The agency whose copy a text says it is, in its dateline or its last lines.
xc_slice agency_of_text(const xc_outlets *outlets, xc_slice text);

/// Phrases of pages; NULL for NULL.
const page_lines *outlets_lines(const xc_outlets *outlets);

/// Settles source and wire of a document from its address, what its page calls itself, and its
/// text.
/// @param outlets may be NULL
/// @param arena   the document's
/// @return XC_OK or XC_NO_MEMORY
XC_MUST_CHECK xc_status outlets_settle(const xc_outlets *outlets, xc_arena *arena,
                                       xc_document *document, xc_error *error);

// ---- shared by the files of this room ----

typedef struct outlet_name {
    xc_slice key;  ///< folded for names, lower case for hosts, as written for phrases
    xc_slice name; ///< canonical
    size_t order;  ///< of the row in its file: of equal keys the first one stays
} outlet_name;

typedef struct outlet_names {
    outlet_name *items;
    size_t count, capacity;
} outlet_names;

struct xc_outlets {
    xc_arena *arena;
    outlet_names names, hosts;   ///< sorted by key
    outlet_names says, speakers; ///< phrases
    uint64_t says_begin[1024];   ///< bits: outlet_beginning of the longer ones
    outlet_names agencies;       ///< sorted by key
    page_lines lines;
};

enum { LONGEST_OUTLET_NAME = 120, MOST_SAYS = 512, PHRASE_BEGINNING = 8 };

/// A number below 65536 of eight bytes: what a phrase begins with, told at one look.
static inline unsigned outlet_beginning(const char bytes[PHRASE_BEGINNING]) {
    uint64_t eight;
    memcpy(&eight, bytes, sizeof eight);
    return (unsigned)(eight * UINT64_C(0x9E3779B97F4A7C15) >> 48);
}

/// Letters and digits in lower case, without a leading "the"; gives the length.
size_t outlet_fold(xc_slice name, char out[LONGEST_OUTLET_NAME]);

#endif
