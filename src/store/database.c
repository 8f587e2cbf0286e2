// SPDX-License-Identifier: MIT
// Statements, failures and steps of a case's database.
#include "store/database.h"

xc_status database_fail(const xc_case *owner, int result, xc_error *error) {
    xc_slice path = xc_slice_of(owner->path);
    const char *reason =
        owner->database ? sqlite3_errmsg(owner->database) : sqlite3_errstr(result);
    switch (result & 0xff) {
    case SQLITE_NOMEM:
        return xc_fail_memory(error);
    case SQLITE_NOTADB:
        return xc_fail_at(error, XC_BAD_CASE, path, 0,
                          "is no case file; name another file, or move this one away");
    case SQLITE_CORRUPT:
        return xc_fail_at(error, XC_BAD_CASE, path, 0,
                          "is damaged (%s); restore a copy, or save what is left with sqlite3 "
                          "and its .recover",
                          reason);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return xc_fail_at(error, XC_BUSY, path, 0,
                          "is in use by another program; try again when that has finished");
    case SQLITE_FULL:
        return xc_fail_at(
            error, XC_IO, path, 0,
            "cannot grow: its disk, or the one of temporary files (SQLITE_TMPDIR, TMPDIR), is "
            "full; make room and run again");
    case SQLITE_READONLY:
        return xc_fail_at(error, XC_IO, path, 0, "may not be written (%s)", reason);
    case SQLITE_CONSTRAINT:
    case SQLITE_ERROR: // a table or column that every case has is missing
        return xc_fail_at(error, XC_BAD_CASE, path, 0, "is not as a case should be: %s",
                          reason);
    case SQLITE_INTERRUPT:
        return xc_fail_at(error, XC_BAD_CASE, path, 0,
                          "asks for more work than a case of its size can; who has it from a "
                          "stranger can look at it with sqlite3");
    case SQLITE_MISMATCH: // found by ourselves while reading
        return xc_fail_at(error, XC_BAD_CASE, path, 0,
                          "holds a value that no case may hold; restore a copy");
    default:
        return xc_fail_at(error, XC_IO, path, 0, "%s", reason);
    }
}

xc_status database_run(xc_case *owner, const char *sql, xc_error *error) {
    owner->work = 0;
    int result = sqlite3_exec(owner->database, sql, NULL, NULL, NULL);
    return result == SQLITE_OK ? XC_OK : database_fail(owner, result, error);
}

query query_open(xc_case *owner, const char *sql) {
    query q = {.owner = owner, .result = SQLITE_OK};
    for (size_t i = 0; i < owner->statement_count; i++) {
        if (owner->statements[i].sql == sql) {
            q.statement = owner->statements[i].statement;
            return q;
        }
    }
    if (owner->statement_count == STATEMENTS) {
        q.result = SQLITE_FULL;
        return q;
    }
    q.result = sqlite3_prepare_v3(owner->database, sql, -1, SQLITE_PREPARE_PERSISTENT,
                                  &q.statement, NULL);
    if (q.result == SQLITE_OK) {
        owner->statements[owner->statement_count].sql = sql;
        owner->statements[owner->statement_count++].statement = q.statement;
    }
    return q;
}

static void bind(query *q, int index, xc_slice text, sqlite3_destructor_type lifetime) {
    if (q->result == SQLITE_OK) {
        q->result = sqlite3_bind_text64(q->statement, index, text.ptr ? text.ptr : "", text.len,
                                        lifetime, SQLITE_UTF8);
    }
}

void query_bind(query *q, int index, xc_slice text) {
    bind(q, index, text, SQLITE_STATIC);
}

void query_bind_copy(query *q, int index, xc_slice text) {
    bind(q, index, text, SQLITE_TRANSIENT);
}

void query_bind_integer(query *q, int index, int64_t integer) {
    if (q->result == SQLITE_OK) {
        q->result = sqlite3_bind_int64(q->statement, index, integer);
    }
}

bool query_next(query *q) {
    if (q->result == SQLITE_OK || q->result == SQLITE_ROW) {
        q->owner->work = 0;
        q->result = sqlite3_step(q->statement);
    }
    return q->result == SQLITE_ROW;
}

xc_slice query_column(query *q, int column) {
    const char *text = (const char *)sqlite3_column_text(q->statement, column);
    int length = sqlite3_column_bytes(q->statement, column);
    if (!text) {
        if (sqlite3_column_type(q->statement, column) != SQLITE_NULL) {
            q->result = SQLITE_NOMEM;
        }
        return (xc_slice){0};
    }
    return (xc_slice){text, (size_t)length};
}

xc_slice query_copy(query *q, int column, xc_arena *arena) {
    xc_slice text = query_column(q, column);
    if (text.len == 0) {
        return (xc_slice){0};
    }
    xc_slice copy = xc_arena_copy(arena, text);
    if (!copy.ptr) {
        q->result = SQLITE_NOMEM;
    }
    return copy;
}

int64_t query_integer(query *q, int column) {
    return sqlite3_column_int64(q->statement, column);
}

xc_status query_close(query *q, xc_error *error) {
    if (q->result == SQLITE_OK) {
        q->owner->work = 0;
        q->result = sqlite3_step(q->statement);
    }
    xc_status status = q->result == SQLITE_DONE || q->result == SQLITE_ROW
                           ? XC_OK
                           : database_fail(q->owner, q->result, error);
    if (q->statement) {
        (void)sqlite3_reset(q->statement); // repeats the failure that is told already
        (void)sqlite3_clear_bindings(q->statement);
    }
    return status;
}

xc_status step_begin(xc_case *owner, xc_error *error) {
    return database_run(owner, "SAVEPOINT step", error);
}

xc_status step_end(xc_case *owner, xc_status status, xc_error *error) {
    if (status == XC_OK) {
        status = database_run(owner, "RELEASE step", error);
    }
    if (status != XC_OK) { // the first failure is what the caller hears
        (void)sqlite3_exec(owner->database, "ROLLBACK TO step; RELEASE step", NULL, NULL, NULL);
    }
    return status;
}
