// SPDX-License-Identifier: MIT
/// The case file: one SQLite database that holds documents, claims, groups and a reviewer's
/// decisions. It is never replaced, only changed in transactions. One thread uses a case at a
/// time.
#ifndef CROSSCLAIM_STORE_H
#define CROSSCLAIM_STORE_H

#include "crossclaim/base.h"

/// A case that is open. Whatever is asked of it may fail by its file: XC_BUSY (another program goes
/// on writing), XC_BAD_CASE (damaged, or not as a case should be), XC_IO (the disk) or
/// XC_NO_MEMORY. Such a failure leaves an open transaction to the caller, who rolls it back.
typedef struct xc_case xc_case;

/// XC_CASE_WRITE asks for a case that is there, XC_CASE_CREATE makes one where none is.
typedef enum xc_case_mode { XC_CASE_READ, XC_CASE_WRITE, XC_CASE_CREATE } xc_case_mode;

/// @param out closed by xc_case_close
/// @return XC_OK; XC_BAD_CASE where the file is no case, or made by a newer program; XC_BUSY where
///         another program goes on writing; XC_IO or XC_NO_MEMORY
XC_MUST_CHECK xc_status xc_case_open(const char *path, xc_case_mode mode, xc_case **out,
                                     xc_error *error);
/// As it was opened by; lives as long as the case.
const char *xc_case_path(const xc_case *case_file);
/// Rolls an open transaction back; NULL is allowed.
void xc_case_close(xc_case *case_file);
/// The same. @return whether the case, as others see it, holds no document and no decision
bool xc_case_close_empty(xc_case *case_file);

/// @return XC_OK or a failure of the case: XC_BUSY where another program goes on writing, or where
///         the path now leads to another file
XC_MUST_CHECK xc_status xc_case_begin(xc_case *case_file, xc_error *error);
/// Writes what was done since xc_case_begin; it is on disk when this gives XC_OK.
/// @return as xc_case_begin: XC_OK, XC_BUSY ...
XC_MUST_CHECK xc_status xc_case_commit(xc_case *case_file, xc_error *error);
/// A number that is another once anything in the case was changed, by this program or another.
/// @return XC_OK or a failure of the case, see xc_case
XC_MUST_CHECK xc_status xc_case_revision(xc_case *case_file, uint64_t *out, xc_error *error);
/// Nothing since xc_case_begin was; the case stays open.
/// @return XC_OK or a failure of the case, see xc_case
XC_MUST_CHECK xc_status xc_case_roll_back(xc_case *case_file, xc_error *error);

/// Adds a document with its claims; one that is there already (same key) only gains the label
/// as a further place where it was found. Where a table of sources tells another outlet or date
/// of the same page at the same place, this telling takes the place of the earlier one. A page
/// takes the place of claims that were given for it, and is not counted as added.
/// @param added false where it was there; may be NULL
/// @return XC_OK or a failure of the case, see xc_case
XC_MUST_CHECK xc_status xc_case_add(xc_case *case_file, const xc_document *document,
                                    const xc_claim *claims, size_t count, bool *added,
                                    xc_error *error);
/// An input that should have been readable and was not, with the reason in words.
/// @return XC_OK or a failure of the case, see xc_case
XC_MUST_CHECK xc_status xc_case_add_skip(xc_case *case_file, xc_slice path, xc_slice reason,
                                         xc_error *error);
/// Adds to the totals of what was found, read, ignored and skipped.
/// @return XC_OK or a failure of the case, see xc_case
XC_MUST_CHECK xc_status xc_case_add_counts(xc_case *case_file, const xc_read_counts *counts,
                                           xc_error *error);
/// What the packs declare; replaces what was there of the same names.
/// @return XC_OK or a failure of the case, see xc_case
XC_MUST_CHECK xc_status xc_case_set_measures(xc_case *case_file, const xc_measure *measures,
                                             size_t count, xc_error *error);
/// What the packs and tables say for comparison; replaces what was there.
/// @return XC_OK or a failure of the case, see xc_case
XC_MUST_CHECK xc_status xc_case_set_terms(xc_case *case_file, const xc_term *terms,
                                          size_t count, xc_error *error);
/// A pack that the case was made with.
/// @return XC_OK or a failure of the case, see xc_case
XC_MUST_CHECK xc_status xc_case_add_pack(xc_case *case_file, xc_slice name, xc_slice language,
                                         uint64_t hash, xc_error *error);
/// Replaces all groups and incidents; earlier ids of groups stay known as aliases of the groups
/// that now hold their members.
/// @return XC_OK or a failure of the case, see xc_case
XC_MUST_CHECK xc_status xc_case_set_groups(xc_case *case_file, const xc_group *groups,
                                           size_t count, const xc_incident *incidents,
                                           size_t incident_count, xc_error *error);
/// The group that an id stands for now: itself, or the one that holds most of its members.
/// @param out owned by the arena; empty where the case never had such a group
/// @return XC_OK or a failure of the case, see xc_case
XC_MUST_CHECK xc_status xc_case_find_group(xc_case *case_file, xc_slice id, xc_arena *arena,
                                           xc_slice *out, xc_error *error);

/// What a reviewer decided, and of what.
typedef enum xc_decision_kind {
    XC_NEVER_SAME,  ///< two claims are not about one thing
    XC_ALWAYS_SAME, ///< two claims are
    XC_SET_VERDICT, ///< of the group of these members
    XC_CONFIRM,     ///< the claims say what was read in them
    XC_REJECT,      ///< claims, a document or an outlet are left out of the comparison
    XC_SET_FIELD,   ///< a field of a claim or of a document, or a word on an outlet
    XC_NOTE,        ///< a note alone
    XC_NOT_HERE,    ///< the first member does not belong to the others
    XC_SPLIT,   ///< the first `value` members part from the others; all from all where empty
    XC_NAME,    ///< the group of these members is called `value`
    XC_SETTLED, ///< the group needs no further look
    XC_OPEN_QUESTION, ///< the group does: `note` is the question
    XC_UNDO,          ///< the decision whose key is `target` does not hold
    XC_DECISION_KINDS
} xc_decision_kind;

/// A row that is added and never changed. It names claims and keeps their evidence.
typedef struct xc_decision {
    int64_t id; ///< number in this case; 0 for a new one
    xc_decision_kind kind;
    xc_slice first, second;        ///< claim ids, for the first two kinds
    xc_slice verdict;              ///< for XC_SET_VERDICT: its word
    xc_slice members;              ///< claim ids separated by spaces, for all but the first two
    xc_slice note, evidence, made; ///< ISO 8601, UTC, to the millisecond
    xc_slice reviewer;             ///< who decided, in their own words; empty if untold
    xc_slice
        key; ///< 'x' and 16 letters, hash of all the others but `id`: the same in every case
    xc_slice target; ///< a group's or a document's id, "source:NAME", a decision's key
    xc_slice field, value, was; ///< of XC_SET_FIELD: what it is now and what was read
} xc_decision;

/// "confirm": its word in the table of decisions. Constant.
const char *xc_decision_kind_text(xc_decision_kind kind);
/// The kind whose word this is, -1 where there is none.
int xc_decision_kind_of(xc_slice word);
/// The columns of decisions, in the order in which they are printed. Constant.
const xc_field *xc_decision_fields(size_t *count);
/// Gives a new decision its time, later than that of every other in the case, and its key.
/// @param arena owns both
/// @return XC_OK or a failure of the case, see xc_case
XC_MUST_CHECK xc_status xc_case_stamp(xc_case *case_file, xc_arena *arena,
                                      xc_decision *decision, xc_error *error);
/// Adds a row, and is on disk when the transaction is. One without a key gets its own.
/// @param added false where the case has it already (the same key); may be NULL
/// @return XC_OK or a failure of the case, see xc_case
XC_MUST_CHECK xc_status xc_case_add_decision(xc_case *case_file, const xc_decision *decision,
                                             bool *added, xc_error *error);
/// The same of one that was made here: it is given its number.
/// @return XC_OK or a failure of the case, see xc_case
XC_MUST_CHECK xc_status xc_case_keep_decision(xc_case *case_file, xc_decision *decision,
                                              xc_error *error);
/// Decisions as the table of decisions prints them, JSON Lines or CSV, told by the first byte.
/// @param path  for messages
/// @param arena owns *out
/// @return XC_BAD_INPUT, with the line, where a row is no decision
XC_MUST_CHECK xc_status xc_decisions_read(xc_slice text, xc_slice path, xc_arena *arena,
                                          xc_decision **out, size_t *count, xc_error *error);

/// A pack, or a model of syntax ("syntax.model"), that the case was made with.
typedef struct xc_pack_record {
    xc_slice name, language;
    uint64_t hash;
} xc_pack_record;

/// Everything in a case, in an order that does not depend on how it came in: documents by label
/// (natural order) and key, claims by document, title before text, start; groups by rank.
typedef struct xc_case_content {
    uint64_t inputs;   ///< another number once documents or claims came or went
    size_t uncompared; ///< decisions that the groups do not follow yet
    xc_document *documents;
    size_t document_count;
    xc_claim *claims; ///< `document` is the document's label
    size_t claim_count;
    xc_group *groups;
    size_t group_count;
    xc_incident *incidents; ///< by the rank of their first group
    size_t incident_count;
    xc_measure *measures;
    size_t measure_count;
    xc_term *terms;
    size_t term_count;
    xc_skip *skipped;
    size_t skip_count;
    xc_decision *decisions; ///< as they were made
    size_t decision_count;
    xc_pack_record *packs;
    size_t pack_count;
    xc_read_counts counts;
} xc_case_content;

/// @param arena owns all of *out
/// @return XC_OK or a failure of the case, see xc_case
XC_MUST_CHECK xc_status xc_case_load(xc_case *case_file, xc_arena *arena, xc_case_content *out,
                                     xc_error *error);
/// The keys of documents that reading them once more would leave as they are, in order: not those
/// that stand for claims given for them, nor those of which something was left out, as that has to
/// be told again.
/// @param arena owns *out
/// @return XC_OK or a failure of the case, see xc_case
XC_MUST_CHECK xc_status xc_case_settled(xc_case *case_file, xc_arena *arena, xc_slice **out,
                                        size_t *count, xc_error *error);
/// A file that a document was read from: one more for every place where it was found.
typedef struct xc_reading {
    xc_slice document_key, label;
    xc_slice path;         ///< absolute; empty where another case was merged into this one
    xc_slice record;       ///< of an archive or a crawl
    xc_slice bytes_sha256; ///< of the file, when it was read last
} xc_reading;
/// Where the documents of a case were read: by path, label and record. What came from standard
/// input, or into a case before 2026-12, has none.
/// @param arena owns *out
/// @return XC_OK or a failure of the case, see xc_case
XC_MUST_CHECK xc_status xc_case_readings(xc_case *case_file, xc_arena *arena, xc_reading **out,
                                         size_t *count, xc_error *error);
/// Brings the groups of a case from those that were loaded to others, by what differs, so that it
/// takes no longer than there are changes.
/// @param before   as the case was loaded; its decisions are those that `after` knows
/// @param after    its groups and incidents
/// @param renewed  false, and nothing is changed, where documents or claims came or went since
/// @return XC_OK or a failure of the case, see xc_case
XC_MUST_CHECK xc_status xc_case_renew_groups(xc_case *case_file, const xc_case_content *before,
                                             const xc_case_content *after, bool *renewed,
                                             xc_error *error);
/// Reads the decisions anew, and how many of them the groups do not follow.
/// @param arena owns them
/// @return XC_OK or a failure of the case, see xc_case
XC_MUST_CHECK xc_status xc_case_load_decisions(xc_case *case_file, xc_arena *arena,
                                               xc_case_content *content, xc_error *error);

#endif
