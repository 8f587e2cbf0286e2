// SPDX-License-Identifier: MIT
/// A record of an article (a JSON object, a row of a table), whatever its fields are called.
#ifndef CROSSCLAIM_READ_FORMAT_ARTICLE_RECORD_H
#define CROSSCLAIM_READ_FORMAT_ARTICLE_RECORD_H

#include "crossclaim/read.h"
#include "read/page/page_words.h"

/// What a record may tell.
typedef enum record_field {
    RECORD_DOCUMENT,
    RECORD_TEXT,
    RECORD_HTML,
    RECORD_TITLE,
    RECORD_URL,
    RECORD_PUBLISHED,
    RECORD_SOURCE,
    RECORD_AUTHOR,
    RECORD_LANGUAGE,
    RECORD_WIRE,
    RECORD_KIND,
    RECORD_ARCHIVED,
    RECORD_FIELDS
} record_field;

/// What the user's `--map` says each field is called; empty where it says nothing.
typedef struct record_map {
    xc_slice names[RECORD_FIELDS];
} record_map;

/// Where a name stands among those that a field goes by: the lowest rank that holds something
/// is taken. From RECORD_SCANT on it is a summary, which no full text is.
enum { RECORD_SCANT = 100 };

/// Reads "text=body,published=meta.date".
/// @return XC_OK or XC_USAGE
XC_MUST_CHECK xc_status record_map_read(const char *map, record_map *out, xc_error *error);
/// Which field a member or column of that name holds, in any case and with any of "_- ." in it;
/// false where it is none of ours.
bool record_name(xc_slice name, record_field *field, size_t *rank);
/// Fills the document from the values of its fields: HTML is read as a page or as a part of
/// one, dates are read.
/// @param values in valid UTF-8, living as long as the arena
/// @return XC_OK, XC_SKIPPED (no text) or XC_NO_MEMORY
XC_MUST_CHECK xc_status record_settle(const xc_slice values[RECORD_FIELDS],
                                      const xc_read_options *options, xc_arena *arena,
                                      xc_document *out, xc_error *error);

/// The same without the text. @param words may be NULL
void record_tell(const xc_slice values[RECORD_FIELDS], const page_words *words, xc_arena *arena,
                 xc_document *out);

#endif
