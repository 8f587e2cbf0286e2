// SPDX-License-Identifier: MIT
// Which column of a table holds what.
#include "read/format/article_columns.h"

static void find_known(const xc_slice *header, size_t count, int columns[RECORD_FIELDS]) {
    size_t ranks[RECORD_FIELDS] = {0};
    for (size_t i = 0; i < count; i++) {
        record_field field;
        size_t rank;
        if (record_name(header[i], &field, &rank) &&
            (columns[field] == NO_COLUMN || rank < ranks[field])) {
            columns[field] = (int)i;
            ranks[field] = rank;
        }
    }
    // A full page is better than a summary of it.
    if (ranks[RECORD_TEXT] >= RECORD_SCANT && columns[RECORD_HTML] != NO_COLUMN) {
        columns[RECORD_TEXT] = NO_COLUMN;
    }
}

void columns_find(const record_map *map, const xc_slice *header, size_t count,
                  int columns[RECORD_FIELDS]) {
    for (size_t i = 0; i < RECORD_FIELDS; i++) {
        columns[i] = NO_COLUMN;
    }
    find_known(header, count, columns);
    for (size_t field = 0; field < RECORD_FIELDS; field++) {
        if (!map->names[field].len) {
            continue;
        }
        columns[field] = NO_COLUMN;
        for (size_t i = 0; i < count; i++) {
            if (xc_slice_equal_fold(xc_slice_trim(header[i]), map->names[field])) {
                columns[field] = (int)i;
                break;
            }
        }
    }
}

bool columns_have_text(const int columns[RECORD_FIELDS]) {
    return columns[RECORD_TEXT] != NO_COLUMN || columns[RECORD_HTML] != NO_COLUMN;
}
