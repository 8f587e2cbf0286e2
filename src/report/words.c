// SPDX-License-Identifier: MIT
// Words for people.
#include "words.h"

const char *xc_verdict_is(xc_verdict verdict) {
    switch (verdict) {
    case XC_CONFLICT:
        return "independent claims contradict each other and nothing stated explains it";
    case XC_UPDATED:
        return "a later count replaced an earlier one";
    case XC_AGREE:
        return "the stated numbers are equal, or equal after rounding";
    case XC_COMPATIBLE:
        return "the numbers that the words allow overlap";
    case XC_SINGLE:
        return "one source alone gives a figure";
    case XC_VERDICTS:
        break;
    }
    return "";
}

const char *xc_attribution_kind_is(xc_attribution_kind kind) {
    static const char *const words[] = {"own voice",
                                        "government",
                                        "military",
                                        "party to the conflict",
                                        "international body",
                                        "medical",
                                        "rescue service",
                                        "police",
                                        "news agency",
                                        "other media",
                                        "witness",
                                        "expert",
                                        "company",
                                        "other"};
    return (int)kind >= 0 && kind < XC_ATTRIBUTION_KINDS ? words[kind] : "";
}

const char *xc_difference_is(xc_slice difference) {
    static const char *const words[][2] = {{"class", "another class"},
                                           {"area", "another area"},
                                           {"window", "another time"},
                                           {"measure", "a near measure"},
                                           {"part", "a part or the whole"}};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (xc_slice_is(difference, words[i][0])) {
            return words[i][1];
        }
    }
    return "related";
}

void xc_words_name(xc_slice name, xc_buffer *out) {
    for (size_t i = 0; i < name.len; i++) {
        xc_buffer_char(out, name.ptr[i] == '_' ? ' ' : name.ptr[i]);
    }
}

void xc_words_count(size_t count, const char *one, const char *many, xc_buffer *out) {
    xc_buffer_print(out, "%zu %s", count, count == 1 ? one : many);
}

static const char *const months[] = {"",     "Jan", "Feb",  "Mar", "Apr", "May", "June",
                                     "July", "Aug", "Sept", "Oct", "Nov", "Dec"};

static void write_date(xc_date date, bool month, bool year, xc_buffer *out) {
    if (date.precision >= XC_DAY) {
        xc_buffer_print(out, "%d", date.day);
    }
    if (date.precision >= XC_MONTH && month) {
        xc_buffer_print(out, "%s%s", date.precision >= XC_DAY ? " " : "", months[date.month]);
    }
    if (year) {
        xc_buffer_print(out, "%s%d", date.precision >= XC_MONTH ? " " : "", date.year);
    }
    if (date.precision >= XC_HOUR) {
        xc_buffer_print(out, ", %02d:%02d", date.hour, date.minute);
    }
}

void xc_words_date(xc_slice iso, xc_buffer *out) {
    xc_date date;
    if (xc_date_parse(iso, &date)) {
        write_date(date, true, true, out);
    } else {
        xc_buffer_append(out, iso);
    }
}

void xc_words_span(xc_slice from, xc_slice to, xc_buffer *out) {
    xc_date first;
    xc_date last;
    if (!from.len || !to.len || xc_slice_equal(from, to)) {
        xc_words_date(from.len ? from : to, out);
        return;
    }
    bool days = xc_date_parse(from, &first) && xc_date_parse(to, &last) &&
                first.precision == XC_DAY && last.precision == XC_DAY;
    if (days) { // what both have in common is said once
        bool same_year = first.year == last.year;
        write_date(first, !same_year || first.month != last.month, !same_year, out);
    } else {
        xc_words_date(from, out);
    }
    xc_buffer_text(out, " to ");
    xc_words_date(to, out);
}
