// SPDX-License-Identifier: MIT
// One table to a stream.
#include "report/table/table.h"
#include "report/table/workbook.h"

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
