// SPDX-License-Identifier: MIT
// Numbers as people read them.
#include "figure.h"

#include <string.h>

void xc_figure_number(xc_number number, xc_buffer *out) {
    char printed[XC_DECIMAL_PRINTED];
    if (!number.known) {
        return;
    }
    size_t length = xc_decimal_print(number.value, printed);
    const char *point = memchr(printed, '.', length);
    size_t whole = point ? (size_t)(point - printed) : length;
    size_t first = printed[0] == '-';
    for (size_t i = 0; i < length; i++) {
        if (i > first && i < whole && (whole - i) % 3 == 0 && whole - first > 3) {
            xc_buffer_char(out, ',');
        }
        xc_buffer_char(out, printed[i]);
    }
}

void xc_figure_span(xc_number low, xc_number high, xc_buffer *out) {
    xc_figure_number(low, out);
    if (low.known && high.known && !xc_number_equal(low, high)) {
        xc_buffer_text(out, " to ");
    }
    if (!low.known || !xc_number_equal(low, high)) {
        xc_figure_number(high, out);
    }
}

// The value alone says it: no bound differs from it.
static bool is_point(xc_number value, xc_number low, xc_number high) {
    bool low_same = !low.known || xc_number_equal(value, low);
    bool high_same = !high.known || xc_number_equal(value, high);
    return value.known && low_same && high_same;
}

void xc_figure_bounds(xc_number value, xc_number low, xc_number high, xc_buffer *out) {
    if (is_point(value, low, high)) {
        xc_figure_number(value, out);
    } else if (low.known && high.known) {
        xc_figure_span(low, high, out);
    } else if (low.known) {
        xc_figure_number(low, out);
        xc_buffer_text(out, " or more");
    } else if (high.known) {
        xc_buffer_text(out, "at most ");
        xc_figure_number(high, out);
    } else {
        xc_buffer_text(out, "no number");
    }
}

static const char *hedge(xc_qualifier qualifier) {
    switch (qualifier) {
    case XC_ABOUT:
        return "about ";
    case XC_AT_LEAST:
        return "at least ";
    case XC_MORE_THAN:
        return "more than ";
    case XC_AT_MOST:
        return "at most ";
    case XC_LESS_THAN:
        return "less than ";
    case XC_ALMOST:
        return "almost ";
    case XC_EXACT:
    case XC_RANGE:
    case XC_VAGUE:
    case XC_NO_QUALIFIER:
    case XC_QUALIFIERS:
        break;
    }
    return "";
}

// A unit that the subject tells already adds nothing.
static bool shows_unit(xc_slice unit) {
    return unit.len && !xc_slice_is(unit, "person") && !xc_slice_is(unit, "building") &&
           !xc_slice_is(unit, "household");
}

void xc_figure_claim(const xc_claim *claim, xc_buffer *out) {
    if (claim->value.known) {
        xc_buffer_text(out, hedge(claim->qualifier));
        xc_figure_number(claim->value, out);
    } else if (claim->low.known || claim->high.known) {
        xc_figure_bounds(claim->value, claim->low, claim->high, out);
    } else {
        xc_buffer_text(out, "no number");
        return;
    }
    if (shows_unit(claim->unit)) {
        xc_buffer_print(out, " %.*s", XC_PRINT(claim->unit));
    }
}
