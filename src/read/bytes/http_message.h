// SPDX-License-Identifier: MIT
/// An HTTP response as a crawl keeps it: its status, what it says of its body, and the body as
/// it was before it was packed for the way.
#ifndef CROSSCLAIM_READ_BYTES_HTTP_MESSAGE_H
#define CROSSCLAIM_READ_BYTES_HTTP_MESSAGE_H

#include "read/bytes/unpack.h"

typedef struct http_message {
    int status;
    xc_slice type;    ///< media type, "text/html", as written
    xc_slice charset; ///< empty if none is declared
    xc_slice coding;  ///< of the content: "gzip", "br"; empty if none
    bool is_chunked;
    size_t body; ///< where it starts
} http_message;

/// Reads status line and headers, whatever ends their lines.
/// @param bytes the message, or its first part; the slices point into it
/// @return false where it is no response, or its headers do not end
XC_MUST_CHECK bool http_read(xc_slice bytes, http_message *out);

/// Reads "text/html; charset=utf-8".
void media_type_read(xc_slice value, xc_slice *type, xc_slice *charset);

/// Undoes chunks and content coding. A body that was stored without them, whatever its headers
/// say, is taken as it is.
/// @param body    all bytes behind the headers
/// @param account counts what comes out
/// @param out     cleared first; *plain points into it or into `body`
/// @param is_cut  set where the body ends too early
/// @return XC_OK, XC_SKIPPED (a coding that is not read, damaged, too large) or XC_NO_MEMORY
XC_MUST_CHECK xc_status http_unpack(const http_message *message, xc_slice body,
                                    unpack_account *account, xc_buffer *out, xc_slice *plain,
                                    bool *is_cut, xc_error *error);

#endif
