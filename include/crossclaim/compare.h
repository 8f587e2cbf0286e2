// SPDX-License-Identifier: MIT
/// Comparison: which claims are about the same thing, and whether they agree.
#ifndef CROSSCLAIM_COMPARE_H
#define CROSSCLAIM_COMPARE_H

#include "crossclaim/store.h"

/// What came of a comparison; the arena that was given owns it.
typedef struct xc_groups {
    xc_group *items; ///< by rank
    size_t count;
    xc_incident *incidents; ///< by the rank of their first group
    size_t incident_count;
} xc_groups;

/// Groups the claims of a case's content and gives each group its verdict and reason, and puts
/// the groups that tell of one happening into incidents. Depends on nothing but the content: not
/// on its order, not on earlier runs.
/// @param content its groups are not looked at
/// @param arena   owns *out
/// @return XC_OK or XC_NO_MEMORY
XC_MUST_CHECK xc_status xc_compare(const xc_case_content *content, xc_arena *arena,
                                   xc_groups *out, xc_error *error);
/// Loads a case, compares, and keeps the groups in it: a step of the caller's transaction, so that
/// documents and their groups are kept together or not at all.
/// @return XC_OK or a failure of the case, see xc_case
XC_MUST_CHECK xc_status xc_compare_case(xc_case *case_file, xc_error *error);

/// The claims that are in no group though no decision leaves them out. There are none in a case that
/// was left whole; an earlier program could be ended between the documents and their groups.
/// @param arena for what the decisions are traced with
/// @return XC_OK or XC_NO_MEMORY
XC_MUST_CHECK xc_status xc_ungrouped_count(const xc_case_content *content, xc_arena *arena,
                                           size_t *out, xc_error *error);

/// Whether a claim's sentence says that its figure stands no more, in the words `revision`, `old` of
/// claims/<language>/comparison.csv, whatever their capitals.
/// @param content the terms that the case was made with
bool xc_claim_withdraws(const xc_case_content *content, const xc_claim *claim);

/// What new documents or decisions changed in a case, in words for people, a line each: verdicts,
/// figures and sources of groups, and how much is new.
/// @param before,after     the case before and after, compared both
/// @param documents_added  how many came in between
/// @param arena            owns *lines, which is empty where nothing changed
/// @return XC_OK or XC_NO_MEMORY
XC_MUST_CHECK xc_status xc_changes_tell(const xc_case_content *before,
                                        const xc_case_content *after, size_t documents_added,
                                        xc_arena *arena, xc_slice **lines, size_t *count,
                                        xc_error *error);

/// Which story a document carries: documents with one origin are copies of each other, or of
/// one agency's text, and count once.
typedef struct xc_story {
    xc_slice origin; ///< key of one of the documents that carry it; its own where it is alone
    xc_slice why;    ///< in words for people; empty where it is alone
} xc_story;

/// @param out one a document of the content, in its order, owned by the arena
/// @return XC_OK or XC_NO_MEMORY
XC_MUST_CHECK xc_status xc_stories_find(const xc_case_content *content, xc_arena *arena,
                                        xc_story **out, xc_error *error);

/// One of the things that two claims are weighed by.
typedef struct xc_link_part {
    const char *feature; ///< what is looked at: "place"
    const char *bin;     ///< what was found there: "same"
    int points;          ///< ten times the log-odds that it adds
} xc_link_part;

/// What comes of a pair by itself.
typedef enum xc_link_outcome {
    XC_LINK_BARRED,   ///< a rule keeps the two apart, whatever else speaks for them
    XC_LINK_APART,    ///< too little speaks for one thing
    XC_LINK_DOUBTFUL, ///< shown together, and not judged
    XC_LINK_ONE,      ///< one thing
    XC_LINK_TWO_TOLD, ///< one document tells them as two things
    XC_LINK_MAY_MEET  ///< of one document: in one group where other claims bring them together
} xc_link_outcome;

/// Why two claims are, or are not, taken for one thing.
typedef struct xc_link {
    const xc_claim *one, *other;
    const char *bar;           ///< the rule, in words; NULL where none bars the pair
    int points;                ///< the sum; 0 where a rule bars the pair
    const xc_link_part *parts; ///< the largest first, by size; none of statements
    size_t part_count;
    int enough; ///< points from which the two are one thing, or, of one document, may be
    int doubt;  ///< points from which they are shown together; equals `enough` of one document
    xc_link_outcome outcome;
    const xc_group *one_group, *other_group; ///< that the content has them in; NULL for none
    bool decided_same, decided_apart;        ///< a reviewer said so
} xc_link;

/// Weighs two claims of a case. Looks at the two and their documents alone, as linking does.
/// @param arena owns what *out points to, beside the content
/// @return XC_USAGE where the case has no such claim, or the two are one claim
XC_MUST_CHECK xc_status xc_link_find(const xc_case_content *content, xc_slice one,
                                     xc_slice other, xc_arena *arena, xc_link *out,
                                     xc_error *error);

/// What became of a decision since it was made.
typedef enum xc_standing {
    XC_STANDS,
    XC_MOVED,    ///< holds; a claim has another id now and was found again by its sentence
    XC_OUTGROWN, ///< said of a group that has other claims now: it is not applied
    XC_LOST,     ///< a claim is gone: it is not applied
    XC_PARTLY,   ///< a claim is gone: it holds for the others
    XC_UNDONE    ///< a later decision took it back
} xc_standing;

/// @param out one a decision, owned by the arena; tells of the groups that the content has
/// @return XC_OK or XC_NO_MEMORY
XC_MUST_CHECK xc_status xc_decisions_standing(const xc_case_content *content, xc_arena *arena,
                                              xc_standing **out, xc_error *error);
/// What holds for a claim. Numbers are a decision's index and one more, 0 where there is none.
typedef struct xc_claim_state {
    uint32_t latest;    ///< what is shown beside it: the latest decision that names it; what is
                        ///< said of its group gives way to what is said of itself
    uint32_t judged;    ///< the latest that confirms or rejects it
    uint32_t corrected; ///< the latest that corrects a field of it
    uint32_t noted;     ///< the latest note on it
    uint32_t of_group;  ///< the latest on its group's verdict, or that it is settled or open
    uint32_t document_out; ///< that leaves out its document or outlet
    bool out;              ///< it is left out of the comparison
} xc_claim_state;
/// @param out one a claim of the content, owned by the arena
/// @return XC_OK or XC_NO_MEMORY
XC_MUST_CHECK xc_status xc_decisions_claims(const xc_case_content *content, xc_arena *arena,
                                            xc_claim_state **out, xc_error *error);
/// Puts corrected fields into the content's claims and documents, and names into its groups, for
/// those who print it: what was read stands in the decisions. Comparison does so by itself.
/// @param arena owns what is put in
/// @return XC_OK or XC_NO_MEMORY
XC_MUST_CHECK xc_status xc_decisions_apply(xc_case_content *content, xc_arena *arena,
                                           xc_error *error);

/// What a reviewer vouched for: confirmed claims, groups that are settled or whose claims are all
/// confirmed, and the documents of those claims. One flag a record of the content.
typedef struct xc_confirmed {
    bool *claims, *groups, *documents; ///< owned by the arena
} xc_confirmed;
/// Finds it, by the decisions that hold now.
/// @param arena owns what *out points to
/// @return XC_OK or XC_NO_MEMORY
XC_MUST_CHECK xc_status xc_decisions_confirmed(const xc_case_content *content, xc_arena *arena,
                                               xc_confirmed *out, xc_error *error);
/// How far two reviewers agree on one kind of decisions.
typedef struct xc_agreement {
    const char *matter;  ///< "claims" (confirmed or rejected), "fields", "verdicts"
    xc_slice one, other; ///< reviewers
    size_t both, same;   ///< what both decided on; on how many they said the same
    double kappa;        ///< Cohen, J. (1960); NAN where chance alone would agree on all
} xc_agreement;
/// Two decisions on one thing that differ, and no third reviewer decided on it; indexes.
typedef struct xc_disagreement {
    uint32_t one, other;
} xc_disagreement;
/// How far reviewers agree: a row for each two and matter, and what is open.
typedef struct xc_agreements {
    xc_agreement *pairs;
    size_t pair_count;
    xc_disagreement *open;
    size_t open_count;
} xc_agreements;
/// Each reviewer's last decision on a thing counts; those of the first 16 reviewers.
/// @param arena owns what *out points to
/// @return XC_OK or XC_NO_MEMORY
XC_MUST_CHECK xc_status xc_decisions_agreement(const xc_case_content *content, xc_arena *arena,
                                               xc_agreements *out, xc_error *error);
/// Leaves of a content that was loaded what a reviewer sees who decides blind: the own decisions,
/// those of others on what the reviewer decided, too (a claim, a field, a group's verdict or state,
/// its parts), and the groups that these give.
/// @param arena owns the groups
/// @return XC_OK or XC_NO_MEMORY
XC_MUST_CHECK xc_status xc_decisions_blind(xc_case_content *content, xc_slice reviewer,
                                           xc_arena *arena, xc_error *error);
/// A decision as a person asks for it.
typedef struct xc_decision_request {
    xc_decision_kind kind;
    xc_slice claims;   ///< ids separated by spaces or commas; or one of the three below
    xc_slice group;    ///< an id, also one that the group had before
    xc_slice document; ///< a key or a label
    xc_slice source;   ///< an outlet's name
    xc_slice field;    ///< of XC_SET_FIELD
    xc_slice
        value; ///< of XC_SET_FIELD, XC_SET_VERDICT, XC_NAME; the other id of XC_ALWAYS_SAME;
               ///< the key or number of the decision to undo
    xc_slice why, reviewer;
    bool blind; ///< the reviewer sees what xc_decisions_blind leaves, and decides on that
} xc_decision_request;
/// Most claims that one decision sets apart from the others of their group.
enum { XC_MOST_PARTED = 200 };
/// Whether groups may be others once such a decision is made.
bool xc_decision_bears_on_groups(xc_decision_kind kind);
/// Makes the decision and keeps it, in the caller's transaction; groups are left as they are, and
/// the case tells that they are behind (`uncompared`).
/// @param content of the case as it is loaded, without corrections
/// @param arena   owns *out
/// @return XC_USAGE where it makes no sense, with the mend
XC_MUST_CHECK xc_status xc_decide(xc_case *case_file, const xc_case_content *content,
                                  const xc_decision_request *request, xc_arena *arena,
                                  xc_decision *out, xc_error *error);
/// The same of a case that is not loaded.
/// @param arena owns *out
/// @return as xc_decide (XC_USAGE), or a failure of the case, see xc_case
XC_MUST_CHECK xc_status xc_case_decide_alone(xc_case *case_file,
                                             const xc_decision_request *request,
                                             xc_arena *arena, xc_decision *out,
                                             xc_error *error);
/// Up to how many claims a case is compared anew with each decision; beyond it, a person would wait.
enum { XC_COMPARED_AT_ONCE = 2000 };
/// Makes the decision, keeps it and compares anew where it bears on groups, all in the caller's
/// transaction.
/// @param arena owns *out
/// @return XC_USAGE where it makes no sense, with the mend
XC_MUST_CHECK xc_status xc_case_decide(xc_case *case_file, const xc_decision_request *request,
                                       xc_arena *arena, xc_decision *out, xc_error *error);
/// "stands", "moved": as the table of decisions prints it. Constant.
const char *xc_standing_text(xc_standing standing);
/// A decision's line of evidence for a claim: its sentence, and, parted by tabs, its measure,
/// value and document, by which it is found again among several in one sentence. The lines of
/// a decision are in the order of its claims, parted by line feeds.
/// @param arena owns it
/// @return a NULL slice when memory is out
xc_slice xc_decision_evidence(const xc_claim *claim, xc_arena *arena);

#endif
