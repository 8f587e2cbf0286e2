// SPDX-License-Identifier: MIT
// Bounds, roundness and units of figures.
#include "compare/bounds.h"

#include <float.h>
#include <math.h>

// An exact count is rounded if it is large and ends in zeros; how far it may be from the number
// behind it is half of its last digit that counts, at most this part of the number.
static const double exact_share = 0.025;
// The same of a number with "about", "almost", "nearly".
static const double about_share = 0.1;
enum { LEAST_ROUNDED = 100 };

// Families that convert exactly: hours into weeks, months into decades, never days into months.
enum { NO_FAMILY, SHORT_TIME, LONG_TIME, PERSONS, OTHER_FAMILIES };

static void set_unit(figure *f, xc_slice unit) {
    f->scale = 1;
    f->family = NO_FAMILY;
    if (unit.len == 0) {
        return;
    }
    const xc_time_unit *time = xc_time_unit_of(unit);
    if (time) {
        f->family = time->seconds ? SHORT_TIME : LONG_TIME;
        f->scale = time->seconds ? (double)time->seconds : time->months;
        return;
    }
    if (xc_slice_is(unit, "person")) {
        f->family = PERSONS;
        return;
    }
    f->family = OTHER_FAMILIES + 1 + (int)(xc_hash(unit) & 0xFFFFFF);
}

// Half of the last digit that counts (120,000 has two): 5,000.
static double half_last_digit(xc_decimal value) {
    return 0.5 * pow(10, value.exponent);
}

static double tolerance_of(const xc_claim *claim) {
    double value = fabs(xc_decimal_double(claim->value.value));
    double half = half_last_digit(claim->value.value);
    if (claim->qualifier == XC_ABOUT || claim->qualifier == XC_ALMOST) {
        double wide =
            fmin(half > 0.5 || value < 10 ? half : 0.5, fmax(about_share * value, 0.5));
        return fmin(wide, 0.2 * value); // "about a year" is no nine months
    }
    return value >= LEAST_ROUNDED && half > 1 ? fmin(half, exact_share * value) : 0;
}

figure figure_of(const xc_claim *claim) {
    figure f = {.low = -INFINITY, .high = INFINITY, .value = NAN};
    set_unit(&f, claim->unit);
    f.counted = claim->value.known || claim->low.known || claim->high.known;
    if (claim->low.known) {
        f.low = xc_decimal_double(claim->low.value);
    }
    if (claim->high.known) {
        f.high = xc_decimal_double(claim->high.value);
    }
    if (claim->value.known) {
        f.exact = claim->value.value;
        f.value = xc_decimal_double(f.exact);
        f.tolerance = tolerance_of(claim);
        bool open = claim->qualifier == XC_AT_LEAST || claim->qualifier == XC_MORE_THAN ||
                    claim->qualifier == XC_AT_MOST || claim->qualifier == XC_LESS_THAN ||
                    claim->qualifier == XC_RANGE;
        if (!open) { // "almost 3,000" stays below its number
            f.low = f.value - f.tolerance;
            f.high =
                claim->qualifier == XC_ALMOST ? fmin(f.high, f.value) : f.value + f.tolerance;
        }
    }
    f.low *= f.scale;
    f.high *= f.scale;
    f.value *= f.scale;
    f.tolerance *= f.scale;
    return f;
}

static bool is_time(const figure *f) {
    return f->family == SHORT_TIME || f->family == LONG_TIME;
}

bool figures_comparable(const figure *a, const figure *b) {
    bool untold = a->family == NO_FAMILY || b->family == NO_FAMILY;
    return a->family == b->family || (untold && !is_time(a) && !is_time(b));
}

bool figure_below(double a, double b) {
    const double lost = 4 * DBL_EPSILON;
    return a < b && (isinf(a) || isinf(b) || b - a > lost * fmax(fabs(a), fabs(b)));
}

// Doubles hold 15 digits; longer numbers are told apart by their decimals.
static bool same_number(const figure *a, const figure *b) {
    if (figure_below(a->value, b->value) || figure_below(b->value, a->value)) {
        return false;
    }
    return a->scale != b->scale || xc_decimal_compare(a->exact, b->exact) == 0;
}

static bool is_one_point(const figure *f) {
    return f->low == f->high;
}

bool figures_add_up(const figure *a, const figure *b, const figure *sum) {
    xc_decimal added;
    return a->scale == b->scale && a->scale == sum->scale &&
           xc_decimal_add(a->exact, b->exact, &added) &&
           xc_decimal_compare(added, sum->exact) == 0;
}

figure_relation figures_compare(const figure *a, const figure *b) {
    bool overlap = !figure_below(b->high, a->low) && !figure_below(a->high, b->low);
    if (!isnan(a->value) && !isnan(b->value)) {
        double difference = fabs(a->value - b->value);
        double tolerance = fmax(a->tolerance, b->tolerance);
        if (same_number(a, b) ||
            (overlap && tolerance > 0 && !figure_below(tolerance, difference))) {
            return FIGURES_EQUAL;
        }
        overlap = overlap && !(is_one_point(a) && is_one_point(b));
    } else if (isnan(a->value) && isnan(b->value) && a->low == b->low && a->high == b->high) {
        return FIGURES_EQUAL;
    }
    return overlap ? FIGURES_ALLOW : FIGURES_CONTRADICT;
}

double figure_point(const figure *f) {
    if (!isnan(f->value)) {
        return f->value;
    }
    if (isfinite(f->low)) {
        return f->low;
    }
    return isfinite(f->high) ? f->high : NAN;
}

double figures_ratio(const figure *a, const figure *b) {
    double one = figure_point(a);
    double other = figure_point(b);
    if (isnan(one) || isnan(other) || one == other) {
        return 1;
    }
    if (one == 0 || other == 0 || (one < 0) != (other < 0)) { // no ratio: by their distance
        return fabs(one - other) + 1;
    }
    return fmax(fabs(one), fabs(other)) / fmin(fabs(one), fabs(other));
}
