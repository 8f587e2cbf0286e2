// SPDX-License-Identifier: MIT
/// SHA-256 (FIPS 180-4) in base64, as a Content-Security-Policy names the one style and the one
/// script that a page may have.
#ifndef CROSSCLAIM_REPORT_PAGE_SHA256_H
#define CROSSCLAIM_REPORT_PAGE_SHA256_H

#include "crossclaim/base.h"

void sha256_digest(xc_slice bytes, uint8_t out[32]);
/// Appends "sha256-" and the digest in base64.
void digest_source(xc_slice bytes, xc_buffer *out);

#endif
