// SPDX-License-Identifier: MIT
/// One axis that several figures share: linear, or logarithmic where they spread too far.
#ifndef CROSSCLAIM_REPORT_PAGE_SCALE_H
#define CROSSCLAIM_REPORT_PAGE_SCALE_H

#include "crossclaim/base.h"

enum { XC_MOST_TICKS = 8 };

typedef struct xc_scale {
    double low, high; ///< of what is drawn, in the axis' own measure (log10 if logarithmic)
    bool logarithmic;
    double ticks[XC_MOST_TICKS]; ///< in the figures' measure
    size_t tick_count;
} xc_scale;

/// An axis for figures from `least` to `greatest`.
xc_scale xc_scale_make(double least, double greatest);
/// Where a figure stands, in percent of the axis' length: 4 at its start, 94 at its end (so
/// that a mark at the edge is whole and an open bound can point beyond).
double xc_scale_at(const xc_scale *scale, double figure);
/// Appends a tick's label: "1,500", "0.5", "2m" for two million.
void xc_scale_label(double tick, xc_buffer *out);

#endif
