// SPDX-License-Identifier: MIT
// Rows of cells, whatever program wrote them.
#include "read/office/sheets.h"

#include <stdlib.h>

bool workbook_put(xc_arena *arena, sheet_row *row, size_t column, xc_slice text) {
    while (column < SHEET_COLUMNS && row->count <= column) {
        xc_slice *cell =
            xc_arena_grow(arena, &row->cells, row->count, &row->capacity, sizeof *cell);
        if (!cell) {
            return false;
        }
        *cell = (xc_slice){0};
        row->count++;
    }
    if (column < SHEET_COLUMNS) {
        row->cells[column] = text;
    }
    return true;
}

bool workbook_keep(xc_arena *arena, sheet *to, const sheet_row *row) {
    bool is_empty = true;
    for (size_t i = 0; i < row->count && is_empty; i++) {
        is_empty = !xc_slice_trim(row->cells[i]).len;
    }
    if (is_empty) {
        return true;
    }
    sheet_row *slot = xc_arena_grow(arena, &to->rows, to->count, &to->capacity, sizeof *slot);
    if (slot) {
        *slot = *row;
        to->count++;
    }
    return slot != NULL;
}

sheet *workbook_add_sheet(workbook *book) {
    sheet *added =
        xc_arena_grow(book->arena, &book->sheets, book->count, &book->capacity, sizeof *added);
    if (added) {
        *added = (sheet){0};
        book->count++;
    }
    return added;
}

xc_slice workbook_date(const workbook *book, xc_slice cell, xc_arena *arena) {
    // Days from 30 December 1899, or from 1 January 1904, to 1970.
    enum { TO_1970 = 25569, TO_1970_FROM_1904 = 24107, EARLIEST = 10000, LATEST = 100000 };
    static const double minutes_of_day = 1440;
    const char *text = xc_arena_string(arena, xc_slice_trim(cell));
    char *end = NULL;
    double days = text ? strtod(text, &end) : 0;
    if (!text || end == text || *end || days < EARLIEST || days > LATEST) {
        return cell;
    }
    xc_date date =
        xc_date_of_days((int32_t)days - (book->from_1904 ? TO_1970_FROM_1904 : TO_1970));
    int minutes = (int)((days - (double)(int32_t)days) * minutes_of_day + 0.5);
    if (minutes > 0 && minutes < (int)minutes_of_day) {
        date.hour = (int8_t)(minutes / 60);
        date.minute = (int8_t)(minutes % 60);
        date.precision = XC_MINUTE;
    }
    char printed[XC_DATE_PRINTED];
    xc_date_print(date, printed);
    return xc_arena_copy(arena, xc_slice_of(printed));
}
