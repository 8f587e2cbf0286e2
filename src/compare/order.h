// SPDX-License-Identifier: MIT
/// Which of two figures is the later one.
#ifndef CROSSCLAIM_COMPARE_ORDER_H
#define CROSSCLAIM_COMPARE_ORDER_H

#include "compare/profile.h"

/// -1 where the first one stands as of an earlier time, 1 where the second one does, 0 where
/// nothing tells.
int times_order(const claim_profile *a, const claim_profile *b);

#endif
