// SPDX-License-Identifier: MIT
/// What the claims of a document, taken together, say of the document, and what this says of
/// each of them.
#ifndef CROSSCLAIM_COMPARE_STANDING_TIME_H
#define CROSSCLAIM_COMPARE_STANDING_TIME_H

#include "compare/profile.h"

/// Sets the claims of each document, its news day and last weekday, its lead where there is no
/// text, and as of when each figure stands.
/// @param all claims by document
XC_MUST_CHECK xc_status documents_settle(profiles *all, xc_arena *arena, xc_error *error);

#endif
