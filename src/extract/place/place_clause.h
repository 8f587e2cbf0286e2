// SPDX-License-Identifier: MIT
// How a place hangs together with what a claim counts, by the tree of their sentence (Universal
// Dependencies, Nivre et al. 2020).
#ifndef CROSSCLAIM_EXTRACT_PLACE_CLAUSE_H
#define CROSSCLAIM_EXTRACT_PLACE_CLAUSE_H

#include "extract/place/place.h"

// The clause that a place stands in, seen from the claim's word.
typedef enum place_clause {
    NO_CLAUSE,       // in another sentence, or in one that has no tree
    IN_CLAIM,        // of what is counted or its word: "the death of 40 in Ost"
    IN_CLAUSE,       // of the same verb: "40 were killed in Ost"
    IN_SUBJECT,      // of what did it: "a blast in Ost killed 40"
    IN_DESCRIBED,    // of what the claim's clause describes: "the blast in Ost that killed 40"
    IN_TELLING,      // of who tells it: "a doctor in Ost said 40 were killed"
    IN_OUTER_CLAUSE, // of another clause around the claim's
    IN_INNER_CLAUSE, // of one under it: "killed 40 when it came through Ost"
    IN_OTHER_CLAUSE,
    PLACE_CLAUSES
} place_clause;

// What the noun that a place is part of is to its verb.
typedef enum place_argument {
    AS_OTHER,
    AS_SUBJECT,
    AS_OBJECT,
    AS_OBLIQUE,
    PLACE_ARGUMENTS
} place_argument;

typedef struct place_standing {
    place_clause clause;
    place_argument argument;
    bool inside;      // it is part of that noun: "a Lorvik bank"
    bool other_scene; // it opens with "while" and has a subject of its own
    bool of_speaker;  // that noun tells what is counted: "officials in Lorvik said"
} place_standing;

place_standing place_stands(const sentence_scan *scan, const claim_draft *draft,
                            const place_mention *mention);

#endif
