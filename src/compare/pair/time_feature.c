// SPDX-License-Identifier: MIT
// When what two claims tell of happened, and when their pages came out.
#include "compare/pair/pair_features.h"

#include "compare/order.h"

const char *const time_bins[] = {"untold",
                                 "one day",
                                 "meet",
                                 "a day apart",
                                 "days apart",
                                 "weeks apart",
                                 "long apart",
                                 "one told: near",
                                 "one told: weeks off",
                                 "one told: long off",
                                 "one told",
                                 "other month",
                                 "told later on",
                                 NULL};

static int gap_of(days a, days b) {
    if (a.first > b.last) {
        return a.first - b.last;
    }
    return b.first > a.last ? b.first - a.last : 0;
}

static uint8_t both_told(days one, days other) {
    int gap = gap_of(one, other);
    if (gap == 0) {
        bool one_day =
            one.first == one.last && one.first == other.first && one.last == other.last;
        return one_day ? 1 : 2;
    }
    return gap == 1 ? 3 : gap <= 7 ? 4 : gap <= 45 ? 5 : 6;
}

// The day that a claim without a time is news of.
static days news_of(const claim_profile *p) {
    return p->document->published.known ? p->document->published : p->document->news;
}

uint8_t time_bin(const claim_profile *a, const claim_profile *b) {
    if (a->moment.known && b->moment.known) {
        return both_told(a->moment, b->moment);
    }
    if (a->months && b->months && !(a->months & b->months)) {
        return 11;
    }
    if (!a->moment.known && !b->moment.known) {
        return 0;
    }
    const claim_profile *told = a->moment.known ? a : b;
    const claim_profile *untold = a->moment.known ? b : a;
    days news = news_of(untold);
    if (!news.known) {
        return 10;
    }
    int gap = gap_of(told->moment, news);
    if (told->moment.first > news.last + 1) {
        return 12; // an untold time is not after its page
    }
    return gap <= 4 ? 7 : gap <= 45 ? 8 : 9;
}

const char *const published_bins[] = {"untold", "one day", "a day",        "three days",
                                      "a week", "a month", "three months", "a year",
                                      "longer", NULL};

uint8_t published_bin(const claim_profile *a, const claim_profile *b) {
    static const int steps[] = {0, 1, 3, 7, 31, 92, 366};
    days one = a->document->published;
    days other = b->document->published;
    if (!one.known || !other.known) {
        return 0;
    }
    int gap = gap_of(one, other);
    unsigned i = 0;
    while (i < sizeof steps / sizeof *steps && gap > steps[i]) {
        i++;
    }
    return (uint8_t)(1 + i);
}

const char *const growth_bins[] = {"no counts that go on",  "displaced: equal: near",
                                   "displaced: equal: far", "displaced: rose: near",
                                   "displaced: rose: far",  "displaced: fell: near",
                                   "displaced: fell: far",  "harmed: equal: near",
                                   "harmed: equal: far",    "harmed: rose: near",
                                   "harmed: rose: far",     "harmed: fell: near",
                                   "harmed: fell: far",     NULL};

// The displaced of a war are counted on for months, the dead of an accident for days.
uint8_t growth_bin(const claim_profile *a, const claim_profile *b) {
    enum { NEAR = 10 };
    bool displaced = xc_slice_is(a->claim->topic, "displacement");
    bool harmed = xc_slice_is(a->claim->topic, "casualties");
    bool apart = a->document != b->document;
    days one = a->document->published;
    days other = b->document->published;
    if (!apart || (!displaced && !harmed) || !a->figure.counted || !b->figure.counted ||
        !one.known || !other.known) {
        return 0;
    }
    bool equal = figures_compare(&a->figure, &b->figure) == FIGURES_EQUAL;
    bool rose = times_order(a, b) <= 0 ? figure_point(&b->figure) >= figure_point(&a->figure)
                                       : figure_point(&a->figure) >= figure_point(&b->figure);
    return (uint8_t)(1 + 6 * harmed + (equal ? 0 : rose ? 2 : 4) + (gap_of(one, other) > NEAR));
}

bool months_exclude(const claim_profile *a, const claim_profile *b) {
    enum { OTHER_MONTH = 11 };
    return time_bin(a, b) == OTHER_MONTH;
}
