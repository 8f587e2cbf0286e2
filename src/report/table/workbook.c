// SPDX-License-Identifier: MIT
// The workbook: its sheets, and its bytes.
#include "report/table/workbook.h"
#include "report/table/sheet.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

// Above this the library keeps its rows in files of its own instead of memory.
enum { MANY_CLAIMS = 50000 };

static lxw_format *make_format(book_sheets *sheets) {
    lxw_format *format = workbook_add_format(sheets->workbook);
    if (!format) {
        sheets->failed = LXW_ERROR_MEMORY_MALLOC_FAILED;
        return NULL;
    }
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    return format;
}

static void set_number_format(lxw_format *format, const char *code) {
    if (format) {
        format_set_num_format(format, code);
    }
}

static void make_verdict_formats(book_sheets *sheets) {
    static const uint32_t fills[XC_VERDICTS] = {0xF9D9C9, 0xD3E4F5, 0xD2EBDD, 0xECECEC,
                                                0xFFFFFF};
    static const uint32_t inks[XC_VERDICTS] = {0x8A2A00, 0x0B4A82, 0x0B5D3B, 0x3A3A3A,
                                               0x555555};
    for (int i = 0; i < XC_VERDICTS; i++) {
        lxw_format *format = sheets->formats.verdicts[i] = make_format(sheets);
        if (format) {
            format_set_bg_color(format, fills[i]);
            format_set_font_color(format, inks[i]);
            format_set_bold(format);
        }
    }
}

static void make_formats(book_sheets *sheets) {
    book_formats *formats = &sheets->formats;
    formats->text = make_format(sheets);
    formats->number = make_format(sheets);
    formats->whole = make_format(sheets);
    formats->header = make_format(sheets);
    formats->title = make_format(sheets);
    formats->wrapped = make_format(sheets);
    formats->date = make_format(sheets);
    formats->moment = make_format(sheets);
    formats->link = make_format(sheets);
    make_verdict_formats(sheets);
    if (sheets->failed != LXW_NO_ERROR) {
        return;
    }
    set_number_format(formats->whole, "#,##0");
    set_number_format(formats->date, "yyyy-mm-dd");
    set_number_format(formats->moment, "yyyy-mm-dd hh:mm");
    format_set_bold(formats->header);
    format_set_bottom(formats->header, LXW_BORDER_THIN);
    format_set_text_wrap(formats->header);
    format_set_bold(formats->title);
    format_set_font_size(formats->title, 13);
    format_set_text_wrap(formats->wrapped);
    format_set_font_color(formats->link, 0x0B4A82);
    format_set_underline(formats->link, LXW_UNDERLINE_SINGLE);
}

static xc_status add_sheets(book_sheets *sheets, const xc_case_content *content,
                            const report_tables *tables, xc_arena *arena, xc_error *error) {
    sheet_table(sheets, "Groups", &tables->groups);
    sheet_table(sheets, "Incidents", &tables->incidents);
    sheet_table(sheets, "Claims", &tables->claims);
    sheet_table(sheets, "Documents", &tables->documents);
    sheet_table(sheets, "Sources", &tables->sources);
    xc_status status = sheet_matrix(sheets, content, arena, error);
    if (status == XC_OK) {
        sheet_read_me(sheets, content, tables);
    }
    return status;
}

static xc_status fill(book_sheets *sheets, const xc_case_content *content,
                      const report_tables *tables, xc_error *error) {
    // A fixed moment: the same content has to give the same bytes on every run.
    static char title[] = "Claims of news documents, compared";
    static char author[] = "crossclaim";
    lxw_doc_properties properties = {.title = title, .author = author, .created = 946684800};
    xc_arena *arena = xc_arena_new();
    if (!arena) {
        return xc_fail_memory(error);
    }
    (void)workbook_set_properties(sheets->workbook, &properties);
    make_formats(sheets);
    xc_status status = sheets->failed == LXW_NO_ERROR
                           ? add_sheets(sheets, content, tables, arena, error)
                           : xc_fail_memory(error);
    xc_arena_free(arena);
    return status;
}

// Fills a file with the workbook; closing it is what writes it.
static xc_status write_file(const xc_case_content *content, const report_tables *tables,
                            const char *path, xc_error *error) {
    lxw_workbook_options options = {.constant_memory = content->claim_count > MANY_CLAIMS};
    book_sheets sheets = {.workbook = workbook_new_opt(path, &options)};
    if (!sheets.workbook) {
        return xc_fail_memory(error);
    }
    xc_status status = fill(&sheets, content, tables, error);
    lxw_error closed = workbook_close(sheets.workbook);
    if (status == XC_OK && (sheets.scratch.status != XC_OK || sheets.value.status != XC_OK)) {
        status = xc_fail_memory(error);
    }
    lxw_error failed = sheets.failed != LXW_NO_ERROR ? sheets.failed : closed;
    if (status == XC_OK && failed != LXW_NO_ERROR) {
        status = xc_fail(error, XC_IO, "cannot write the workbook: %s", lxw_strerror(failed));
    }
    xc_buffer_release(&sheets.scratch);
    xc_buffer_release(&sheets.value);
    return status;
}

xc_status book_bytes(const xc_case_content *content, const report_tables *tables,
                     xc_buffer *out, xc_error *error) {
    // The library writes to a path: that of a file in memory, which leaves nothing behind.
    char path[64];
    int file = memfd_create("workbook", MFD_CLOEXEC);
    if (file < 0) {
        return xc_fail(error, XC_IO, "cannot make the workbook: %s", strerror(errno));
    }
    (void)snprintf(path, sizeof path, "/proc/self/fd/%d", file);
    xc_status status = write_file(content, tables, path, error);
    if (status == XC_OK) {
        status = xc_file_read(path, SIZE_MAX / 2, out, error);
    }
    (void)close(file);
    return status;
}
