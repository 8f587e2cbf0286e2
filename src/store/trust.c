// SPDX-License-Identifier: MIT
// A case may come from a stranger, and a database can hold programs: triggers, views in the place of
// tables, columns that are computed. What SQLite advises for such files (sqlite.org/security.html) is
// asked here: none but our own triggers, tables that are tables, and an end to work.
#include "store/schema.h"

#include <sys/stat.h>

enum { OPERATIONS = 1000000 }; // of SQLite's machine, between two looks at the work done

static int64_t size_of(const char *path) {
    struct stat facts;
    return stat(path, &facts) == 0 ? facts.st_size : 0;
}

// Sorting and joining all of a case takes some operations a byte of it; a statement that asks for
// many more (one without an end) is stopped. What this run added lies in the log.
static int count_work(void *context) {
    enum { LEAST = 100, BYTES = 10000 };
    xc_case *owner = context;
    if (++owner->work > owner->most_work) {
        const char *log = sqlite3_filename_wal(sqlite3_db_filename(owner->database, "main"));
        owner->most_work = LEAST + (size_of(owner->path) + (log ? size_of(log) : 0)) / BYTES;
    }
    return owner->work > owner->most_work;
}

void trust_limit(xc_case *owner) {
    sqlite3_progress_handler(owner->database, OPERATIONS, count_work, owner);
}

void trust_harden(sqlite3 *database, bool writes) {
    (void)sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    // SQLite before 3.41 lets no trigger write a full-text index otherwise, as ours do: those are
    // known to be ours by then.
    (void)sqlite3_db_config(database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, writes, NULL);
    (void)sqlite3_exec(database, "PRAGMA cell_size_check = ON", NULL, NULL, NULL);
}

static bool is_ours(xc_slice name) {
    static const char *const names[] = {
        "document",  "claim",  "claim_group", "incident", "run",     "skipped", "found_at",
        "read_from", "member", "doubtful",    "relation", "alias",   "measure", "near_measure",
        "decision",  "term",   "pack",        "search",   "compared"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (xc_slice_equal_fold(name, xc_slice_of(names[i]))) {
            return true;
        }
    }
    return false;
}

// Whether the words are a whole statement of what the program makes.
static bool stands_in(const char *made, xc_slice words) {
    xc_slice all = xc_slice_of(made);
    size_t at = xc_slice_find(all, words);
    return at != SIZE_MAX && all.ptr[at + words.len] == ';';
}

// Whether the program makes a trigger or virtual table by these words.
static bool is_made_here(xc_slice sql) {
    static const char *const starts[] = {"CREATE TRIGGER ", "CREATE VIRTUAL TABLE "};
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++) {
        xc_slice start = xc_slice_of(starts[i]);
        xc_slice words = xc_slice_sub(sql, start.len, sql.len);
        if (xc_slice_starts(sql, start) &&
            (stands_in(schema_fixed(), words) || stands_in(decisions_fixed(), words))) {
            return true;
        }
    }
    return false;
}

static xc_status refuse(const xc_case *owner, const char *what, xc_slice name,
                        xc_error *error) {
    return xc_fail_at(
        error, XC_BAD_CASE, xc_slice_of(owner->path), 0,
        "holds %s ('%.*s') that crossclaim did not make, and is not opened; who has "
        "it from a stranger can look at it with sqlite3",
        what, XC_PRINT(name));
}

static xc_status check_item(const xc_case *owner, xc_slice type, xc_slice name, xc_slice sql,
                            xc_error *error) {
    bool made = is_made_here(sql);
    if (xc_slice_is(type, "trigger") && !made) {
        return refuse(owner, "a trigger", name, error);
    }
    if (xc_slice_is(type, "view") && is_ours(name)) {
        return refuse(owner, "a view in a table's place", name, error);
    }
    bool is_virtual =
        xc_slice_is(type, "table") && xc_slice_starts(sql, XC_SLICE("CREATE VIRTUAL TABLE "));
    if (is_ours(name) && (is_virtual || xc_slice_equal_fold(name, XC_SLICE("search"))) &&
        !made) {
        return refuse(owner, "a virtual table", name, error);
    }
    return XC_OK;
}

// What is reckoned when a row is read or written: columns, and indexes of expressions.
static xc_status check_columns(xc_case *owner, xc_error *error) {
    static const char sql[] =
        "SELECT s.name, x.name FROM sqlite_schema AS s, pragma_table_xinfo(s.name) AS x"
        " WHERE s.type = 'table' AND x.hidden > 1 UNION ALL"
        " SELECT s.tbl_name, s.name FROM sqlite_schema AS s WHERE s.type = 'index' AND"
        " (s.sql LIKE '% WHERE %' OR EXISTS"
        " (SELECT 1 FROM pragma_index_xinfo(s.name) WHERE cid = -2))";
    query q = query_open(owner, sql);
    xc_status status = XC_OK;
    while (status == XC_OK && query_next(&q)) {
        if (is_ours(query_column(&q, 0))) {
            status = refuse(owner, "a computed column or index", query_column(&q, 1), error);
        }
    }
    xc_status closed = query_close(&q, status == XC_OK ? error : NULL);
    return status == XC_OK ? closed : status;
}

xc_status trust_check(xc_case *owner, xc_error *error) {
    query q = query_open(owner, "SELECT type, name, coalesce(sql, '') FROM sqlite_schema");
    xc_status status = XC_OK;
    while (status == XC_OK && query_next(&q)) {
        status = check_item(owner, query_column(&q, 0), query_column(&q, 1),
                            query_column(&q, 2), error);
    }
    xc_status closed = query_close(&q, status == XC_OK ? error : NULL);
    status = status == XC_OK ? closed : status;
    return status == XC_OK ? check_columns(owner, error) : status;
}
