// SPDX-License-Identifier: MIT
/// One JSON object as a document, whatever its fields are called.
#ifndef CROSSCLAIM_READ_FORMAT_JSON_RECORD_H
#define CROSSCLAIM_READ_FORMAT_JSON_RECORD_H

#include "read/format/article_record.h"

#include <json-c/json.h>

/// Whether the object has an article's text or HTML of its own.
/// @param scant whether a summary is enough
bool record_has_text(const record_map *map, json_object *record, bool scant);
/// Fills the document's fields.
/// @return XC_OK, XC_SKIPPED (no object, no text, a claim) or XC_NO_MEMORY
XC_MUST_CHECK xc_status record_read(json_object *record, const record_map *map,
                                    const xc_read_options *options, xc_arena *arena,
                                    xc_document *out, xc_error *error);

#endif
