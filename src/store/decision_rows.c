// SPDX-License-Identifier: MIT
// Decisions: rows that are added and never changed.
#include "store/schema.h"

#include <stddef.h>
#include <stdio.h>
#include <time.h>

static const char *const kinds[XC_DECISION_KINDS] = {[XC_NEVER_SAME] = "never_same",
                                                     [XC_ALWAYS_SAME] = "always_same",
                                                     [XC_SET_VERDICT] = "set_verdict",
                                                     [XC_CONFIRM] = "confirm",
                                                     [XC_REJECT] = "reject",
                                                     [XC_SET_FIELD] = "set_field",
                                                     [XC_NOTE] = "note",
                                                     [XC_NOT_HERE] = "not_here",
                                                     [XC_SPLIT] = "split",
                                                     [XC_NAME] = "name",
                                                     [XC_SETTLED] = "settled",
                                                     [XC_OPEN_QUESTION] = "open_question",
                                                     [XC_UNDO] = "undo"};

static const char make_table[] =
    "CREATE TABLE IF NOT EXISTS decision (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, first"
    " TEXT NOT NULL, second TEXT NOT NULL, verdict TEXT NOT NULL, members TEXT NOT NULL,"
    " note TEXT NOT NULL, evidence TEXT NOT NULL, made TEXT NOT NULL, reviewer TEXT NOT NULL,"
    " key TEXT NOT NULL UNIQUE, target TEXT NOT NULL, field TEXT NOT NULL, value TEXT NOT NULL,"
    " was TEXT NOT NULL) STRICT;"
    "CREATE TRIGGER IF NOT EXISTS decision_stays BEFORE UPDATE ON decision BEGIN"
    " SELECT RAISE(ABORT, 'decisions are added and never changed'); END;"
    "CREATE TRIGGER IF NOT EXISTS decision_is_kept BEFORE DELETE ON decision BEGIN"
    " SELECT RAISE(ABORT, 'decisions are added and never taken away'); END;";

const char *decisions_fixed(void) {
    return make_table;
}

const char *xc_decision_kind_text(xc_decision_kind kind) {
    return kind < XC_DECISION_KINDS ? kinds[kind] : "";
}

static const char *kind_word(int value) {
    return value >= 0 ? xc_decision_kind_text((xc_decision_kind)value) : "";
}

int xc_decision_kind_of(xc_slice word) {
    for (int kind = 0; kind < XC_DECISION_KINDS; kind++) {
        if (xc_slice_is(word, kinds[kind])) {
            return kind;
        }
    }
    return -1;
}

#define TEXT(field, about)                                                                     \
    { #field, XC_FIELD_TEXT, offsetof(xc_decision, field), NULL, NULL, about }

const xc_field *xc_decision_fields(size_t *count) {
    static const xc_field fields[] = {
        {"decision", XC_FIELD_WORD, offsetof(xc_decision, kind), kind_word, xc_decision_kind_of,
         "confirm, reject, set_field, note, not_here, always_same, never_same, split, "
         "set_verdict, name, settled, open_question or undo"},
        TEXT(first, "a claim's id, of two that are always or never one thing"),
        TEXT(second, "the other claim's id"),
        TEXT(verdict, "the verdict that was set"),
        TEXT(members, "ids of the claims that it is about"),
        TEXT(note, "the reviewer's reason or note"),
        TEXT(evidence, "the sentences that were decided on"),
        TEXT(made, "when (ISO 8601, UTC)"),
        TEXT(reviewer, "who decided"),
        TEXT(key, "the decision's key: the same in every case that holds it"),
        TEXT(target, "the group, document or outlet (source:NAME) that it is about, or the key "
                     "of the decision that is undone"),
        TEXT(field, "the field that was corrected"),
        TEXT(value, "what it is now; a group's name; how many of the members part"),
        TEXT(was, "what had been read"),
    };
    *count = sizeof fields / sizeof *fields;
    return fields;
}

static void print_key(const xc_decision *d, char out[XC_ID_LENGTH + 1]) {
    const xc_slice parts[] = {xc_slice_of(xc_decision_kind_text(d->kind)),
                              d->first,
                              d->second,
                              d->verdict,
                              d->members,
                              d->note,
                              d->evidence,
                              d->made,
                              d->reviewer,
                              d->target,
                              d->field,
                              d->value,
                              d->was};
    xc_id_print('x', xc_hash_slices(parts, sizeof parts / sizeof *parts), out);
}

// Milliseconds since 1970 of a time as print_time prints it; 0 of another.
static int64_t time_of(xc_slice made, xc_arena *arena) {
    struct tm t = {0};
    int milliseconds = 0;
    const char *text = xc_arena_string(arena, made);
    if (!text || sscanf(text, "%4d-%2d-%2dT%2d:%2d:%2d.%3dZ", &t.tm_year, &t.tm_mon, &t.tm_mday,
                        &t.tm_hour, &t.tm_min, &t.tm_sec, &milliseconds) < 6) {
        return 0;
    }
    t.tm_year -= 1900;
    t.tm_mon -= 1;
    return (int64_t)timegm(&t) * 1000 + milliseconds;
}

static xc_slice print_time(int64_t milliseconds, xc_arena *arena) {
    char day[32];
    struct tm t;
    time_t seconds = (time_t)(milliseconds / 1000);
    if (!gmtime_r(&seconds, &t) || !strftime(day, sizeof day, "%Y-%m-%dT%H:%M:%S", &t)) {
        return (xc_slice){0};
    }
    return xc_arena_print(arena, "%s.%03dZ", day, (int)(milliseconds % 1000));
}

xc_status xc_case_stamp(xc_case *case_file, xc_arena *arena, xc_decision *decision,
                        xc_error *error) {
    char key[XC_ID_LENGTH + 1];
    struct timespec now;
    xc_slice last = {0};
    query q = query_open(case_file, "SELECT max(made) FROM decision");
    if (query_next(&q)) {
        last = query_copy(&q, 0, arena);
    }
    xc_status status = query_close(&q, error);
    if (status != XC_OK) {
        return status;
    }
    (void)clock_gettime(CLOCK_REALTIME, &now);
    int64_t made = (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
    int64_t before = time_of(last, arena);
    decision->made = print_time(made > before ? made : before + 1, arena);
    print_key(decision, key);
    decision->key = xc_arena_copy(arena, xc_slice_of(key));
    return decision->made.ptr && decision->key.ptr ? XC_OK : xc_fail_memory(error);
}

xc_status xc_case_keep_decision(xc_case *case_file, xc_decision *decision, xc_error *error) {
    bool added = false;
    xc_status status = xc_case_add_decision(case_file, decision, &added, error);
    if (status == XC_OK && added) {
        decision->id = sqlite3_last_insert_rowid(case_file->database);
    }
    return status;
}

xc_status xc_case_add_decision(xc_case *case_file, const xc_decision *decision, bool *added,
                               xc_error *error) {
    static const char insert[] =
        "INSERT INTO decision (id, kind, first, second, verdict, members, note, evidence, made,"
        " reviewer, key, target, field, value, was) VALUES (NULLIF(?1, 0), ?2, ?3, ?4, ?5, ?6,"
        " ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15) ON CONFLICT (key) DO NOTHING";
    char key[XC_ID_LENGTH + 1];
    print_key(decision, key);
    query q = query_open(case_file, insert);
    query_bind_integer(&q, 1, decision->id);
    const xc_slice columns[] = {xc_slice_of(xc_decision_kind_text(decision->kind)),
                                decision->first,
                                decision->second,
                                decision->verdict,
                                decision->members,
                                decision->note,
                                decision->evidence,
                                decision->made,
                                decision->reviewer,
                                decision->key.len ? decision->key : xc_slice_of(key),
                                decision->target,
                                decision->field,
                                decision->value,
                                decision->was};
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
        query_bind(&q, (int)i + 2, columns[i]);
    }
    xc_status status = query_close(&q, error);
    if (added) {
        *added = status == XC_OK && sqlite3_changes(case_file->database) > 0;
    }
    return status;
}

static void read_row(query *q, xc_arena *arena, xc_decision *out) {
    int kind = xc_decision_kind_of(query_column(q, 1));
    if (kind < 0) {
        q->result = SQLITE_MISMATCH;
        return;
    }
    *out = (xc_decision){.id = query_integer(q, 0), .kind = (xc_decision_kind)kind};
    xc_slice *const columns[] = {&out->first, &out->second,   &out->verdict, &out->members,
                                 &out->note,  &out->evidence, &out->made,    &out->reviewer,
                                 &out->key,   &out->target,   &out->field,   &out->value,
                                 &out->was};
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
        *columns[i] = query_copy(q, (int)i + 2, arena);
    }
}

static xc_status read_all(xc_case *owner, const char *sql, xc_arena *arena, xc_decision **out,
                          size_t *count, xc_error *error) {
    size_t capacity = 0;
    query q = query_open(owner, sql);
    while (query_next(&q)) {
        xc_decision *at = xc_arena_grow(arena, out, *count, &capacity, sizeof **out);
        if (!at) {
            q.result = SQLITE_NOMEM;
            break;
        }
        read_row(&q, arena, at);
        ++*count;
    }
    return query_close(&q, error);
}

xc_status load_decisions(xc_case *owner, xc_arena *arena, xc_case_content *out,
                         xc_error *error) {
    return read_all(owner,
                    "SELECT id, kind, first, second, verdict, members, note, evidence, made,"
                    " reviewer, key, target, field, value, was FROM decision"
                    " ORDER BY made, id",
                    arena, &out->decisions, &out->decision_count, error);
}

static xc_status has_column(xc_case *owner, const char *name, bool *has, xc_error *error) {
    query q = query_open(owner, "SELECT 1 FROM pragma_table_info('decision') WHERE name = ?1");
    query_bind(&q, 1, xc_slice_of(name));
    *has = query_next(&q);
    return query_close(&q, error);
}

// Rows of a table that had no keys, up to version 7, in a table of today.
static xc_status renew(xc_case *owner, xc_arena *arena, xc_error *error) {
    static const char with_reviewer[] =
        "SELECT id, kind, first, second, verdict, members, note, evidence, made, reviewer,"
        " '', '', '', '', '' FROM decision ORDER BY id";
    static const char without_reviewer[] =
        "SELECT id, kind, first, second, verdict, members, note, evidence, made, '',"
        " '', '', '', '', '' FROM decision ORDER BY id";
    bool told = false;
    xc_decision *rows = NULL;
    size_t count = 0;
    xc_status status = has_column(owner, "reviewer", &told, error);
    if (status == XC_OK) {
        status = read_all(owner, told ? with_reviewer : without_reviewer, arena, &rows, &count,
                          error);
    }
    if (status == XC_OK) {
        status = database_run(owner, "DROP TABLE decision;", error);
    }
    if (status == XC_OK) {
        status = database_run(owner, make_table, error);
    }
    for (size_t i = 0; i < count && status == XC_OK; i++) {
        status = xc_case_add_decision(owner, &rows[i], NULL, error);
    }
    return status;
}

xc_status decisions_prepare(xc_case *owner, xc_error *error) {
    bool there = false;
    bool keyed = false;
    xc_status status = has_column(owner, "id", &there, error);
    if (status == XC_OK) {
        status = has_column(owner, "key", &keyed, error);
    }
    if (status != XC_OK || !there || keyed) {
        return status == XC_OK ? database_run(owner, make_table, error) : status;
    }
    xc_arena *arena = xc_arena_new();
    if (!arena) {
        return xc_fail_memory(error);
    }
    status = renew(owner, arena, error);
    xc_arena_free(arena);
    return status;
}
