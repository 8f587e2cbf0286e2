// SPDX-License-Identifier: MIT
/// Figures of a group that one of its pages says stand no more ("a figure that was later
/// withdrawn"), by the words `revision`, `old` of claims/<language>/comparison.csv.
#ifndef CROSSCLAIM_REPORT_WITHDRAWN_H
#define CROSSCLAIM_REPORT_WITHDRAWN_H

#include "report/view.h"

enum { WITHDRAWN_MOST = 16 };

typedef struct withdrawn_figures {
    const xc_claim *tellers[WITHDRAWN_MOST]; ///< the claims that say so, each with its figure
    size_t count;
} withdrawn_figures;

/// @param claims of one group
withdrawn_figures withdrawn_find(const case_view *view, const xc_claim **claims, size_t count);
/// Whether the claim gives one of these figures, as a stated number.
bool withdrawn_has(const withdrawn_figures *figures, const xc_claim *claim);

#endif
