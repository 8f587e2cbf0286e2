// SPDX-License-Identifier: MIT
/// Dates as spreadsheets save them: 2023-09-20, 20/09/2023, 9/20/23, 20.09.2023, 20 September 2023,
/// with or without a clock time.
#ifndef CROSSCLAIM_READ_OUTLET_SHEET_DATE_H
#define CROSSCLAIM_READ_OUTLET_SHEET_DATE_H

#include "crossclaim/base.h"

/// Which part comes first where figures alone tell a date.
typedef enum sheet_order {
    SHEET_UNKNOWN, ///< 03/04/2023 has two readings
    SHEET_DAY_FIRST,
    SHEET_MONTH_FIRST,
} sheet_order;

typedef enum sheet_reading {
    SHEET_DATE,
    SHEET_TWO_READINGS,
    SHEET_NO_DATE,
} sheet_reading;

/// The order that this cell alone shows (20/09/2023 has the day first); unknown where it shows none.
sheet_order sheet_date_order(xc_slice cell);
/// @param order what the other cells of the column show
/// @param out   ISO 8601 in the arena; empty when memory is out and where it is no SHEET_DATE
sheet_reading sheet_date_read(xc_slice cell, sheet_order order, xc_arena *arena, xc_slice *out);

#endif
