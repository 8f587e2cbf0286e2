// SPDX-License-Identifier: MIT
// Order by dates, else by weekdays: "27 died on Tuesday" in a page without a date, beside a
// page that says which Tuesday.
#include "compare/order.h"

enum { DAY = 86400, WEEK = 7 };

typedef struct moment {
    int64_t first, last; // seconds
    bool known;
} moment;

static int weekday_of(int32_t day) {
    return xc_date_weekday(xc_date_of_days(day)) + 1;
}

// When an undated document was written, if its sentence is about the day that the other claim
// dates: as many days later as its last weekday is.
static moment by_weekday(const claim_profile *undated, const claim_profile *dated) {
    moment out = {0};
    int32_t day = dated->moment.first;
    bool one_day = dated->moment.known && dated->moment.last == day;
    int last = undated->document->last_weekday;
    if (one_day && last && undated->weekdays == 1U << weekday_of(day)) {
        int later = (last - weekday_of(day) + WEEK) % WEEK;
        out.first = (int64_t)(day + later) * DAY;
        out.last = out.first + DAY - 1;
        out.known = true;
    }
    return out;
}

static moment when(const claim_profile *p, const claim_profile *beside) {
    moment out = {p->time_first, p->time_last, p->time_known};
    return out.known ? out : by_weekday(p, beside);
}

int times_order(const claim_profile *a, const claim_profile *b) {
    moment one = when(a, b);
    moment other = when(b, a);
    if (!one.known || !other.known) {
        return 0;
    }
    return one.last < other.first ? -1 : other.last < one.first;
}
