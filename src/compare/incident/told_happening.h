// SPDX-License-Identifier: MIT
/// The happenings that each document tells of: its main one, others, and those that it recalls.
#ifndef CROSSCLAIM_COMPARE_INCIDENT_TOLD_HAPPENING_H
#define CROSSCLAIM_COMPARE_INCIDENT_TOLD_HAPPENING_H

#include "compare/profile.h"

static const uint32_t NO_HAPPENING = UINT32_MAX;

typedef struct happening {
    const document_profile *document;
    uint32_t family;             ///< of its kind: vocabulary_family; 0 where nothing tells
    days moment;                 ///< the first that its claims tell
    const claim_profile *placed; ///< a claim of the place that most tell; NULL where none does
    int weight;                  ///< of its claims: a headline's weighs most
    bool main;                   ///< what the document is about
    bool beside;                 ///< another one of the same days
    bool recalled;               ///< long past when the document came out
    bool lasting;                ///< a war, a drought
} happening;

typedef struct happenings {
    happening *items; ///< a document's side by side, in the order of the documents
    size_t count;
    uint32_t *of_claim; ///< by the claim's index: which one it is of, or NO_HAPPENING
} happenings;

/// Figures of no event (a population, a price) are of none.
XC_MUST_CHECK xc_status happenings_find(const profiles *all, xc_arena *arena, happenings *out,
                                        xc_error *error);
/// Days between two times; 0 where they meet.
int days_between(days one, days other);
/// Both kinds are told, and the one is not, and does not come of, the other.
bool families_apart(const vocabulary *v, uint32_t one, uint32_t other);

#endif
