// SPDX-License-Identifier: MIT
// Records as JSON lines.
#include "report/table/table.h"

static void write_related(xc_json *json, const xc_group *group) {
    xc_json_array(json);
    for (size_t i = 0; i < group->related_count; i++) {
        xc_json_object(json);
        xc_json_member(json, "group", group->related[i].group);
        xc_json_member(json, "difference", group->related[i].difference);
        xc_json_end_object(json);
    }
    xc_json_end_array(json);
}

static void write_ids(xc_json *json, const xc_slice *ids, size_t count) {
    xc_json_array(json);
    for (size_t i = 0; i < count; i++) {
        xc_json_text(json, ids[i]);
    }
    xc_json_end_array(json);
}

static void write_field(xc_json *json, const xc_field *field, const void *record) {
    const void *at = (const char *)record + field->offset;
    const xc_group *group = record;
    const xc_incident *incident = record;
    xc_json_key(json, field->name);
    switch (field->kind) {
    case XC_FIELD_TEXT:
        xc_json_text(json, *(const xc_slice *)at);
        break;
    case XC_FIELD_NUMBER:
        xc_json_number(json, *(const xc_number *)at);
        break;
    case XC_FIELD_COUNT:
        xc_json_integer(json, (int64_t) * (const size_t *)at);
        break;
    case XC_FIELD_WORD:
        xc_json_text(json, xc_slice_of(field->word((int)*(const unsigned *)at)));
        break;
    case XC_FIELD_RELATED:
        write_related(json, group);
        break;
    case XC_FIELD_MEMBERS:
        write_ids(json, group->members, group->member_count);
        break;
    case XC_FIELD_GROUPS:
        write_ids(json, incident->groups, incident->group_count);
        break;
    case XC_FIELD_DOUBTFUL:
        write_ids(json, group->doubtful, group->doubtful_count);
        break;
    }
}

static void write_fields(xc_json *json, const xc_field *fields, size_t count,
                         const void *record) {
    for (size_t i = 0; i < count; i++) {
        write_field(json, &fields[i], record);
    }
}

static void write_record(xc_json *json, const xc_field *fields, size_t count,
                         const void *record) {
    xc_json_object(json);
    write_fields(json, fields, count, record);
    xc_json_end_object(json);
}

void rows_json(const table_rows *rows, size_t index, xc_buffer *out) {
    xc_json json = {out, false};
    xc_json_object(&json);
    for (size_t f = 0; f < rows->field_count; f++) {
        write_field(&json, &rows->fields[f], rows_record(rows, index, f));
    }
    xc_json_end_object(&json);
    xc_buffer_char(out, '\n');
}

void claim_json(xc_json *json, const xc_claim *claim) {
    size_t count = 0;
    const xc_field *fields = xc_claim_fields(&count);
    write_record(json, fields, count, claim);
}

void group_json_members(xc_json *json, const xc_group *group) {
    size_t count = 0;
    const xc_field *fields = xc_group_fields(&count);
    write_fields(json, fields, count, group);
}

void xc_report_claim_json(const xc_claim *claim, xc_buffer *out) {
    xc_json json = {out, false};
    claim_json(&json, claim);
    xc_buffer_char(out, '\n');
}

void xc_report_document_json(const xc_document *document, xc_buffer *out) {
    xc_json json = {out, false};
    xc_json_object(&json);
    xc_json_member(&json, "document", document->label);
    xc_json_member(&json, "source", document->source);
    xc_json_member(&json, "title", document->title);
    xc_json_member(&json, "published", document->published);
    xc_json_member(&json, "author", document->author);
    xc_json_member(&json, "url", document->url);
    xc_json_member(&json, "language", document->language);
    xc_json_member(&json, "wire", document->wire);
    xc_json_member(&json, "text", document->text);
    xc_json_member(&json, "key", document->key);
    xc_json_member(&json, "format", document->format);
    xc_json_member(&json, "kind", document->kind);
    xc_json_member(&json, "source_basis", xc_slice_of(xc_basis_text(document->source_basis)));
    xc_json_member(&json, "published_basis",
                   xc_slice_of(xc_basis_text(document->published_basis)));
    xc_json_member(&json, "captured", document->captured);
    xc_json_member(&json, "archived", document->archived);
    xc_json_end_object(&json);
    xc_buffer_char(out, '\n');
}
