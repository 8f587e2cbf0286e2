// SPDX-License-Identifier: MIT
/// What a web archive (MHTML) or a mail is told by, and its parts (GMime).
#ifndef CROSSCLAIM_READ_FORMAT_MIME_H
#define CROSSCLAIM_READ_FORMAT_MIME_H

#include "crossclaim/read.h"

/// Whether the bytes begin with the header of a mail: lines "Name: value" of which enough are
/// a mail's.
bool mime_starts(xc_slice head);
/// Whether the line parts two messages of a mailbox ("From someone Mon Sep 25 10:00:00 2023").
bool mailbox_line(xc_slice line);

/// Reads one message.
/// @param bytes from the first line of its header on
/// @return XC_OK, XC_SKIPPED or XC_NO_MEMORY
XC_MUST_CHECK xc_status mime_read(xc_slice bytes, const xc_read_options *options,
                                  xc_arena *arena, xc_document *out, xc_error *error);

/// A file that a mail carries.
typedef struct mime_attachment {
    xc_slice name; ///< without folders; never empty
    xc_slice bytes;
} mime_attachment;

/// The files of a mail, in order; none of a web archive. A mail within it is one, too.
/// @param bytes as for mime_read
/// @param out   in the arena, as all it points to
XC_MUST_CHECK xc_status mime_attachments(xc_slice bytes, xc_arena *arena, mime_attachment **out,
                                         size_t *count, xc_error *error);

#endif
