// SPDX-License-Identifier: MIT
/// The tables of a case, and what brings an older case up to them. docs/case.md tells people.
#ifndef CROSSCLAIM_STORE_SCHEMA_H
#define CROSSCLAIM_STORE_SCHEMA_H

#include "store/database.h"

enum {
    CASE_APPLICATION = 0x58436C6D, ///< "XClm" in the file's header
    CASE_VERSION = 11              ///< raise it with every change of a table or a field table
};

/// Where a field of a claim stands: in the document's row, so that it is kept once.
bool field_is_of_document(const xc_field *field);
/// Fields that have tables of their own (`members`, `doubtful`, `related`) or stand elsewhere (`document`).
bool field_has_column(const xc_field *field);

/// Makes the tables of an empty file, or adds what a case of an earlier version lacks.
XC_MUST_CHECK xc_status schema_prepare(xc_case *owner, int64_t version, xc_error *error);
/// What makes the tables, indexes and triggers whose columns follow no field table.
const char *schema_fixed(void);
/// The statements that walk the field tables, into `owner`.
XC_MUST_CHECK xc_status schema_statements(xc_case *owner, xc_error *error);

/// What makes the table of decisions and its triggers.
const char *decisions_fixed(void);
/// Makes the table of decisions, or brings the rows of an earlier one into it.
XC_MUST_CHECK xc_status decisions_prepare(xc_case *owner, xc_error *error);
/// Decisions as they were made.
XC_MUST_CHECK xc_status load_decisions(xc_case *owner, xc_arena *arena, xc_case_content *out,
                                       xc_error *error);
/// What SQLite advises for a file that anybody may have made. Before the first read.
/// @param writes whether the triggers have to run, once trust_check found them to be ours
void trust_harden(sqlite3 *database, bool writes);
/// Ends a statement that does far more work than a case of its size can ask for.
void trust_limit(xc_case *owner);
/// @return XC_BAD_CASE where the case holds triggers, views or columns that are programs of others
XC_MUST_CHECK xc_status trust_check(xc_case *owner, xc_error *error);

/// Measures, packs, skipped inputs, counts and decisions.
XC_MUST_CHECK xc_status load_notes(xc_case *owner, xc_arena *arena, xc_case_content *out,
                                   xc_error *error);

/// A number that is another once documents or claims came or went.
XC_MUST_CHECK xc_status inputs_state(xc_case *owner, uint64_t *out, xc_error *error);

/// Names for each document the others of its outlet and address.
XC_MUST_CHECK xc_status load_versions(xc_case_content *out, xc_arena *arena, xc_error *error);

#endif
