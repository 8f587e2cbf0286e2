// SPDX-License-Identifier: MIT
/// The header of one record of a crawl (WARC 1.0 and 1.1, ISO 28500).
#ifndef CROSSCLAIM_READ_FORMAT_WARC_RECORD_H
#define CROSSCLAIM_READ_FORMAT_WARC_RECORD_H

#include "read/bytes/stream.h"

typedef struct xc_warc_record {
    xc_slice type; ///< "response", "resource", "revisit" ...
    xc_slice url;  ///< without the angle brackets of 1.0
    xc_slice media_type, charset;
    xc_slice payload_type; ///< as the crawler found it
    xc_slice date;         ///< of the capture, ISO 8601; empty if none can be read
    xc_slice truncated;    ///< why the crawler cut it; empty for a whole record
    uint64_t length;       ///< of the block behind the header
} xc_warc_record;

/// Takes a record's header; the stream then stands at its block.
/// @param header keeps the header's bytes, which *out points into
/// @return XC_OK, XC_END, XC_BAD_INPUT where no header stands there, or XC_SKIPPED where
///         reading fails
XC_MUST_CHECK xc_status xc_warc_record_take(xc_stream *stream, xc_buffer *header,
                                            xc_warc_record *out, xc_error *error);

/// What is done with a record or its body, by media type.
typedef enum xc_warc_use {
    XC_WARC_PAGE, ///< HTML
    XC_WARC_TEXT, ///< another document that people read: text, PDF
    XC_WARC_DATA, ///< may hold articles, and is no loss where it does not: JSON, feeds
    XC_WARC_NONE,
} xc_warc_use;
xc_warc_use xc_warc_use_of(xc_slice media_type);
/// Why a record is passed over; NULL for one that is looked into, "" for one that is no
/// capture.
const char *xc_warc_passed_over(const xc_warc_record *record);

#endif
