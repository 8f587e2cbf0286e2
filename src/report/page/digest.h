// SPDX-License-Identifier: MIT
/// What a Content-Security-Policy names the one style and the one script by that a page may have.
#ifndef CROSSCLAIM_REPORT_PAGE_DIGEST_H
#define CROSSCLAIM_REPORT_PAGE_DIGEST_H

#include "crossclaim/base.h"

/// Appends "sha256-" and the digest of the bytes (SHA-256, FIPS 180-4) in base64 (RFC 4648).
void digest_source(xc_slice bytes, xc_buffer *out);

#endif
