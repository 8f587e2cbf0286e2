// SPDX-License-Identifier: MIT
// Opening, refusing and closing a case.
#include "store/schema.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { BUSY_MILLISECONDS = 10000 };

// "file:" and the path with what an address may not hold escaped.
static const char *immutable_uri(xc_arena *arena, const char *path) {
    xc_buffer uri = {0};
    xc_buffer_text(&uri, "file:");
    for (const char *at = path; *at; at++) {
        unsigned char byte = (unsigned char)*at;
        if (strchr("?#%", byte) || byte <= ' ' || byte > '~') {
            xc_buffer_print(&uri, "%%%02X", byte);
        } else {
            xc_buffer_char(&uri, *at);
        }
    }
    xc_buffer_text(&uri, "?immutable=1");
    const char *copy =
        uri.status == XC_OK ? xc_arena_string(arena, xc_buffer_slice(&uri)) : NULL;
    xc_buffer_release(&uri);
    return copy;
}

// Whether another program left changes beside the file that are not in it yet.
static bool has_pending_changes(xc_arena *arena, const char *path) {
    struct stat status;
    xc_slice log = xc_arena_print(arena, "%s-wal", path);
    return log.ptr && stat(log.ptr, &status) == 0 && status.st_size > 0;
}

static xc_status check_path(const char *path, xc_case_mode mode, xc_error *error) {
    struct stat status;
    xc_slice name = xc_slice_of(path);
    if (stat(path, &status) != 0) {
        if (errno == ENOENT && mode == XC_CASE_CREATE) {
            return XC_OK;
        }
        return xc_fail_at(error, XC_IO, name, 0, "%s%s", strerror(errno),
                          errno == ENOENT ? "; make a case with 'crossclaim add' first" : "");
    }
    if (S_ISDIR(status.st_mode)) {
        return xc_fail_at(error, XC_IO, name, 0, "is a folder; name the case file in it");
    }
    if (!S_ISREG(status.st_mode)) {
        return xc_fail_at(error, XC_IO, name, 0, "is no regular file; a case has to be one");
    }
    return XC_OK;
}

static void configure(sqlite3 *database) {
    (void)sqlite3_busy_timeout(database, BUSY_MILLISECONDS);
    trust_harden(database, false);
    (void)sqlite3_db_config(database, SQLITE_DBCONFIG_ENABLE_FKEY, 1, NULL);
    (void)sqlite3_extended_result_codes(database, 1);
}

static int open_database(xc_case *owner, const char *name, int flags) {
    int result = sqlite3_open_v2(name, &owner->database, flags, NULL);
    if (result == SQLITE_OK) {
        configure(owner->database);
        trust_limit(owner);
        // The first read tells whether the file can be used at all.
        result = sqlite3_exec(owner->database, "SELECT count(*) FROM sqlite_schema", NULL, NULL,
                              NULL);
    }
    return result;
}

// In a folder that may not be written, SQLite cannot make the index of its log: if there is no
// log, the file is all there is and is read as it stands.
static xc_status open_file(xc_case *owner, xc_case_mode mode, xc_error *error) {
    // A reader that may write takes the log's files away again when it closes; it writes
    // nothing else.
    bool may_write = mode != XC_CASE_READ || access(owner->path, W_OK) == 0;
    int flags = !may_write               ? SQLITE_OPEN_READONLY
                : mode == XC_CASE_CREATE ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
                                         : SQLITE_OPEN_READWRITE;
    int result = open_database(owner, owner->path, flags | SQLITE_OPEN_NOMUTEX);
    if (result == SQLITE_OK && mode == XC_CASE_READ) {
        result = sqlite3_exec(owner->database, "PRAGMA query_only = ON", NULL, NULL, NULL);
    }
    int kind = result & 0xff;
    bool may_retry = kind == SQLITE_CANTOPEN || kind == SQLITE_READONLY || kind == SQLITE_IOERR;
    if (mode == XC_CASE_READ && may_retry && !has_pending_changes(owner->arena, owner->path)) {
        const char *uri = immutable_uri(owner->arena, owner->path);
        if (!uri) {
            return xc_fail_memory(error);
        }
        (void)sqlite3_close_v2(owner->database);
        owner->database = NULL;
        result = open_database(owner, uri,
                               SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI);
    }
    if (result == SQLITE_OK && mode != XC_CASE_READ &&
        sqlite3_db_readonly(owner->database, "main") == 1) {
        result = SQLITE_READONLY;
    }
    return result == SQLITE_OK ? XC_OK : database_fail(owner, result, error);
}

static xc_status read_integer(xc_case *owner, const char *sql, int64_t *out, xc_error *error) {
    query q = query_open(owner, sql);
    *out = query_next(&q) ? query_integer(&q, 0) : 0;
    return query_close(&q, error);
}

// A log beside the file. Two programs that make one case at the same time both ask for it, which
// SQLite refuses at once instead of waiting.
static xc_status keep_log(xc_case *owner, xc_error *error) {
    enum { PAUSE = 20 };
    int result = SQLITE_BUSY;
    for (int waited = 0; result == SQLITE_BUSY && waited < BUSY_MILLISECONDS; waited += PAUSE) {
        result =
            sqlite3_exec(owner->database, "PRAGMA journal_mode = WAL", NULL, NULL, NULL) & 0xff;
        if (result == SQLITE_BUSY) {
            (void)sqlite3_sleep(PAUSE);
        }
    }
    // What is said to be saved is on disk, whatever this SQLite was built with.
    return result == SQLITE_OK ? database_run(owner, "PRAGMA synchronous = FULL", error)
                               : database_fail(owner, result, error);
}

// Refuses what is no case of ours, or one that this program is too old for.
static xc_status check_header(xc_case *owner, xc_case_mode mode, int64_t *version,
                              xc_error *error) {
    int64_t application = 0;
    int64_t tables = 0;
    xc_status status = read_integer(owner, "PRAGMA application_id", &application, error);
    if (status == XC_OK) {
        status = read_integer(owner, "PRAGMA user_version", version, error);
    }
    if (status == XC_OK) {
        status = read_integer(owner, "SELECT count(*) FROM sqlite_schema", &tables, error);
    }
    if (status != XC_OK) {
        return status;
    }
    bool empty = application == 0 && tables == 0 && *version == 0;
    if (application != CASE_APPLICATION && !(empty && mode == XC_CASE_CREATE)) {
        return xc_fail_at(error, XC_BAD_CASE, xc_slice_of(owner->path), 0,
                          empty ? "is empty; make a case with 'crossclaim add'"
                                : "is a database of another program; name another file");
    }
    if (*version > CASE_VERSION) {
        return xc_fail_at(error, XC_BAD_CASE, xc_slice_of(owner->path), 0,
                          "was made by a newer crossclaim (case version %d, this program knows "
                          "%d); use that program, or a newer one",
                          (int)*version, (int)CASE_VERSION);
    }
    if (*version < CASE_VERSION && mode == XC_CASE_READ) {
        return xc_fail_at(error, XC_BAD_CASE, xc_slice_of(owner->path), 0,
                          "is of an earlier version; open it for writing once ('crossclaim "
                          "compare --db'), so that it is brought up to date");
    }
    return XC_OK;
}

static xc_status open_case(xc_case *owner, xc_case_mode mode, xc_error *error) {
    int64_t version = 0;
    xc_status status = check_path(owner->path, mode, error);
    if (status == XC_OK) {
        status = open_file(owner, mode, error);
    }
    if (status == XC_OK) {
        status = check_header(owner, mode, &version, error);
    }
    if (status == XC_OK) {
        status = trust_check(owner, error);
    }
    if (status == XC_OK && mode != XC_CASE_READ) {
        trust_harden(owner->database, true);
        status = keep_log(owner, error);
        if (status == XC_OK) {
            status = schema_prepare(owner, version, error);
        }
    }
    struct stat facts;
    if (status == XC_OK && stat(owner->path, &facts) == 0) {
        owner->device = facts.st_dev;
        owner->inode = facts.st_ino;
    }
    return status == XC_OK ? schema_statements(owner, error) : status;
}

xc_status xc_case_open(const char *path, xc_case_mode mode, xc_case **out, xc_error *error) {
    *out = NULL;
    xc_arena *arena = xc_arena_new();
    xc_case *owner = arena ? xc_arena_alloc(arena, sizeof *owner) : NULL;
    if (owner) {
        owner->arena = arena;
        owner->path = xc_arena_string(arena, xc_slice_of(path));
    }
    if (!owner || !owner->path) {
        xc_arena_free(arena);
        return xc_fail_memory(error);
    }
    xc_status status = open_case(owner, mode, error);
    if (status != XC_OK) {
        xc_case_close(owner);
        return status;
    }
    *out = owner;
    return XC_OK;
}

const char *xc_case_path(const xc_case *case_file) {
    return case_file->path;
}

void xc_case_close(xc_case *case_file) {
    if (!case_file) {
        return;
    }
    for (size_t i = 0; i < case_file->statement_count; i++) {
        (void)sqlite3_finalize(case_file->statements[i].statement);
    }
    (void)sqlite3_close_v2(case_file->database); // rolls back
    xc_arena_free(case_file->arena);
}

bool xc_case_close_empty(xc_case *case_file) {
    int64_t kept = 1;
    if (case_file) {
        (void)sqlite3_exec(case_file->database, "ROLLBACK", NULL, NULL, NULL);
        xc_status status = read_integer(case_file,
                                        "SELECT EXISTS (SELECT 1 FROM document) OR"
                                        " EXISTS (SELECT 1 FROM decision)",
                                        &kept, NULL);
        kept = status == XC_OK ? kept : 1;
    }
    xc_case_close(case_file);
    return kept == 0;
}
