// SPDX-License-Identifier: MIT
/// The open case and its statements. A query keeps its first failure: later calls on it do
/// nothing, and query_close tells.
///
///     query q = query_open(case_file, "SELECT name FROM measure WHERE topic = ?1");
///     query_bind(&q, 1, topic);
///     while (query_next(&q)) { xc_slice name = query_copy(&q, 0, arena); ... }
///     return query_close(&q, error);
#ifndef CROSSCLAIM_STORE_DATABASE_H
#define CROSSCLAIM_STORE_DATABASE_H

#include "crossclaim/store.h"

#include <sqlite3.h>
#include <sys/types.h>

enum { STATEMENTS = 96 };

struct xc_case {
    sqlite3 *database;
    xc_arena *arena; ///< owns this struct, too
    const char *path;
    struct {
        const char *sql; ///< the address is the key: constant text, or text in `arena`
        sqlite3_stmt *statement;
    } statements[STATEMENTS];
    size_t statement_count;
    const char *insert_document, *insert_claim, *insert_group,
        *insert_incident; ///< made from the field tables
    const char *select_documents, *select_claims, *select_groups, *select_incidents;
    int64_t run;  ///< number of the run that is under way, 0 before its first input
    dev_t device; ///< the file that was opened: its name may lead to another one later
    ino_t inode;
    int64_t work, most_work; ///< of the statement under way, in millions of operations
    uint64_t inputs;         ///< hash over the inputs of that run, whatever their order
};

typedef struct query {
    xc_case *owner;
    sqlite3_stmt *statement;
    int result; ///< SQLITE_OK, SQLITE_ROW, SQLITE_DONE or the first failure
} query;

/// A prepared statement, kept for the next time.
/// @param sql constant text, or text that lives as long as the case
query query_open(xc_case *owner, const char *sql);
void query_bind(query *q, int index, xc_slice text);
/// The same of bytes that do not live until the query is closed.
void query_bind_copy(query *q, int index, xc_slice text);
void query_bind_integer(query *q, int index, int64_t integer);
/// Binds the columns of a record in the order of its field table, from parameter `first` on.
/// @return the parameter behind the last one bound
int query_bind_fields(query *q, int first, const xc_field *fields, size_t count,
                      const void *record);
/// True while there is a row.
bool query_next(query *q);
/// A column of the row, copied; ptr NULL and the query failed where memory is out.
xc_slice query_copy(query *q, int column, xc_arena *arena);
/// A column of the row, gone with the next call.
xc_slice query_column(query *q, int column);
int64_t query_integer(query *q, int column);
/// Runs what has not run yet, frees the statement for its next use and gives the first failure.
XC_MUST_CHECK xc_status query_close(query *q, xc_error *error);

/// One or more statements without parameters.
XC_MUST_CHECK xc_status database_run(xc_case *owner, const char *sql, xc_error *error);
/// The failure that a result code of SQLite stands for, with its mend.
xc_status database_fail(const xc_case *owner, int result, xc_error *error);

/// A step inside the caller's transaction (or a transaction of its own): all of it or nothing.
XC_MUST_CHECK xc_status step_begin(xc_case *owner, xc_error *error);
/// Keeps the step where `status` is XC_OK, else undoes it; gives the first failure.
XC_MUST_CHECK xc_status step_end(xc_case *owner, xc_status status, xc_error *error);

#endif
