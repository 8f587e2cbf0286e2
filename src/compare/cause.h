// SPDX-License-Identifier: MIT
/// Why two figures that exclude each other may both be right, as far as the sources state it.
#ifndef CROSSCLAIM_COMPARE_CAUSE_H
#define CROSSCLAIM_COMPARE_CAUSE_H

#include "compare/profile.h"

/// In the order in which they are tested, a later count before all of them (pair_judge).
typedef enum cause {
    CAUSE_NONE,
    CAUSE_WINDOW,    ///< the lesser figure is of some of the greater one's days
    CAUSE_AREA,      ///< ... of a place within the greater one's
    CAUSE_CLASS,     ///< ... of a class within the greater one's
    CAUSE_JOINT,     ///< the greater figure counts another measure, too ("dead or missing")
    CAUSE_HOUSEHOLD, ///< one of the numbers is told of households, too
    CAUSE_REVISION   ///< a source says that the count was corrected
} cause;

cause explain_pair(const claim_profile *a, const claim_profile *b);
/// In words for a reason, without a full stop.
const char *cause_text(cause why);

#endif
