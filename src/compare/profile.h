// SPDX-License-Identifier: MIT
/// What comparison looks at in a document and in a claim, worked out once for each.
#ifndef CROSSCLAIM_COMPARE_PROFILE_H
#define CROSSCLAIM_COMPARE_PROFILE_H

#include "crossclaim/store.h"

#include "compare/bounds.h"
#include "compare/party.h"
#include "compare/similarity.h"
#include "compare/vocabulary.h"

/// Days since 1970-01-01, both inclusive; `known` is false where nothing tells.
typedef struct days {
    int32_t first, last;
    bool known;
} days;

/// How much of a document tells what it is about.
enum { LEAD_BYTES = 2400, MOST_PLACE_WORDS = 4 };

struct link_table;
struct phrase_index;
struct story_cache;

/// Where in its document a claim stands.
typedef enum position { POSITION_HEADLINE, POSITION_OPENING, POSITION_LATER } position;

typedef struct document_profile {
    const xc_document *document;
    xc_slice lead;  ///< title and first paragraphs: what the document is about
    word_set words; ///< of the lead
    word_set title_words;
    uint64_t place; ///< that most of its claims are told of, hashed; 0 for none
    days published;
    days news;        ///< the latest day of what its claims tell as happened
    int last_weekday; ///< that its claims name, 1 for Monday; 0 for none
    uint64_t source;  ///< the outlet, or the document's own key where none is known
    uint32_t rank;    ///< in the order of labels and keys
    size_t origin;    ///< documents that carry one story have one number
    uint32_t copied; ///< per cent of the shorter one that `twin` and this one share; 0 for none
    uint32_t twin;   ///< the document that it shares most with
    const struct claim_profile *claims; ///< its own, side by side
    size_t claim_count;
} document_profile;

typedef struct claim_profile {
    const xc_claim *claim;
    const document_profile *document;
    figure figure;
    word_set sentence;  ///< of the evidence
    word_set span;      ///< of the claim's own words, predicate and object
    word_set arguments; ///< of a statement: who does what to whom, in either order
    party who;          ///< of a statement its subject, of a figure what is counted
    party what;         ///< of a statement its object, of a share or a sum what it is of
    uint64_t speaker;   ///< the body that is quoted, hashed; 0 for none
    uint32_t place_stems[MOST_PLACE_WORDS];
    unsigned place_stem_count;
    uint32_t place_words[MOST_PLACE_WORDS]; ///< whole, where there are no more
    unsigned place_word_count;              ///< one more than fit where there are
    position position;
    double dollars; ///< what one unit is worth; 0 where it is no currency that is known
    bool recalled;  ///< what it tells of is long past when its document comes out
    uint64_t measure, subject;     ///< hashed
    bool of_some;                  ///< the words tell that it counts some of a whole
    bool place_said;               ///< the sentence names the place itself
    uint64_t place, event;         ///< hashed names, 0 for none
    uint32_t family;               ///< its number: vocabulary_family
    xc_slice family_name;          ///< of the event: "quake" and "earthquake" are one
    bool lasting;                  ///< a war, a drought: in the news for longer than weeks
    bool event_said;               ///< by the sentence or the title
    days moment;                   ///< of what happened
    int64_t time_first, time_last; ///< seconds: as of when the figure stands
    bool time_known;
    const vocabulary *vocabulary;
    class_kind class_kind;
    course course;
    int concern;       ///< 0 to 9: what a reviewer looks at first
    unsigned months;   ///< of what happened, bit 1 for January; those that the sentence names
                       ///< where no year is told
    unsigned weekdays; ///< that the sentence names, bit 1 for Monday
    unsigned news_months; ///< the month of publication and the one before
    unsigned phrases;     ///< kinds of phrases that the sentence has: figure_words.c
    bool statement;       ///< an event or status that carries no number
    uint64_t id;          ///< hash of the claim's id, for an order that no input order touches
} claim_profile;

typedef struct profiles {
    document_profile *documents;
    size_t document_count;
    vocabulary vocabulary;
    calendar_words months, weekdays;
    const struct phrase_index *phrases;
    claim_profile *claims; ///< by document, title before text, start, id
    size_t count;
    const struct link_table *table; ///< the shipped one; a learner may set another
    struct story_cache *stories;    ///< what pairs of documents have scored
} profiles;

XC_MUST_CHECK xc_status profiles_make(const xc_case_content *content, xc_arena *arena,
                                      profiles *out, xc_error *error);
/// The claim's words in its document ("more than 200"), cut at the line's end.
xc_slice claim_words(const xc_claim *claim, const xc_document *document);

#endif
