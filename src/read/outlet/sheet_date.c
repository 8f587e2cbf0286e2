// SPDX-License-Identifier: MIT
// Dates as spreadsheets save them.
#include "read/outlet/sheet_date.h"
#include "read/page/printed_date.h"

#include <string.h>

// Three figures parted by one sign, and what follows them.
typedef struct figures {
    int part[3], digits[3];
    char sign;
    xc_slice rest;
} figures;

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static bool take_figures(xc_slice cell, figures *out) {
    size_t at = 0;
    *out = (figures){.part = {0}};
    for (size_t i = 0; i < 3; i++) {
        for (; at < cell.len && is_digit(cell.ptr[at]) && out->digits[i] < 4; at++) {
            out->part[i] = out->part[i] * 10 + (cell.ptr[at] - '0');
            out->digits[i]++;
        }
        if (!out->digits[i]) {
            return false;
        }
        if (i < 2) {
            bool parted = at < cell.len && strchr("/.-", cell.ptr[at]) &&
                          (i == 0 || cell.ptr[at] == out->sign);
            if (!parted) {
                return false;
            }
            out->sign = cell.ptr[at++];
        }
    }
    out->rest = xc_slice_trim(xc_slice_sub(cell, at, cell.len));
    return at == cell.len || cell.ptr[at] == ' ' || cell.ptr[at] == 'T';
}

sheet_order sheet_date_order(xc_slice cell) {
    figures f;
    if (!take_figures(xc_slice_trim(cell), &f) || f.digits[0] > 2 || f.sign == '.') {
        return SHEET_UNKNOWN;
    }
    bool day = f.part[0] > 12 && f.part[1] <= 12;
    bool month = f.part[1] > 12 && f.part[0] <= 12;
    return day ? SHEET_DAY_FIRST : month ? SHEET_MONTH_FIRST : SHEET_UNKNOWN;
}

static sheet_reading read_words(xc_slice cell, xc_arena *arena, xc_slice *out) {
    page_date date;
    if (!page_date_find(NULL, cell, true, &date)) {
        return SHEET_NO_DATE;
    }
    *out = page_date_print(&date, arena);
    return SHEET_DATE;
}

sheet_reading sheet_date_read(xc_slice cell, sheet_order order, xc_arena *arena,
                              xc_slice *out) {
    xc_date plain;
    figures f;
    cell = xc_slice_trim(cell);
    *out = cell;
    if (xc_date_parse(cell, &plain)) {
        return SHEET_DATE;
    }
    *out = (xc_slice){0};
    if (!take_figures(cell, &f)) {
        return read_words(cell, arena, out);
    }
    if (f.digits[0] == 4) {
        return read_words(cell, arena, out);
    }
    bool short_year = f.digits[2] == 2;
    if (f.digits[0] > 2 || f.digits[1] > 2 || (!short_year && f.digits[2] != 4)) {
        return SHEET_NO_DATE;
    }
    sheet_order shown = f.sign == '.' ? SHEET_DAY_FIRST : sheet_date_order(cell);
    shown = shown ? shown : order;
    if (f.part[0] > 12 && f.part[1] > 12) {
        return SHEET_NO_DATE;
    }
    if (!shown && f.part[0] != f.part[1]) {
        return SHEET_TWO_READINGS;
    }
    bool month_first = shown == SHEET_MONTH_FIRST;
    int year = short_year ? 2000 + f.part[2] : f.part[2];
    xc_slice iso =
        xc_arena_print(arena, "%04d-%02d-%02d %.*s", year, month_first ? f.part[0] : f.part[1],
                       month_first ? f.part[1] : f.part[0], XC_PRINT(f.rest));
    return read_words(iso, arena, out);
}
