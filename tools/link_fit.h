// SPDX-License-Identifier: MIT
/// Logistic regression over binned features, by Newton's method with an L2 penalty; the same
/// rows give the same numbers.
#ifndef LINK_FIT_H
#define LINK_FIT_H

#include <stdio.h>

/// @param in  rows "label weight bin bin ...": label 0 or 1, one bin a feature
/// @param out rows "feature bin log-odds seen"
int link_fit(double penalty, FILE *in, FILE *out);

#endif
