// SPDX-License-Identifier: MIT
// Tables as CSV (RFC 4180) that a spreadsheet can open without running what a page contained.
#include "report/table/table.h"

#include <csv.h>
#include <limits.h>
#include <string.h>

// A spreadsheet runs a cell that starts with one of these as a formula; an apostrophe in front
// makes it text.
static bool would_run(xc_slice text) {
    static const char starts[] = {'=', '+', '-', '@', '\t', '\r'};
    return text.len && memchr(starts, text.ptr[0], sizeof starts) != NULL;
}

static bool needs_quotes(xc_slice text) {
    static const char marks[] = {',', '"', '\r', '\n', ';', '\t'};
    for (size_t i = 0; i < text.len; i++) {
        if (memchr(marks, text.ptr[i], sizeof marks)) {
            return true;
        }
    }
    return text.len && (text.ptr[0] == ' ' || text.ptr[text.len - 1] == ' ');
}

// Quotes a field with libcsv, which writes at most two bytes for one, and the quotes.
static void write_quoted(xc_slice text, xc_buffer *scratch, xc_buffer *out) {
    size_t needed = csv_write2(NULL, 0, text.ptr, text.len, '"');
    if (needed > INT_MAX) {
        out->status = XC_LIMIT;
        return;
    }
    xc_buffer_clear(scratch);
    xc_buffer_print(scratch, "%*s", (int)needed, ""); // room for libcsv to write into
    if (scratch->status != XC_OK) {
        out->status = scratch->status;
        return;
    }
    (void)csv_write2(scratch->ptr, scratch->len, text.ptr, text.len, '"');
    xc_buffer_append(out, xc_buffer_slice(scratch));
}

static void write_cell(const xc_field *field, xc_slice text, xc_buffer scratch[2],
                       xc_buffer *out) {
    bool number = field->kind == XC_FIELD_NUMBER || field->kind == XC_FIELD_COUNT;
    if (!number && would_run(text)) {
        xc_buffer_clear(&scratch[1]);
        xc_buffer_char(&scratch[1], '\'');
        xc_buffer_append(&scratch[1], text);
        text = xc_buffer_slice(&scratch[1]);
    }
    if (needs_quotes(text)) {
        write_quoted(text, &scratch[0], out);
    } else {
        xc_buffer_append(out, text);
    }
}

void rows_csv(const table_rows *rows, xc_buffer *out) {
    xc_buffer value = {0};
    xc_buffer scratch[2] = {{0}, {0}};
    for (size_t f = 0; f < rows->field_count; f++) {
        xc_buffer_print(out, "%s%s", f ? "," : "", rows->fields[f].name);
    }
    xc_buffer_text(out, "\r\n");
    for (size_t i = 0; i < rows->count; i++) {
        for (size_t f = 0; f < rows->field_count; f++) {
            xc_slice text = xc_field_text(&rows->fields[f], rows_record(rows, i, f), &value);
            if (f) {
                xc_buffer_char(out, ',');
            }
            write_cell(&rows->fields[f], text, scratch, out);
        }
        xc_buffer_text(out, "\r\n");
    }
    if (out->status == XC_OK && (value.status != XC_OK || scratch[1].status != XC_OK)) {
        out->status = XC_NO_MEMORY;
    }
    xc_buffer_release(&value);
    xc_buffer_release(&scratch[0]);
    xc_buffer_release(&scratch[1]);
}
