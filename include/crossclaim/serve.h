// SPDX-License-Identifier: MIT
/// A case as a page in the browser of this machine, on which a reviewer decides. Loopback only; who
/// has not the token of the printed address is refused, and so is what another page sends.
#ifndef CROSSCLAIM_SERVE_H
#define CROSSCLAIM_SERVE_H

#include "crossclaim/report.h"

/// What is served, to whom and where; its strings outlive the server.
typedef struct xc_serve_options {
    const char *templates; ///< the folder `reports`
    xc_slice name;         ///< of the case, for people
    xc_slice reviewer;
    unsigned port;  ///< 0: any free one
    bool blind;     ///< xc_decisions_blind
    bool read_only; ///< no decisions are taken
} xc_serve_options;

/// A server that answers; ended by xc_server_end.
typedef struct xc_server xc_server;

/// Starts to answer, on a thread of its own, which alone uses the case until the server is ended.
/// @param address what to open, with the token; owned by the server
/// @return XC_OK; XC_IO where the port is taken, the message names a free one; XC_BAD_INPUT (a
///         template is damaged), XC_NO_MEMORY
XC_MUST_CHECK xc_status xc_server_start(xc_case *case_file, const xc_serve_options *options,
                                        xc_server **out, const char **address, xc_error *error);
/// Answers what has come in, and ends; NULL is allowed.
void xc_server_end(xc_server *server);

#endif
