// SPDX-License-Identifier: MIT
// Tables, views and triggers of a case. The columns of documents, claims and groups follow the
// field tables of the records.
#include "store/schema.h"

#include <string.h>

static const char fixed_tables[] =
    "CREATE TABLE IF NOT EXISTS run (number INTEGER PRIMARY KEY, found INTEGER NOT NULL "
    "DEFAULT 0,"
    " read INTEGER NOT NULL DEFAULT 0, ignored INTEGER NOT NULL DEFAULT 0,"
    " skipped INTEGER NOT NULL DEFAULT 0, inputs TEXT NOT NULL DEFAULT '') STRICT;"
    "CREATE TABLE IF NOT EXISTS skipped (run INTEGER NOT NULL REFERENCES run(number)"
    " ON DELETE CASCADE, path TEXT NOT NULL, reason TEXT NOT NULL,"
    " PRIMARY KEY (run, path, reason)) STRICT, WITHOUT ROWID;"
    "CREATE INDEX IF NOT EXISTS skipped_path ON skipped(path);"
    "CREATE TABLE IF NOT EXISTS found_at (document INTEGER NOT NULL REFERENCES document(number)"
    " ON DELETE CASCADE, label TEXT NOT NULL, PRIMARY KEY (document, label))"
    " STRICT, WITHOUT ROWID;"
    "CREATE TABLE IF NOT EXISTS read_from (document INTEGER NOT NULL REFERENCES "
    "document(number)"
    " ON DELETE CASCADE, label TEXT NOT NULL, path TEXT NOT NULL, record TEXT NOT NULL,"
    " bytes_sha256 TEXT NOT NULL, PRIMARY KEY (document, label, path, record))"
    " STRICT, WITHOUT ROWID;"
    "CREATE INDEX IF NOT EXISTS document_content ON document(content);"
    "CREATE INDEX IF NOT EXISTS claim_document ON claim(document);"
    "CREATE INDEX IF NOT EXISTS claim_measure ON claim(measure, place);"
    "CREATE TABLE IF NOT EXISTS member (claim_group TEXT NOT NULL REFERENCES claim_group(id)"
    " ON DELETE CASCADE, position INTEGER NOT NULL, claim TEXT NOT NULL REFERENCES claim(id)"
    " ON DELETE CASCADE, PRIMARY KEY (claim_group, position)) STRICT, WITHOUT ROWID;"
    "CREATE INDEX IF NOT EXISTS member_claim ON member(claim);"
    "CREATE TABLE IF NOT EXISTS doubtful (claim_group TEXT NOT NULL REFERENCES claim_group(id)"
    " ON DELETE CASCADE, position INTEGER NOT NULL, claim TEXT NOT NULL REFERENCES claim(id)"
    " ON DELETE CASCADE, PRIMARY KEY (claim_group, position)) STRICT, WITHOUT ROWID;"
    "CREATE TABLE IF NOT EXISTS relation (claim_group TEXT NOT NULL REFERENCES claim_group(id)"
    " ON DELETE CASCADE, position INTEGER NOT NULL, other TEXT NOT NULL,"
    " difference TEXT NOT NULL, PRIMARY KEY (claim_group, position)) STRICT, WITHOUT ROWID;"
    "CREATE TABLE IF NOT EXISTS alias (earlier TEXT PRIMARY KEY, claim_group TEXT NOT NULL"
    " REFERENCES claim_group(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED)"
    " STRICT, WITHOUT ROWID;"
    "CREATE TABLE IF NOT EXISTS measure (name TEXT PRIMARY KEY, topic TEXT NOT NULL,"
    " topic_title TEXT NOT NULL, \"is\" TEXT NOT NULL, unit TEXT NOT NULL)"
    " STRICT, WITHOUT ROWID;"
    "CREATE TABLE IF NOT EXISTS near_measure (measure TEXT NOT NULL REFERENCES measure(name)"
    " ON DELETE CASCADE, near TEXT NOT NULL, PRIMARY KEY (measure, near))"
    " STRICT, WITHOUT ROWID;"
    "CREATE TABLE IF NOT EXISTS term (kind TEXT NOT NULL, word TEXT NOT NULL,"
    " value TEXT NOT NULL, PRIMARY KEY (kind, word, value)) STRICT, WITHOUT ROWID;"
    "CREATE TABLE IF NOT EXISTS pack (name TEXT NOT NULL, language TEXT NOT NULL,"
    " hash TEXT NOT NULL, PRIMARY KEY (name, language, hash)) STRICT, WITHOUT ROWID;"
    "CREATE TABLE IF NOT EXISTS compared (decision INTEGER NOT NULL) STRICT;"
    "CREATE VIRTUAL TABLE IF NOT EXISTS search USING fts5(evidence, content='claim',"
    " content_rowid='number', tokenize='unicode61 remove_diacritics 2');"
    "CREATE TRIGGER IF NOT EXISTS claim_added AFTER INSERT ON claim BEGIN"
    " INSERT INTO search(rowid, evidence) VALUES (new.number, new.evidence); END;"
    "CREATE TRIGGER IF NOT EXISTS claim_gone AFTER DELETE ON claim BEGIN"
    " INSERT INTO search(search, rowid, evidence)"
    " VALUES ('delete', old.number, old.evidence); END;"
    "CREATE TRIGGER IF NOT EXISTS claim_changed AFTER UPDATE OF evidence ON claim BEGIN"
    " INSERT INTO search(search, rowid, evidence)"
    " VALUES ('delete', old.number, old.evidence);"
    " INSERT INTO search(rowid, evidence) VALUES (new.number, new.evidence); END;"
    "DROP VIEW IF EXISTS decisions;";

const char *schema_fixed(void) {
    return fixed_tables;
}

// One of the tables whose columns follow a field table.
typedef struct table {
    const char *name;
    const char *first;  // columns that are in no field table
    const char *append; // the same, at the end
    const xc_field *(*fields)(size_t *count);
    const xc_field *(*kept)(size_t *count); // columns that no view shows; NULL: none
} table;

static const table tables[] = {
    {"document",
     "number INTEGER PRIMARY KEY, label TEXT NOT NULL, content TEXT NOT NULL,"
     " text TEXT NOT NULL, title_in_text INTEGER NOT NULL",
     ", UNIQUE (key)", xc_document_fields, NULL},
    {"claim",
     "number INTEGER PRIMARY KEY, document INTEGER NOT NULL"
     " REFERENCES document(number) ON DELETE CASCADE",
     ", UNIQUE (id)", xc_claim_fields, xc_claim_kept_fields},
    {"claim_group", "rank INTEGER NOT NULL", ", UNIQUE (id)", xc_group_fields, NULL},
    {"incident", "rank INTEGER NOT NULL", ", UNIQUE (id)", xc_incident_fields, NULL},
};
enum { TABLES = sizeof tables / sizeof *tables };

bool field_is_of_document(const xc_field *field) {
    static const char *const names[] = {"source", "wire", "url", "published", "document_key"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (strcmp(field->name, names[i]) == 0) {
            return true;
        }
    }
    return false;
}

bool field_has_column(const xc_field *field) {
    return field->kind != XC_FIELD_MEMBERS && field->kind != XC_FIELD_DOUBTFUL &&
           field->kind != XC_FIELD_RELATED && field->kind != XC_FIELD_GROUPS &&
           strcmp(field->name, "document") != 0;
}

// Whether the field has a column in this table.
static bool is_column(const table *t, const xc_field *field) {
    return field_has_column(field) &&
           !(t->fields == xc_claim_fields && field_is_of_document(field));
}

// The next of a table's columns that follow a field; NULL behind the last one.
static const xc_field *next_column(const table *t, size_t *at) {
    size_t count = 0;
    size_t kept_count = 0;
    const xc_field *fields = t->fields(&count);
    const xc_field *kept = t->kept ? t->kept(&kept_count) : NULL;
    while (*at < count && !is_column(t, fields + *at)) {
        (*at)++;
    }
    const xc_field *next = *at < count                ? fields + *at
                           : *at < count + kept_count ? kept + (*at - count)
                                                      : NULL;
    *at += next != NULL;
    return next;
}

static const char *column_type(const xc_field *field) {
    return field->kind == XC_FIELD_COUNT ? "INTEGER NOT NULL DEFAULT 0"
                                         : "TEXT NOT NULL DEFAULT ''";
}

static void write_table(const table *t, xc_buffer *sql) {
    size_t at = 0;
    xc_buffer_print(sql, "CREATE TABLE IF NOT EXISTS %s (%s", t->name, t->first);
    for (const xc_field *field; (field = next_column(t, &at));) {
        xc_buffer_print(sql, ", \"%s\" %s", field->name, column_type(field));
    }
    xc_buffer_print(sql, "%s) STRICT;", t->append);
}

// A column of a view: what people want to reckon with is a number there, NULL where unknown.
static void write_view_column(xc_buffer *sql, const char *owner, const xc_field *field) {
    if (field->kind == XC_FIELD_NUMBER) {
        xc_buffer_print(sql, "CAST(NULLIF(%s.\"%s\", '') AS NUMERIC) AS \"%s\"", owner,
                        field->name, field->name);
    } else if (field->kind == XC_FIELD_MEMBERS || field->kind == XC_FIELD_DOUBTFUL) {
        const char *list = field->kind == XC_FIELD_MEMBERS ? "member" : "doubtful";
        xc_buffer_print(sql,
                        "(SELECT group_concat(claim, ' ') FROM (SELECT claim FROM %s WHERE"
                        " %s.claim_group = %s.id ORDER BY position)) AS \"%s\"",
                        list, list, owner, field->name);
    } else if (field->kind == XC_FIELD_GROUPS) {
        xc_buffer_print(sql,
                        "(SELECT group_concat(id, ' ') FROM (SELECT id FROM claim_group WHERE"
                        " claim_group.incident = %s.id ORDER BY rank)) AS \"%s\"",
                        owner, field->name);
    } else if (field->kind == XC_FIELD_RELATED) {
        xc_buffer_print(sql,
                        "(SELECT group_concat(other || '=' || difference, ' ') FROM (SELECT"
                        " other, difference FROM relation WHERE relation.claim_group = %s.id"
                        " ORDER BY position)) AS \"%s\"",
                        owner, field->name);
    } else if (!field_has_column(field)) {
        xc_buffer_text(sql, "document.label AS document");
    } else if (strcmp(field->name, "document_key") == 0) {
        xc_buffer_text(sql, "document.key AS document_key");
    } else {
        xc_buffer_print(sql, "%s.\"%s\"", owner, field->name);
    }
}

// A claim is a member of one group at most.
static const char group_of_claim[] =
    ", (SELECT claim_group FROM member WHERE member.claim = claim.id) AS \"group\","
    " (SELECT claim_group.verdict FROM member JOIN claim_group ON claim_group.id ="
    " member.claim_group WHERE member.claim = claim.id) AS verdict";

static void write_view(const table *t, const char *name, const char *from, xc_buffer *sql) {
    size_t count = 0;
    const xc_field *fields = t->fields(&count);
    xc_buffer_print(sql, "DROP VIEW IF EXISTS \"%s\"; CREATE VIEW \"%s\" AS SELECT ", name,
                    name);
    for (size_t i = 0; i < count; i++) {
        xc_buffer_text(sql, i ? ", " : "");
        bool elsewhere = t->fields == xc_claim_fields && field_is_of_document(&fields[i]);
        write_view_column(sql, elsewhere ? "document" : t->name, &fields[i]);
    }
    if (t->fields == xc_claim_fields) {
        xc_buffer_text(sql, group_of_claim);
    }
    xc_buffer_print(sql, " FROM %s;", from);
}

static void write_views(xc_buffer *sql) {
    write_view(&tables[0], "documents", "document ORDER BY document.label, document.key", sql);
    write_view(&tables[1], "claims",
               "claim JOIN document ON document.number = claim.document"
               " ORDER BY document.label, document.key, claim.within DESC, claim.start",
               sql);
    write_view(&tables[2], "groups", "claim_group ORDER BY claim_group.rank", sql);
    write_view(&tables[3], "incidents", "incident ORDER BY incident.rank", sql);
    xc_buffer_text(sql, "CREATE INDEX IF NOT EXISTS claim_group_incident"
                        " ON claim_group(incident);");
    xc_buffer_text(sql, "CREATE VIEW decisions AS SELECT * FROM decision ORDER BY made, key;");
}

// Adds a column, empty, where the table has none of that name.
static xc_status add_column(xc_case *owner, const char *to, const char *name, const char *type,
                            xc_error *error) {
    query q = query_open(owner, "SELECT 1 FROM pragma_table_info(?1) WHERE name = ?2");
    query_bind(&q, 1, xc_slice_of(to));
    query_bind(&q, 2, xc_slice_of(name));
    bool present = query_next(&q);
    xc_status status = query_close(&q, error);
    if (status != XC_OK || present) {
        return status;
    }
    xc_slice sql =
        xc_arena_print(owner->arena, "ALTER TABLE %s ADD COLUMN \"%s\" %s", to, name, type);
    return sql.ptr ? database_run(owner, sql.ptr, error) : xc_fail_memory(error);
}

// A newer program knows more fields: their columns are added.
static xc_status add_missing_columns(xc_case *owner, const table *t, xc_error *error) {
    size_t at = 0;
    xc_status status = XC_OK;
    for (const xc_field *field; status == XC_OK && (field = next_column(t, &at));) {
        status = add_column(owner, t->name, field->name, column_type(field), error);
    }
    return status;
}

static xc_status run_made(xc_case *owner, xc_buffer *sql, xc_error *error) {
    xc_status status =
        sql->status == XC_OK ? database_run(owner, sql->ptr, error) : xc_fail_memory(error);
    xc_buffer_release(sql);
    return status;
}

static xc_status make_tables(xc_case *owner, xc_error *error) {
    xc_buffer sql = {0};
    for (size_t i = 0; i < TABLES; i++) {
        write_table(&tables[i], &sql);
    }
    xc_buffer_text(&sql, fixed_tables);
    return run_made(owner, &sql, error);
}

static xc_status make_views(xc_case *owner, xc_error *error) {
    xc_buffer sql = {0};
    write_views(&sql);
    xc_buffer_print(&sql, "PRAGMA application_id = %d; PRAGMA user_version = %d;",
                    CASE_APPLICATION, CASE_VERSION);
    return run_made(owner, &sql, error);
}

// Groups of a case from before there was `compared` follow the decisions that it has.
static const char mark_earlier[] =
    "INSERT INTO compared SELECT coalesce((SELECT max(id) FROM decision), 0)"
    " WHERE EXISTS (SELECT 1 FROM claim_group) AND NOT EXISTS (SELECT 1 FROM compared);";

xc_status schema_prepare(xc_case *owner, int64_t version, xc_error *error) {
    if (version == CASE_VERSION) {
        return XC_OK;
    }
    xc_status status = xc_case_begin(owner, error);
    if (status == XC_OK) {
        status = make_tables(owner, error);
    }
    for (size_t i = 0; i < TABLES && status == XC_OK; i++) {
        status = add_missing_columns(owner, &tables[i], error);
    }
    if (status == XC_OK) {
        status = decisions_prepare(owner, error);
    }
    if (status == XC_OK) {
        status = database_run(owner, mark_earlier, error);
    }
    if (status == XC_OK) {
        status = make_views(owner, error);
    }
    return status == XC_OK ? xc_case_commit(owner, error) : status;
}

int query_bind_fields(query *q, int first, const xc_field *fields, size_t count,
                      const void *record) {
    xc_buffer scratch = {0};
    size_t claim_fields = 0;
    bool of_claim = fields == xc_claim_fields(&claim_fields);
    for (size_t i = 0; i < count; i++) {
        if (!field_has_column(&fields[i]) || (of_claim && field_is_of_document(&fields[i]))) {
            continue;
        }
        if (fields[i].kind == XC_FIELD_COUNT) {
            size_t number = *(const size_t *)((const char *)record + fields[i].offset);
            query_bind_integer(q, first++, number > INT64_MAX ? INT64_MAX : (int64_t)number);
        } else {
            query_bind_copy(q, first++, xc_field_text(&fields[i], record, &scratch));
        }
    }
    if (scratch.status != XC_OK && q->result == SQLITE_OK) {
        q->result = SQLITE_NOMEM;
    }
    xc_buffer_release(&scratch);
    return first;
}

// "INSERT INTO claim (document, "id", ...) VALUES (?1, ?2, ...)"
static const char *insert_into(xc_case *owner, const table *t, const char *columns, int used) {
    xc_buffer names = {0};
    xc_buffer values = {0};
    size_t at = 0;
    xc_buffer_print(&names, "INSERT INTO %s (%s", t->name, columns);
    for (int i = 1; i <= used; i++) {
        xc_buffer_print(&values, "%s?%d", i > 1 ? ", " : "", i);
    }
    for (const xc_field *field; (field = next_column(t, &at));) {
        xc_buffer_print(&names, ", \"%s\"", field->name);
        xc_buffer_print(&values, ", ?%d", ++used);
    }
    xc_buffer_text(&names, ") VALUES (");
    xc_buffer_append(&names, xc_buffer_slice(&values));
    xc_buffer_text(&names, ")");
    const char *sql = names.status == XC_OK && values.status == XC_OK
                          ? xc_arena_string(owner->arena, xc_buffer_slice(&names))
                          : NULL;
    xc_buffer_release(&names);
    xc_buffer_release(&values);
    return sql;
}

static const char *select_from(xc_case *owner, const table *t, const char *columns,
                               const char *order) {
    xc_buffer sql = {0};
    size_t at = 0;
    xc_buffer_print(&sql, "SELECT %s", columns);
    for (const xc_field *field; (field = next_column(t, &at));) {
        xc_buffer_print(&sql, ", \"%s\"", field->name);
    }
    xc_buffer_print(&sql, " FROM %s ORDER BY %s", t->name, order);
    const char *copy =
        sql.status == XC_OK ? xc_arena_string(owner->arena, xc_buffer_slice(&sql)) : NULL;
    xc_buffer_release(&sql);
    return copy;
}

xc_status schema_statements(xc_case *owner, xc_error *error) {
    owner->insert_document =
        insert_into(owner, &tables[0], "label, content, text, title_in_text", 4);
    owner->insert_claim = insert_into(owner, &tables[1], "document", 1);
    owner->insert_group = insert_into(owner, &tables[2], "rank", 1);
    owner->insert_incident = insert_into(owner, &tables[3], "rank", 1);
    owner->select_documents =
        select_from(owner, &tables[0],
                    "number, label, text, title_in_text,"
                    " (SELECT group_concat(label, ' | ') FROM (SELECT label FROM found_at WHERE"
                    " found_at.document = number AND found_at.label <> document.label"
                    " ORDER BY label))",
                    "key");
    owner->select_claims = select_from(owner, &tables[1], "document", "document, id");
    owner->select_groups = select_from(owner, &tables[2], "rank", "rank, id");
    owner->select_incidents = select_from(owner, &tables[3], "rank", "rank, id");
    bool made = owner->insert_document && owner->insert_claim && owner->insert_group &&
                owner->insert_incident && owner->select_incidents && owner->select_documents &&
                owner->select_claims && owner->select_groups;
    return made ? XC_OK : xc_fail_memory(error);
}
