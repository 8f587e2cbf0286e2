// SPDX-License-Identifier: MIT
// Dates as people write them.
#include "crossclaim/base/date_words.h"

#include "crossclaim/base/date.h"

enum { MONTHS = 12 };

static const struct month_name {
    const char *full, *brief;
} months[1 + MONTHS] = {
    [1] = {"January", "Jan"},  [2] = {"February", "Feb"},  [3] = {"March", "Mar"},
    [4] = {"April", "Apr"},    [5] = {"May", "May"},       [6] = {"June", "June"},
    [7] = {"July", "July"},    [8] = {"August", "Aug"},    [9] = {"September", "Sept"},
    [10] = {"October", "Oct"}, [11] = {"November", "Nov"}, [12] = {"December", "Dec"},
};

int xc_month_of(xc_slice word) {
    static const size_t mail_length = 3;
    for (int month = 1; month <= MONTHS; month++) {
        xc_slice full = xc_slice_of(months[month].full);
        if (xc_slice_equal_fold(word, full) ||
            xc_slice_equal_fold(word, xc_slice_sub(full, 0, mail_length))) {
            return month;
        }
    }
    return 0;
}

static void write_date(xc_date date, bool month, bool year, xc_buffer *out) {
    if (date.precision >= XC_DAY) {
        xc_buffer_print(out, "%d", date.day);
    }
    if (date.precision >= XC_MONTH && month) {
        xc_buffer_print(out, "%s%s", date.precision >= XC_DAY ? " " : "",
                        months[date.month].brief);
    }
    if (year) {
        xc_buffer_print(out, "%s%d", date.precision >= XC_MONTH ? " " : "", date.year);
    }
    if (date.precision >= XC_HOUR) {
        xc_buffer_print(out, ", %02d:%02d", date.hour, date.minute);
    }
}

void xc_date_words(xc_slice iso, xc_buffer *out) {
    xc_date date;
    if (xc_date_parse(iso, &date)) {
        write_date(date, true, true, out);
    } else {
        xc_buffer_append(out, iso);
    }
}

void xc_date_words_span(xc_slice from, xc_slice to, xc_buffer *out) {
    xc_date first;
    xc_date last;
    if (!from.len || !to.len || xc_slice_equal(from, to)) {
        xc_date_words(from.len ? from : to, out);
        return;
    }
    bool days = xc_date_parse(from, &first) && xc_date_parse(to, &last) &&
                first.precision == XC_DAY && last.precision == XC_DAY;
    if (days) { // what both have in common is said once
        bool same_year = first.year == last.year;
        write_date(first, !same_year || first.month != last.month, !same_year, out);
    } else {
        xc_date_words(from, out);
    }
    xc_buffer_text(out, " to ");
    xc_date_words(to, out);
}
