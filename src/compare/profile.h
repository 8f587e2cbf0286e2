// SPDX-License-Identifier: MIT
/// What comparison looks at in a document and in a claim, worked out once for each.
#ifndef XC_COMPARE_PROFILE_H
#define XC_COMPARE_PROFILE_H

#include "crossclaim/store.h"

#include "figure.h"
#include "vocabulary.h"
#include "words.h"

/// Days since 1970-01-01, both inclusive; `known` is false where nothing tells.
typedef struct days {
    int32_t first, last;
    bool known;
} days;

typedef struct document_profile {
    const xc_document *document;
    xc_slice lead;  ///< title and first paragraphs: what the document is about
    word_set words; ///< of the lead
    days published;
    uint64_t source; ///< the outlet, or the document's own key where none is known
    uint32_t rank;   ///< in the order of labels and keys
    size_t origin;   ///< documents that carry one story have one number
} document_profile;

typedef struct claim_profile {
    const xc_claim *claim;
    const document_profile *document;
    figure figure;
    word_set sentence;             ///< of the evidence
    word_set span;                 ///< of the claim's own words, predicate and object
    uint64_t place, event;         ///< hashed names, 0 for none
    days moment;                   ///< of what happened
    int64_t time_first, time_last; ///< seconds: as of when the figure stands
    bool time_known;
    const vocabulary *vocabulary;
    class_kind class_kind;
    course course;
    int concern;     ///< 0 to 9: what a reviewer looks at first
    unsigned months; ///< of what happened, bit 1 for January; those that the sentence names
                     ///< where no year is told
    unsigned news_months; ///< the month of publication and the one before
    bool statement;       ///< an event or status that carries no number
    uint64_t id;          ///< hash of the claim's id, for an order that no input order touches
} claim_profile;

typedef struct profiles {
    document_profile *documents;
    size_t document_count;
    vocabulary vocabulary;
    month_words months;
    claim_profile *claims; ///< by document, title before text, start, id
    size_t count;
} profiles;

XC_MUST_CHECK xc_status profiles_make(const xc_case_content *content, xc_arena *arena,
                                      profiles *out, xc_error *error);
/// The claim's words in its document ("more than 200"), cut at the line's end.
xc_slice claim_words(const xc_claim *claim, const xc_document *document);

#endif
