// SPDX-License-Identifier: MIT
/// Runs the built program and gives its claims: what both scorers stand on. They ask the
/// program and not the library, so that what is scored is what users get.
#ifndef CROSSCLAIM_TESTS_GOLDEN_TOOL_H
#define CROSSCLAIM_TESTS_GOLDEN_TOOL_H

#include "crossclaim/base.h"
#include <stdio.h>

/// One JSON object that the program printed.
typedef struct json_row {
    xc_slice text; ///< the line
    struct json_object *object;
} json_row;

typedef struct json_rows {
    json_row *items;
    size_t count, capacity;
} json_rows;

/// Starts `arguments` (NULL-ended, the program first) with `input` as its standard input (NULL:
/// nothing) and reads the JSON Lines that it prints. Its standard error is left where it is.
/// @param arena owns the lines; the objects are freed by rows_release
/// @return false, after a message on standard error, if it does not start, exits with a status
/// other than 0, or prints a line that is no JSON
bool tool_rows(char *const *arguments, FILE *input, xc_arena *arena, json_rows *out);
/// Starts it and drops what it prints.
bool tool_run(char *const *arguments);
void rows_release(json_rows *rows);
/// The rows of document `label`, which follow each other from *next on; moves *next behind
/// them.
json_rows rows_of_document(const json_rows *all, xc_slice label, size_t *next);

/// The text of a field, empty if there is none.
xc_slice row_text(const json_row *row, const char *field);
/// The number of a field, unknown if it is null or missing.
xc_number row_number(const json_row *row, const char *field);

#endif
