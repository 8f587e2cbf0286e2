// SPDX-License-Identifier: MIT
// Tokens, and where a request comes from (OWASP: CSRF, DNS rebinding).
#include "serve/guard.h"

#include <stdio.h>
#include <sys/random.h>

static bool make_word(char out[GUARD_WORD + 1]) {
    static const char letters[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    unsigned char bytes[GUARD_WORD];
    if (getrandom(bytes, sizeof bytes, 0) != (ssize_t)sizeof bytes) {
        return false;
    }
    for (size_t i = 0; i < GUARD_WORD; i++) {
        out[i] = letters[bytes[i] & 63];
    }
    out[GUARD_WORD] = '\0';
    return true;
}

bool guard_make(unsigned port, guard *out) {
    out->port = port;
    return make_word(out->token) && make_word(out->form);
}

bool guard_is_word(const char *word, xc_slice given) {
    unsigned char differs = given.len != GUARD_WORD;
    for (size_t i = 0; i < GUARD_WORD && !(given.len != GUARD_WORD); i++) {
        differs = (unsigned char)(differs | (word[i] ^ given.ptr[i]));
    }
    return !differs;
}

static bool is_own(const guard *g, xc_slice given, const char *scheme) {
    static const char *const names[] = {"127.0.0.1", "localhost"};
    char own[64];
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        (void)snprintf(own, sizeof own, "%s%s:%u", scheme, names[i], g->port);
        if (xc_slice_is(given, own)) {
            return true;
        }
    }
    return false;
}

bool guard_knows_host(const guard *g, xc_slice host) {
    return is_own(g, host, "");
}

bool guard_has_token(const guard *g, const guard_request *request) {
    return guard_is_word(g->token, request->token);
}

bool guard_has_cookie(const guard *g, const guard_request *request) {
    return guard_is_word(g->token, request->cookie);
}

const char *guard_refuses_post(const guard *g, const guard_request *request) {
    xc_slice type, rest;
    (void)xc_slice_cut(request->type, ';', &type, &rest);
    if (!is_own(g, request->origin, "http://")) {
        return "it does not come from a page of this server (Origin)";
    }
    if (request->site.len && !xc_slice_is(request->site, "same-origin")) {
        return "it comes from another site (Sec-Fetch-Site)";
    }
    if (!xc_slice_equal_fold(xc_slice_trim(type),
                             XC_SLICE("application/x-www-form-urlencoded"))) {
        return "it is no form (Content-Type)";
    }
    return NULL;
}
