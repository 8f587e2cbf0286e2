// SPDX-License-Identifier: MIT
// The order of a sheet's columns for people.
#include "report/table/table.h"

#include <string.h>

static bool is_named(const xc_field *field, const char *const *names) {
    for (size_t i = 0; names[i]; i++) {
        if (strcmp(field->name, names[i]) == 0) {
            return true;
        }
    }
    return false;
}

static int rank_of(const xc_field *field) {
    static const char *const read[] = {"about", "evidence", "title", "name", NULL};
    static const char *const ids[] = {
        "id",           "key",   "related", "members", "incident", "doubtful",
        "document_key", "group", "part_of", "groups",  NULL};
    return is_named(field, read) ? 0 : is_named(field, ids) ? 2 : 1;
}

void rows_reading_order(const table_rows *rows, size_t count, size_t *columns) {
    size_t next = 0;
    for (int rank = 0; rank <= 2; rank++) {
        for (size_t f = 0; f < count; f++) {
            if (rank_of(&rows->fields[f]) == rank) {
                columns[f] = next++;
            }
        }
    }
}
