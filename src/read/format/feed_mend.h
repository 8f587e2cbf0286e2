// SPDX-License-Identifier: MIT
/// Makes XML of what feeds write in its place.
#ifndef CROSSCLAIM_READ_FORMAT_FEED_MEND_H
#define CROSSCLAIM_READ_FORMAT_FEED_MEND_H

#include "crossclaim/base.h"

/// Lone ampersands are escaped, entities of HTML become their characters, control characters
/// go, and so does the document type: with it all that an entity could be declared to be.
/// @param arena owns *out
XC_MUST_CHECK xc_status feed_mend(xc_slice text, xc_arena *arena, xc_slice *out,
                                  xc_error *error);

#endif
