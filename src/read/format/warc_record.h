// SPDX-License-Identifier: MIT
/// The header of one record of a crawl (WARC 1.0 and 1.1, ISO 28500).
#ifndef CROSSCLAIM_READ_FORMAT_WARC_RECORD_H
#define CROSSCLAIM_READ_FORMAT_WARC_RECORD_H

#include "read/bytes/stream.h"

typedef struct warc_record {
    xc_slice type; ///< "response", "resource", "revisit" ...
    xc_slice url;  ///< without the angle brackets of 1.0
    xc_slice media_type, charset;
    xc_slice payload_type; ///< as the crawler found it
    xc_slice id;           ///< "<urn:uuid:...>"; empty of an ARC's
    xc_slice date;         ///< of the capture, ISO 8601; empty if none can be read
    xc_slice truncated;    ///< why the crawler cut it; empty for a whole record
    uint64_t length;       ///< of the block behind the header
} warc_record;

/// Takes a record's header; the stream then stands at its block.
/// @param header keeps the header's bytes, which *out points into
/// @return XC_OK, XC_END, XC_BAD_INPUT where no header stands there, or XC_SKIPPED where
///         reading fails
XC_MUST_CHECK xc_status warc_record_take(byte_stream *stream, xc_buffer *header,
                                         warc_record *out, xc_error *error);

/// What is done with a record or its body, by media type.
typedef enum warc_use {
    WARC_PAGE, ///< HTML
    WARC_TEXT, ///< another document that people read: text, PDF
    WARC_DATA, ///< may hold articles, and is no loss where it does not: JSON, feeds
    WARC_NONE,
} warc_use;
warc_use warc_use_of(xc_slice media_type);
/// Why a record is passed over; NULL for one that is looked into, "" for one that is no
/// capture.
const char *warc_passed_over(const warc_record *record);

#endif
