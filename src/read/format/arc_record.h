// SPDX-License-Identifier: MIT
/// The header line of a record of an older crawl (ARC, the Internet Archive's format of 1996,
/// versions 1 and 2), read into what a WARC's record has.
#ifndef CROSSCLAIM_READ_FORMAT_ARC_RECORD_H
#define CROSSCLAIM_READ_FORMAT_ARC_RECORD_H

#include "read/format/warc_record.h"

/// Whether the line is such a header: an address, an IP address, a moment of 14 figures, a media
/// type, further fields of version 2, the block's length.
/// @param header keeps the line, which *out points into
/// @return XC_OK, XC_BAD_INPUT where it is none, XC_NO_MEMORY
XC_MUST_CHECK xc_status arc_record_read(xc_slice line, xc_buffer *header, warc_record *out);
/// Whether it is the first record, which describes the file.
bool arc_is_description(const warc_record *record);
/// Takes that record's lines, up to the one that names the fields; writers often give it a
/// wrong length.
XC_MUST_CHECK xc_status arc_pass_description(byte_stream *stream, warc_record *record,
                                             xc_error *error);

#endif
