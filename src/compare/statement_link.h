// SPDX-License-Identifier: MIT
/// Whether two statements, which carry no number, are about one thing.
#ifndef CROSSCLAIM_COMPARE_STATEMENT_LINK_H
#define CROSSCLAIM_COMPARE_STATEMENT_LINK_H

#include "compare/profile.h"

/// Points above zero speak for one thing; INT_MIN where something rules it out.
int statement_link_points(const claim_profile *a, const claim_profile *b);

#endif
