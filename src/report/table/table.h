// SPDX-License-Identifier: MIT
/// A case's content as tables: rows of records that one list of fields describes. CSV, JSON
/// Lines and the workbook walk the same tables, so that a new column appears in all of them.
#ifndef CROSSCLAIM_REPORT_TABLE_TABLE_H
#define CROSSCLAIM_REPORT_TABLE_TABLE_H

#include "crossclaim/report.h"

typedef struct table_rows {
    const char *name; ///< "claims"
    const char *is;   ///< one line for people
    const xc_field *fields;
    size_t field_count;
    const char *records; ///< `count` records of `size` bytes
    size_t size, count;
    const void *const *beside; ///< for each row a second record; NULL where there is none
    size_t beside_from;        ///< the first field that stands in it
} table_rows;

/// @param arena owns what is not the content's own
XC_MUST_CHECK xc_status rows_open(const xc_case_content *content, xc_table table,
                                  xc_arena *arena, table_rows *out, xc_error *error);
/// What was found of each document's outlet, address and date, blanks first: the file that a
/// user fills in and gives back with --sources.
XC_MUST_CHECK xc_status rows_sources(const xc_case_content *content, xc_arena *arena,
                                     table_rows *out, xc_error *error);
/// The tables of a report, opened once for all that print them.
typedef struct report_tables {
    table_rows claims, groups, incidents, documents, sources;
} report_tables;

/// @param arena owns what is not the content's own
XC_MUST_CHECK xc_status tables_open(const xc_case_content *content, xc_arena *arena,
                                    report_tables *out, xc_error *error);
const void *rows_at(const table_rows *rows, size_t index);
/// The record in which a field of a row stands.
const void *rows_record(const table_rows *rows, size_t index, size_t field);

/// beside.c: puts behind the columns of claims what the case says of each: its group and the
/// verdict on it, and the latest decision that holds for it; behind those of groups the decision.
XC_MUST_CHECK xc_status rows_beside(const xc_case_content *content, xc_table table,
                                    xc_arena *arena, table_rows *rows, xc_error *error);
/// reading_order.c: in which column of a sheet each of the first `count` fields stands: what a
/// person reads first, ids last, else the order of the fields.
void rows_reading_order(const table_rows *rows, size_t count, size_t *columns);
/// Appends the table as CSV (RFC 4180), its header first.
void rows_csv(const table_rows *rows, xc_buffer *out);
/// Appends one row as a JSON line.
void rows_json(const table_rows *rows, size_t index, xc_buffer *out);
/// One claim as a JSON object inside a line.
void claim_json(xc_json *json, const xc_claim *claim);
/// Writes the group's fields as members of the object that stands open.
void group_json_members(xc_json *json, const xc_group *group);
/// The description of the report's CSV files (Frictionless Data Package).
void rows_package(const table_rows *tables, size_t count, xc_buffer *out);

#endif
