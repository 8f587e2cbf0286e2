// SPDX-License-Identifier: MIT
/// Who is answered: the browser that was given the token, on a page of this server.
#ifndef CROSSCLAIM_SERVE_GUARD_H
#define CROSSCLAIM_SERVE_GUARD_H

#include "crossclaim/base.h"

enum { GUARD_WORD = 43 }; ///< 64 letters would be 256 bits; 43 of 64 kinds are as many

typedef struct guard {
    char token[GUARD_WORD + 1]; ///< of the printed address, and of the cookie
    char form[GUARD_WORD + 1];  ///< that every form carries
    unsigned port;
} guard;

/// What a request says of where it comes from; empty where it says nothing.
typedef struct guard_request {
    xc_slice host, origin, site; ///< the headers Host, Origin, Sec-Fetch-Site
    xc_slice cookie, type;       ///< our cookie's value, Content-Type
    xc_slice token;              ///< of the address
} guard_request;

/// Makes both words at random.
XC_MUST_CHECK bool guard_make(unsigned port, guard *out);
/// A name that leads here and nowhere else: DNS that points to 127.0.0.1 is refused.
bool guard_knows_host(const guard *g, xc_slice host);
bool guard_has_token(const guard *g, const guard_request *request);
bool guard_has_cookie(const guard *g, const guard_request *request);
/// Why a post is refused, in words; NULL where it may pass.
const char *guard_refuses_post(const guard *g, const guard_request *request);
/// Compares in a time that does not tell where the two differ.
bool guard_is_word(const char *word, xc_slice given);

#endif
