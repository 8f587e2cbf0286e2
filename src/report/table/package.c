// SPDX-License-Identifier: MIT
// The description of the report's CSV files: a Frictionless Data Package.
#include "report/table/table.h"

static const char *type_of(const xc_field *field) {
    switch (field->kind) {
    case XC_FIELD_NUMBER:
        return "number";
    case XC_FIELD_COUNT:
        return "integer";
    case XC_FIELD_TEXT:
    case XC_FIELD_WORD:
    case XC_FIELD_RELATED:
    case XC_FIELD_MEMBERS:
    case XC_FIELD_DOUBTFUL:
    case XC_FIELD_GROUPS:
        break;
    }
    return "string";
}

// The words that an enum's column may hold. Every enum of the records is short and has no gap.
static void write_words(xc_json *json, const xc_field *field) {
    enum { MOST_WORDS = 32 };
    xc_json_key(json, "constraints");
    xc_json_object(json);
    xc_json_key(json, "enum");
    xc_json_array(json);
    for (int i = 0; i < MOST_WORDS; i++) {
        if (*field->word(i)) {
            xc_json_text(json, xc_slice_of(field->word(i)));
        }
    }
    xc_json_end_array(json);
    xc_json_end_object(json);
}

static void write_field(xc_json *json, const xc_field *field) {
    xc_json_object(json);
    xc_json_member(json, "name", xc_slice_of(field->name));
    xc_json_member(json, "type", xc_slice_of(type_of(field)));
    xc_json_member(json, "description", xc_slice_of(field->description));
    if (field->kind == XC_FIELD_WORD) {
        write_words(json, field);
    }
    xc_json_end_object(json);
}

static void write_keys(xc_json *json, const char *table) {
    bool claims = xc_slice_is(xc_slice_of(table), "claims");
    bool incidents = xc_slice_is(xc_slice_of(table), "incidents");
    if (claims || incidents || xc_slice_is(xc_slice_of(table), "groups")) {
        xc_json_member(json, "primaryKey", XC_SLICE("id"));
    } else if (xc_slice_is(xc_slice_of(table), "documents")) {
        xc_json_member(json, "primaryKey", XC_SLICE("key"));
    }
}

static void write_table(xc_json *json, const table_rows *rows) {
    xc_buffer path = {0};
    xc_buffer_print(&path, "%s.csv", rows->name);
    xc_json_object(json);
    xc_json_member(json, "name", xc_slice_of(rows->name));
    xc_json_member(json, "path", xc_buffer_slice(&path));
    xc_json_member(json, "description", xc_slice_of(rows->is));
    xc_json_member(json, "profile", XC_SLICE("tabular-data-resource"));
    xc_json_member(json, "format", XC_SLICE("csv"));
    xc_json_member(json, "mediatype", XC_SLICE("text/csv"));
    xc_json_member(json, "encoding", XC_SLICE("utf-8"));
    xc_json_key(json, "schema");
    xc_json_object(json);
    xc_json_key(json, "fields");
    xc_json_array(json);
    for (size_t i = 0; i < rows->field_count; i++) {
        write_field(json, &rows->fields[i]);
    }
    xc_json_end_array(json);
    xc_json_key(json, "missingValues");
    xc_json_array(json);
    xc_json_text(json, (xc_slice){0});
    xc_json_end_array(json);
    write_keys(json, rows->name);
    xc_json_end_object(json);
    xc_json_end_object(json);
    xc_buffer_release(&path);
}

void rows_package(const table_rows *tables, size_t count, xc_buffer *out) {
    xc_json json = {out, false};
    xc_json_object(&json);
    xc_json_member(&json, "profile", XC_SLICE("tabular-data-package"));
    xc_json_member(&json, "name", XC_SLICE("crossclaim-report"));
    xc_json_member(&json, "title", XC_SLICE("Claims of news documents, compared"));
    xc_json_key(&json, "resources");
    xc_json_array(&json);
    for (size_t i = 0; i < count; i++) {
        write_table(&json, &tables[i]);
    }
    xc_json_end_array(&json);
    xc_json_end_object(&json);
    xc_buffer_char(out, '\n');
}
