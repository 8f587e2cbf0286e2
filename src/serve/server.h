// SPDX-License-Identifier: MIT
/// What the answers share: the case, what was loaded of it, and who may ask.
#ifndef CROSSCLAIM_SERVE_SERVER_H
#define CROSSCLAIM_SERVE_SERVER_H

#include "crossclaim/serve.h"
#include "serve/comparer.h"
#include "serve/form_body.h"
#include "serve/guard.h"
#include "serve/page_cache.h"

#include <microhttpd.h>

struct xc_server {
    struct MHD_Daemon *daemon;
    xc_case *case_file;
    xc_serve_options options;
    xc_arena *arena; ///< owns this struct and what lives as long
    loaded_case loaded;
    uint64_t revision;  ///< of what is loaded; 0: nothing is
    page_cache pages;   ///< of the thread that answers
    comparer *comparer; ///< its lock is held while a request is answered; NULL: read only
    guard guard;
    char address[160]; ///< with the token
    char home[64];     ///< "http://127.0.0.1:8000"
};

/// An answer under way.
typedef struct served {
    unsigned status;
    const char *type; ///< Content-Type
    xc_buffer body, policy, location;
    bool sets_cookie;
    xc_buffer asked; ///< what a page that may be kept follows from
    struct MHD_Response
        *kept; ///< a page that was kept, in place of all but `status`; NULL: none
} served;

/// pages.c: loads the case anew where it was changed by others since.
XC_MUST_CHECK xc_status server_refresh(xc_server *server, xc_error *error);
/// pages.c: the review page of the group that is asked for, else of the first that waits.
/// @param group an id, also one that the group had before; empty: the first that waits
void page_answer(xc_server *server, xc_slice group, xc_slice topic, xc_slice words,
                 xc_slice message, served *out);
/// A short page of words.
void words_answer(served *out, unsigned status, const char *words);
/// deed.c: makes the decision of a form, and leads to the page that shows it.
void deed_answer(xc_server *server, xc_slice body, served *out);

#endif
