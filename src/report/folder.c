// SPDX-License-Identifier: MIT
// The report folder: each file made whole in memory and written, then all put in place.
#include "report/page/page.h"
#include "report/table/table.h"
#include "report/table/workbook.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

typedef struct folder {
    const xc_case_content *content;
    const xc_report_options *options;
    const char *path;
    xc_arena *arena;
    xc_error *error;
    xc_buffer bytes;
} folder;

static xc_status make_folder(folder *report) {
    struct stat facts;
    if (mkdir(report->path, 0777) == 0) {
        return XC_OK;
    }
    int reason = errno;
    if (reason == EEXIST && stat(report->path, &facts) == 0 && S_ISDIR(facts.st_mode)) {
        return XC_OK;
    }
    return xc_fail_at(report->error, XC_IO, xc_slice_of(report->path), 0,
                      "cannot make the report folder: %s", strerror(reason));
}

// In the order in which they get their names: the page, which leads to the others, last.
static const char *const files[] = {"claims.csv",    "groups.csv",  "incidents.csv",
                                    "documents.csv", "sources.csv", "datapackage.json",
                                    "claims.xlsx",   "index.html"};
enum { FILES = sizeof files / sizeof *files };

// Writes what stands in `bytes`, without its name yet.
static xc_status put(folder *report, const char *name) {
    xc_slice path = xc_arena_print(report->arena, "%s/%s", report->path, name);
    if (!path.ptr || report->bytes.status != XC_OK) {
        return xc_fail_memory(report->error);
    }
    xc_status status = xc_file_stage(path.ptr, xc_buffer_slice(&report->bytes), report->error);
    xc_buffer_clear(&report->bytes);
    return status;
}

static xc_status put_table(folder *report, const table_rows *rows) {
    xc_slice name = xc_arena_print(report->arena, "%s.csv", rows->name);
    if (!name.ptr) {
        return xc_fail_memory(report->error);
    }
    if (!report->options->no_bom) {
        xc_buffer_text(&report->bytes, "\xEF\xBB\xBF");
    }
    rows_csv(rows, &report->bytes);
    return put(report, name.ptr);
}

static xc_status put_tables(folder *report, const report_tables *tables) {
    const table_rows rows[] = {tables->claims, tables->groups, tables->incidents,
                               tables->documents, tables->sources};
    enum { TABLES = sizeof rows / sizeof *rows };
    xc_status status = XC_OK;
    for (size_t i = 0; i < TABLES && status == XC_OK; i++) {
        status = put_table(report, &rows[i]);
    }
    if (status == XC_OK) {
        rows_package(rows, TABLES, &report->bytes);
        status = put(report, "datapackage.json");
    }
    return status;
}

static xc_status put_files(folder *report) {
    report_tables tables;
    xc_status status = tables_open(report->content, report->arena, &tables, report->error);
    if (status == XC_OK) {
        status = put_tables(report, &tables);
    }
    if (status == XC_OK) {
        status = book_bytes(report->content, &tables, &report->bytes, report->error);
    }
    if (status == XC_OK) {
        status = put(report, "claims.xlsx");
    }
    if (status == XC_OK) {
        status = page_bytes(report->content, report->options, &report->bytes, report->error);
    }
    return status == XC_OK ? put(report, "index.html") : status;
}

xc_status xc_report_stage(const xc_case_content *content, const char *directory,
                          const xc_report_options *options, xc_error *error) {
    folder report = {content, options, directory, xc_arena_new(), error, {0}};
    xc_status status = report.arena ? make_folder(&report) : xc_fail_memory(error);
    if (status == XC_OK) {
        xc_file_clean(directory);
        status = put_files(&report);
    }
    if (status != XC_OK) {
        xc_report_drop(directory);
    }
    xc_buffer_release(&report.bytes);
    xc_arena_free(report.arena);
    return status;
}

// A longer path could not be staged.
static const char *path_in(const char *directory, const char *file, char path[PATH_MAX]) {
    (void)snprintf(path, PATH_MAX, "%s/%s", directory, file);
    return path;
}

xc_status xc_report_place(const char *directory, xc_error *error) {
    char path[PATH_MAX];
    xc_status status = XC_OK;
    for (size_t i = 0; i < FILES && status == XC_OK; i++) {
        status = xc_file_place(path_in(directory, files[i], path), error);
    }
    if (status != XC_OK) {
        xc_report_drop(directory);
    }
    return status;
}

void xc_report_drop(const char *directory) {
    char path[PATH_MAX];
    for (size_t i = 0; i < FILES; i++) {
        xc_file_drop(path_in(directory, files[i], path));
    }
}

xc_status xc_report_write(const xc_case_content *content, const char *directory,
                          const xc_report_options *options, xc_error *error) {
    xc_status status = xc_report_stage(content, directory, options, error);
    return status == XC_OK ? xc_report_place(directory, error) : status;
}
