// SPDX-License-Identifier: MIT
/// One axis that several figures share: linear, or logarithmic where they spread too far.
#ifndef CROSSCLAIM_REPORT_PAGE_SCALE_H
#define CROSSCLAIM_REPORT_PAGE_SCALE_H

#include "crossclaim/base.h"

enum { MOST_TICKS = 8 };

typedef struct plot_scale {
    double low, high; ///< of what is drawn, in the axis' own measure (log10 if logarithmic)
    bool logarithmic;
    double ticks[MOST_TICKS]; ///< in the figures' measure
    size_t tick_count;
} plot_scale;

/// An axis for figures from `least` to `greatest`.
plot_scale scale_make(double least, double greatest);
/// Where a figure stands, in percent of the axis' length: 4 at its start, 94 at its end (so
/// that a mark at the edge is whole and an open bound can point beyond).
double scale_at(const plot_scale *scale, double figure);
/// Appends a tick's label: "1,500", "0.5", "2m" for two million.
void scale_label(double tick, xc_buffer *out);

#endif
