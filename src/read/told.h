// SPDX-License-Identifier: MIT
/// What is known of a file's bytes from beside them: HTTP and MIME headers, a crawl's record.
#ifndef CROSSCLAIM_READ_TOLD_H
#define CROSSCLAIM_READ_TOLD_H

#include "crossclaim/base.h"

/// All empty where nothing is known.
typedef struct told_facts {
    xc_slice charset; ///< declared outside, wins over what a page declares
    xc_slice url;     ///< where it was found; what a page says of itself wins
    xc_slice name;    ///< as a file's name, for its extension; empty: the path's last part
} told_facts;

#endif
