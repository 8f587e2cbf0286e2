// SPDX-License-Identifier: MIT
/// Which documents carry one story: copies, whole or cut, and copy of one agency.
#ifndef CROSSCLAIM_COMPARE_ORIGIN_H
#define CROSSCLAIM_COMPARE_ORIGIN_H

#include "compare/profile.h"

/// Sets `origin` of every document: the same number for documents that carry one story.
/// @param scratch may be rewound when this returns
XC_MUST_CHECK xc_status origins_find(profiles *all, xc_arena *scratch, xc_error *error);

#endif
