// SPDX-License-Identifier: MIT
// Numbers as people read them.
#include "report/figure.h"

#include <string.h>

void figure_number(xc_number number, xc_buffer *out) {
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

void figure_span(xc_number low, xc_number high, xc_buffer *out) {
    figure_number(low, out);
    if (low.known && high.known && !xc_number_equal(low, high)) {
        xc_buffer_text(out, " to ");
    }
    if (!low.known || !xc_number_equal(low, high)) {
        figure_number(high, out);
    }
}

// The value alone says it: no bound differs from it.
static bool is_point(xc_number value, xc_number low, xc_number high) {
    bool low_same = !low.known || xc_number_equal(value, low);
    bool high_same = !high.known || xc_number_equal(value, high);
    return value.known && low_same && high_same;
}

void figure_bounds(xc_number value, xc_number low, xc_number high, xc_buffer *out) {
    if (is_point(value, low, high)) {
        figure_number(value, out);
    } else if (low.known && high.known) {
        figure_span(low, high, out);
    } else if (low.known) {
        figure_number(low, out);
        xc_buffer_text(out, " or more");
    } else if (high.known) {
        xc_buffer_text(out, "at most ");
        figure_number(high, out);
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

static bool is_one_of(xc_slice word, const char *const *words, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (xc_slice_is(word, words[i])) {
            return true;
        }
    }
    return false;
}

void figure_unit(xc_slice unit, xc_number number, xc_buffer *out) {
    static const char *const told[] = {"person", "household", "building"};
    static const char *const times[] = {"time", "night"};
    if (is_one_of(unit, told, sizeof told / sizeof *told)) {
        return;
    }
    bool one = number.known && xc_decimal_compare(number.value, xc_decimal_of(1)) == 0;
    const xc_time_unit *time = xc_time_unit_of(unit);
    xc_buffer_append(out, time && !one ? xc_slice_of(time->plural) : unit);
    if (!one && is_one_of(unit, times, sizeof times / sizeof *times)) {
        xc_buffer_char(out, 's');
    }
}

void figure_stated(const xc_claim *claim, xc_buffer *out) {
    if (claim->value.known) {
        xc_buffer_text(out, hedge(claim->qualifier));
        figure_number(claim->value, out);
    } else {
        figure_bounds(claim->value, claim->low, claim->high, out);
    }
}

void figure_claim(const xc_claim *claim, xc_buffer *out) {
    figure_stated(claim, out);
    if (!claim->value.known && !claim->low.known && !claim->high.known) {
        return;
    }
    xc_buffer unit = {0};
    figure_unit(claim->unit, claim->value.known ? claim->value : claim->high, &unit);
    if (unit.len) {
        xc_buffer_char(out, ' ');
        xc_buffer_append(out, xc_buffer_slice(&unit));
    }
    xc_buffer_release(&unit);
}
