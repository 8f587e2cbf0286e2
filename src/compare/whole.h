// SPDX-License-Identifier: MIT
/// Whether parts fit into their wholes: a discrepancy of its own, told beside the verdict.
#ifndef CROSSCLAIM_COMPARE_WHOLE_H
#define CROSSCLAIM_COMPARE_WHOLE_H

#include "compare/cluster.h"

/// What is wrong between two related groups, in words without a full stop ("Post "14 children"
/// is more than the whole of it, Daily "12 people""); empty where nothing is.
/// @param out ptr NULL and length 0 where nothing is wrong
XC_MUST_CHECK xc_status whole_check(const cluster *one, const cluster *other, xc_arena *arena,
                                    xc_slice *out, xc_error *error);
/// The same of the parts that one page gives of one of the group's figures.
XC_MUST_CHECK xc_status parts_check(const cluster *whole, xc_arena *arena, xc_slice *out,
                                    xc_error *error);

#endif
