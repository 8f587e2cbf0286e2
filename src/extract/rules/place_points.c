// SPDX-License-Identifier: MIT
// Loads `place_points.csv`.
#include "extract/rules/place_points.h"

#include "crossclaim/base/csv.h"

static const char *const feature_names[] = {
#define PLACE_FEATURE_NAME(name, bins) #name,
    PLACE_FEATURES(PLACE_FEATURE_NAME)
#undef PLACE_FEATURE_NAME
};

static const uint16_t bin_counts[] = {
#define PLACE_FEATURE_BINS(name, bins) bins,
    PLACE_FEATURES(PLACE_FEATURE_BINS)
#undef PLACE_FEATURE_BINS
};

const char *place_feature_name(place_feature feature) {
    return feature_names[feature];
}

static int feature_named(xc_slice name) {
    for (int i = 0; i < PLACE_FEATURE_COUNT; i++) {
        if (xc_slice_is(name, feature_names[i])) {
            return i;
        }
    }
    return -1;
}

// A whole number of a cell; false for anything else.
static bool read_integer(xc_slice cell, long *out) {
    bool negative = cell.len && cell.ptr[0] == '-';
    *out = 0;
    for (size_t i = negative; i < cell.len; i++) {
        if (cell.ptr[i] < '0' || cell.ptr[i] > '9' || *out > INT16_MAX) {
            return false;
        }
        *out = *out * 10 + (cell.ptr[i] - '0');
    }
    *out = negative ? -*out : *out;
    return cell.len > negative;
}

xc_status place_points_load(const char *directory, xc_arena *arena, place_points *out,
                            xc_error *error) {
    static const char *const columns[] = {"feature", "bin", "points", NULL};
    *out = (place_points){0};
    xc_csv table;
    xc_status status =
        xc_csv_load(directory, "place_points.csv", columns, arena, &table, error);
    for (size_t row = 0; status == XC_OK && row < table.rows; row++) {
        const xc_slice *cells = xc_csv_row(&table, row);
        int feature = feature_named(cells[0]);
        long bin, points;
        if (feature < 0 || !read_integer(cells[1], &bin) || bin < 0 ||
            bin >= bin_counts[feature] || !read_integer(cells[2], &points) ||
            points > INT16_MAX || points < INT16_MIN) {
            return xc_fail_at(error, XC_BAD_RULE, table.path, table.lines[row],
                              "no feature, bin and points of this version; make the file with "
                              "tools/place_points.py");
        }
        out->of[feature][bin] = (int16_t)points;
    }
    return status == XC_END ? XC_OK : status;
}
