// SPDX-License-Identifier: MIT
/// Why two figures that exclude each other may both be right, as far as the sources state it.
#ifndef CROSSCLAIM_COMPARE_CAUSE_H
#define CROSSCLAIM_COMPARE_CAUSE_H

#include "compare/profile.h"

/// In the order in which they are tested, a later count before all of them (pair_judge).
typedef enum cause {
    CAUSE_NONE,
    CAUSE_SOME,      ///< the lesser figure counts some of those told of before
    CAUSE_ATTACKER,  ///< one figure counts who did it, the other does not
    CAUSE_WINDOW,    ///< the lesser figure is of some of the greater one's days
    CAUSE_AREA,      ///< ... of a place within the greater one's
    CAUSE_CLASS,     ///< ... of a class within the greater one's
    CAUSE_JOINT,     ///< the greater figure counts another measure, too ("dead or missing")
    CAUSE_HOUSEHOLD, ///< one of the numbers is told of households, too
    CAUSE_REVISION   ///< a source says that the count was corrected
} cause;

/// Causes that lie in what is counted, so that no order in time comes before them: some of those
/// told of before, and the attacker counted or not. CAUSE_NONE where neither is stated.
cause explain_count(const claim_profile *a, const claim_profile *b);
/// The one of two figures that a sentence says was corrected, and so stands no more; NULL where
/// neither sentence says so.
const claim_profile *corrected_one(const claim_profile *a, const claim_profile *b);
cause explain_pair(const claim_profile *a, const claim_profile *b);
/// In words for a reason, without a full stop.
const char *cause_text(cause why);

#endif
