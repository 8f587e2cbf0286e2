// SPDX-License-Identifier: MIT
// Rates of exchange, out of the shipped table.
#include "compare/exchange.h"

typedef struct rate_row {
    const char *currency, *month;
    double dollars;
} rate_row;

static const rate_row rows[] = {
// by currency and month
#include "compare/exchange_rates.inc"
};

enum { ROWS = sizeof rows / sizeof *rows, YEAR_AND_MONTH = 7 };

static const xc_slice dollar = XC_SLICE_INIT("USD");

// The first row that does not come before currency and month.
static size_t lower_bound(xc_slice unit, xc_slice month) {
    size_t low = 0;
    size_t high = ROWS;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = xc_slice_compare(xc_slice_of(rows[middle].currency), unit);
        if (order == 0) {
            order = xc_slice_compare(xc_slice_of(rows[middle].month), month);
        }
        low = order < 0 ? middle + 1 : low;
        high = order < 0 ? high : middle;
    }
    return low;
}

static bool is_of(size_t row, xc_slice unit) {
    return row < ROWS && xc_slice_is(unit, rows[row].currency);
}

double currency_in_dollars(xc_slice unit, xc_slice month) {
    static const xc_slice last = XC_SLICE_INIT("~"); // behind every month
    if (xc_slice_equal(unit, dollar)) {
        return 1;
    }
    size_t row = lower_bound(
        unit, month.len < YEAR_AND_MONTH ? last : xc_slice_sub(month, 0, YEAR_AND_MONTH));
    if (is_of(row, unit)) {
        return rows[row].dollars;
    }
    return row > 0 && is_of(row - 1, unit) ? rows[row - 1].dollars : 0;
}

bool currency_known(xc_slice unit) {
    return currency_in_dollars(unit, (xc_slice){0}) > 0;
}
