// SPDX-License-Identifier: MIT
// One table to a stream.
#include "report/table/table.h"
#include "report/table/workbook.h"

#include <string.h>

static xc_status write_lines(const table_rows *rows, FILE *stream, xc_error *error) {
    xc_buffer line = {0};
    xc_status status = XC_OK;
    for (size_t i = 0; i < rows->count && status == XC_OK; i++) {
        rows_json(rows, i, &line);
        status = xc_buffer_flush(&line, stream, error);
    }
    xc_buffer_release(&line);
    return status;
}

static xc_status write_csv(const table_rows *rows, FILE *stream, xc_error *error) {
    xc_buffer bytes = {0};
    rows_csv(rows, &bytes);
    xc_status status = xc_buffer_flush(&bytes, stream, error);
    xc_buffer_release(&bytes);
    return status;
}

static xc_status write_workbook(const xc_case_content *content, xc_arena *arena, FILE *stream,
                                xc_error *error) {
    xc_buffer bytes = {0};
    report_tables tables;
    xc_status status = tables_open(content, arena, &tables, error);
    if (status == XC_OK) {
        status = book_bytes(content, &tables, &bytes, error);
    }
    if (status == XC_OK) {
        status = xc_buffer_flush(&bytes, stream, error);
    }
    xc_buffer_release(&bytes);
    return status;
}

xc_status xc_report_table(const xc_case_content *content, xc_table table,
                          xc_table_format format, FILE *stream, xc_error *error) {
    xc_arena *arena = xc_arena_new();
    if (!arena) {
        return xc_fail_memory(error);
    }
    table_rows rows;
    xc_status status = format == XC_XLSX ? write_workbook(content, arena, stream, error)
                                         : rows_open(content, table, arena, &rows, error);
    if (status == XC_OK && format != XC_XLSX) {
        status = format == XC_CSV ? write_csv(&rows, stream, error)
                                  : write_lines(&rows, stream, error);
    }
    xc_arena_free(arena);
    return status;
}

// Leaves the rows that are flagged.
static bool keep_rows(table_rows *rows, const bool *keep, xc_arena *arena) {
    char *records = xc_arena_array(arena, rows->count, rows->size);
    const void **beside = xc_arena_array(arena, rows->count, sizeof *beside);
    size_t kept = 0;
    for (size_t i = 0; records && beside && i < rows->count; i++) {
        if (keep[i]) {
            memcpy(records + kept * rows->size, rows_at(rows, i), rows->size);
            beside[kept++] = rows->beside ? rows->beside[i] : NULL;
        }
    }
    rows->records = records;
    rows->beside = rows->beside ? beside : NULL;
    rows->count = kept;
    return records && beside;
}

// The content of what a reviewer vouched for; a workbook has all of its tables.
static bool keep_confirmed(const xc_case_content *content, const xc_confirmed *confirmed,
                           xc_arena *arena, xc_case_content *out) {
    *out = *content;
    out->claims = xc_arena_array(arena, content->claim_count + 1, sizeof *out->claims);
    out->groups = xc_arena_array(arena, content->group_count + 1, sizeof *out->groups);
    out->documents = xc_arena_array(arena, content->document_count + 1, sizeof *out->documents);
    out->claim_count = out->group_count = out->document_count = out->incident_count = 0;
    if (!out->claims || !out->groups || !out->documents) {
        return false;
    }
    for (size_t i = 0; i < content->claim_count; i++) {
        if (confirmed->claims[i]) {
            out->claims[out->claim_count++] = content->claims[i];
        }
    }
    for (size_t i = 0; i < content->group_count; i++) {
        if (confirmed->groups[i]) {
            out->groups[out->group_count++] = content->groups[i];
        }
    }
    for (size_t i = 0; i < content->document_count; i++) {
        if (confirmed->documents[i]) {
            out->documents[out->document_count++] = content->documents[i];
        }
    }
    return true;
}

static xc_status write_confirmed_workbook(const xc_case_content *content, xc_arena *arena,
                                          FILE *stream, xc_error *error) {
    xc_confirmed confirmed;
    xc_case_content kept;
    xc_status status = xc_decisions_confirmed(content, arena, &confirmed, error);
    if (status == XC_OK && !keep_confirmed(content, &confirmed, arena, &kept)) {
        status = xc_fail_memory(error);
    }
    return status == XC_OK ? write_workbook(&kept, arena, stream, error) : status;
}

static xc_status write_confirmed(const xc_case_content *content, xc_table table,
                                 xc_table_format format, xc_arena *arena, FILE *stream,
                                 xc_error *error) {
    table_rows rows;
    xc_confirmed confirmed;
    if (format == XC_XLSX) {
        return write_confirmed_workbook(content, arena, stream, error);
    }
    xc_status status = rows_open(content, table, arena, &rows, error);
    if (status == XC_OK) {
        status = xc_decisions_confirmed(content, arena, &confirmed, error);
    }
    if (status != XC_OK) {
        return status;
    }
    const bool *keep = table == XC_TABLE_CLAIMS      ? confirmed.claims
                       : table == XC_TABLE_GROUPS    ? confirmed.groups
                       : table == XC_TABLE_DOCUMENTS ? confirmed.documents
                                                     : NULL;
    if (keep && !keep_rows(&rows, keep, arena)) {
        return xc_fail_memory(error);
    }
    return format == XC_CSV ? write_csv(&rows, stream, error)
                            : write_lines(&rows, stream, error);
}

xc_status xc_report_confirmed(const xc_case_content *content, xc_table table,
                              xc_table_format format, FILE *stream, xc_error *error) {
    xc_arena *arena = xc_arena_new();
    xc_status status = arena ? write_confirmed(content, table, format, arena, stream, error)
                             : xc_fail_memory(error);
    xc_arena_free(arena);
    return status;
}

xc_status xc_report_decision(const xc_case_content *content, xc_slice key, FILE *stream,
                             xc_error *error) {
    xc_arena *arena = xc_arena_new();
    if (!arena) {
        return xc_fail_memory(error);
    }
    table_rows rows;
    xc_buffer line = {0};
    xc_status status = rows_open(content, XC_TABLE_DECISIONS, arena, &rows, error);
    for (size_t i = 0; i < content->decision_count && status == XC_OK; i++) {
        if (xc_slice_equal(content->decisions[i].key, key)) {
            rows_json(&rows, i, &line);
            status = xc_buffer_flush(&line, stream, error);
        }
    }
    xc_buffer_release(&line);
    xc_arena_free(arena);
    return status;
}
