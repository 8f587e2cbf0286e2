// SPDX-License-Identifier: MIT
// Tables with their columns checked.
#include "pack_table.h"

static xc_status fail_column(const xc_word_table *table, const char *what, xc_slice column,
                             const char *mend, xc_error *error) {
    return xc_fail_at(error, XC_BAD_RULE, table->path, table->rows ? table->lines[0] - 1 : 1,
                      "%s column '%.*s'; %s", what, XC_PRINT(column), mend);
}

// Where a column of the list stands in the file; false where it does not.
static bool place_of(const xc_word_table *table, const char *column, size_t *place) {
    for (size_t i = 0; i < table->columns; i++) {
        if (xc_slice_is(table->names[i], column)) {
            *place = i;
            return true;
        }
    }
    return false;
}

static bool is_wanted(const char *const *columns, xc_slice name) {
    while (*columns && !xc_slice_is(name, *columns)) {
        columns++;
    }
    return *columns != NULL;
}

static xc_status find_places(const xc_word_table *table, const char *const *columns,
                             size_t places[XC_MOST_COLUMNS], xc_error *error) {
    for (size_t i = 0; i < table->columns; i++) {
        if (!is_wanted(columns, table->names[i])) {
            return fail_column(table, "unknown", table->names[i], "claims/README.md has them",
                               error);
        }
    }
    for (size_t i = 0; columns[i]; i++) {
        if (!place_of(table, columns[i], &places[i])) {
            return fail_column(table, "missing", xc_slice_of(columns[i]),
                               "name it in the first line", error);
        }
    }
    return XC_OK;
}

xc_status xc_table_read(const char *directory, const char *name, const char *const *columns,
                        xc_arena *arena, xc_table *out, xc_error *error) {
    xc_word_table table;
    size_t places[XC_MOST_COLUMNS] = {0};
    xc_status status = xc_word_table_load(directory, name, arena, &table, error);
    *out = (xc_table){.path = table.path};
    if (status == XC_OK) {
        status = find_places(&table, columns, places, error);
    }
    if (status != XC_OK) {
        return status;
    }
    out->rows = xc_arena_array(arena, table.rows, sizeof *out->rows);
    if (!out->rows) {
        return xc_fail_memory(error);
    }
    for (size_t i = 0; i < table.rows; i++) {
        out->rows[i].line = table.lines[i];
        for (size_t j = 0; columns[j]; j++) {
            out->rows[i].cells[j] = table.cells[i * table.columns + places[j]];
        }
    }
    out->count = table.rows;
    return XC_OK;
}
