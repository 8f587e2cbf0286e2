// SPDX-License-Identifier: MIT
/// A record of an article (a JSON object, a row of a table), whatever its fields are called.
#ifndef CROSSCLAIM_READ_FORMAT_ARTICLE_RECORD_H
#define CROSSCLAIM_READ_FORMAT_ARTICLE_RECORD_H

#include "crossclaim/read.h"
#include "read/page/page_words.h"

/// What a record may tell.
typedef enum xc_record_field {
    XC_RECORD_DOCUMENT,
    XC_RECORD_TEXT,
    XC_RECORD_HTML,
    XC_RECORD_TITLE,
    XC_RECORD_URL,
    XC_RECORD_PUBLISHED,
    XC_RECORD_SOURCE,
    XC_RECORD_AUTHOR,
    XC_RECORD_LANGUAGE,
    XC_RECORD_WIRE,
    XC_RECORD_KIND,
    XC_RECORD_FIELDS
} xc_record_field;

/// What the user's `--map` says each field is called; empty where it says nothing.
typedef struct xc_record_map {
    xc_slice names[XC_RECORD_FIELDS];
} xc_record_map;

/// Where a name stands among those that a field goes by: the lowest rank that holds something
/// is taken. From XC_RECORD_SCANT on it is a summary, which no full text is.
enum { XC_RECORD_SCANT = 100 };

/// Reads "text=body,published=meta.date".
/// @return XC_OK or XC_USAGE
XC_MUST_CHECK xc_status xc_record_map_read(const char *map, xc_record_map *out,
                                           xc_error *error);
/// Which field a member or column of that name holds, in any case and with any of "_- ." in it;
/// false where it is none of ours.
bool xc_record_name(xc_slice name, xc_record_field *field, size_t *rank);
/// Fills the document from the values of its fields: HTML is read as a page or as a part of
/// one, dates are read.
/// @param values in valid UTF-8, living as long as the arena
/// @return XC_OK, XC_SKIPPED (no text) or XC_NO_MEMORY
XC_MUST_CHECK xc_status xc_record_settle(const xc_slice values[XC_RECORD_FIELDS],
                                         const xc_read_options *options, xc_arena *arena,
                                         xc_document *out, xc_error *error);

/// The same without the text. @param words may be NULL
void xc_record_tell(const xc_slice values[XC_RECORD_FIELDS], const xc_page_words *words,
                    xc_arena *arena, xc_document *out);

#endif
