// SPDX-License-Identifier: MIT
/// One JSON object as a document, whatever its fields are called.
#ifndef CROSSCLAIM_READ_JSON_RECORD_H
#define CROSSCLAIM_READ_JSON_RECORD_H

#include "crossclaim/read.h"

#include <json-c/json.h>

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

/// Reads "text=body,published=meta.date".
/// @return XC_OK or XC_USAGE
XC_MUST_CHECK xc_status xc_record_map_read(const char *map, xc_record_map *out,
                                           xc_error *error);
/// Whether the object has an article's text, or HTML.
bool xc_record_has_text(const xc_record_map *map, json_object *record);
/// Fills the document's fields.
/// @return XC_OK, XC_SKIPPED (no object, no text, a claim) or XC_NO_MEMORY
XC_MUST_CHECK xc_status xc_record_read(json_object *record, const xc_record_map *map,
                                       const xc_read_options *options, xc_arena *arena,
                                       xc_document *out, xc_error *error);

#endif
