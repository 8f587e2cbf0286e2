// SPDX-License-Identifier: MIT
/// The walk over a page for what it tells of itself, shared by the files that see its parts.
#ifndef CROSSCLAIM_READ_PAGE_GATHERING_H
#define CROSSCLAIM_READ_PAGE_GATHERING_H

#include "read/page/tellings.h"

enum { LONGEST_LINE = 160, LONGEST_NAME = 120, LONGEST_DATE = 18 };

typedef struct gathering {
    page_tellings *out;
    const page_lines *lines;
    const page_words *words;
    xc_arena *arena;
    xc_error *error;
    xc_status status;
    bool has_headline;            // a main heading was met
    bool card_has_author;         // a card for networks says who wrote it
    size_t since_headline;        // letters of text since
    const xmlNode *only_headline; // the one heading of the first level; NULL if there are more
} gathering;

/// Keeps the value, if it is the first of its rank.
void tell(gathering *g, uint8_t telling, uint8_t rank, xc_slice value);
/// What an element that carries a value for machines gives: its attribute, else its words.
xc_slice value_of(gathering *g, const xmlNode *node);

/// Words in the class of an element that shows a date, and of one that shows that of a change.
extern const char *const date_words[];
extern const char *const changed_words[];
/// A <time>.
void see_time(gathering *g, const xmlNode *node);
/// A visible line with a date: beside the headline, or said to be the publication's.
void see_dated(gathering *g, xc_slice line, bool is_near);
/// The part of a line that tells of the publication, where it tells of a change as well
/// ("Updated 25 May 2024 | First published 17 May 2024"); all of it where it tells of one alone.
/// @param rank becomes that of changes where no part tells of the publication
xc_slice published_part(const gathering *g, xc_slice line, uint8_t *rank);

#endif
